use super::found;
use crate::evidence::{Media, Snapshot, SoughtQuote, find};
use crate::model::Check;

#[test]
fn links_behind_a_mark_are_quoted_with_it_or_without() {
    for page in [
        "<ul><li>&gt; Read more of this<li>&gt; Local matters<li>&gt; Sports and games</ul>",
        "<p>&gt; Read more of this<br>&gt; Local matters<br>&gt; Sports and games",
        "<pre>&gt; Read more of this\n&gt; Local matters\n&gt; Sports and games</pre>",
        "<p>Home</p><p>&gt; News</p><p>&gt; Local matters</p><p>&gt; Sports and games</p>",
    ] {
        for quote in ["> Local matters", "> Sports and games", "Local matters"] {
            assert_eq!(found(page, quote), format!("exact {quote}"), "{page}");
        }
        assert_eq!(found(page, "> Local affairs"), "absent", "{page}");
    }
}

#[test]
fn lines_of_a_message_are_quoted_with_their_marks_or_without() {
    let text = "Ann wrote:\n> Bo wrote:\n>> We will begin\n>> the works.\n> We will\n> see.\n";
    let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
    for (text, check) in [
        ("We will begin the works.", Check::Typographic),
        (">> We will begin >> the works.", Check::Typographic),
        (">> We will begin\n>> the works.", Check::Typographic),
        ("> We will > see.", Check::Typographic),
        ("> We will > begin the works.", Check::Absent),
        ("> the works. We will", Check::Absent),
    ] {
        let quote = SoughtQuote::of(text);
        assert_eq!(find(&snapshot, &[quote]).remove(0).check, check, "{text}");
    }
}

/// Each may be set as the source has it, as a keyboard has it, or be left out.
#[test]
fn marks_of_footnotes_are_left_out_beside_other_signs() {
    let page = "<p>It draws 60,000 m<sup>3</sup> of water a week<sup><a href=#n>1</a></sup>, and emits CO<sub>2</sub> there.";
    for quote in [
        "60,000 m³ of water a week, and emits CO₂ there",
        "60,000 m³ of water a week, and emits CO2 there",
        "60,000 m³ of water a week1, and emits CO₂ there",
        "60,000 m³ of water a week¹, and emits CO2 there",
        "60,000 m3 of water a week, and emits CO2 there",
    ] {
        assert!(found(page, quote).starts_with("typographic "), "{quote}");
    }
    for quote in [
        "60,000 m of water a week, and emits CO₂ there",
        "60,000 m² of water a week, and emits CO₂ there",
        "60,000 m³ of water a week, and emits CO there",
    ] {
        assert_eq!(found(page, quote), "absent", "{quote}");
    }
}

#[test]
fn emoji_that_are_pictures_stand_in_their_line() {
    let page = "<p>They did it <img class=emoji alt=\"😡\" src=x.svg> and nobody <img alt=\"a cat\"> asked us.";
    let [with, without] = ["They did it 😡 and nobody", "They did it and nobody"];
    assert_eq!(found(page, with), format!("exact {with}"));
    assert!(found(page, without).starts_with("typographic "));
    assert_eq!(found(page, "They did it 👍 and nobody"), "absent");
}

/// A fraction is no number of two digits.
#[test]
fn formulas_in_several_lines_are_in_doubt() {
    let page = "<p>The share rose by <math><mfrac><mn>3</mn><mn>4</mn></mfrac></math> in all of the last year.</p>\
        <p>It is <math><mi>a</mi><mo>+</mo><mi>b</mi></math> that we count here.</p>";
    for quote in [
        "The share rose by 34 in all",
        "The share rose by 3/4 in all",
        "The share rose by ¾ in all",
    ] {
        assert!(
            found(page, quote).starts_with("cannot"),
            "{quote}: {}",
            found(page, quote)
        );
    }
    let quote = "in all of the last year";
    assert_eq!(found(page, quote), format!("exact {quote}"));
    let quote = "It is a+b that we count";
    assert_eq!(found(page, quote), format!("exact {quote}"));
}

#[test]
fn marks_of_typewriters_are_dashes_and_quote_marks() {
    let page = "<p>The mayor -- she was re-elected in May -- said: ``We won't pay,'' and &lt;&lt; we never will >> there.";
    for quote in [
        "The mayor – she was re-elected in May — said",
        "said: “We won't pay,” and « we never will » there",
    ] {
        assert!(
            found(page, quote).starts_with("typographic "),
            "{quote}: {}",
            found(page, quote)
        );
    }
    for quote in [
        "The mayor, she was re-elected in May",
        "We won't pay, and we never will",
    ] {
        assert_eq!(found(page, quote), "absent", "{quote}");
    }
}

/// Capitals are those of the page's language.
#[test]
fn capitals_of_greek_and_turkish_are_typography() {
    for (page, quote) in [
        (
            "Θα αρχίσουμε τα έργα, μαΐστρε",
            "ΘΑ ΑΡΧΙΣΟΥΜΕ ΤΑ ΕΡΓΑ, ΜΑΪΣΤΡΕ",
        ),
        (
            "Θα αρχίσουμε τα έργα, μαΐστρε",
            "ΘΑ ΑΡΧΊΣΟΥΜΕ ΤΑ ΈΡΓΑ, ΜΑΪ́ΣΤΡΕ",
        ),
        ("İlkbaharda çalışacağız biz", "İLKBAHARDA ÇALIŞACAĞIZ BİZ"),
    ] {
        let page = format!("<h1 style='text-transform: uppercase'>{page}</h1>");
        assert!(found(&page, quote).starts_with("typographic"), "{quote}");
    }
    let page = "<h1 style='text-transform: uppercase'>We will begin it in spring</h1>";
    assert_eq!(found(page, "WE WİLL BEGİN İT İN SPRİNG"), "absent");
    assert_eq!(
        found("<p>Θα αρχίσουμε τα έργα", "ΘΑ ΑΡΧΙΣΟΥΜΕ ΤΑ ΕΡΓΑ"),
        "absent"
    );
}

/// As Chromium 156 shows them.
#[test]
#[expect(clippy::too_many_lines, reason = "a list of cases")]
fn letters_are_large_and_small_as_their_language_has_them() {
    for (lang, transform, page, quote) in [
        (
            "tr",
            "uppercase",
            "limandaki işler ilkbaharda başlar",
            "LİMANDAKİ İŞLER İLKBAHARDA BAŞLAR",
        ),
        (
            "tr-TR",
            "uppercase",
            "türkiye’de limanlar büyüyor",
            "TÜRKİYE’DE LİMANLAR BÜYÜYOR",
        ),
        (
            "TR",
            "lowercase",
            "ISLAK LİMAN BUGÜN AÇILDI",
            "ıslak liman bugün açıldı",
        ),
        (
            "az",
            "lowercase",
            "LİMANDA İŞLƏR BAŞLAYIR ILIQ",
            "limanda işlər başlayır ılıq",
        ),
        (
            "el",
            "uppercase",
            "το κέντρο ή η ευρώπη",
            "ΤΟ ΚΕΝΤΡΟ Ή Η ΕΥΡΩΠΗ",
        ),
        (
            "el",
            "uppercase",
            "του Μάιου η άυλη χαΐρα ήλιος",
            "ΤΟΥ ΜΑΪΟΥ Η ΑΫΛΗ ΧΑΪΡΑ ΗΛΙΟΣ",
        ),
        (
            "el",
            "uppercase",
            "ρολόι ΰ ᾳ ῶ «ή» ή-ή",
            "ΡΟΛΟΪ Ϋ ΑΙ Ω «Ή» Ή-Ή",
        ),
        (
            "el",
            "lowercase",
            "ΟΙ ΔΡΟΜΟΙ ΤΗΣ ΠΟΛΗΣ. ΣΑΣ",
            "οι δρομοι της πολης. σας",
        ),
        (
            "en",
            "lowercase",
            "ΟΙ ΔΡΟΜΟΙ ΤΗΣ ΠΟΛΗΣ2 ΑΣ’Α",
            "οι δρομοι της πολης2 ασ’α",
        ),
        (
            "",
            "lowercase",
            "ISLAK LİMAN BUGÜN AÇILDI",
            "ıslak liman bugün açıldı",
        ),
        (
            "en",
            "uppercase",
            "το κέντρο η ευρώπη",
            "ΤΟ ΚΈΝΤΡΟ Η ΕΥΡΏΠΗ",
        ),
    ] {
        let page = format!("<p lang='{lang}' style='text-transform:{transform}'>{page}<p>Others.");
        assert!(
            found(&page, quote).starts_with("typographic"),
            "{page} {}",
            found(&page, quote)
        );
    }
    for (lang, transform, page, quote) in [
        (
            "tr",
            "uppercase",
            "limandaki işler ilkbaharda",
            "LIMANDAKI IŞLER ILKBAHARDA",
        ),
        (
            "en",
            "uppercase",
            "the chair of the port",
            "THE CHAİR OF THE PORT",
        ),
        (
            "el",
            "lowercase",
            "ΟΙ ΔΡΟΜΟΙ ΤΗΣ ΠΟΛΗΣ",
            "οι δρομοι τησ πολησ",
        ),
        (
            "el",
            "uppercase",
            "το κέντρο η ευρώπη",
            "ΤΟ ΚΈΝΤΡΟ Η ΕΥΡΏΠΗ",
        ),
    ] {
        let page = format!("<p lang='{lang}' style='text-transform:{transform}'>{page}<p>Others.");
        assert_eq!(found(&page, quote), "absent", "{page}");
    }
    // Each element is shown by itself, in its own language.
    let page = "<div lang=tr style='text-transform:uppercase'>iyi <b lang=en>mini</b> iyi</div>";
    assert!(found(page, "İYİ MINI İYİ").starts_with("typographic"));
}

#[test]
fn marks_that_a_writer_types_are_those_of_the_source() {
    let page = "<p>We will begin — in spring — the works, «and soon», she said.";
    for quote in [
        "We will begin -- in spring -- the works",
        "the works, <<and soon>>, she said",
        "begin --- in spring",
    ] {
        assert!(found(page, quote).starts_with("typographic"), "{quote}");
    }
    assert_eq!(
        found(page, "We will end -- in spring -- the works"),
        "absent"
    );
}

#[test]
fn dots_that_spaces_part_are_an_ellipsis() {
    let spaced = "<p>We will wait . . . and then begin it. . . . Now we do";
    let page = "<p>We will wait … and then begin it.... Now we do";
    let plain = [
        "will wait … and then begin",
        "will wait ... and then",
        "begin it.... Now we",
    ];
    for (page, quote) in plain
        .map(|quote| (spaced, quote))
        .into_iter()
        .chain([(page, "will wait . . . and then begin")])
    {
        assert!(
            found(page, quote).starts_with("typographic"),
            "{quote}: {}",
            found(page, quote)
        );
    }
    assert_eq!(found(spaced, "will wait and then begin"), "absent");
}
