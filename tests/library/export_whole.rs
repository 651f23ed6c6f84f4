//! The JSON export has the whole brief: every field of the format, and every text of a file.

use std::fmt::Write as _;
use std::path::Path;

use brief::analysis::Edition;
use serde_json::Value;

use crate::{beside, json};

const PAGE: &str = include_str!("../fixtures/page.yaml");
/// An edition that follows another.
const SECOND: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/fixtures/editions/bridge-2.yaml"
);
const CHECKED: &str = include_str!("../fixtures/checked.yaml");

/// Where each type of the format is in the schema, and where what has its fields is in the export.
const TYPES: &[(&str, &str, &[&str])] = &[
    ("brief", "", &[]),
    ("voice", "/definitions/Voice", &["voices"]),
    ("source", "/definitions/Source", &["sources"]),
    (
        "archived",
        "/definitions/Source/properties/archived",
        &["sources", "archived"],
    ),
    ("update", "/definitions/Update", &["sources", "updates"]),
    (
        "date",
        "/definitions/Claim/properties/said",
        &["claims", "said"],
    ),
    ("issue", "/definitions/Issue", &["issues"]),
    ("claim", "/definitions/Claim", &["claims"]),
    ("quote", "/definitions/Quote", &["claims", "quotes"]),
    ("position", "/definitions/Position", &["positions"]),
    ("event", "/definitions/Event", &["events"]),
    ("tension", "/definitions/Tension", &["tensions"]),
    ("gap", "/definitions/Gap", &["gaps"]),
    ("left out", "/definitions/LeftOut", &["left_out"]),
    ("withdrawn", "/definitions/Withdrawn", &["withdrawn"]),
    ("allow", "/definitions/Allow", &["allow"]),
];

/// The fields that the export calls by another name.
const RENAMED: &[(&str, &str)] = &[
    ("claim.id", "key"),
    ("claim.voice", "voices"),
    ("claim.in", "sources"),
    ("claim.passage", "passages"),
    ("left out.in", "source"),
    ("left out.passage", "passages"),
    ("quote.kind", "kinds"),
    ("quote.voice", "voices"),
    ("position.of", "voice"),
    ("position.on", "issue"),
    ("event.date", "when"),
    ("event.as_given", "when"),
    ("tension.between", "claims"),
    ("tension.note", "text"),
    ("gap.of", "voices"),
    ("gap.about", "issues"),
    ("voice.group", "name"),
    ("voice.anonymous", "count"),
    ("source.short", "name"),
    ("withdrawn.claim", "key"),
];

/// The fields that say nothing of what is reported: the version of the format, which has a number
/// of its own here; files that are included, and that of the edition before, of which `changes` tells.
const LEFT_OUT: &[&str] = &["format", "include", "previous"];

fn exported(text: &str) -> Value {
    let checked = beside::check_with_lock(text, None);
    let edition = Edition::of(checked.brief.unwrap());
    serde_json::from_str(&brief::export::json(&edition)).unwrap()
}

/// Collects what stands at a path, each item of a list by itself.
fn at<'a>(value: &'a Value, path: &[&str], found: &mut Vec<&'a Value>) {
    match (value, path) {
        (Value::Array(items), _) => items.iter().for_each(|item| at(item, path, found)),
        (value, []) => found.push(value),
        (value, [name, rest @ ..]) => {
            if let Some(value) = value.get(name) {
                at(value, rest, found);
            }
        }
    }
}

fn is_given(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => true,
    }
}

#[test]
fn every_field_of_the_format_is_in_the_export() {
    let schema: Value = serde_json::from_str(&brief::schema::text()).unwrap();
    let second = beside::check(Path::new(SECOND));
    let second = brief::export::json(&Edition::of(second.brief.unwrap()));
    let second = serde_json::from_str(&second).unwrap();
    let exports = [exported(PAGE), exported(CHECKED), second];
    let mut lacking = String::new();
    for (name, place, path) in TYPES {
        let mut items = Vec::new();
        for export in &exports {
            at(export, path, &mut items);
        }
        let fields = schema.pointer(place).unwrap()["properties"]
            .as_object()
            .unwrap();
        for field in fields
            .keys()
            .filter(|field| !LEFT_OUT.contains(&field.as_str()))
            // All silenced rules stand in one list.
            .filter(|field| *field != "allow" || *name == "brief")
        {
            let full = format!("{name}.{field}");
            let renamed = RENAMED.iter().find(|(known, _)| *known == full);
            let called = renamed.map_or(field.as_str(), |(_, called)| called);
            if !items
                .iter()
                .any(|item| item.get(called).is_some_and(is_given))
            {
                _ = writeln!(
                    lacking,
                    "{full}: give it a value in page.yaml, and write it to JSON"
                );
            }
        }
    }
    assert!(lacking.is_empty(), "\n{lacking}");
}

#[test]
fn every_type_of_the_format_is_looked_at() {
    let schema: Value = serde_json::from_str(&brief::schema::text()).unwrap();
    for name in schema["definitions"].as_object().unwrap().keys() {
        let place = format!("/definitions/{name}");
        let is_there = TYPES.iter().any(|(_, of, _)| *of == place);
        // A run of claims is its claims.
        let is_apart = ["Run", "Attribution"].contains(&name.as_str());
        assert!(is_there || is_apart, "{name}: give it a row in TYPES");
    }
}

/// What the export says in another way: no number as none, a stance by a word of its own, and words
/// for a date that only repeat it not at all.
const OTHERWISE: &[&str] = &["unknown", "Friday, 16 May 2031"];

/// Collects the texts of a value, stances apart.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Null | Value::Bool(_) => {}
        Value::Number(number) => found.push(number.to_string()),
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(fields) => {
            let fields = fields.iter().filter(|(name, _)| *name != "stance");
            fields.for_each(|(_, value)| texts(value, found));
        }
    }
}

#[test]
fn every_text_of_a_file_is_in_the_export() {
    let mut exports = Vec::new();
    texts(&exported(PAGE), &mut exports);
    let exported = exports.join("\n");
    let mut given = Vec::new();
    texts(&json::of_text(PAGE.as_bytes()).unwrap(), &mut given);
    let lacking: Vec<&String> = given
        .iter()
        // Of Markdown only the words are there, and a DOI has one form.
        .filter(|text| !text.contains(['*', '`', '[', '\n']) && !text.contains("doi.org/"))
        .filter(|text| !OTHERWISE.contains(&text.as_str()))
        .filter(|text| !exported.contains(text.as_str()))
        .collect();
    assert!(lacking.is_empty(), "{lacking:#?}");
}

/// Each entry leads to the part for which its rule is silenced.
#[test]
fn silenced_rules_say_where() {
    let export = exported(PAGE);
    let mut given = json::of_text(PAGE.as_bytes()).unwrap();
    // A run of claims is its claims.
    let items = given["claims"].as_array().unwrap().iter();
    let claims = items.flat_map(|item| match item["claims"].as_array() {
        Some(claims) => claims.clone(),
        None => vec![item.clone()],
    });
    given["claims"] = claims.collect();
    let entries = export["allow"].as_array().unwrap();
    assert!(!entries.is_empty());
    for entry in entries {
        let pointer = entry["where"].as_str().unwrap();
        let (part, own) = (export.pointer(pointer), given.pointer(pointer));
        let expected = serde_json::json!({ "rule": entry["rule"], "reason": entry["reason"] });
        let allowed = own.unwrap()["allow"].as_array().unwrap();
        assert!(allowed.contains(&expected), "{entry}");
        if pointer.starts_with("/claims") {
            assert_eq!(part.unwrap()["key"], own.unwrap()["id"]);
        }
    }
    let whole = exported(include_str!("../fixtures/two-outlets.yaml"));
    assert_eq!(whole["allow"][0]["where"], "");
}
