//! What is reported.

use serde::Deserialize;

use super::{Allow, Date, Quote};
use crate::load::located::{OneOrMany, Text};

/// What is reported.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Its id.
    pub id: Text,
    /// The writer's paraphrase, Markdown in one line.
    pub says: Text,
    /// Who says so.
    pub voice: OneOrMany,
    /// The work in which the voices say so, the first that carries it.
    #[serde(rename = "in")]
    pub source: OneOrMany,
    /// To whom it was said.
    pub told_to: Option<Text>,
    /// When it was said.
    pub said: Date,
    /// The issues that it is about.
    #[serde(default)]
    pub about: OneOrMany,
    /// What was said word for word.
    #[serde(default)]
    pub quotes: Vec<Quote>,
    /// How the source characterises it, as opposed to what it reports, Markdown.
    pub characterised: Option<Text>,
    /// What the writer of this brief remarks, Markdown.
    pub note: Option<Text>,
    /// Rules silenced for this claim.
    #[serde(default)]
    pub allow: Vec<Allow>,
}
