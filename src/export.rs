//! Writes a brief in other forms than the page: for other programs, and for people without a
//! browser.
//!
//! One file a form, each a pure function of an edition: the same brief, the same bytes. Nothing
//! here reads files or fails. Forms for people take words from the user's locales; forms for
//! programs have fixed words, and the names of voices in the words that come with the program.

pub mod csl_json;
pub mod csv;
pub mod diff;
pub mod json;
pub mod json_ld;
pub mod markdown;
pub mod origins;

use serde::Serialize;

/// Returns a value as indented JSON with a line break at its end.
#[expect(
    clippy::expect_used,
    reason = "what is serialised here has text for keys and no map that fails"
)]
fn pretty(value: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(value);
    text.expect("the views have text for keys") + "\n"
}
