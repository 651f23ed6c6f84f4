//! Writes a brief in other forms than the page: for other programs, and for people without a
//! browser.
//!
//! One file a form, each a pure function of an edition: the same brief, the same bytes. Nothing
//! here reads files or fails. Forms for people take words from the user's locales; forms for
//! programs have fixed words, and the names of voices in the words that come with the program.

mod csl_json;
mod csv;
mod diff;
pub(crate) mod drawing;
mod json;
mod json_ld;
mod markdown;
mod ordered;
mod origins;

pub use csl_json::csl_json;
pub use csv::{CsvForm, Separator, csv, csv_as};
pub use diff::{Marks, diff_text};
pub use drawing::origins_svg;
pub use json::{diff_json, json, strength_json};
pub use json_ld::{json_ld, json_ld_compact};
pub use markdown::markdown;
pub use origins::origins;
