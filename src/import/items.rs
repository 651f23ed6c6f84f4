//! Finds the items in what other programs write around them.

use serde_json::{Map, Value};

/// Where lists of items stand: Zotero's web interface has them under `items`, pandoc under
/// `references`.
const LISTS: &[&str] = &["items", "references"];

/// Returns the items of a text: a list of them, a list in an object, or one alone, as services for
/// DOIs give it.
pub(super) fn read(text: &str) -> Result<Vec<Map<String, Value>>, String> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let items = match serde_json::from_str(text).map_err(|error| error.to_string())? {
        Value::Array(items) => items,
        Value::Object(mut whole) => match LISTS.iter().find_map(|name| list(&mut whole, name)) {
            Some(items) => items,
            None if is_item(&whole) => vec![Value::Object(whole)],
            None => return Err(expected(&format!("an object with {}", names(&whole)))),
        },
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            return Err(expected("another value"));
        }
    };
    let items = items.into_iter().enumerate();
    let items = items.map(|(index, item)| match item {
        Value::Object(item) => Ok(item),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            Err(format!("item {} of the list is no object", index + 1))
        }
    });
    items.collect()
}

fn list(whole: &mut Map<String, Value>, name: &str) -> Option<Vec<Value>> {
    whole.get_mut(name)?.as_array_mut().map(std::mem::take)
}

fn is_item(whole: &Map<String, Value>) -> bool {
    let marks = ["type", "title", "DOI", "URL"];
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

fn expected(found: &str) -> String {
    format!("expected a list of items, or one under `items` or `references`; found {found}")
}
