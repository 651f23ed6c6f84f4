//! Defines what is reported: claims, and their quotes.

use schemars::JsonSchema;
use serde::Deserialize;

use super::details::{Allow, Date};
use crate::load::values::{Located, OneOrMany, Text};
use crate::model::{Key, Language, QuoteKind};

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
    /// The source in which the voices say so, the first that carries it.
    #[serde(rename = "in")]
    #[schemars(example = &"nbc", example = ["nbc", "newsmax"])]
    pub source: OneOrMany,
    /// Those sources of `in` that found it out themselves: though they draw on others, or though
    /// nobody is named in what is the outlet's own statement.
    #[serde(default)]
    #[schemars(example = &"nbc", example = ["nbc", "newsmax"])]
    pub found_out_by: OneOrMany,
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

impl Claim {
    /// Returns who spoke a quote of the claim: the voices that it names, else all of the claim's.
    pub(crate) fn speakers_of<'a>(&'a self, quote: &'a Quote) -> &'a [Text] {
        if quote.voice.is_empty() {
            &self.voice
        } else {
            &quote.voice
        }
    }
}

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
    /// Who spoke them, where the claim has several voices: left out, all of them, as in a joint
    /// statement.
    #[serde(default)]
    #[schemars(example = &"zelenskyy", example = ["macron", "starmer"])]
    pub voice: OneOrMany,
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
