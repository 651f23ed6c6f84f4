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
    let files = files.iter().map(|file| {
        let shown = Shown::new(&file.text, client.encoding);
        (file.uri.clone(), file.version, of_shown(&file.all, &shown))
    });
    edit_of(files, client)
}

/// Returns edits of files, by their addresses and versions, as the protocol has them.
pub(super) fn edit_of(
    files: impl IntoIterator<Item = (String, Option<i64>, Value)>,
    client: Client,
) -> Value {
    if client.versions_edits {
        let changes = files.into_iter().map(|(uri, version, edits)| {
            let document = json!({ "uri": uri, "version": version });
            json!({ "textDocument": document, "edits": edits })
        });
        return json!({ "documentChanges": changes.collect::<Vec<Value>>() });
    }
    let changes = files.into_iter().map(|(uri, _, edits)| (uri, edits));
    json!({ "changes": changes.collect::<serde_json::Map<String, Value>>() })
}

/// Returns the edits of one text.
pub(super) fn of_shown(edits: &[(Range<usize>, String)], shown: &Shown<'_>) -> Value {
    let edits = edits.iter();
    let edits =
        edits.map(|(range, text)| json!({ "range": shown.range(range.clone()), "newText": text }));
    edits.collect()
}
