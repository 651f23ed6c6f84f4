//! Finds the items in what other programs write around them.

use serde_json::{Map, Value};

use super::json;
use super::keys::cited_as;

/// Where items stand: Zotero's web interface has them under `items`, pandoc under `references`,
/// Crossref one under `message`, or a list under its `items`.
const AROUND: &[&str] = &["items", "references", "message"];

/// Returns the items of a text: a list of them, a list in an object, or one alone, as services for
/// DOIs give it.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Map<String, Value>>, String> {
    let items = found(json::read(bytes)?)?.into_iter().enumerate();
    let items = items
        .filter(|(_, item)| !item.is_null())
        .map(|(index, item)| match item {
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
    // What has a title and a list of items is a text that cites them, as pandoc writes it.
    let holds = if is_item(&whole) {
        is_list_of_items
    } else {
        holds_any
    };
    let inner = AROUND.iter().filter_map(|name| {
        let inner = whole.get_mut(*name)?;
        holds(inner).then(|| found(inner.take()))
    });
    let inner: Vec<_> = inner.collect::<Result<_, _>>()?;
    if !inner.is_empty() {
        return Ok(inner.into_iter().flatten().collect());
    }
    if is_item(&whole) {
        return Ok(vec![Value::Object(whole)]);
    }
    let mut items = whole.values().map(Value::as_object);
    if !whole.is_empty() && items.all(|item| item.is_some_and(is_item)) {
        return Ok(whole.into_iter().map(named).collect());
    }
    Err(expected(&format!("an object with {}", names(&whole))))
}

fn holds_any(inner: &Value) -> bool {
    inner.is_array() || inner.is_object()
}

fn is_list_of_items(inner: &Value) -> bool {
    let items = inner.as_array().filter(|items| !items.is_empty());
    let mut items = items.into_iter().flatten().map(Value::as_object).peekable();
    items.peek().is_some() && items.all(|item| item.is_some_and(is_item))
}

/// Returns an item that some program names by its id, with that name, unless it has an id itself.
fn named((name, mut item): (String, Value)) -> Value {
    let inner = match item.get("csljson") {
        Some(Value::Object(_)) => item.get_mut("csljson"),
        _ => Some(&mut item),
    };
    if let Some(Value::Object(fields)) = inner
        && cited_as(fields).is_none()
    {
        fields.insert("id".to_owned(), Value::from(name));
    }
    item
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
