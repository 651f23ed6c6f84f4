//! Builds JSON whose fields keep the order in which they are written here.

use serde_json::Value;

/// Builds an object: `object! { "id": id, "key": key }`.
macro_rules! object {
    ($($name:literal: $value:expr),* $(,)?) => {
        serde_json::Value::Object(serde_json::Map::from_iter([
            $(($name.to_owned(), serde_json::Value::from($value)),)*
        ]))
    };
}
pub(super) use object;

pub(super) fn list<T: Into<Value>>(values: impl IntoIterator<Item = T>) -> Value {
    Value::Array(values.into_iter().map(Into::into).collect())
}

pub(super) fn labels<T: ToString>(ids: &[T]) -> Value {
    list(ids.iter().map(ToString::to_string))
}

/// Leaves the fields of an object out that say nothing.
pub(super) fn without_nothing(mut value: Value) -> Value {
    if let Value::Object(fields) = &mut value {
        fields.retain(|_, value| {
            !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty())
        });
    }
    value
}

/// Returns a value as indented JSON with a line break at its end.
pub(super) fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
