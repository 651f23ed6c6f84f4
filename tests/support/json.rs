//! YAML as JSON, as an editor sees it.

use serde_json::{Number, Value};
use serde_yaml::Value as Yaml;

/// Returns a YAML text as JSON; none if it is not well-formed, or names a key twice.
pub(crate) fn of_text(text: &[u8]) -> Option<Value> {
    serde_yaml::from_slice(text).ok().map(of)
}

/// Returns a YAML value as JSON; what JSON cannot say becomes a text.
pub(crate) fn of(yaml: Yaml) -> Value {
    match yaml {
        Yaml::Null => Value::Null,
        Yaml::Bool(value) => Value::Bool(value),
        Yaml::Number(number) => of_number(&number),
        Yaml::String(text) => Value::String(text),
        Yaml::Sequence(items) => items.into_iter().map(of).collect(),
        Yaml::Mapping(entries) => entries
            .into_iter()
            .map(|(key, value)| (key_of(key), of(value)))
            .collect(),
        Yaml::Tagged(tagged) => of(tagged.value),
    }
}

fn of_number(number: &serde_yaml::Number) -> Value {
    let whole = number.as_u64().map(Number::from);
    let whole = whole.or_else(|| number.as_i64().map(Number::from));
    let number_of = || number.as_f64().and_then(Number::from_f64);
    whole
        .or_else(number_of)
        .map_or_else(|| Value::String(number.to_string()), Value::Number)
}

fn key_of(key: Yaml) -> String {
    let key = of(key);
    key.as_str().map_or_else(|| key.to_string(), str::to_owned)
}
