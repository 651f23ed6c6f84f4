//! What a line end cuts is written as a reader reads it.

use serde_json::Value;

use super::{ENGLISH, UKRAINIAN, drafted, faults};

/// The words of a draft's quotes, in their order, and whether a word in it has to be made sure of.
fn quoted(text: &str, language: &str) -> (Vec<String>, bool) {
    let draft = drafted(text, language).unwrap();
    assert!(faults(&draft, true).0, "{}", draft.brief);
    let brief: Value = serde_yaml::from_str(&draft.brief).unwrap();
    let claims = brief["claims"].as_array().unwrap().iter();
    let claims = claims.flat_map(|claim| match claim["claims"].as_array() {
        Some(claims) => claims.clone(),
        None => vec![claim.clone()],
    });
    let quotes = claims.flat_map(|claim| claim["quotes"].as_array().cloned().unwrap_or_default());
    let texts = quotes.map(|quote| quote["text"].as_str().unwrap().to_owned());
    (
        texts.collect(),
        draft.brief.contains("make sure what word it is"),
    )
}

/// What the article has, what is written, and whether it is in doubt.
const CUT: &[(&str, &str, bool)] = &[
    ("all that they re-\ncorded", "all that they recorded", true),
    (
        "all that they re-\ncorded, since they recorded",
        "all that they recorded, since they recorded",
        false,
    ),
    (
        "all that they re\u{AD}\ncorded",
        "all that they recorded",
        false,
    ),
    (
        "it is well-\nknown, and well-known",
        "it is well-known, and well-known",
        false,
    ),
    (
        "all of the Anglo-\nAmerican fleet",
        "all of the Anglo-American fleet",
        false,
    ),
    ("it is state-\nof-the-art", "it is state-of-the-art", false),
    ("the years 1914–\n1918", "the years 1914–1918", false),
    ("the years 1914\n–1918", "the years 1914–1918", false),
    (
        "it was a frost of\n-5 degrees",
        "it was a frost of -5 degrees",
        false,
    ),
    ("all is late—\nvery late", "all is late—very late", false),
    ("all is late —\nvery late", "all is late — very late", false),
    (
        "the nine F-\n16 that we have",
        "the nine F-16 that we have",
        false,
    ),
    (
        "the five-\nand six-year terms",
        "the five- and six-year terms",
        true,
    ),
    (
        "all up- and down-\nstream of it",
        "all up- and downstream of it",
        true,
    ),
    (
        "all that they saw of us\nand heard",
        "all that they saw of us and heard",
        false,
    ),
    (
        "it says 港口将关\n闭 there",
        "it says 港口将关闭 there",
        false,
    ),
];

#[test]
fn a_word_that_a_line_end_cuts_is_whole() {
    for (cut, written, is_unsure) in CUT {
        let text = format!(
            "Harbour\n\nWe have written it down in all of its parts, line after line,\n\
             as it was. “We are quite sure, so long after it, that {cut}, whatever comes of it in the end for\n\
             all of us and for the town,” said Ada Okafor of Arne.\n"
        );
        let written = format!(
            "We are quite sure, so long after it, that {written}, whatever comes of it in the end for all of us and for the town,"
        );
        assert_eq!(quoted(&text, "en"), (vec![written], *is_unsure), "{cut}");
    }
}

#[test]
fn a_message_that_is_quoted_has_no_marks_in_it() {
    let text = "> The harbour board met on Friday in the town hall by the old quay.\n\
                > “We begin in the spring of next year, if the money is there and\n\
                > the ships are gone,” wrote Ada Okafor.\n";
    let written =
        "We begin in the spring of next year, if the money is there and the ships are gone,";
    assert_eq!(quoted(text, "en"), (vec![written.to_owned()], false));
}

#[test]
fn every_quote_of_an_article_is_the_same_however_it_is_wrapped() {
    for (text, language) in [(ENGLISH, "en"), (UKRAINIAN, "uk")] {
        for width in [48, 60, 72] {
            let (plain, _) = quoted(text, language);
            assert_eq!(
                quoted(&wrapped(text, width), language).0,
                plain,
                "{language} {width}"
            );
        }
    }
}

/// Returns a text in lines of a width, long words cut with a hyphen.
fn wrapped(text: &str, width: usize) -> String {
    let paragraphs = text.split("\n\n").map(|paragraph| {
        let (mut out, mut line) = (String::new(), 0);
        for word in paragraph.split_whitespace() {
            let letters: Vec<char> = word.chars().collect();
            let room = width.saturating_sub(line + 2);
            let is_plain = letters.iter().all(|c| c.is_lowercase());
            if line + letters.len() < width {
                let space = if line == 0 { "" } else { " " };
                out += &format!("{space}{word}");
                line += letters.len() + 1;
            } else if is_plain && letters.len() > 5 && (2..letters.len() - 2).contains(&room) {
                let (left, right) = letters.split_at(room);
                let [left, right] = [left, right].map(|half| half.iter().collect::<String>());
                out += &format!(" {left}-\n{right}");
                line = right.chars().count() + 1;
            } else {
                out += &format!("\n{word}");
                line = letters.len() + 1;
            }
        }
        out
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}
