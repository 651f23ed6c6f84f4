//! Reads YAML, whatever it is about, by the reader of briefs and by `serde_yaml`.

use brief::phases;
use serde_json::{Value, json};

/// Returns what either reads, and what the reader of briefs says of it, by code and message. It reads as
/// fields do, which take each one kind of value: that of the `json` of a case, or else of `serde_yaml`.
pub(super) fn read(case: &Value) -> Value {
    let text = case["yaml"].as_str().unwrap_or_default();
    let theirs = serde_yaml::from_str::<Value>(text);
    let pattern = case.get("json").or(theirs.as_ref().ok());
    let (value, faults) = phases::read_like(text, pattern.unwrap_or(&Value::Null));
    let faults = faults.iter().map(|one| json!([one.code(), one.message()]));
    json!({
        "brief": { "value": value, "faults": faults.collect::<Vec<_>>() },
        "serde_yaml": match theirs {
            Ok(value) => json!({ "value": value }),
            Err(error) => json!({ "error": error.to_string() }),
        },
    })
}
