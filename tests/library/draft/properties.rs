//! What holds of the draft of any text.

use brief::draft::{Tongue, statements_json};
use brief::evidence::{SoughtQuote, find};
use brief::phases::visible_text;
use proptest::prelude::*;
use serde_json::Value;

use super::{drafted, faults, snapshot};

/// Texts of sentences, marks and pieces of both, which no language's rules expect.
fn article() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "said",
        "Okafor",
        "Ada Okafor",
        "he",
        "she",
        "“",
        "”",
        "\"",
        "''",
        "«",
        "»",
        "—",
        ",",
        ".",
        ":",
        "\n\n",
        "\n",
        " ",
        " ",
        " ",
        "according to",
        "who",
        "the mayor",
        "told",
        "reporters",
        "that",
        "and",
        "It is late",
        "… [so]",
        "сказав",
        "був",
        "\u{AD}",
        "\u{200D}",
        "\u{3164}",
        "é",
        "𝒳",
        "TODO",
        "'",
        "’s",
        "(",
        ")",
        "Mr.",
        "U.S.",
        "12",
        "@desk",
        "praised",
        "was asked by",
        "# x",
        "{",
        "%",
        "\t",
        "漢字",
        "\u{0}",
    ]);
    let text = prop::collection::vec(
        prop_oneof![4 => pieces.prop_map(str::to_owned), 1 => "\\PC{0,6}"],
        0..60,
    );
    text.prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_place_is_in_the_text_and_every_quote_is_verified(text in article(), language in prop::sample::select(vec!["en", "uk"])) {
        let snapshot = snapshot(&text);
        let tongue = Tongue::of(language).unwrap();
        let shown = visible_text(&snapshot);
        let length = shown.chars().count();
        let json: Value = serde_json::from_str(&statements_json(&snapshot, tongue)).unwrap();
        for statement in json["statements"].as_array().unwrap() {
            let passages = std::iter::once(&statement["passage"]).chain(statement["quotes"].as_array().unwrap());
            for passage in passages {
                let [start, end] = [0, 1].map(|at| usize::try_from(passage[at].as_u64().unwrap()).unwrap());
                prop_assert!(start < end && end <= length, "{passage} of {length}");
            }
        }
        if let Some(draft) = drafted(&text, language) {
            let value: Value = serde_yaml::from_str(&draft.brief).unwrap();
            for quote in quotes(&value) {
                let text = quote["text"].as_str().unwrap();
                let edited = quote["kind"].to_string().contains("edited");
                let sought = SoughtQuote { edited, context: quote["context"].as_str(), ..SoughtQuote::of(text) };
                let [found] = find(&snapshot, &[sought]).try_into().unwrap();
                prop_assert!(found.check.is_verified(), "{text:?}");
            }
            let (is_brief, codes) = faults(&draft, true);
            prop_assert!(is_brief, "{codes:?}\n{}", draft.brief);
        }
    }
}

/// Returns the quotes of a brief, those in runs of claims too.
fn quotes(value: &Value) -> Vec<&Value> {
    match value {
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, value)| match (name.as_str(), value) {
                ("quotes", Value::Array(quotes)) => quotes.iter().collect(),
                _ => quotes(value),
            })
            .collect(),
        Value::Array(items) => items.iter().flat_map(quotes).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    }
}
