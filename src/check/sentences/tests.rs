//! Texts and their sentences.

use super::split;
use crate::check::markdown::parse;
use crate::model::{ClaimId, Inline};

/// The sentences of a text as they stand in it, and as plain text.
fn of(text: &str) -> (Vec<&str>, Vec<String>) {
    of_language(text, "en")
}

fn of_language<'t>(text: &'t str, language: &str) -> (Vec<&'t str>, Vec<String>) {
    let claims = |id: &str| (id == "a").then(|| ClaimId::nth(0));
    let marked = parse(text, &claims).expect("sound Markdown");
    let cuts = split(marked, language);
    (
        cuts.iter()
            .map(|cut| text.get(cut.range.clone()).expect("a range of the text"))
            .collect(),
        cuts.iter().map(|cut| cut.text.plain()).collect(),
    )
}

#[test]
fn sentences_end_at_end_marks() {
    for (text, expected) in [
        (
            "One. Two! Three? Four",
            vec!["One.", "Two!", "Three?", "Four"],
        ),
        ("One [@a]. Two. [@a]", vec!["One [@a].", "Two. [@a]"]),
        ("One.[@a] Two [@a].", vec!["One.[@a]", "Two [@a]."]),
        (
            "One. [@a][@a] Two. [@a] [@a]",
            vec!["One. [@a][@a]", "Two. [@a] [@a]"],
        ),
        (
            "At 5 p.m. [@a]. “No!” [@a]. One [@a]. …",
            vec!["At 5 p.m. [@a].", "“No!” [@a].", "One [@a]. …"],
        ),
        (
            "One. (See [@a].) Two. *[@a]*.",
            vec!["One. (See [@a].)", "Two. *[@a]*."],
        ),
        ("… One. … (It is [@a].)", vec!["… One. …", "(It is [@a].)"]),
        (
            "He said “No.” Then he left.",
            vec!["He said “No.”", "Then he left."],
        ),
        (
            "(He left. [@a]) So did she.",
            vec!["(He left. [@a])", "So did she."],
        ),
        ("Wait … So be it…", vec!["Wait …", "So be it…"]),
        ("Ні. Так.", vec!["Ні.", "Так."]),
        ("不。是。", vec!["不。", "是。"]),
        ("in `a. B` there. Done.", vec!["in `a. B` there.", "Done."]),
        ("in 2025. The end.", vec!["in 2025.", "The end."]),
    ] {
        assert_eq!(of(text).0, expected, "{text}");
    }
}

#[test]
fn a_question_is_of_the_sentence_that_tells_who_asks() {
    for (text, expected) in [
        (
            "هل يبدأ العمل؟ قال الوزير ذلك. لا أحد يعرف.",
            vec!["هل يبدأ العمل؟ قال الوزير ذلك.", "لا أحد يعرف."],
        ),
        (
            "متى يبدأ؟ لا أحد يعرف. قال الوزير ذلك.",
            vec!["متى يبدأ؟", "لا أحد يعرف.", "قال الوزير ذلك."],
        ),
        (
            "מתי מתחילים? אמר השר. איש אינו יודע.",
            vec!["מתי מתחילים? אמר השר.", "איש אינו יודע."],
        ),
        (
            "متى تبدأ الأعمال؟ سأل النائب [@a]. لا أحد يعرف [@a].",
            vec!["متى تبدأ الأعمال؟ سأل النائب [@a].", "لا أحد يعرف [@a]."],
        ),
        (
            "จะเริ่มเมื่อไร? สมาชิกสภาถาม [@a]",
            vec!["จะเริ่มเมื่อไร? สมาชิกสภาถาม [@a]"],
        ),
        ("ຈະເລີ່ມເມື່ອໃດ? ລັດຖະມົນຕີກ່າວ.", vec!["ຈະເລີ່ມເມື່ອໃດ? ລັດຖະມົນຕີກ່າວ."]),
        (
            "តើពេលណា? សមាជិកសភាសួរ។ គ្មានលុយ។",
            vec!["តើពេលណា? សមាជិកសភាសួរ។", "គ្មានលុយ។"],
        ),
        ("จะเริ่มเมื่อไร? ไม่มีใครรู้", vec!["จะเริ่มเมื่อไร?", "ไม่มีใครรู้"]),
        (
            "언제 시작하나? 라고 그는 물었다. 라디오는 침묵했다.",
            vec!["언제 시작하나? 라고 그는 물었다.", "라디오는 침묵했다."],
        ),
    ] {
        assert_eq!(of(text).0, expected, "{text}");
    }
}

#[test]
fn sentences_end_by_the_marks_of_their_script() {
    for (text, expected) in [
        ("“行！”他说。不行？", vec!["“行！”他说。", "不行？"]),
        (
            "काम शुरू होगा। पैसा नहीं है॥ कब?",
            vec!["काम शुरू होगा।", "पैसा नहीं है॥", "कब?"],
        ),
        ("কাজ শুরু হবে।টাকা নেই।", vec!["কাজ শুরু হবে।", "টাকা নেই।"]),
        (
            "متى يبدأ؟ في الربيع، قال. لا أحد يعرف.",
            vec!["متى يبدأ؟", "في الربيع، قال.", "لا أحد يعرف."],
        ),
        (
            "کام شروع ہوگا۔پیسہ نہیں ہے۔",
            vec!["کام شروع ہوگا۔", "پیسہ نہیں ہے۔"],
        ),
        (
            "ሥራው ይጀምራል። ገንዘብ የለም። መቼ፧",
            vec!["ሥራው ይጀምራል።", "ገንዘብ የለም።", "መቼ፧"],
        ),
        (
            "Աշխատանքը կսկսվի։ Գումար չկա։",
            vec!["Աշխատանքը կսկսվի։", "Գումար չկա։"],
        ),
        (
            "სამუშაო დაიწყება. ფული არ არის.",
            vec!["სამუშაო დაიწყება.", "ფული არ არის."],
        ),
        (
            "העבודות יתחילו. ראש צה\"ל סירב. צה״ל לא הגיב.",
            vec!["העבודות יתחילו.", "ראש צה\"ל סירב.", "צה״ל לא הגיב."],
        ),
        ("အလုပ်စမယ်။ငွေမရှိဘူး။", vec!["အလုပ်စမယ်။", "ငွေမရှိဘူး။"]),
        ("ការងារចាប់ផ្តើម។ គ្មានលុយទេ។", vec!["ការងារចាប់ផ្តើម។", "គ្មានលុយទេ។"]),
        (
            "공사를 시작한다. 돈이 없다.",
            vec!["공사를 시작한다.", "돈이 없다."],
        ),
        (
            "Τα έργα αρχίζουν. Πότε;",
            vec!["Τα έργα αρχίζουν.", "Πότε;"],
        ),
        (
            "Hij ging. ’s Avonds was het stil. ’t Is laat.",
            vec!["Hij ging.", "’s Avonds was het stil.", "’t Is laat."],
        ),
        (
            "He wrote it. @desk replied. #works grew. iPhones sold.",
            vec![
                "He wrote it.",
                "@desk replied.",
                "#works grew.",
                "iPhones sold.",
            ],
        ),
    ] {
        assert_eq!(of(text).0, expected, "{text}");
    }
}

#[test]
fn not_every_full_stop_ends_a_sentence() {
    for text in [
        "No U.S. troops go.",
        "The U.S. Army goes.",
        "Mr. Smith and Gen. Li met Dr. No.",
        "It grew by 3.5 percent, e.g. in May.",
        "It met at 5 p.m. Kyiv time.",
        "J. R. R. Tolkien wrote.",
        "It is in No. 5 of the list.",
        "“Why?” he asked.",
        "It was … not so.",
        "See https://example.org/a.b?c now.",
        "On Aug. 16 it began.",
    ] {
        assert_eq!(of(text).0, [text], "{text}");
    }
}

#[test]
fn abbreviations_are_those_of_the_language() {
    for (language, text) in [
        (
            "uk",
            "Це сталося 16 серпня 2025 р. Київ мовчав у відповідь.",
        ),
        ("uk", "За словами п. Трампа, так."),
        ("uk", "Це ст. 5 договору."),
        ("uk", "Каже В. Зеленський."),
        ("uk", "Коштує 12,5 млн. Євро."),
        (
            "es",
            "El Sr. Rey y la Dra. Vila, de EE. UU. Ayer, en la pág. 5.",
        ),
        ("fr", "M. Leroy et Mgr. Petit, nés av. J.-C., sont là."),
        (
            "de",
            "Am 5. Mai kamen Dr. Roth und Hr. Abel, z. B. Peter, nach Bonn.",
        ),
        ("ar", "قال د. محمد ذلك."),
        ("cs", "Dne 5. Května přišel."),
        (
            "en",
            "It stands on p. 12 and pp. 4 ff. 9 of a text of c. 1911.",
        ),
        (
            "uk",
            "Рішення ухвалили 3 трав. 2025 р. у м. Київ на вул. Шевченка, 5, стор. 12, розд. 4.",
        ),
        ("de", "Es steht in Abb. 12 und Ziff. 3 davon."),
        ("fr", "Le 3 sept. 2025, réf. 12, sur l’av. Foch."),
        ("es", "El 3 de sept. 2025, en el cap. 12 y el párr. 4."),
        ("ru", "Это было 3 янв. 2025 и 4 сент. 2024."),
    ] {
        assert_eq!(of_language(text, language).0, [text], "{text}");
    }
}

/// What no list has: letters that stand for words, numbers of rulers and of years, words without vowels, letters of
/// other scripts; and some words that the lists have.
#[test]
fn abbreviations_are_known_by_their_kind() {
    for (language, text) in [
        (
            "el",
            "Ο κ. Μητσοτάκης και η κα. Παππά συναντούν τον πρόεδρο.",
        ),
        ("bg", "През 2025 г. България прие еврото."),
        ("uk", "Утримують о. Зміїний і с. Роботине, а не т. зв. ДНР."),
        (
            "ru",
            "Не признаёт т. н. Исламское государство, в т. ч. Украина.",
        ),
        ("sr", "План подржава нпр. Србија и г. Вучић."),
        ("kk", "2025 ж. Қазақстан портты кеңейтеді."),
        ("fr", "Le plan, dit M. Le Drian, est prêt."),
        ("de", "Am Montag hat Papst Leo XIV. Selenskyj empfangen."),
        ("hr", "Do kraja 2026. Europska unija želi dogovor."),
        ("pl", "Za jest 60 proc. Polaków, m.in. Niemcy."),
        ("da", "Planen støttes af f.eks. Tyskland."),
        ("cs", "Plán podporují např. Německo a Francie."),
        ("es", "Lo dicen CC. OO. Madrid y la Av. Reforma."),
        ("pt", "A obra na Av. Paulista começa."),
        ("lt", "Planą remia p. Nausėda ir pan. Lietuvos atstovai."),
        ("vi", "TP. Hồ Chí Minh sẽ mở rộng cảng."),
        ("th", "ครม. อนุมัติแผน พล.อ. ประยุทธ์กล่าว"),
        ("ta", "எஸ். ஜெய்சங்கர் திட்டத்தை ஆதரிக்கிறார்."),
        ("te", "ఎస్. జైశంకర్ సమర్థించారు."),
        ("mr", "श्री. शिंदे योजनेला पाठिंबा देतात."),
        ("he", "אמר פרופ. לוי כי הנמל יורחב."),
        ("ur", "ایم۔ کیو۔ ایم۔ پاکستان حمایت کرتی ہے۔"),
        ("km", "កាបូប សៀវភៅ ។ល។ ត្រូវបានប្រមូល។"),
    ] {
        assert_eq!(of_language(text, language).0, [text], "{text}");
    }
    for (language, text) in [
        ("de", "So sprach Leo XIV. Er ging."),
        ("de", "Das war 1989. Kohl ging."),
        ("mr", "ती आहे. तो गेला."),
        ("ta", "அவர் கூறினார். யாரும் இல்லை."),
        ("ur", "کام شروع ہے۔ پیسہ نہیں۔"),
        ("pl", "To jest plan. Polska mówi."),
    ] {
        assert_eq!(of_language(text, language).0.len(), 2, "{text}");
    }
}

/// Who spoke was named before: nobody is to come behind the quote.
#[test]
fn a_quote_that_was_introduced_ends_its_sentence() {
    for (language, text) in [
        ("zh", "部长说：“我们开始。”他补充说，没有钱。"),
        ("zh", "部长说，“我们开始！”他补充说，没有钱。"),
        ("hi", "मंत्री ने कहा, “हम शुरू करेंगे।” उन्होंने और कुछ नहीं कहा।"),
        ("bn", "মন্ত্রী বলেন, “আমরা শুরু করব।” তিনি আর কিছু বলেননি।"),
        ("am", "ሚኒስትሩ እንዳሉት፦ «እንጀምራለን።» መንግሥት መድቧል።"),
        ("ur", "وزیر نے کہا: ”ہم شروع کریں گے۔“ انہوں نے مزید کہا۔"),
        ("it", "Disse: «Fermatevi!» Nessuno capì."),
        ("he", "הוא אמר: ״נתחיל.״ איש לא שאל."),
    ] {
        assert_eq!(of_language(text, language).0.len(), 2, "{text}");
    }
    for (language, text) in [
        ("ja", "大臣は、「始める。」と述べた。"),
        ("zh", "“我们开始。”部长说。"),
        ("zh", "对此，“我们不走。”部长说。"),
        ("my", "ဝန်ကြီးက “စတင်မည်။” ဟု ပြောသည်။"),
        ("he", "אמר לוי: ״נתחיל.״ ולא הוסיף."),
        ("ar", "قال الوزير: «سنبدأ.» وأضاف أن المال متوفر."),
        ("ar", "أجاب: «نعم.» ثم غادر."),
        ("ur", "وزیر نے کہا: ”ہم شروع کریں گے۔“ اور چلے گئے۔"),
        ("fa", "«آغاز می‌کنیم.» وزیر این را گفت."),
        ("ta", "“தொடங்குவோம்.” அமைச்சர் இவ்வாறு சொன்னார்."),
        ("ta", "அமைச்சர் கூறினார்: “தொடங்குவோம்.” என்று தெரிவித்தார்."),
        ("en", "He asked, “Why?” and left."),
    ] {
        assert_eq!(of_language(text, language).0, [text], "{text}");
    }
}

#[test]
fn an_abbreviation_can_end_a_sentence() {
    for (text, expected) in [
        (
            "It is in the U.S. The end.",
            vec!["It is in the U.S.", "The end."],
        ),
        (
            "Він сказав так. Трамп пішов.",
            vec!["Він сказав так.", "Трамп пішов."],
        ),
        (
            "It fell in Dec. “It” rose in Jan. Its end came.",
            vec!["It fell in Dec.", "“It” rose in Jan.", "Its end came."],
        ),
        (
            "He said no. Trump left.",
            vec!["He said no.", "Trump left."],
        ),
        (
            "It is in the U.S. [@a] Trump left.",
            vec!["It is in the U.S. [@a]", "Trump left."],
        ),
    ] {
        assert_eq!(of(text).0, expected, "{text}");
    }
}

#[test]
fn emphasis_is_split_with_its_sentences() {
    let (ranges, plain) = of("**One. Two** three. *Four* &amp; five.");
    assert_eq!(plain, ["One.", "Two three.", "Four & five."]);
    assert_eq!(ranges, ["One.", "Two** three.", "Four* &amp; five."]);
    let marked = parse("**One. Two** three.", &|_| None).expect("sound Markdown");
    let parts: Vec<_> = split(marked, "en")
        .into_iter()
        .map(|cut| cut.text.parts().to_vec())
        .collect();
    let strong = |text: &str| Inline::Strong(vec![Inline::Text(text.to_owned())]);
    assert_eq!(
        parts,
        [
            vec![strong("One.")],
            vec![strong("Two"), Inline::Text(" three.".to_owned())]
        ]
    );
}
