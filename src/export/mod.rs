//! A brief in other forms than the page: for other programs, and for people without a browser.
//!
//! One file a form, each a pure function of the brief and its analysis: the same brief, the same
//! bytes. Nothing here reads, writes or fails.

mod chain;
pub mod changes;
pub mod csl_json;
mod csl_types;
pub mod csv;
pub mod json;
pub mod json_ld;
pub mod markdown;
pub mod origins;
mod plain;

use serde::Serialize;

/// Returns a value as indented JSON with a line break at its end.
fn pretty(value: &impl Serialize) -> String {
    // What is serialised here has text for keys, so that it cannot fail.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
