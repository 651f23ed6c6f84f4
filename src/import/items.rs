//! Finds the items in what other programs write around them.

use serde_json::{Map, Value};

use super::json;

/// Where items stand: Zotero's web interface has them under `items`, pandoc under `references`,
/// Crossref one under `message`, or a list under its `items`.
const AROUND: &[&str] = &["items", "references", "message"];

/// Returns the items of a text: a list of them, a list in an object, or one alone, as services for
/// DOIs give it.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Map<String, Value>>, String> {
    let items = found(json::read(bytes)?)?.into_iter().enumerate();
    let items = items.map(|(index, item)| match item {
        Value::Object(mut item) => match item.get_mut("csljson").map(Value::take) {
            // Zotero's web interface has the item beside others of its forms, if asked so.
            Some(Value::Object(item)) => Ok(item),
            Some(other) => Err(format!(
                "`csljson` of item {} is {}",
                index + 1,
                noun(&other)
            )),
            None => Ok(item),
        },
        other @ (Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::String(_)
        | Value::Array(_)) => Err(format!(
            "item {} of the list is {}",
            index + 1,
            noun(&other)
        )),
    });
    items.collect()
}

fn found(value: Value) -> Result<Vec<Value>, String> {
    let mut whole = match value {
        Value::Array(items) => return Ok(items),
        Value::Object(whole) => whole,
        other @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => {
            return Err(expected(noun(&other)));
        }
    };
    if is_item(&whole) {
        return Ok(vec![Value::Object(whole)]);
    }
    let inner = AROUND.iter().find_map(|name| {
        let inner = whole.get_mut(*name)?;
        (inner.is_array() || inner.is_object()).then(|| inner.take())
    });
    match inner {
        Some(inner) => found(inner),
        // Some programs name each by its id.
        None if !whole.is_empty()
            && whole
                .values()
                .all(|item| item.as_object().is_some_and(is_item)) =>
        {
            Ok(whole.into_iter().map(|(_, item)| item).collect())
        }
        None => Err(expected(&format!("an object with {}", names(&whole)))),
    }
}

fn is_item(whole: &Map<String, Value>) -> bool {
    let marks = ["type", "title", "DOI", "URL", "issued", "author", "csljson"];
    marks.iter().any(|name| whole.contains_key(*name))
}

fn names(whole: &Map<String, Value>) -> String {
    const MOST: usize = 5;
    let names = whole.keys().take(MOST).map(|name| format!("`{name}`"));
    let names: Vec<String> = names.collect();
    if names.is_empty() {
        return "nothing in it".to_owned();
    }
    names.join(", ")
}

fn noun(value: &Value) -> &'static str {
    match value {
        Value::Null => "`null`",
        Value::Bool(_) => "a truth value",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

fn expected(found: &str) -> String {
    format!("expected a list of items, or one under `items` or `references`; found {found}")
}
