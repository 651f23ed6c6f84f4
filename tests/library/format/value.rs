//! What a field takes, in words.

use brief::model::{Doi, Edtf, HttpUrl, Key, Language};
use brief::phases::FILE_NAME_PATTERN;
use serde_json::Value;

/// The forms of texts, and what they are called; those with a section of their own are linked.
const FORMS: &[(&str, &str)] = &[
    (Key::PATTERN, "[id](#ids)"),
    (Edtf::PATTERN, "[date](#dates)"),
    (Language::PATTERN, "language tag (BCP 47)"),
    (HttpUrl::PATTERN, "http or https address"),
    (Doi::PATTERN, "DOI"),
    (FILE_NAME_PATTERN, "file name"),
    (r"\S", "text"),
];

/// Says what a field takes.
pub(crate) fn of(field: &Value) -> String {
    if let Some(items) = field.get("items") {
        return format!("list of {}", items_of(items));
    }
    if let Some(entries) = field
        .get("additionalProperties")
        .filter(|entries| entries.is_object())
    {
        return format!("[ids](#ids) to {}", items_of(entries));
    }
    if field.get("allOf").is_some() {
        return "[attribution](#attribution)".to_owned();
    }
    if let Some(items) = field.pointer("/anyOf/1/items") {
        return one_or_many_of(items);
    }
    if words(field).is_some() {
        return "one word of those below".to_owned();
    }
    if let Some(fields) = field.get("properties") {
        let made_of = [
            ("page", "[places](#places-in-sources)"),
            ("url", "[archived copy](#archived-copy)"),
            ("as_given", "[date](#date)"),
        ];
        let known = made_of.iter().find(|(name, _)| fields.get(name).is_some());
        return known.unwrap().1.to_owned();
    }
    match field.get("type").and_then(Value::as_str) {
        Some("integer") => "whole number".to_owned(),
        _ => text_of(field),
    }
}

/// Returns the schema of the words that a field takes: of one that may be left out, the first of two.
pub(crate) fn words(field: &Value) -> Option<&Value> {
    let may_be_left_out = field.pointer("/anyOf/0");
    let of = [field.get("items"), may_be_left_out, Some(field)];
    of.into_iter()
        .flatten()
        .find(|schema| schema.get("enum").is_some())
}

fn one_or_many_of(items: &Value) -> String {
    if items.get("enum").is_some() {
        return "one word of those below, or a list of such".to_owned();
    }
    let one = text_of(items);
    let name = one.trim_start_matches('[').split(']').next().unwrap();
    format!("{one}, or a list of {name}s")
}

fn items_of(items: &Value) -> String {
    if items.get("else").is_some() {
        return "[claims](#claim) and [runs](#run)".to_owned();
    }
    match items.get("$ref").and_then(Value::as_str) {
        Some(place) => {
            let name = place.rsplit('/').next().unwrap().to_lowercase();
            if name == "leftout" {
                return "[stretches](#left-out)".to_owned();
            }
            let several = match name.as_str() {
                "allow" => "rules".to_owned(),
                "withdrawn" => "withdrawn claims".to_owned(),
                _ => format!("{name}s"),
            };
            format!("[{several}](#{name})")
        }
        None if items.get("enum").is_some() => "words of those below".to_owned(),
        None => format!("{}s", text_of(items)),
    }
}

fn text_of(field: &Value) -> String {
    let pattern = field.get("pattern").and_then(Value::as_str);
    let form = pattern.and_then(|given| FORMS.iter().find(|(pattern, _)| *pattern == given));
    form.map_or("number of people, or `unknown`", |(_, name)| name)
        .to_owned()
}

/// Shows the first example of a field as YAML, if it has one.
pub(crate) fn example(field: &Value) -> String {
    let examples = field.get("examples").and_then(Value::as_array);
    match examples.and_then(|examples| examples.first()) {
        Some(Value::String(text)) => format!("`{text}`"),
        Some(Value::Array(items)) => {
            let items: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            format!("`[{}]`", items.join(", "))
        }
        Some(other) => format!("`{other}`"),
        None => String::new(),
    }
}
