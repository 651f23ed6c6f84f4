use crate::evidence::{Finding, Media, Snapshot, SoughtQuote, find};
use crate::model::{Check, Obstacle};

const TEXT: &str = "“We will not leave them alone,” she said—twice.\n\n\
    “The town’s people were not consulted or asked by [the mayor].” Later she said: we shall \
    see. The plan, she said, is another pause, and nothing else. We shall see.";

fn look(text: &str, edited: bool, context: Option<&str>) -> Finding {
    look_in(TEXT, text, edited, context)
}

fn look_in(source: &str, text: &str, edited: bool, context: Option<&str>) -> Finding {
    let snapshot = Snapshot::read(source.as_bytes(), Media::Text);
    let wanted = SoughtQuote {
        edited,
        context,
        ..SoughtQuote::of(text)
    };
    find(&snapshot, &[wanted]).remove(0)
}

fn check(text: &str) -> Check {
    look(text, false, None).check
}

#[test]
fn words_that_stand_there_are_exact() {
    let found = look("We will not leave them alone,", false, None);
    assert_eq!(found.check, Check::Exact);
    let at = &found.at[0];
    assert_eq!((at.start, at.end), (1, 30));
    assert_eq!(at.exact, "We will not leave them alone,");
    assert_eq!(
        (at.prefix.as_str(), at.suffix.as_str()),
        ("“", "” she said—twice.")
    );
}

#[test]
fn marks_and_spaces_alone_are_typographic() {
    assert_eq!(check("We  will not\nleave them alone"), Check::Typographic);
    assert_eq!(check("The town's people were not"), Check::Typographic);
    assert_eq!(check("alone,\" she said-twice. \"The"), Check::Typographic);
}

#[test]
fn what_leaves_no_mark_is_spelling_or_nothing() {
    for (source, quotes) in [
        (
            "کارها را در بهار آغاز می\u{200C}کنیم.",
            ["بهار آغاز می\u{200C}کنیم", "بهار آغاز میکنیم"],
        ),
        (
            "נתחיל בעבודות באביב\u{200F}, אמרה",
            ["בעבודות באביב\u{200F}, אמרה", "בעבודות באביב, אמרה"],
        ),
        (
            "We will begin ❤\u{FE0F} it, here ❤\u{FE0F}, all",
            ["begin ❤\u{FE0F} it, here ❤\u{FE0F}", "begin ❤ it, here ❤"],
        ),
        (
            "हम वसन्\u{200D}त में काम",
            ["वसन्\u{200D}त में काम", "वसन्त में काम"],
        ),
    ] {
        let snapshot = Snapshot::read(source.as_bytes(), Media::Text);
        for (text, expected) in quotes.into_iter().zip([Check::Exact, Check::Typographic]) {
            let wanted = SoughtQuote::of(text);
            let found = find(&snapshot, &[wanted]).remove(0);
            assert_eq!(found.check, expected, "{text:?}");
        }
    }
    // What has no mark at the end of a quote has to stand there, too.
    assert_eq!(
        check("will not leave them alone\u{200C}"),
        Check::Typographic
    );
}

#[test]
fn a_similar_passage_is_absent() {
    for text in [
        "We will leave them alone, she",
        "We will not leave them alone.",
        "we will not leave them alone,",
        "e will not leave them alon",
        "We will not leave them all alone",
    ] {
        assert_eq!(check(text), Check::Absent, "{text}");
    }
}

#[test]
fn short_words_need_a_context() {
    let found = look("a pause", false, None);
    assert_eq!(
        (found.check, found.reason),
        (Check::CannotCheck, Some(Obstacle::TooShort))
    );
    let found = look("pause", false, Some("is another pause, and"));
    assert_eq!(found.check, Check::Exact);
    assert_eq!(found.at[0].exact, "pause");
}

#[test]
fn a_context_decides_between_places() {
    assert_eq!(check("she said, is another"), Check::Exact);
    let found = look("shall see", false, None);
    assert_eq!(found.reason, Some(Obstacle::TooShort));
    let twice = look("e shall see.", false, Some("shall see"));
    assert_eq!(twice.reason, Some(Obstacle::ContextInSeveralPlaces));
    let elsewhere = look("she said", false, Some("is another pause"));
    assert_eq!(elsewhere.reason, Some(Obstacle::ContextWithoutQuote));
    let unknown = look("she said", false, Some("she said nothing"));
    assert_eq!(unknown.reason, Some(Obstacle::ContextAbsent));
    let known = look("she said", false, Some("Later she said"));
    assert_eq!(known.check, Check::Exact);
}

#[test]
fn several_places_are_ambiguous() {
    let text = "It is all one. It is all one.";
    let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
    let wanted = SoughtQuote::of("It is all one.");
    assert_eq!(find(&snapshot, &[wanted])[0].check, Check::Ambiguous);
}

#[test]
fn edited_quotes_are_found_by_their_parts() {
    let found = look("people were … asked by [him]", true, None);
    assert_eq!(
        found.reason,
        Some(Obstacle::TooShort),
        "no part has twelve characters"
    );
    let found = look("town’s people … or asked by [him].", true, None);
    assert_eq!(
        found.check,
        Check::Edited,
        "the brackets of the source are passed over"
    );
    let found = look("[The] people were not consulted … by [him]", true, None);
    assert_eq!(found.check, Check::Edited);
    let parts: Vec<_> = found.at.iter().map(|at| at.exact.as_str()).collect();
    assert_eq!(parts, ["people were not consulted", "by"]);
    assert_eq!(
        look("people were consulted … by [him]", true, None).check,
        Check::Absent
    );
    // The source's own brackets.
    let own = "were not consulted or asked by [the mayor].";
    assert_eq!(look(own, true, None).check, Check::Exact);
    assert_eq!(
        look("not … or [him]", true, None).reason,
        Some(Obstacle::TooShort)
    );
}

#[test]
fn an_edited_quote_that_is_not_labelled_is_absent() {
    let text = "people were not consulted … by [him]";
    assert_eq!(look(text, false, None).check, Check::Absent);
}

/// A source may have the translation itself; one made for the brief stands nowhere.
#[test]
fn a_translation_without_its_original_is_never_absent() {
    let snapshot = Snapshot::read(TEXT.as_bytes(), Media::Text);
    let wanted = [
        "We will not leave them alone,",
        "Wir lassen sie nicht allein",
        "kurz",
    ];
    let wanted = wanted.map(|text| SoughtQuote {
        translated: true,
        ..SoughtQuote::of(text)
    });
    let found = find(&snapshot, &wanted);
    assert_eq!(found[0].check, Check::Exact);
    for found in &found[1..] {
        assert_eq!(found.check, Check::CannotCheck);
        assert_eq!(found.reason, Some(Obstacle::NoOriginal));
        assert_eq!(found.nearest, None);
    }
}

#[test]
fn quotes_are_judged_each_by_itself() {
    let snapshot = Snapshot::read(TEXT.as_bytes(), Media::Text);
    let wanted = [
        "short",
        "nowhere to be found",
        "We shall see",
        "another pause",
    ]
    .map(SoughtQuote::of);
    let checks: Vec<_> = find(&snapshot, &wanted)
        .iter()
        .map(|found| found.check)
        .collect();
    let expected = [
        Check::CannotCheck,
        Check::Absent,
        Check::Exact,
        Check::Exact,
    ];
    assert_eq!(checks, expected);
}

/// What is too common to be looked through is never called absent.
#[test]
fn an_edited_quote_of_common_parts_is_ambiguous() {
    let common = "We said so at the time. ".repeat(200);
    let text = format!("{common} Never again.");
    let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
    let wanted = |text| SoughtQuote {
        edited: true,
        ..SoughtQuote::of(text)
    };
    let quotes = [
        "at the time. … at the time.",
        "We said so at the time. … Never",
    ]
    .map(wanted);
    let found = find(&snapshot, &quotes);
    assert_eq!(found[0].reason, Some(Obstacle::SeveralPlaces));
    assert_eq!(found[1].check, Check::Edited, "one part is rare");
}

#[test]
fn the_longest_part_decides_where_an_edited_quote_stands() {
    let text = "it. We will defend every inch, and it is ours, and it stays ours.";
    let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
    let wanted = SoughtQuote {
        edited: true,
        ..SoughtQuote::of("We will defend every inch … it …")
    };
    let found = find(&snapshot, &[wanted]).remove(0);
    assert_eq!(found.check, Check::Edited);
}

/// A row of marks that no letter composes with.
#[test]
fn marks_are_of_the_word_that_their_letter_is_of() {
    let words = [
        "我们在春天开始扩建港口的工程",
        "항구를확장하는공사를시작한다",
        "เราจะเริ่มขยายท่าเรือ",
    ];
    let others = [
        "extension works begin",
        "розширення гавані",
        "ᔪᓂᕐᒥ ᐱᒋᐊᖅᑐᑦ",
        "春天开始",
    ];
    for word in words {
        let marked = format!("{word}{}", "\u{303}".repeat(3));
        for other in others {
            let text = format!("{other}. {marked}\u{2003}{other} \u{303}\u{303} {other}, {word}");
            for quote in [
                marked.clone(),
                format!("{other}. {marked}"),
                format!("{marked} {other}"),
                format!("{other}, {word}"),
            ] {
                let found = look_in(&text, &quote, false, None).check;
                assert!(found.is_verified(), "{quote} in {text}: {found:?}");
            }
            // They stand on the space before them.
            let begun_with = format!("\u{303}\u{303} {other}, {word}");
            assert_ne!(
                look_in(&text, &begun_with, false, None).check,
                Check::Absent,
                "{text}"
            );
        }
    }
}
