//! Holds what a work says of itself, each value with the tag that says it.

use serde::{Deserialize, Serialize};

use crate::import::{without_markup, without_unsafe};

/// A longer value is no title and no name.
const LONGEST: usize = 1_000;
/// So many tags are asked of one thing at most.
const MOST: usize = 50;

/// A value, and what says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stated {
    pub(super) value: String,
    pub(super) from: String,
}

/// What the tags of a work say of one thing, in the order in which they are believed.
pub(super) type Values = Vec<Stated>;

/// What a work says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Said {
    /// The kind of work, by the names of CSL.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) kind: Values,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) title: Values,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) publisher: Values,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) journal: Values,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) volume: Values,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) issue: Values,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) pages: Values,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) doi: Values,
    /// All authors that the most believed tag names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) author: Values,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) issued: Values,
    /// Times that the page has, of which none is surely that of issue.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) times: Values,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) lang: Values,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) address: Values,
    /// Addresses of copies in archives.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) archived: Values,
    /// Words by which it says that it, or another work, was corrected.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) corrected: Values,
    /// When a PDF was made.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) made: Values,
    /// When a program saved the page.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) saved: Values,
}

/// Adds a value, in one line and without what cannot be seen, if it says something.
pub(super) fn add(values: &mut Values, value: &str, from: impl Into<String>) {
    let plain = without_markup(value);
    let words: Vec<&str> = plain.split_whitespace().collect();
    let (value, _) = without_unsafe(&words.join(" "));
    let is_short = value.chars().nth(LONGEST).is_none();
    let stated = Stated {
        value,
        from: from.into(),
    };
    let says_something = is_short && stated.value.contains(char::is_alphanumeric);
    if says_something && values.len() < MOST && !values.contains(&stated) {
        values.push(stated);
    }
}

/// Returns the first value.
pub(super) fn first(values: &Values) -> Option<&str> {
    values.first().map(|stated| stated.value.as_str())
}

/// Returns the values that say something else than the first.
pub(super) fn contradicting(values: &Values) -> Vec<&Stated> {
    let plain = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let taken = first(values).map(plain).unwrap_or_default();
    let mut seen = vec![taken];
    values
        .iter()
        .skip(1)
        .filter(|stated| {
            let other = plain(&stated.value);
            // One may only say more: a title with the name of the site after it.
            let is_new = !seen
                .iter()
                .any(|known| known.starts_with(&other) || other.starts_with(known));
            seen.push(other);
            is_new
        })
        .collect()
}
