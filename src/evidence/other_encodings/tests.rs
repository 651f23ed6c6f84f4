use encoding_rs::{
    EUC_JP, Encoding, ISO_2022_JP, KOI8_U, SHIFT_JIS, UTF_8, WINDOWS_1251, WINDOWS_1252,
    WINDOWS_1253,
};

use super::{Bytes, Others, PAGES, in_others};
use crate::evidence::{Media, Snapshot, SoughtQuote, find};
use crate::model::{Check, Obstacle};

fn look(bytes: &[u8], media: Media, quote: &str) -> (Check, Option<Obstacle>) {
    let wanted = SoughtQuote::of(quote);
    let found = find(&Snapshot::read(bytes, media), &[wanted]).remove(0);
    (found.check, found.reason)
}

/// Returns how many texts are read besides where a page in an encoding is taken to be in another.
fn others(
    text: &str,
    is: &'static Encoding,
    taken_for: &'static Encoding,
    quotes: &[&str],
) -> usize {
    let bytes = Bytes {
        all: is.encode(text).0.into_owned(),
        encoding: taken_for,
        others: Others::All,
    };
    in_others(&bytes, quotes).len()
}

/// To parse a page takes long; there are more than forty encodings.
#[test]
fn only_encodings_that_can_hold_a_quote_are_parsed() {
    let french = "Les travaux débuteront à l’été, dit-elle – bientôt.";
    let ukrainian = "Ми почнемо роботи навесні, після зими.";
    for (text, is, misquotes) in [
        (
            french,
            WINDOWS_1252,
            [
                "Les travaux ne débuteront pas à l’été",
                "Travaux finis. Bientôt.",
            ],
        ),
        (
            ukrainian,
            WINDOWS_1251,
            ["Ми не почнемо роботи навесні", "Роботи почалися взимку"],
        ),
        (
            ukrainian,
            KOI8_U,
            ["Ми не почнемо роботи навесні", "We will begin the works"],
        ),
    ] {
        assert_eq!(others(text, is, is, &misquotes), 0, "{}", is.name());
    }
    let many = others(
        ukrainian,
        WINDOWS_1251,
        KOI8_U,
        &["Ми почнемо роботи навесні"],
    );
    assert!((1..=6).contains(&many), "{many}");
    let many = others(french, WINDOWS_1252, UTF_8, &["à l’été, dit-elle"]);
    assert!((1..=20).contains(&many), "{many}");
}

/// The old programs of DOS and what is made from them: no browser reads their encodings.
#[test]
fn texts_of_dos_make_nothing_absent() {
    for (bytes, quote) in [
        (
            &b"Les travaux d\x82buteront \x85 l'\x82t\x82 au plus tard."[..],
            "Les travaux débuteront à l'été",
        ),
        (
            b"Wir \x94ffnen die Br\x81cke im Fr\x81hjahr.",
            "Wir öffnen die Brücke im Frühjahr.",
        ),
        (
            b"Zaczniemy prace wiosn\xA5, p\xA2\xABniej b\xA9dzie.",
            "Zaczniemy prace wiosną, później będzie.",
        ),
    ] {
        let found = look(bytes, Media::Text, quote);
        assert_eq!(
            found,
            (Check::CannotCheck, Some(Obstacle::OtherEncoding)),
            "{quote}"
        );
    }
}

/// A page that declares an encoding which it is not in, and hides the words.
#[test]
fn hidden_words_in_another_encoding_are_not_absent() {
    let page = b"<meta charset=koi8-u><p>Plain words stand here.<p hidden>Les travaux d\xE9buteront \xE0 l\x92\xE9t\xE9.";
    let found = look(page, Media::Html, "Les travaux débuteront à l’été.");
    assert_eq!(found, (Check::CannotCheck, Some(Obstacle::OtherEncoding)));
}

/// Texts may have notes, cues or the marks of Markdown besides.
#[test]
fn two_doubts_at_once_make_nothing_absent() {
    let quote = "Грошей ще не знайшли, і їх не буде до осені";
    let (first, second) = ("Грошей ще не знайшли,", "і їх не буде до осені");
    let text = |text: String| (text, Media::Text);
    for (text, media) in [
        (
            format!(
                "<meta charset=windows-1257><p>{first}<sup><a href=#f>[1]</a></sup> {second}.</p>"
            ),
            Media::Html,
        ),
        (format!("Є так: {first} **{second}**."), Media::Markdown),
        text(format!("Є так: {first}12 {second}.")),
        text(format!("Є так: *{first}* {second}.")),
        text(format!("Є так:\n> {first}\n> {second}.")),
        text(format!("<p>Є так: {first}&nbsp;{second}.")),
        text(format!(
            "1\n00:00:01,000 --> 00:00:04,000\n- {first}\n\n2\n00:00:05,000 --> 00:00:09,000\n- {second}\n"
        )),
    ] {
        for (bytes, _, _) in [
            WINDOWS_1251.encode(&text),
            KOI8_U.encode(&text),
            encoding_rs::X_MAC_CYRILLIC.encode(&text),
        ] {
            let found = look(&bytes, media, quote).0;
            assert_ne!(found, Check::Absent, "{text}");
            let other = quote.replace("не буде", "не стане");
            assert_eq!(look(&bytes, media, &other).0, Check::Absent, "{text}");
        }
    }
}

/// Encodes a text in a code page that browsers do not know.
fn encoded(text: &str, name: &str) -> Vec<u8> {
    let (_, page) = PAGES.iter().find(|(known, _)| *known == name).unwrap();
    let byte = |c: char| match u8::try_from(c).ok().filter(u8::is_ascii) {
        Some(byte) => byte,
        None => 128 + u8::try_from(page.chars().position(|known| known == c).unwrap()).unwrap(),
    };
    text.chars().map(byte).collect()
}

/// As programs read it that take ISO-8859-1 for what servers say no encoding of.
#[test]
fn utf_8_that_was_taken_for_latin_1_makes_nothing_absent() {
    let text = "“We will not leave them alone – the council’s money isn’t found.”";
    let taken: String = text.bytes().map(char::from).collect();
    for quote in [
        "We will not leave them alone",
        "the council’s money isn’t found",
    ] {
        let found = look(format!("<p>{taken}").as_bytes(), Media::Html, quote);
        assert_eq!(
            found,
            (Check::CannotCheck, Some(Obstacle::OtherEncoding)),
            "{quote}"
        );
    }
    let found = look(
        taken.as_bytes(),
        Media::Text,
        "the council’s money was found",
    );
    assert_eq!(found.0, Check::Absent);
    // As exports of posts write it in JSON.
    let post =
        "{\"title\": \"will not begin \\u00e2\\u0080\\u0093 it\\u00e2\\u0080\\u0099s lost\"}";
    for (quote, check) in [
        ("will not begin – it’s lost", Check::CannotCheck),
        ("will begin – it’s lost", Check::Absent),
    ] {
        assert_eq!(look(post.as_bytes(), Media::Text, quote).0, check);
    }
}

#[test]
fn one_byte_that_means_nothing_leaves_the_others_their_meaning() {
    let greek = "Θα αρχίσουμε τα έργα την άνοιξη, είπε ο δήμαρχος.";
    let japanese = "来年の春に工事を始めます、と市長は話した。";
    for (encoding, text, quote) in [
        (WINDOWS_1253, greek, "αρχίσουμε τα έργα την άνοιξη"),
        (EUC_JP, japanese, "来年の春に工事を始めます"),
        (SHIFT_JIS, japanese, "来年の春に工事を始めます"),
    ] {
        let (whole, ..) = encoding.encode(text);
        let damaged = [&whole[..], b"\n", &[0xFF], b"\n"].concat();
        let cut = [&whole[..], &whole[..1]].concat();
        for bytes in [damaged, cut] {
            let (check, _) = look(&bytes, Media::Text, quote);
            assert_ne!(check, Check::Absent, "{}", encoding.name());
        }
    }
}

#[test]
fn texts_in_old_code_pages_make_nothing_absent() {
    for (name, quote) in [
        ("code page 720 of DOS", "سنبدأ العمل في الربيع"),
        ("code page 855 of DOS", "Мы начнём работы весной"),
        (
            "code page 869 of DOS",
            "Θα αρχίσουμε τις εργασίες την άνοιξη",
        ),
        ("code page 860 of DOS", "As obras começarão na primavera"),
        ("code page 865 of DOS", "Vi begynner på våren, sa hun også"),
        ("code page 1125 of DOS", "Ми почнемо роботи їхні навесні"),
        ("Central European Mac", "Zaczniemy prace wiosną, później"),
        ("Greek Mac", "Θα αρχίσουμε τις εργασίες την άνοιξη"),
        ("Turkish Mac", "Çalışmalara ilkbaharda başlayacağız"),
        ("KOI8-T", "Мо корҳоро дар баҳор оғоз мекунем"),
        ("KZ-1048", "Біз жұмысты көктемде бастаймыз әлі"),
        ("ARMSCII-8", "Մենք աշխատանքները կսկսենք գարնանը"),
        ("Georgian Academy", "ჩვენ სამუშაოებს გაზაფხულზე დავიწყებთ"),
        ("VISCII", "Chúng ta không lùi bước, bà ấy nói"),
    ] {
        let bytes = encoded(&format!("12. {quote}, a b c."), name);
        let found = look(&bytes, Media::Text, quote);
        let doubt = (Check::CannotCheck, Some(Obstacle::OtherEncoding));
        assert_eq!(found, doubt, "{name}");
    }
}

#[test]
fn letters_that_are_written_in_ascii_make_nothing_absent() {
    let japanese = ISO_2022_JP
        .encode("来年の春に工事を始めますと市長は言いました。")
        .0;
    let page = |meta: &str, body: &[u8]| {
        [format!("<meta charset={meta}><p>Plain: ").as_bytes(), body].concat()
    };
    for (bytes, quote) in [
        (
            page("shift_jis", &japanese),
            "来年の春に工事を始めますと市長",
        ),
        (page("utf-8", &japanese), "来年の春に工事を始めますと市長"),
        (
            page("utf-8", b"Un caf+AOk-, dit-elle."),
            "Un café, dit-elle.",
        ),
        (
            b"Hi ~{<:Ky2;S{!#<:Ky2;S{~} x".to_vec(),
            "己所不欲。己所不欲",
        ),
        (b"\x1B$)CWe will begin the works in the spring, and end them in the summer, all of them; so she said, and so it was: \x0E0!3*0!3*0!3*\x0F x".to_vec(), "가나가나가나"),
    ] {
        let found = look(&bytes, Media::Html, quote);
        let doubt = (Check::CannotCheck, Some(Obstacle::OtherEncoding));
        assert_eq!(found, doubt, "{quote}");
    }
    // What browsers read is found, and what they do not read is not.
    let found = look(
        &page("iso-2022-jp", &japanese),
        Media::Html,
        "来年の春に工事を始めますと市長",
    );
    assert_eq!(found.0, Check::Exact);
    let hz = page("hz-gb-2312", b"~{<:Ky2;S{!#~} We will begin.");
    let found = look(&hz, Media::Html, "We will begin.");
    assert_eq!(found, (Check::CannotCheck, Some(Obstacle::Undecodable)));
    assert_eq!(
        look(b"1 + 2~{ a", Media::Text, "We will begin.").0,
        Check::Absent
    );
}

#[test]
fn a_text_in_ebcdic_is_no_other() {
    // "We will begin the works in the spring." in code page 037, twice.
    let line = b"\xE6\x85@\xA6\x89\x93\x93@\x82\x85\x87\x89\x95@\xA3\x88\x85@\xA6\x96\x99\x92\xA2@\x89\x95@\xA3\x88\x85@\xA2\x97\x99\x89\x95\x87K\x25";
    for quote in ["We will begin the works", "We will end the works"] {
        let found = look(&line.repeat(2), Media::Text, quote);
        assert_eq!(found, (Check::CannotCheck, Some(Obstacle::Undecodable)));
    }
    let spaces = "春の　雪が　降りました　そして".repeat(4);
    let found = look(&SHIFT_JIS.encode(&spaces).0, Media::Text, &spaces);
    assert_eq!(found.0, Check::Exact);
}

/// As pages of old programs were converted: “Ìýð çàÿâèë”.
#[test]
fn what_was_taken_for_another_encoding_and_saved_as_utf_8_is_not_absent() {
    let doubt = (Check::CannotCheck, Some(Obstacle::OtherEncoding));
    let text = "Мэр заявил, что ворота не откроют весной.";
    for (is, taken_for) in [
        (WINDOWS_1251, WINDOWS_1252),
        (KOI8_U, WINDOWS_1252),
        (KOI8_U, WINDOWS_1251),
    ] {
        let bytes = is.encode(text).0;
        let garbled = taken_for.decode_without_bom_handling(&bytes).0;
        let whole = format!("{garbled} Ще так — “so”.");
        assert!(!whole.contains("Мэр"));
        let page = format!("<p>{whole}</p>");
        for (text, media) in [(&whole, Media::Text), (&page, Media::Html)] {
            let look = |quote| look(text.as_bytes(), media, quote);
            assert_eq!(look("Мэр заявил, что ворота не откроют"), doubt, "{text}");
            assert_eq!(
                look("Мэр заявил, что ворота откроют").0,
                Check::Absent,
                "{text}"
            );
        }
    }
}
