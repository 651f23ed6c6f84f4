//! Writes one brief in the layouts that people and programs give it.

use serde_yaml::{Mapping, Value};

/// How a brief may be laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// A field a line, each text in quote marks.
    Block,
    /// Marks of items on lines of their own, and Windows' line breaks.
    Dashes,
    /// Items and entries in brackets, a line each.
    Flow,
    Json,
    /// JSON without a space.
    Compact,
}

pub(super) const LAYOUTS: [Layout; 5] = [
    Layout::Block,
    Layout::Dashes,
    Layout::Flow,
    Layout::Json,
    Layout::Compact,
];

impl Layout {
    pub(super) fn write(self, value: &Value) -> Option<String> {
        Some(match self {
            Self::Block => block(value, 0, false),
            Self::Dashes => block(value, 0, true).replace('\n', "\r\n"),
            Self::Flow => {
                let top = value.as_mapping()?;
                all(top, |(key, value)| {
                    format!("{}: {}\n", text(key), items(value))
                })
            }
            Self::Json => serde_json::to_string_pretty(value).ok()? + "\n",
            Self::Compact => serde_json::to_string(value).ok()?,
        })
    }
}

/// Writes a key plain, and a text in quote marks unless it is a word.
fn text(value: &Value) -> String {
    let Some(text) = value.as_str() else {
        return serde_json::to_string(value).unwrap();
    };
    let is_word = |c: char| c.is_ascii_lowercase() || matches!(c, '-' | '_');
    let is_plain = text.chars().all(is_word) && text.starts_with(|c: char| c.is_ascii_lowercase());
    if is_plain && !matches!(text, "on" | "null" | "true" | "false" | "yes" | "no") {
        return text.to_owned();
    }
    serde_json::to_string(text).unwrap()
}

fn is_empty(value: &Value) -> bool {
    value.as_sequence().is_some_and(Vec::is_empty)
        || value.as_mapping().is_some_and(Mapping::is_empty)
}

/// Writes each of several parts, one after the other.
fn all<T>(parts: impl IntoIterator<Item = T>, write: impl Fn(T) -> String) -> String {
    parts.into_iter().map(write).collect::<Vec<_>>().concat()
}

fn block(value: &Value, column: usize, dashes: bool) -> String {
    let indent = " ".repeat(column);
    let below = |value: &Value| {
        if is_empty(value) || !(value.is_sequence() || value.is_mapping()) {
            format!(" {}\n", flow(value))
        } else {
            format!("\n{}", block(value, column + 2, dashes))
        }
    };
    if let Some(fields) = value.as_mapping() {
        return all(fields, |(key, value)| {
            format!("{indent}{}:{}", text(key), below(value))
        });
    }
    let items = value.as_sequence().into_iter().flatten();
    all(items, |item| {
        let written = below(item);
        if dashes {
            format!("{indent}-{written}")
        } else {
            format!("{indent}- {}", written.trim_start_matches(['\n', ' ']))
        }
    })
}

fn items(value: &Value) -> String {
    if is_empty(value) {
        return flow(value);
    }
    if let Some(fields) = value.as_mapping() {
        return all(fields, |(key, value)| {
            format!("\n  {}: {}", text(key), flow(value))
        });
    }
    match value.as_sequence() {
        Some(items) => all(items, |item| format!("\n  - {}", flow(item))),
        None => flow(value),
    }
}

fn flow(value: &Value) -> String {
    if let Some(fields) = value.as_mapping() {
        let fields = fields.iter();
        let fields = fields.map(|(key, value)| format!("{}: {}", text(key), flow(value)));
        return format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "));
    }
    match value.as_sequence() {
        Some(items) => format!(
            "[{}]",
            items.iter().map(flow).collect::<Vec<_>>().join(", ")
        ),
        None => text(value),
    }
}
