//! Reads a text as values of no format, so that tests can hold the reader against others.

use serde_json::{Map, Number, Value};

use super::tree::{self, Cursor};
use super::{builder, plain};
use crate::diagnostics::Diagnostic;

/// Reads whatever values a text has.
///
/// # Errors
/// The text is not well-formed, or has what the format does not take: every such fault.
pub fn read_values(text: &str) -> Result<Value, Vec<Diagnostic>> {
    let mut faults = Vec::new();
    match builder::build(text, &mut faults) {
        Some(tree) if faults.is_empty() => Ok(tree.root().map(value).unwrap_or_default()),
        Some(_) | None => Err(faults),
    }
}

fn value(at: Cursor<'_>) -> Value {
    match at.value() {
        tree::Value::Scalar { text, plain: false } => Value::String(text.to_string()),
        tree::Value::Scalar { text, plain: true } => plain_value(text),
        tree::Value::Sequence => at.sequence().into_iter().flatten().map(value).collect(),
        tree::Value::Mapping => {
            let entries = at.mapping().into_iter().flatten();
            let entries = entries.filter_map(|(key, at)| Some((key.text()?, at)));
            let entries = entries.map(|(key, at)| (key.to_owned(), value(at)));
            Value::Object(entries.collect::<Map<_, _>>())
        }
        tree::Value::Alias(_) => Value::Null,
    }
}

fn plain_value(text: &str) -> Value {
    if plain::is_null(text) {
        return Value::Null;
    }
    if !plain::is_no_text(text) {
        return Value::String(text.to_owned());
    }
    let whole = plain::unsigned(text).map(Number::from);
    let whole = whole.or_else(|| text.parse::<i64>().ok().map(Number::from));
    let number = whole.or_else(|| text.parse().ok().and_then(Number::from_f64));
    match number {
        Some(number) => Value::Number(number),
        None => Value::Bool(text.eq_ignore_ascii_case("true")),
    }
}
