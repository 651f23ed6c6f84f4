//! Makes parts of a brief of what other programs write: sources of CSL-JSON, as reference managers
//! such as Zotero write it.
//!
//! A comment beside an entry says what of it is left out, and what it cannot take as it stands.

mod dates;
mod entry;
mod items;
mod json;
mod keys;
mod markup;
mod mended;
mod names;
mod raised;
mod texts;

use std::fmt::Write as _;

use serde_json::{Map, Value};

use keys::cited_as;

pub(crate) use entry::of as source_fields;
pub(crate) use keys::{Keys, written as written_key};
pub(crate) use markup::without_markup;
pub(crate) use texts::{quoted, without_unsafe};

/// Returns the `sources:` of a brief as YAML, in the order of the items.
///
/// # Errors
/// The bytes are no JSON in UTF-8, or have no items; the words say where.
pub fn csl_json(bytes: &[u8]) -> Result<String, String> {
    let items = items::read(bytes)?;
    let mut keys = Keys::default();
    let mut out = String::from(if items.is_empty() {
        "sources: {}\n"
    } else {
        "sources:\n"
    });
    for item in &items {
        let title = title_or_publisher(item).map(|title| markup::plain(title).0);
        let key = keys.make(cited_as(item).into_iter().chain(title.as_deref()));
        _ = writeln!(out, "  {}:", keys::written(&key));
        out.push_str(&entry::imported(item));
    }
    Ok(out)
}

fn title_or_publisher(item: &Map<String, Value>) -> Option<&str> {
    let mut names = ["title", "container-title", "publisher"].into_iter();
    // Crossref has a list of titles.
    names.find_map(|name| {
        let text = item.get(name)?;
        text.as_array()
            .map_or(Some(text), |texts| texts.first())?
            .as_str()
    })
}
