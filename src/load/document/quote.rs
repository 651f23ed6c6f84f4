//! What was said word for word.

use serde::Deserialize;

use crate::load::located::{Located, Text};
use crate::model::QuoteKind;

/// What was said word for word.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// The words, without outer quote marks; only `…` and `[ ]` mark the writer's changes.
    pub text: Text,
    /// Who spoke them, where the claim has several voices.
    pub voice: Option<Text>,
    /// What they are: left out, they are whole sentences, unchanged.
    #[serde(default)]
    pub kind: Vec<Located<QuoteKind>>,
    /// On which occasion they were spoken.
    pub occasion: Option<Text>,
    /// Their language, a BCP 47 tag, where it is not the brief's.
    pub lang: Option<Text>,
    /// The language that a translation was made from, a BCP 47 tag.
    pub translated_from: Option<Text>,
    /// Of a translation, the source's own words: they are looked for in its snapshot.
    pub original: Option<Text>,
    /// Words around the quote that make its place in the source certain.
    pub context: Option<Text>,
}
