//! Looks up what may stand at a place of the format, in its JSON Schema.

use std::sync::LazyLock;

use serde_json::Value;

/// The format of a brief.
pub(super) static SCHEMA: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(&crate::schema::text()).unwrap_or(Value::Null));
