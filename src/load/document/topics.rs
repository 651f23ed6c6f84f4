//! Defines issues, and what is said of claims as a whole: positions, events, tensions, gaps.

use schemars::JsonSchema;
use serde::Deserialize;

use super::details::{self, Allow, left_open};
use crate::load::values::{Located, OneOrMany, Text};
use crate::model::{Edtf, Key, Stance};

/// What is being decided.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// Its name, in a few words: the head of the column.
    #[schemars(example = &"US troops in Ukraine")]
    pub name: Text,
    /// The question that is open.
    #[schemars(example = &"Will US troops go to Ukraine?")]
    pub question: Option<Text>,
}

/// Where a voice stands on an issue.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// The voice: the row of the table.
    #[schemars(extend("pattern" = Key::PATTERN), example = &"zelenskyy")]
    pub of: Text,
    /// The issue: the column of the table.
    #[schemars(extend("pattern" = Key::PATTERN), example = &"us-troops")]
    pub on: Text,
    /// When the voice stood there, EDTF: needed where it has several positions on the issue and the
    /// claims do not say.
    #[schemars(extend("pattern" = Edtf::PATTERN), example = &"2025-08-16")]
    pub date: Option<Text>,
    /// How the voice stands on the issue; no statement is no position.
    #[schemars(example = &"supports")]
    pub stance: Located<Stance>,
    /// The position in at most six words.
    #[schemars(example = &"wants lasting guarantees")]
    pub in_short: Text,
    /// The claims that it rests on.
    #[schemars(example = &"no-us-troops", example = ["no-us-troops", "long-term"])]
    pub claims: OneOrMany,
    /// Rules silenced for this position.
    #[serde(default)]
    pub allow: Vec<Allow>,
}

/// What happened, or will happen, when.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("not" = left_open()))]
pub struct Event {
    /// The date, EDTF level 1; left out where nothing more than `as_given` is known.
    #[schemars(extend("pattern" = Edtf::PATTERN), example = &"2025-08-16", example = &"2026-03")]
    pub date: Option<Text>,
    /// The source's own words for the date; then the date is inferred from them.
    #[schemars(example = &"Monday")]
    pub as_given: Option<Text>,
    /// What happens, Markdown in one line.
    #[schemars(example = &"The two presidents meet in Washington.")]
    pub what: Text,
    /// The claims that say so.
    #[schemars(example = &"phone-call", example = ["phone-call", "meeting"])]
    pub claims: OneOrMany,
    /// Rules silenced for this event.
    #[serde(default)]
    pub allow: Vec<Allow>,
}

/// Claims that do not fit together; no winner is picked.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tension {
    /// The claims, two or more.
    #[schemars(example = ["no-us-troops", "no-veto"])]
    pub between: OneOrMany,
    /// In what they do not fit, Markdown.
    #[schemars(example = &"One rules out what the other asks for.")]
    pub note: Text,
    /// Rules silenced for this tension.
    #[serde(default)]
    pub allow: Vec<Allow>,
}

/// What the sources do not say.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// The question that stays open, Markdown.
    #[schemars(example = &"Who would pay for it?")]
    pub question: Text,
    /// Why it stays open, or why it matters, Markdown; it may introduce a table.
    #[schemars(example = &"The report gives no figure.")]
    pub why: Text,
    /// The voices whose word is missing.
    #[serde(default)]
    #[schemars(example = &"russia", example = ["russia", "trump"])]
    pub of: OneOrMany,
    /// The issues that it is about.
    #[serde(default)]
    #[schemars(example = &"us-troops", example = ["us-troops", "nato"])]
    pub about: OneOrMany,
    /// Rules silenced for this gap.
    #[serde(default)]
    pub allow: Vec<Allow>,
}

/// What of a source no claim rests on, by intent.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    /// The source.
    #[serde(rename = "in")]
    #[schemars(extend("pattern" = Key::PATTERN), example = &"nbc")]
    pub source: Text,
    /// The passage that is left out, or several: as the `passage` of a claim.
    #[schemars(schema_with = "details::texts", example = &"All rights reserved.", example = ["The harbour was built … in 1902.", "Subscribe … our newsletter."])]
    pub passage: OneOrMany,
    /// Why, Markdown.
    #[schemars(example = &"Background, known for years.")]
    pub reason: Text,
}

/// A claim of the previous edition that this one no longer has.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    /// The id that the claim had there.
    #[schemars(extend("pattern" = Key::PATTERN), example = &"no-us-troops")]
    pub claim: Text,
    /// Why it was withdrawn, Markdown.
    #[schemars(example = &"The paper took the report back.")]
    pub reason: Text,
}
