//! Nothing of a library is lost without a word.

use brief::Input;
use brief::diagnostics::Severity;
use brief::import::csl_json;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Returns the fields of an item that its entry neither has nor names in a comment.
fn lost(item: &Map<String, Value>, entry: &str) -> Vec<String> {
    let (comments, values): (Vec<&str>, Vec<&str>) = entry
        .lines()
        .partition(|line| line.trim_start().starts_with('#'));
    let (comments, values) = (comments.join("\n"), values.join("\n"));
    let fields = item.iter().filter(|(name, value)| {
        let is_named = comments.contains(name.as_str());
        !is_named && texts(value).iter().any(|text| !values.contains(text))
    });
    fields.map(|(name, _)| name.clone()).collect()
}

/// Returns all texts and numbers in a value, in the spelling that a brief has for them.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Null | Value::Bool(_) => Vec::new(),
        Value::Number(number) => vec![number.to_string().trim_start_matches('-').to_owned()],
        Value::String(text) => vec![text.trim().to_owned()],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(fields) => {
            // That a date is about so is a mark, not a text.
            let texts_of = fields.iter().filter(|(name, _)| *name != "circa");
            texts_of.flat_map(|(_, value)| texts(value)).collect()
        }
    }
}

/// Returns an item's entry, after its key.
fn entry(item: &Value) -> String {
    let yaml = csl_json(json!([item]).to_string().as_bytes()).unwrap();
    let read: serde_yaml::Value = serde_yaml::from_str(&yaml).unwrap();
    let sources = read.get("sources").and_then(|it| it.as_mapping()).unwrap();
    assert_eq!(sources.len(), 1, "{yaml}");
    yaml.splitn(3, '\n').nth(2).unwrap().to_owned()
}

fn word() -> impl Strategy<Value = Value> {
    prop_oneof![
        "[A-Za-zÀ-ÿА-я王小明]{1,8}( [a-z]{1,5})?".prop_map(Value::from),
        Just(Value::from("")),
        (1_u32..4000).prop_map(Value::from),
        Just(Value::Null),
    ]
}

fn date() -> impl Strategy<Value = Value> {
    let number = || {
        prop_oneof![
            (-50_i64..2100).prop_map(Value::from),
            (0_i64..25).prop_map(Value::from),
            (0_i64..25).prop_map(|number| Value::from(number.to_string())),
            Just(Value::Null),
            Just(Value::from("")),
        ]
    };
    let day = prop::collection::vec(number(), 0..5);
    let days = prop::collection::vec(day, 0..4);
    let others = prop::collection::vec(
        (
            prop::sample::select(vec!["season", "circa", "literal", "raw", "edtf", "note"]),
            prop_oneof![word(), number(), any::<bool>().prop_map(Value::from)],
        ),
        0..3,
    );
    (prop::option::of(days), others).prop_map(|(days, others)| {
        let mut date: Map<String, Value> = others
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        if let Some(days) = days {
            date.insert("date-parts".to_owned(), json!(days));
        }
        Value::Object(date)
    })
}

fn names() -> impl Strategy<Value = Value> {
    let fields = vec![
        "family",
        "given",
        "dropping-particle",
        "non-dropping-particle",
        "suffix",
        "literal",
        "name",
        "ORCID",
        "affiliation",
    ];
    let part = (prop::sample::select(fields), word());
    let name = prop::collection::vec(part, 0..4).prop_map(|parts| {
        let parts = parts.into_iter();
        Value::Object(
            parts
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
        )
    });
    let name = prop_oneof![4 => name, 1 => word()].boxed();
    prop_oneof![
        prop::collection::vec(name.clone(), 0..3).prop_map(Value::from),
        name,
    ]
}

fn field() -> impl Strategy<Value = (String, Value)> {
    let texts = vec![
        "title",
        "title-short",
        "container-title",
        "publisher",
        "publisher-place",
        "volume",
        "issue",
        "page",
        "number",
        "authority",
        "event",
        "event-title",
        "URL",
        "DOI",
        "language",
        "archive_location",
        "type",
        "edition",
        "note",
        "x y",
    ];
    let value = prop_oneof![
        3 => word(),
        1 => prop::collection::vec(word(), 0..3).prop_map(Value::from),
        1 => word().prop_map(|word| json!({ "a": word })),
        1 => any::<bool>().prop_map(Value::from),
    ];
    let named = |name: &str, value: Value| (name.to_owned(), value);
    prop_oneof![
        6 => (prop::sample::select(texts), value).prop_map(move |(name, value)| named(name, value)),
        1 => date().prop_map(move |date| named("issued", date)),
        1 => date().prop_map(move |date| named("accessed", date)),
        1 => names().prop_map(move |names| named("author", names)),
        1 => names().prop_map(move |names| named("editor", names)),
    ]
}

proptest! {
    #[test]
    fn every_value_is_taken_or_named(fields in prop::collection::vec(field(), 0..8)) {
        let item: Map<String, Value> = fields.into_iter().collect();
        let entry = entry(&Value::Object(item.clone()));
        prop_assert_eq!(lost(&item, &entry), Vec::<String>::new(), "{:?}\n{}", item, entry);
    }

    /// What it makes are sound sources, but for a name that an item may lack.
    #[test]
    fn what_is_imported_is_sound(items in prop::collection::vec(
        prop::collection::vec(field(), 0..8), 1..4)) {
        let items = items.into_iter().map(|fields| Value::Object(fields.into_iter().collect()));
        let items = Value::Array(items.collect());
        let sources = csl_json(items.to_string().as_bytes()).unwrap();
        let read: serde_yaml::Value = serde_yaml::from_str(&sources).unwrap();
        let keys = read.get("sources").and_then(|it| it.as_mapping()).unwrap().keys();
        let keys: Vec<String> = keys.map(|key| format!("{:?}", key.as_str().unwrap())).collect();
        let brief = format!("{BEGINNING}    in: [{}]\n{sources}", keys.join(", "));
        let checked = Input::new(&brief).check();
        let faults = checked.diagnostics.iter().filter(|fault| {
            fault.severity() == Severity::Error && !fault.message().ends_with("has no name")
        });
        let faults: Vec<String> = faults.map(|fault| fault.message().to_owned()).collect();
        prop_assert_eq!(faults, Vec::<String>::new(), "{}", brief);
    }
}

const BEGINNING: &str = "\
format: 1
topic: A dam
title: A dam is planned
lang: en
as_of: 9000-01-01
edition: 1
bottom_line: A dam is planned, the mayor says [@dam].
voices:
  mayor: { name: Rosa Lind }
claims:
  - id: dam
    says: A dam is planned.
    voice: mayor
    said: { date: 2031 }
";
