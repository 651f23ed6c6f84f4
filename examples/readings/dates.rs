//! Reads dates.

use brief::model::Edtf;
use serde_json::{Value, json};

/// Returns when a date begins, as `[[year, month, day], [hour, minute, second]]`; nothing of a text
/// that is no date.
pub(super) fn read(text: &Value) -> Value {
    let date = text.as_str().and_then(|text| Edtf::parse(text).ok());
    json!(date.map(|date| date.earliest_in_utc()))
}
