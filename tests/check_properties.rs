//! Whatever stands in the fields, checking ends without a panic, and says the same with and
//! without places.

use std::fmt::Write as _;

use brief::load;
use proptest::prelude::*;

/// Texts made of what the rules look at.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "[@a]",
        "[@",
        "]",
        "[",
        "(",
        ")",
        ". ",
        "… ",
        "U.S. ",
        "Mr. ",
        "! ",
        "“",
        "”",
        "\"",
        "„",
        "*",
        "**",
        "_",
        "`",
        "<b>",
        "<",
        "&amp;",
        "\\",
        "\n",
        "\n\n",
        "- ",
        "# ",
        "1. ",
        "http://a.b",
        "claimed ",
        "sources say ",
        "It emerged ",
        "is believed to ",
        "and ",
        "two officials ",
        "sources ",
        "16 August 2025 ",
        "Saturday ",
        "last week ",
        "2025-08-16",
        "/..",
        "\u{202E}",
        "не ",
        "不。",
        "’",
        "[a](b)",
        "[a]: b",
        "![",
        " ",
        "",
    ]);
    prop_oneof![
        4 => prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
    ]
}

/// Ids, most of which lead somewhere.
fn id() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(vec!["a", "b", "c"]).prop_map(str::to_owned),
        1 => text(),
    ]
}

/// Writes a text as a YAML scalar.
fn scalar(text: &str) -> String {
    serde_json::to_string(text).expect("texts are JSON")
}

fn list(ids: &[String]) -> String {
    let ids: Vec<_> = ids.iter().map(|id| scalar(id)).collect();
    format!("[{}]", ids.join(", "))
}

fn brief(texts: &[String], ids: &[String]) -> String {
    let mut texts = texts.iter().map(|text| scalar(text)).cycle();
    let mut text = || texts.next().unwrap_or_default();
    let mut lists = ids.chunks(2).map(list).cycle();
    let mut some = || lists.next().unwrap_or_default();
    let mut ids = ids.iter().map(|id| scalar(id)).cycle();
    let mut id = || ids.next().unwrap_or_default();
    let mut yaml = String::from("format: 1\nedition: 1\n");
    let mut put = |line: String| writeln!(yaml, "{line}").expect("strings take all");
    for field in [
        "title",
        "topic",
        "as_of",
        "bottom_line",
        "method",
        "prepared_by",
    ] {
        put(format!("{field}: {}", text()));
    }
    put("lang: en".to_owned());
    put(format!(
        "voices:\n  ? {}\n  : {{ name: {}, note: {} }}",
        id(),
        text(),
        text()
    ));
    put(format!(
        "  b: {{ anonymous: {}, described_as: {}, one_of: {}, outlet: {} }}",
        text(),
        text(),
        some(),
        id()
    ));
    put(format!(
        "sources:\n  ? {}\n  : {{ type: report, title: {}, issued: {{ date: {}, as_given: {} }} }}",
        id(),
        text(),
        text(),
        text()
    ));
    put(format!(
        "  b: {{ type: report, url: {}, snapshot: {}, through: {} }}",
        text(),
        text(),
        some()
    ));
    put(format!("issues: {{ ? {} : {{ name: {} }} }}", id(), text()));
    put("claims:".to_owned());
    for _ in 0..2 {
        put(format!(
            "  - id: {}\n    says: {}\n    voice: {}\n    in: {}\n    said: {{ date: {}, as_given: {} }}",
            id(),
            text(),
            some(),
            some(),
            text(),
            text()
        ));
        put(format!(
            "    quotes: [{{ text: {}, kind: [fragment, edited], voice: {}, lang: {} }}]",
            text(),
            id(),
            text()
        ));
        put(format!(
            "    allow: [{{ rule: {}, reason: {} }}]",
            text(),
            text()
        ));
    }
    put(format!(
        "positions: [{{ of: {}, on: {}, stance: opposes, in_short: {}, claims: {} }}]",
        id(),
        id(),
        text(),
        some()
    ));
    put(format!(
        "events: [{{ date: {}, as_given: {}, what: {}, claims: {} }}]",
        text(),
        text(),
        text(),
        some()
    ));
    put(format!(
        "tensions: [{{ between: {}, note: {} }}]",
        some(),
        text()
    ));
    put(format!(
        "gaps: [{{ question: {}, why: {}, about: {} }}]",
        text(),
        text(),
        some()
    ));
    yaml
}

proptest! {
    #[test]
    fn checking_never_panics(
        texts in prop::collection::vec(text(), 1..40),
        ids in prop::collection::vec(id(), 1..20),
    ) {
        let yaml = brief(&texts, &ids);
        let checked = brief::check(yaml.as_bytes());
        prop_assert_eq!(checked.brief.is_none(), checked.diagnostics.has_errors());
        for found in &checked.diagnostics {
            if let Some(span) = found.primary().place.span() {
                prop_assert!(yaml.get(span.range()).is_some(), "{:?}", found);
            }
        }
    }

    #[test]
    fn places_change_nothing(
        texts in prop::collection::vec(text(), 1..40),
        ids in prop::collection::vec(id(), 1..20),
    ) {
        let yaml = brief(&texts, &ids);
        let codes = |reading: load::Reading| {
            let document = reading.document.expect("the shape is sound");
            let (_, found) = brief::check::check(&document, &yaml);
            found.iter().map(brief::diagnostics::Diagnostic::code).collect::<Vec<_>>()
        };
        let placed = load::read_placed(yaml.as_bytes());
        prop_assume!(placed.diagnostics.is_empty());
        prop_assert_eq!(codes(load::read(yaml.as_bytes())), codes(placed));
    }
}
