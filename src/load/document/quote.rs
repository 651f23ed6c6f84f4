//! What was said word for word.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::load::located::{Located, Text};
use crate::model::{Key, Language, QuoteKind};

/// What was said word for word.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// The words, without outer quote marks; only `…` and `[ ]` mark the writer's changes.
    #[schemars(
        example = &"We begin in the spring.",
        example = &"From June […] the river runs."
    )]
    pub text: Text,
    /// Who spoke them, where the claim has several voices.
    #[schemars(extend("pattern" = Key::PATTERN), example = &"zelenskyy")]
    pub voice: Option<Text>,
    /// What they are: left out, they are whole sentences, unchanged.
    #[serde(default)]
    #[schemars(example = ["fragment"], example = ["full", "translated"])]
    pub kind: Vec<Located<QuoteKind>>,
    /// On which occasion they were spoken.
    #[schemars(example = &"at a press conference in Kyiv")]
    pub occasion: Option<Text>,
    /// Their language, a BCP 47 tag, where it is not the brief's.
    #[schemars(extend("pattern" = Language::PATTERN), example = &"uk")]
    pub lang: Option<Text>,
    /// The language that a translation was made from, a BCP 47 tag.
    #[schemars(extend("pattern" = Language::PATTERN), example = &"uk")]
    pub translated_from: Option<Text>,
    /// Of a translation, the source's own words: they are looked for in its snapshot.
    #[schemars(example = &"Ми не віддамо своєї землі.")]
    pub original: Option<Text>,
    /// Words around the quote that make its place in the source certain.
    #[schemars(example = &"she said at the gates")]
    pub context: Option<Text>,
}
