//! Makes parts of a brief of what other programs write: sources of CSL-JSON, as reference managers
//! such as Zotero write it.
//!
//! A comment beside an entry says what of it a brief has no field for, and what it cannot take as
//! it stands.

mod dates;
mod entry;
mod items;
mod names;
mod texts;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Map, Value};

/// Returns the `sources:` of a brief as YAML, in the order of the items.
///
/// # Errors
/// The text is no JSON, or has no items; the words say where.
pub fn csl_json(text: &str) -> Result<String, String> {
    let items = items::read(text)?;
    let mut keys = Keys::default();
    let mut out = String::from(if items.is_empty() {
        "sources: {}\n"
    } else {
        "sources:\n"
    });
    for item in &items {
        let key = keys.make(cited_as(item).into_iter().chain(title_or_publisher(item)));
        _ = writeln!(out, "  {key}:");
        out.push_str(&entry::of(item));
    }
    Ok(out)
}

/// Returns the key that the writer cites an item by. An address, as Zotero gives for an id, or a
/// bare number is none.
fn cited_as(item: &Map<String, Value>) -> Option<&str> {
    ["citation-key", "citationKey", "id"]
        .into_iter()
        .find_map(|name| item.get(name)?.as_str())
        .filter(|key| !key.contains("://") && key.chars().any(char::is_alphabetic))
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

/// How many words of a title make an id.
const WORDS: usize = 6;

#[derive(Default)]
struct Keys(BTreeSet<String>);

impl Keys {
    /// Returns an id from the first of some texts that has letters or digits to make it of.
    fn make<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) -> String {
        let wanted = texts
            .into_iter()
            .map(kebab)
            .find(|key| !key.is_empty())
            .unwrap_or_else(|| "source".to_owned());
        let mut key = wanted.clone();
        let mut number = 1;
        while !self.0.insert(key.clone()) {
            number += 1;
            key = format!("{wanted}-{number}");
        }
        key
    }
}

/// Returns a text in kebab-case, beginning with a letter: its first words of ASCII letters and
/// digits.
fn kebab(text: &str) -> String {
    let lower = text.to_ascii_lowercase().replace(['\'', '’'], "");
    let words: Vec<&str> = lower
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(WORDS)
        .collect();
    let key = words.join("-");
    // Readers of YAML 1.1 take the words for truth values.
    let is_odd = matches!(
        &*key,
        "y" | "yes" | "on" | "true" | "n" | "no" | "off" | "false" | "null"
    );
    if is_odd || key.starts_with(|first: char| first.is_ascii_digit()) {
        format!("source-{key}")
    } else {
        key
    }
}

#[cfg(test)]
mod tests {
    use super::Keys;

    #[test]
    fn ids_are_kebab_case_and_unique() {
        let mut keys = Keys::default();
        assert_eq!(keys.make(["lind_2031", "x"]), "lind-2031");
        assert_eq!(keys.make(["Lind 2031"]), "lind-2031-2");
        assert_eq!(
            keys.make(["", "Less water: it’s behind"]),
            "less-water-its-behind"
        );
        assert_eq!(keys.make(["2031"]), "source-2031");
        assert_eq!(keys.make(["Вода"]), "source");
        assert_eq!(keys.make(["No"]), "source-no");
        assert_eq!(keys.make(["null"]), "source-null");
    }
}
