//! Writes edits of files as the protocol has them.

use std::ops::Range;

use serde_json::{Value, json};

use super::client::{Client, Shown};

/// Edits of one file.
pub(super) struct Edits {
    pub(super) uri: String,
    pub(super) version: Option<i64>,
    pub(super) text: String,
    pub(super) all: Vec<(Range<usize>, String)>,
}

/// Returns edits as the protocol has them.
pub(super) fn edit(files: &[Edits], client: Client) -> Value {
    let edits = |file: &Edits| -> Vec<Value> {
        let shown = Shown::new(&file.text, client.encoding);
        let edits = file.all.iter();
        let edits = edits
            .map(|(range, text)| json!({ "range": shown.range(range.clone()), "newText": text }));
        edits.collect()
    };
    if client.versions_edits {
        let changes = files.iter().map(|file| {
            let document = json!({ "uri": file.uri, "version": file.version });
            json!({ "textDocument": document, "edits": edits(file) })
        });
        return json!({ "documentChanges": changes.collect::<Vec<Value>>() });
    }
    let changes = files
        .iter()
        .map(|file| (file.uri.clone(), edits(file).into()));
    json!({ "changes": changes.collect::<serde_json::Map<String, Value>>() })
}
