//! When something was said, and whether it was.

use brief::evidence::{Media, Snapshot};

use super::{drafted, drafted_of};

/// Returns the line of a draft that says when its last claim was said, and what has to be made sure of.
fn said(text: &str, language: &str) -> (String, Option<String>) {
    let brief = drafted(text, language).unwrap().brief;
    let claims = brief.split("\nclaims:").nth(1).unwrap();
    let of = |field: &str| {
        let mut lines = claims.lines().rev();
        lines.find_map(|line| line.trim_start().strip_prefix(field).map(str::to_owned))
    };
    (of("said: ").unwrap(), of("note: "))
}

/// Sentences of an article of Saturday, 21 November 2026, their language, and when something was said.
const DAYS: &[(&str, &str, &str)] = &[
    (
        "Ada Okafor said on Sunday, 8 November, that it was late.",
        "en",
        "{ date: 2026-11-08, as_given: \"Sunday, 8 November\" }",
    ),
    (
        "Ada Okafor said on Tuesday (17 November) that it was late.",
        "en",
        "{ date: 2026-11-17, as_given: \"Tuesday (17 November)\" }",
    ),
    (
        "Ada Okafor said on Tuesday, November 17, 2026, that it was late.",
        "en",
        "{ date: 2026-11-17, as_given: \"Tuesday, November 17, 2026\" }",
    ),
    (
        "On Monday, Ada Okafor said it was late.",
        "en",
        "{ date: 2026-11-16, as_given: \"Monday\" }",
    ),
    (
        "“It is late,” said Ada Okafor on Monday evening.",
        "en",
        "{ date: 2026-11-16, as_given: \"Monday\" }",
    ),
    (
        "Ada Okafor told clerks in Onitsha on Monday that it was late.",
        "en",
        "{ date: 2026-11-16, as_given: \"Monday\" }",
    ),
    (
        "Ada Okafor said last Saturday that it was late.",
        "en",
        "{ as_given: \"last Saturday\" }",
    ),
    (
        "Ada Okafor said on Friday last week that it was late.",
        "en",
        "{ as_given: \"Friday last week\" }",
    ),
    (
        "Ada Okafor said on Friday, two weeks ago, that it was late.",
        "en",
        "{ as_given: \"Friday, two weeks ago\" }",
    ),
    (
        "Ada Okafor said on a Monday in March that it was late.",
        "en",
        "{}",
    ),
    (
        "Ada Okafor, who resigned on Friday, said it was late.",
        "en",
        "{}",
    ),
    (
        "Ada Okafor, elected on Friday, said it was late.",
        "en",
        "{}",
    ),
    (
        "Ada Okafor told Radio 4's Today that it was late.",
        "en",
        "{}",
    ),
    (
        "Міністерка Ганна Рід заявила у неділю, 8 листопада, що вже пізно.",
        "uk",
        "{ date: 2026-11-08, as_given: \"неділю, 8 листопада\" }",
    ),
    (
        "Минулого вівторка Ганна Рід заявила, що вже пізно.",
        "uk",
        "{ as_given: \"Минулого вівторка\" }",
    ),
];

#[test]
fn a_day_is_inferred_where_the_article_says_it_plainly() {
    for (text, language, expected) in DAYS {
        assert_eq!(
            said(text, language),
            ((*expected).to_owned(), None),
            "{text}"
        );
    }
}

#[test]
fn what_may_not_have_been_said_is_to_be_made_sure_of() {
    for (text, language, words) in [
        (
            "Ada Okafor will tell clerks on Friday that it is late.",
            "en",
            "will tell",
        ),
        (
            "If asked, Ada Okafor would say it was late.",
            "en",
            "would say",
        ),
        (
            "Ada Okafor never said that it was late.",
            "en",
            "never said",
        ),
        (
            "Ada Okafor reportedly said it was late.",
            "en",
            "reportedly said",
        ),
        (
            "Ada Okafor may have said “it is late”.",
            "en",
            "may have said",
        ),
        (
            "Ada Okafor denied that she had called it “a quay of thieves”.",
            "en",
            "denied",
        ),
        (
            "Ганна Рід ніколи не казала, що вже пізно.",
            "uk",
            "ніколи не казала",
        ),
        (
            "Ганна Рід заперечила, що назвала його «злодієм і брехуном».",
            "uk",
            "заперечила",
        ),
    ] {
        let (date, note) = said(text, language);
        assert_eq!(date, "{}", "{text}");
        let expected = format!("the article has “{words}”.");
        assert!(
            note.as_ref().is_some_and(|note| note.contains(&expected)),
            "{text}: {note:?}"
        );
    }
    for text in [
        "Ada Okafor said she would not leave.",
        "“It is not late,” said Ada Okafor.",
    ] {
        assert_eq!(said(text, "en").1, None, "{text}");
    }
}

#[test]
fn what_the_article_struck_out_is_to_be_made_sure_of() {
    let struck =
        "<p>Ada Okafor said: <del>“It is safe to walk on.”</del> “It leaks at both ends.”</p>";
    for (page, is_struck) in [
        (struck.to_owned(), true),
        (struck.replace("del>", "em>"), false),
    ] {
        let snapshot = Snapshot::read(page.as_bytes(), Media::Html);
        let brief = drafted_of(&snapshot, "en").unwrap().brief;
        assert!(
            brief.contains("text: \"It is safe to walk on.\""),
            "{brief}"
        );
        assert_eq!(brief.contains("the article struck"), is_struck, "{brief}");
    }
}
