//! Defines what is reported: claims, alone or in runs, and their quotes.

use std::borrow::Cow;
use std::ops::Deref;

use schemars::generate::SchemaGenerator;
use schemars::{JsonSchema, Schema, json_schema};
use serde::Deserialize;
use serde_json::{Value, json};

use super::details::{self, Allow, Date};
use super::locators::Locators;
use crate::diagnostics::Place;
use crate::load::values::{Located, OneOrMany, Text, one_or_many};
use crate::model::{Confidence, Key, Language, Likelihood, QuoteKind};

/// The newtype name by which [`Claims`] asks the reader to set runs apart.
pub(in crate::load) const CLAIMS: &str = "$brief::Claims";

/// The fields of a [`Run`].
pub(in crate::load) const RUN: &[&str] = &["from", "claims"];

/// The fields of an [`Attribution`]. A test keeps this in step.
pub(in crate::load) const ATTRIBUTION: &[&str] = &[
    "voice",
    "in",
    "found_out_by",
    "at",
    "told_to",
    "said",
    "about",
    "allow",
];

/// Claims in the order of the file. Those of runs have what the `from` of their run gives, at the
/// place where it gives it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename = "$brief::Claims")]
pub struct Claims(Vec<Claim>);

impl Deref for Claims {
    type Target = [Claim];

    fn deref(&self) -> &[Claim] {
        &self.0
    }
}

impl<'a> IntoIterator for &'a Claims {
    type Item = &'a Claim;
    type IntoIter = std::slice::Iter<'a, Claim>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// A claim alone gives what in a run the `from` may give.
impl JsonSchema for Claims {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Claims".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let claim = generator.subschema_for::<Claim>();
        let run = generator.subschema_for::<Run>();
        let definition = generator.definitions_mut().get_mut("Claim");
        let required = definition.and_then(|claim| claim.get_mut("required"));
        let mut alone = Vec::new();
        if let Some(Value::Array(required)) = required {
            let may_be_shared = |field: &mut Value| {
                field
                    .as_str()
                    .is_some_and(|field| ATTRIBUTION.contains(&field))
            };
            alone = required.extract_if(.., may_be_shared).collect();
        }
        let report_or_judgement = json!({
            "anyOf": [{ "required": ["rests_on"] }, { "required": ["in", "said"] }],
        });
        json_schema!({
            "type": "array",
            "minItems": 1,
            "items": {
                "if": { "anyOf": RUN.iter().map(|field| json!({ "required": [field] })).collect::<Vec<_>>() },
                "then": run,
                "else": { "allOf": [claim, { "required": alone }, report_or_judgement] },
            },
        })
    }
}

/// Claims in a row with one attribution.
#[derive(JsonSchema)]
#[expect(
    dead_code,
    reason = "the reader hands each claim over with what its run gives"
)]
pub(super) struct Run {
    /// What all claims of the run share.
    from: Attribution,
    /// The claims of the run: each gives what `from` does not.
    #[schemars(length(min = 1))]
    claims: Vec<Claim>,
}

/// What the claims of a run share. A claim may not give again what is given here.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "its fields are read as those of each claim")]
pub(super) struct Attribution {
    /// Who says so.
    #[schemars(default, example = &"zelenskyy", example = ["us-officials", "other-sources"])]
    voice: OneOrMany,
    /// The source in which the voices say so, the first that carries it.
    #[schemars(rename = "in", default, example = &"nbc", example = ["nbc", "newsmax"])]
    source: OneOrMany,
    /// Of the sources in which the voices say so, those that found it out themselves.
    #[schemars(default, example = &"nbc", example = ["nbc", "newsmax"])]
    found_out_by: OneOrMany,
    /// Where in its source it stands; only where that is one.
    #[schemars(default)]
    at: Locators,
    /// To whom it was said. A source of `in` that is published under this name found it out itself.
    #[schemars(example = &"NBC News")]
    told_to: Option<Text>,
    /// When it was said.
    #[schemars(default, with = "Date")]
    said: Option<Date>,
    /// The issues that it is about.
    #[schemars(default, example = &"us-troops", example = ["us-troops", "nato"])]
    about: OneOrMany,
    /// Rules silenced for all claims of the run, besides those that a claim names itself.
    #[schemars(default)]
    allow: Vec<Allow>,
}

/// What others say, or what the writer judges. What others say has `in` and `said`; a judgement, whose
/// voice is the writer, has `rests_on` in their place.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Its id: lower-case words joined by hyphens. Running text cites the claim by it, `[@id]`, and several as `[@one; @another]` or with commas.
    #[schemars(extend("pattern" = Key::PATTERN), example = &"no-us-troops")]
    pub id: Text,
    /// The writer's paraphrase, Markdown in one line; it may introduce a table.
    #[schemars(example = &"No US troops will go to Ukraine.")]
    pub says: Text,
    /// Who says so.
    #[schemars(example = &"zelenskyy", example = ["us-officials", "other-sources"])]
    pub voice: OneOrMany,
    /// The source in which the voices say so, the first that carries it; required but of a
    /// judgement.
    #[serde(default, rename = "in")]
    #[schemars(example = &"nbc", example = ["nbc", "newsmax"])]
    pub source: OneOrMany,
    /// Those sources of `in` that found it out themselves: though they draw on others, or though
    /// nobody is named in what is the outlet's own statement.
    #[serde(default)]
    #[schemars(example = &"nbc", example = ["nbc", "newsmax"])]
    pub found_out_by: OneOrMany,
    /// Where in its source it stands; only where that is one.
    #[serde(default)]
    pub at: Locators,
    /// To whom it was said. A source of `in` that is published under this name found it out itself.
    #[schemars(example = &"NBC News")]
    pub told_to: Option<Text>,
    /// When it was said; required but of a judgement.
    #[serde(default)]
    #[schemars(with = "Date")]
    pub said: Option<Date>,
    /// Of a judgement, the claims that it rests on.
    #[serde(default)]
    #[schemars(example = ["no-us-troops", "long-term"])]
    pub rests_on: OneOrMany,
    /// Of a judgement, how sure the writer is of its ground.
    #[schemars(example = &"moderate")]
    pub confidence: Option<Located<Confidence>>,
    /// Of a judgement on what will be, how likely it is.
    #[schemars(example = &"very-likely")]
    pub likelihood: Option<Located<Likelihood>>,
    /// The issues that it is about.
    #[serde(default)]
    #[schemars(example = &"us-troops", example = ["us-troops", "nato"])]
    pub about: OneOrMany,
    /// The passage of its source on which it rests, or several: its first and its last words, at most
    /// six each, with … between them; a short one whole. They are looked for as quotes are, and the page
    /// links the claim to them.
    #[serde(default)]
    #[schemars(schema_with = "details::texts", example = &"The board met on Tuesday … begin in the spring.", example = ["The board met … in the spring.", "Nobody spoke … to the plan."])]
    pub passage: OneOrMany,
    /// What was said word for word.
    #[serde(default)]
    pub quotes: Vec<Quote>,
    /// How the source characterises it, as opposed to what it reports, Markdown.
    #[schemars(example = &"The report calls the talks “preliminary”.")]
    pub characterised: Option<Text>,
    /// What the writer of this brief remarks, Markdown; it may introduce a table.
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

impl Quote {
    /// Says whether each of its kinds is one; what else stands there is reported.
    pub(crate) fn has_known_kinds(&self) -> bool {
        let mut kinds = self.kind.iter();
        kinds.all(|kind| kind.place != Place::Placeholder)
    }
}

fn kinds(generator: &mut SchemaGenerator) -> Schema {
    one_or_many(&generator.subschema_for::<QuoteKind>())
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
    #[schemars(schema_with = "kinds", example = &"fragment", example = ["full", "translated"])]
    pub kind: OneOrMany<Located<QuoteKind>>,
    /// On which occasion they were spoken.
    #[schemars(example = &"at a press conference in Kyiv")]
    pub occasion: Option<Text>,
    /// Where in the claim's source they stand; only where that is one.
    #[serde(default)]
    pub at: Locators,
    /// Their language, a BCP 47 tag, where it is not the brief's.
    #[schemars(extend("pattern" = Language::PATTERN), example = &"uk")]
    pub lang: Option<Text>,
    /// The language that a translation was made from, a BCP 47 tag.
    #[schemars(extend("pattern" = Language::PATTERN), example = &"uk")]
    pub translated_from: Option<Text>,
    /// Of a translation, the source's own words: they are looked for in its snapshot.
    #[schemars(example = &"Ми не віддамо своєї землі.")]
    pub original: Option<Text>,
    /// The source's own words that hold the quote, where it is short or stands in several places.
    #[schemars(example = &"“We begin in the spring,” she said at the gates")]
    pub context: Option<Text>,
}
