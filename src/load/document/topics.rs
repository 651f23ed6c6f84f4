//! Issues, and what is said of claims as a whole: events, tensions, gaps.

use serde::Deserialize;

use super::Allow;
use crate::load::located::{OneOrMany, Text};

/// What is being decided.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// Its name.
    pub name: Text,
    /// The question that is open.
    pub question: Option<Text>,
}

/// What happened, or will happen, when.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The date, EDTF level 1; left out where nothing more than `as_given` is known.
    pub date: Option<Text>,
    /// The source's own words for the date; then the date is inferred from them.
    pub as_given: Option<Text>,
    /// What happens, Markdown in one line.
    pub what: Text,
    /// The claims that say so.
    pub claims: OneOrMany,
    /// Rules silenced for this event.
    #[serde(default)]
    pub allow: Vec<Allow>,
}

/// Claims that do not fit together; no winner is picked.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tension {
    /// The claims, two or more.
    pub between: OneOrMany,
    /// In what they do not fit, Markdown.
    pub note: Text,
    /// Rules silenced for this tension.
    #[serde(default)]
    pub allow: Vec<Allow>,
}

/// What the sources do not say.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// The question that stays open, Markdown.
    pub question: Text,
    /// Why it stays open, or why it matters, Markdown.
    pub why: Text,
    /// The voices whose word is missing.
    #[serde(default)]
    pub of: OneOrMany,
    /// The issues that it is about.
    #[serde(default)]
    pub about: OneOrMany,
    /// Rules silenced for this gap.
    #[serde(default)]
    pub allow: Vec<Allow>,
}
