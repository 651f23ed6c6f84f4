//! Nothing of a library is lost without a word.

use brief::Input;
use brief::diagnostics::Severity;
use brief::import::csl_json;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// The fields of a source that may hold what a field of an item says.
fn fields_for(name: &str) -> &[&str] {
    match name {
        "title" => &["title"],
        "title-short" => &["short"],
        "container-title" => &["publisher", "container_title"],
        "publisher" => &["publisher"],
        "volume" => &["volume"],
        "issue" => &["issue"],
        "page" => &["pages"],
        "number" => &["number"],
        "authority" => &["authority"],
        "event" | "event-title" => &["event_title"],
        "URL" => &["url"],
        "DOI" => &["doi"],
        "language" => &["lang"],
        "archive_location" => &["archived"],
        "type" => &["type"],
        "issued" => &["issued"],
        "accessed" => &["accessed"],
        "author" => &["author"],
        _ => &[],
    }
}

/// Returns the fields of an item that its entry neither has, each in its place, nor names.
fn lost(item: &Map<String, Value>, entry: &str) -> Vec<String> {
    let source: Value = serde_yaml::from_str(entry).unwrap();
    let remarks = entry
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("# "));
    let remarks: Vec<&str> = remarks.collect();
    let listed = |words: &str| -> Vec<String> {
        let lists = remarks
            .iter()
            .filter_map(|remark| remark.strip_prefix(words));
        let lists = lists
            .flat_map(|list| serde_yaml::from_str::<Vec<Value>>(&format!("[{list}]")).unwrap());
        lists.flat_map(|name| texts(&name)).collect()
    };
    let left_out = listed("left out: ");
    let left_of_author = listed("left out of author: ");
    let fields = item.iter().filter(|(name, value)| {
        if left_out.contains(name) {
            return false;
        }
        let held: Vec<String> = fields_for(name)
            .iter()
            .filter_map(|field| source.get(field))
            .flat_map(texts)
            .collect();
        let of_field = |remark: &&str| {
            let of = |name: &str| remark.starts_with(&format!("{name} "));
            of(name) || fields_for(name).iter().any(|field| of(field))
        };
        let told: Vec<&str> = remarks
            .iter()
            .copied()
            .filter(|remark| of_field(remark) || *name == "type")
            .collect();
        let is_told = |text: &str| told.iter().any(|remark| has_whole(remark, text));
        match name.as_str() {
            "author" => !has_letters(&held, &said(value, &left_of_author)),
            "issued" | "accessed" => {
                let mut said = texts(value).into_iter();
                !said.all(|text| is_in_date(&held, &text) || is_told(&text))
            }
            _ => {
                let is_held = |text: &str| {
                    held.iter()
                        .any(|held| held.to_lowercase() == text.to_lowercase())
                };
                !texts(value)
                    .iter()
                    .all(|text| is_held(text) || is_told(text))
            }
        }
    });
    fields.map(|(name, _)| name.clone()).collect()
}

/// Says whether a text stands in another as a whole: 1 is not in 12.
fn has_whole(text: &str, part: &str) -> bool {
    text.match_indices(part).any(|(at, _)| {
        let (before, rest) = text.split_at(at);
        let after = &rest[part.len()..];
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    })
}

/// Says whether some texts hold all letters of others, each as often.
fn has_letters(held: &[String], said: &[String]) -> bool {
    let mut held: Vec<char> = held.iter().flat_map(|text| text.chars()).collect();
    let mut letters = said.iter().flat_map(|text| text.chars());
    letters.all(|letter| {
        let at = held.iter().position(|held| *held == letter);
        at.map(|at| held.swap_remove(at)).is_some()
    })
}

/// Returns the texts of names, but for those of some parts.
fn said(names: &Value, without: &[String]) -> Vec<String> {
    if let Value::Array(names) = names {
        names.iter().flat_map(|name| said(name, without)).collect()
    } else if let Value::Object(parts) = names {
        let parts = parts.iter().filter(|(part, _)| !without.contains(part));
        parts.flat_map(|(_, text)| texts(text)).collect()
    } else {
        texts(names)
    }
}

/// Says whether a date holds a text, or a number among its own.
fn is_in_date(held: &[String], text: &str) -> bool {
    let Ok(number) = text.parse::<i64>() else {
        return held.iter().any(|held| held.contains(text));
    };
    let numbers = held
        .iter()
        .flat_map(|held| held.split(|c: char| !c.is_ascii_digit()));
    let mut numbers = numbers.filter_map(|held| held.parse::<i64>().ok());
    // A month that is 0 is none, a season has 20 added, and before our era EDTF counts from 0.
    number == 0
        || numbers.any(|held| {
            held == number || held == number + 20 || (number < 0 && held == -number - 1)
        })
}

/// Returns all texts and numbers in a value, in the spelling that a brief has for them.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Null | Value::Bool(_) => Vec::new(),
        Value::Number(number) => vec![number.to_string()],
        Value::String(text) => Some(text.trim().to_owned())
            .filter(|text| !text.is_empty())
            .into_iter()
            .collect(),
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

#[test]
fn values_of_json_are_taken_as_they_are_written() {
    for (item, told) in [
        (r#"{"volume": 4.10}"#, "volume: \"4.10\""),
        (
            r#"{"number": 12345678901234567890123}"#,
            "\"12345678901234567890123\"",
        ),
        (
            r#"{"issued": {"date-parts": [[2014.0, 12, -0]]}}"#,
            "date: \"2014-12",
        ),
        (r#"{"title": "Wow \ud83d"}"#, "title: \"Wow \u{FFFD}\""),
        (r#"{"title": "Wow \ud83d"}"#, "# title has lost a letter"),
        (
            r#"{"archive_location": "https://a.example/?b=1&amp;c=2"}"#,
            "{ url: \"https://a.example/?b=1&c=2\" }",
        ),
        (
            r#"{"title": "On <mml:math><mml:mi>x</mml:mi></mml:math>"}"#,
            "# title has a formula",
        ),
        (r#"{"publisher": "A", "title-short": "B"}"#, "short: \"B\""),
        (
            r#"{"title": "&lt;i&gt;Nature&lt;/i&gt;"}"#,
            "title: \"Nature\"",
        ),
        (
            r#"{"title": "R&amp;amp;D"}"#,
            "# title was escaped twice: \"R&amp;amp;D\"",
        ),
        (
            r#"{"title": "From &lt;b&gt; to &lt;/b&gt;"}"#,
            "# title is left as it stands",
        ),
        (
            r#"{"URL": "https://a.example/?b=1&amp;amp;c=2"}"#,
            "url: \"https://a.example/?b=1&c=2\"",
        ),
        (r#"{"title": "TODO"}"#, "# title is still to be written"),
    ] {
        let yaml = csl_json(format!("[{item}]").as_bytes()).unwrap();
        assert!(yaml.contains(told), "{item}: {yaml}");
    }
}

/// A text that is longer than `check` takes is named as it is, and not cut: another one would be untrue.
#[test]
fn what_is_too_long_for_a_brief_is_told() {
    let long = |count: usize| "ж".repeat(count);
    let periodical = |container: usize, title: usize| json!({ "type": "webpage", "title": long(title), "container-title": long(container) });
    let told = "title has more than 1000 characters";
    let title = entry(&periodical(300, 1_001));
    assert!(title.contains(&format!("# {told}, and is left out: \"{}\"", long(1_001))));
    assert!(title.contains("publisher: \"ж") && !title.contains("title: \""));
    assert!(!entry(&periodical(300, 1_000)).contains('#'));
    let container = entry(&periodical(301, 10));
    assert!(container.contains("container_title: \"ж") && !container.contains('#'));
    let unnamed = entry(&json!({ "type": "book", "title": long(1_001), "publisher": long(301) }));
    assert!(unnamed.contains("# publisher has more than 300 characters"));
    assert!(unnamed.contains("# no title, no publisher"));
}

/// The name of a source that has no title is exported, and imported again.
#[test]
fn a_short_name_goes_out_and_comes_back() {
    let sources =
        "sources:\n  s: { type: article, publisher: P, short: S }\n  t: { type: book, short: T }\n";
    let brief = format!("{BEGINNING}    in: [s, t]\n{sources}");
    let checked = Input::new(&brief).check();
    let edition = brief::Edition::of(checked.brief.unwrap());
    let back = csl_json(brief::export::csl_json(&edition).as_bytes()).unwrap();
    for short in ["short: \"S\"", "short: \"T\""] {
        assert!(back.contains(short), "{back}");
    }
}

fn word() -> impl Strategy<Value = Value> {
    prop_oneof![
        "[A-Za-zÀ-ÿА-я王小明]{1,8}( [a-z]{1,5})?".prop_map(Value::from),
        Just(Value::from("")),
        (1_u32..4000).prop_map(Value::from),
        Just(Value::Null),
    ]
}

/// Texts that a brief does not take, or takes for something else.
fn odd() -> impl Strategy<Value = Value> {
    let long = (1_usize..1_100, "[A-Zäж水]").prop_map(|(count, letter)| letter.repeat(count));
    let marks = prop::sample::select(vec![
        "&lt;i&gt;a&lt;/i&gt;",
        "&amp;amp;",
        "&#x202E;",
        "<i>",
        "# ",
        ": ",
        "\"",
        "\\",
        "{",
        "\n",
        "TODO",
        "https://a.example/",
        "10.1000/",
    ]);
    let marked = ("[a-z]{0,3}", marks, any::<String>()).prop_map(|(a, b, c)| format!("{a}{b}{c}"));
    prop_oneof![long, Just("TODO: ask".to_owned()), any::<String>(), marked].prop_map(Value::from)
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
    let flag = any::<bool>().prop_map(Value::from);
    let part = prop_oneof![
        6 => (prop::sample::select(fields), word()),
        1 => (Just("static-ordering"), flag),
    ];
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

const TEXTS: [&str; 20] = [
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

/// Fields of which a brief may not take the text as it is.
fn odd_field() -> impl Strategy<Value = (String, Value)> {
    let name = prop::sample::select([&TEXTS[..], &["id", "author", "issued", "accessed"]].concat());
    (name, odd()).prop_map(|(name, value)| (name.to_owned(), value))
}

fn field() -> impl Strategy<Value = (String, Value)> {
    let texts = TEXTS.to_vec();
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
        prop::collection::vec(prop_oneof![2 => field().boxed(), 1 => odd_field().boxed()], 0..8), 1..4)) {
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
