//! Reads YAML, whatever it is about, by the reader of briefs and by `serde_yaml`.

use brief::phases;
use serde_json::{Value, json};

/// Returns what either reads, and of the reader of briefs what it refuses, by code and message.
pub(super) fn read(text: &Value) -> Value {
    let text = text.as_str().unwrap_or_default();
    let theirs = match serde_yaml::from_str::<Value>(text) {
        Ok(value) => json!({ "value": value }),
        Err(error) => json!({ "error": error.to_string() }),
    };
    let ours = match phases::read_values(text) {
        Ok(value) => json!({ "value": value }),
        Err(faults) => {
            let faults = faults.iter().map(|one| json!([one.code(), one.message()]));
            json!({ "refused": faults.collect::<Vec<_>>() })
        }
    };
    json!({ "brief": ours, "serde_yaml": theirs })
}
