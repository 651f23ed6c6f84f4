//! What is reported.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Allow, Date, Quote};
use crate::load::located::{OneOrMany, Text};
use crate::model::Key;

/// What is reported.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Its id: lower-case words joined by hyphens. Running text cites the claim by it, `[@id]`.
    #[schemars(extend("pattern" = Key::PATTERN), example = &"no-us-troops")]
    pub id: Text,
    /// The writer's paraphrase, Markdown in one line.
    #[schemars(example = &"No US troops will go to Ukraine.")]
    pub says: Text,
    /// Who says so.
    #[schemars(example = &"zelenskyy", example = ["us-officials", "other-sources"])]
    pub voice: OneOrMany,
    /// The work in which the voices say so, the first that carries it.
    #[serde(rename = "in")]
    #[schemars(example = &"nbc", example = ["nbc", "newsmax"])]
    pub source: OneOrMany,
    /// To whom it was said.
    #[schemars(example = &"NBC News")]
    pub told_to: Option<Text>,
    /// When it was said.
    pub said: Date,
    /// The issues that it is about.
    #[serde(default)]
    #[schemars(example = &"us-troops", example = ["us-troops", "nato"])]
    pub about: OneOrMany,
    /// What was said word for word.
    #[serde(default)]
    pub quotes: Vec<Quote>,
    /// How the source characterises it, as opposed to what it reports, Markdown.
    #[schemars(example = &"The report calls the talks “preliminary”.")]
    pub characterised: Option<Text>,
    /// What the writer of this brief remarks, Markdown.
    #[schemars(example = &"He does not say when.")]
    pub note: Option<Text>,
    /// Rules silenced for this claim.
    #[serde(default)]
    pub allow: Vec<Allow>,
}
