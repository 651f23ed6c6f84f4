//! Reads pages of HTML as a reader sees them.

use brief::evidence::{Media, Snapshot};
use brief::phases;
use serde_json::{Value, json};

/// Returns the text of a page, or why it has none.
pub(super) fn read(page: &Value) -> Value {
    let page = page.as_str().unwrap_or_default();
    let snapshot = Snapshot::read(page.as_bytes(), Media::Html);
    match snapshot.obstacle() {
        Some(obstacle) => json!({ "obstacle": obstacle.word() }),
        None => json!({ "text": phases::visible_text(&snapshot) }),
    }
}
