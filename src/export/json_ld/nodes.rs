//! Names nodes, and refers to them.

use serde_json::{Value, json};

pub(super) fn node(label: impl std::fmt::Display) -> String {
    format!("_:{label}")
}

pub(super) fn references<T: std::fmt::Display>(labels: impl IntoIterator<Item = T>) -> Vec<Value> {
    let nodes = labels
        .into_iter()
        .map(|label| json!({ "@id": node(label) }));
    nodes.collect()
}
