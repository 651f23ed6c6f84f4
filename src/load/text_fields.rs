//! Tells fields that hold text, of which the words are free, from those of ids, numbers and words of lists.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use schemars::SchemaGenerator;
use serde_json::Value;

use super::document::Document;
use super::yaml_lines::{Line, lines_before};

/// How many lines above a value its key is looked for in.
const MOST_LINES: usize = 100;

/// Whether the fields of each name hold text; nothing where some do.
static FIELDS: LazyLock<BTreeMap<String, Option<bool>>> = LazyLock::new(|| {
    let schema = SchemaGenerator::default().into_root_schema_for::<Document>();
    let mut fields = BTreeMap::new();
    collect(schema.as_value(), &mut fields);
    fields
});

fn collect(schema: &Value, fields: &mut BTreeMap<String, Option<bool>>) {
    let of_mapping = schema.as_object().into_iter().flat_map(|all| all.values());
    for value in of_mapping.chain(schema.as_array().into_iter().flatten()) {
        collect(value, fields);
    }
    let properties = schema.get("properties").and_then(Value::as_object);
    for (name, field) in properties.into_iter().flatten() {
        let is_text = Some(is_text(field));
        let known = fields.entry(name.clone()).or_insert(is_text);
        if *known != is_text {
            *known = None;
        }
    }
}

fn is_text(field: &Value) -> bool {
    let is_free = ["pattern", "enum", "const", "format"]
        .iter()
        .all(|bound| field.get(bound).is_none());
    let is_string = |kind: &Value| {
        kind == "string"
            || kind
                .as_array()
                .is_some_and(|kinds| kinds.iter().any(|kind| kind == "string"))
    };
    let any = field.get("anyOf").and_then(Value::as_array);
    is_free && field.get("type").is_some_and(is_string)
        || field.get("items").is_some_and(is_text)
        || any.is_some_and(|any| any.iter().any(is_text))
}

/// Says whether the value at a byte is that of a field that holds text; nothing where that is not known.
pub(super) fn holds_text(text: &str, byte: usize) -> Option<bool> {
    FIELDS.get(field_of(text, byte)?).copied().flatten()
}

/// Returns the key that a value has, or the list in which it is.
fn field_of(text: &str, byte: usize) -> Option<&str> {
    let mut lines = lines_before(text, byte);
    let own = lines.next()?;
    if let Some((before, _)) = own.text.get(..byte - own.start)?.rsplit_once(':') {
        let before = before.trim_end_matches(['"', '\'']);
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
        let (_, word) = before.split_at(before.trim_end_matches(is_word).len());
        return Some(word);
    }
    let is_above = |line: &Line<'_>| line.indent() <= own.indent();
    let mut keys = lines.take(MOST_LINES).filter(is_above).filter_map(|line| {
        let (key, rest) = line.parted_key()?;
        (line.indent() < own.indent() || rest.trim().is_empty()).then_some(key)
    });
    keys.next()
}
