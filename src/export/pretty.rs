//! Writes values as indented JSON.

use serde::Serialize;

/// Returns a value as indented JSON with a line break at its end.
#[expect(
    clippy::expect_used,
    reason = "what is serialised here has text for keys and no map that fails"
)]
pub(super) fn pretty(value: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(value);
    text.expect("the views have text for keys") + "\n"
}
