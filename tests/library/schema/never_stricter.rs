//! The schema never refuses what a check accepts.

use std::sync::LazyLock;

use brief::model::{Doi, Edtf, HttpUrl, Key, Language};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::refusals;
use crate::{generated, json as as_json};

/// A sound brief that has every part of the format.
static SOUND: LazyLock<Value> = LazyLock::new(|| {
    let text = include_bytes!("../../fixtures/page.yaml");
    as_json::of_text(text).unwrap()
});

/// Where its values stand.
static PLACES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut found = Vec::new();
    pointers(&SOUND, "", &mut found);
    found
});

/// What may stand anywhere: every type, and every form that a field can have.
fn values() -> Vec<Value> {
    let texts = [
        "",
        " ",
        "x",
        "a-b",
        "A b",
        "unknown",
        "03",
        "+2",
        "null",
        "full",
        "report",
        "en",
        "de-CH",
        "2031",
        "2031-05",
        "2031-05-16?",
        "../2031",
        "2031/",
        "https://a.example/b",
        "http://[::1]",
        "doi:10.5555/a",
        "https://doi.org/10.5555/a%3Cb",
        "a.txt",
        " a.txt",
        ".a",
        "courier",
        "aurora",
        "water",
        "less-water",
        "supports",
        "a\nb",
        "long-cell",
        "[@less-water]",
        "Said [@less-water].",
    ];
    let mut values: Vec<Value> = texts.iter().map(|text| json!(text)).collect();
    let lists = ["a", "courier", "aurora", "water", "less-water", "full"];
    values.extend(lists.iter().map(|text| json!([text])));
    values.extend([
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(2031),
        json!(-1),
        json!(1.5),
        json!([]),
        json!({}),
        json!(["a", "a"]),
        json!({ "date": "2031" }),
        json!({ "page": "12" }),
        json!({ "page": 12, "sub-verbo": true }),
        json!({ "url": "https://a.example/b", "date": "2031" }),
        json!([{ "kind": "retracted" }]),
    ]);
    values
}

/// Returns the pointer of every value of a document, the document itself apart.
fn pointers(value: &Value, prefix: &str, found: &mut Vec<String>) {
    let mut go = |key: &str, value: &Value| {
        let pointer = format!("{prefix}/{}", key.replace('~', "~0").replace('/', "~1"));
        pointers(value, &pointer, found);
        found.push(pointer);
    };
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                go(&at.to_string(), item);
            }
        }
        Value::Object(entries) => entries.iter().for_each(|(key, value)| go(key, value)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Takes a value out of a document.
fn remove(document: &mut Value, pointer: &str) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        Value::Array(items) => {
            items.remove(key.parse().unwrap());
        }
        Value::Object(entries) => {
            entries.shift_remove(&key.replace("~1", "/").replace("~0", "~"));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Asserts that the schema accepts a document if a check does; says whether it does.
#[track_caller]
fn agrees(document: &Value) -> bool {
    // JSON is YAML.
    let text = serde_json::to_string(document).unwrap() + "\n";
    let accepted = !brief::Input::new(&text).check().diagnostics.has_errors();
    if accepted {
        let refusals = refusals(document);
        assert!(refusals.is_empty(), "{refusals:#?}\n{document}");
    }
    accepted
}

/// Says whether a value stands for a required text: the one place where nothing is a text.
fn is_written_nothing(document: &Value, pointer: &str, value: &Value) -> bool {
    value.is_null()
        && document
            .pointer(pointer)
            .is_some_and(|old| !old.is_object())
}

#[test]
fn generated_briefs_are_accepted() {
    for claims in [1, 2, 7, 40] {
        let text = generated::brief(claims);
        assert!(agrees(&as_json::of_text(text.as_bytes()).unwrap()));
    }
}

/// What may have nothing after it in YAML.
#[test]
fn fields_with_nothing_after_them_are_accepted() {
    let sound = include_str!("../../fixtures/minimal.yaml");
    let mut accepted = 0;
    for line in sound.lines() {
        let Some((field, _)) = line.split_once(": ") else {
            continue;
        };
        let empty = format!("{field}:");
        let text = sound.replacen(line, &empty, 1);
        if !brief::Input::new(&text).check().diagnostics.has_errors() {
            let refusals = refusals(&as_json::of_text(text.as_bytes()).unwrap());
            assert!(refusals.is_empty(), "{empty}: {refusals:?}");
            accepted += 1;
        }
    }
    assert!(accepted > 5, "{accepted}");
}

/// Lists that a file which the brief includes may bring.
#[test]
fn a_brief_without_lists_that_it_includes_is_accepted() {
    let mut brief = SOUND.clone();
    let shared = json!({ "voices": brief["voices"], "sources": brief["sources"] });
    let shared = Shared(serde_json::to_vec(&shared).unwrap());
    brief["include"] = json!("desk.yaml");
    for (voices, sources) in [
        (None, None),
        (Some(json!({})), None),
        (None, Some(json!({}))),
    ] {
        let mut brief = brief.clone();
        for (list, value) in [("voices", voices), ("sources", sources)] {
            remove(&mut brief, &format!("/{list}"));
            if let Some(value) = value {
                brief[list] = value;
            }
        }
        let text = serde_json::to_string(&brief).unwrap() + "\n";
        let checked = brief::Input::new(&text).with(&shared).check();
        assert!(
            !checked.diagnostics.has_errors(),
            "{:?}",
            checked.diagnostics
        );
        let refused = refusals(&brief);
        assert!(refused.is_empty(), "{refused:?}");
        // Without an include they are missing.
        remove(&mut brief, "/include");
        assert!(!refusals(&brief).is_empty());
    }
}

struct Shared(Vec<u8>);

impl brief::Loader for Shared {
    fn included(&self, _: &str) -> Result<Vec<u8>, String> {
        Ok(self.0.clone())
    }
}

fn matches(pattern: &str, text: &str) -> bool {
    jsonschema::draft7::is_valid(&json!({ "pattern": pattern }), &json!(text))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn whatever_stands_in_a_field_a_check_refuses_it_first(
        place in prop::sample::select(&*PLACES),
        value in prop::option::weighted(0.9, prop::sample::select(values())),
    ) {
        let mut changed = SOUND.clone();
        match value {
            None => remove(&mut changed, &place),
            Some(value) if is_written_nothing(&SOUND, &place, &value) => {}
            Some(value) => *changed.pointer_mut(&place).unwrap() = value,
        }
        agrees(&changed);
    }
}

proptest! {
    #[test]
    fn ids_languages_and_addresses_have_their_form(text in "[a-zA-Z0-9é-]{0,12}", rest in "[^\\p{C}]{0,8}") {
        prop_assert_eq!(matches(Key::PATTERN, &text), Key::parse(&text).is_ok(), "{}", text);
        let language = Language::parse(&text).is_ok();
        prop_assert_eq!(matches(Language::PATTERN, &text), language, "{}", text);
        for scheme in ["http", "HTTPS", "ftp"] {
            let url = format!("{scheme}://{text}{rest}");
            if HttpUrl::parse(&url).is_ok() {
                prop_assert!(matches(HttpUrl::PATTERN, &url), "{}", url);
            }
        }
    }

    #[test]
    fn identifiers_have_their_form(
        text in "(doi: ?|DOI:|https?://(dx\\.|WWW\\.)?doi\\.org/|)1[01]\\.[0-9]{3,10}(\\.[0-9]{0,2})?/[a-zé<%#() ]{0,6}",
    ) {
        if Doi::parse(&text).is_ok() {
            prop_assert!(matches(Doi::PATTERN, &text), "{}", text);
        }
    }

    #[test]
    fn dates_have_their_form(
        text in "(-?[0-9]{1,4}[0-9X]{0,2}(-[0-9X]{2}){0,2}[?~%]?|\\.\\.|)(/(-?[0-9]{2,4}X{0,2}(-[01X][0-9X]){0,2}[?~%]?|\\.\\.|))?|Y-?[0-9]{1,12}|20[0-9]{2}-0[1-9]-1[0-9]T[0-2][0-9](:[0-5][0-9]){2}(Z|[+-][01][0-9](:[0-5][0-9])?)?",
    ) {
        if Edtf::parse(&text).is_ok() {
            prop_assert!(matches(Edtf::PATTERN, &text), "{}", text);
        }
    }
}
