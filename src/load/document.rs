//! Defines the format, field by field, as a file says it: ids are not resolved.
//!
//! These types are the format's reference. The error-recovering reader reads them, the schema for
//! editors is made from them, and tests read them by `serde_yaml`. A required field is a plain one;
//! `Option` and `Vec` may be left out.

mod claims;
mod details;
mod locators;
mod sources;
mod topics;

use schemars::JsonSchema;
use serde::Deserialize;

use super::values::{Entries, Located, OneOrMany, Text};
use crate::model::{Edtf, Language};

pub(super) use claims::{ATTRIBUTION, CLAIMS, RUN};
pub use claims::{Claim, Claims, Quote};
pub use details::{Allow, Date, FILE_NAME_PATTERN};
pub use locators::Locators;
pub use sources::{Archived, Source, Update, Voice};
pub use topics::{Event, Gap, Issue, LeftOut, Position, Tension, Withdrawn};

/// Voices and sources that several briefs share: a file that they include.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shared {
    /// Who speaks.
    #[serde(default)]
    pub voices: Entries<Voice>,
    /// The works that are cited.
    #[serde(default)]
    pub sources: Entries<Source>,
}

/// A brief.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The version of this format: 1.
    #[schemars(extend("const" = 1), example = 1)]
    pub format: Located<u64>,
    /// The headline: one attributed sentence. It cites the claims that it rests on as running text
    /// does, `[@claim-id]`; the page does not show the marks.
    #[schemars(example = &"No US troops will go to Ukraine, the president said [@no-us-troops]")]
    pub title: Text,
    /// What the brief is about, in a few words; stands above the headline and on every sheet.
    #[schemars(example = &"Security guarantees for Ukraine")]
    pub topic: Text,
    /// The language of the brief, a BCP 47 tag.
    #[schemars(extend("pattern" = Language::PATTERN), example = &"en", example = &"en-GB", example = &"uk")]
    pub lang: Text,
    /// The day, or the time, up to which the brief is current, EDTF.
    #[schemars(extend("pattern" = Edtf::PATTERN), example = &"2025-08-16", example = &"2025-08-16T18:00+02:00")]
    pub as_of: Text,
    /// The number of this edition, from 1.
    #[schemars(range(min = 1), example = 1)]
    pub edition: Located<u64>,
    /// The file of the previous edition, in the same folder: its plain name. The page then says what
    /// changed since.
    #[schemars(extend("pattern" = FILE_NAME_PATTERN), example = &"harbour-1.yaml")]
    pub previous: Option<Text>,
    /// Files of voices and sources that several briefs share, in the same folder: their plain names.
    #[serde(default)]
    #[schemars(schema_with = "details::file_names", example = &"desk-voices.yaml", example = ["desk-voices.yaml", "desk-sources.yaml"])]
    pub include: OneOrMany,
    /// Who prepared the brief.
    #[schemars(example = &"Europe desk")]
    pub prepared_by: Option<Text>,
    /// The answer in at most 60 words of Markdown; every sentence cites: `[@claim-id]`.
    #[schemars(example = &"No US troops will go to Ukraine, the president said [@no-us-troops].")]
    pub bottom_line: Text,
    /// Who speaks.
    pub voices: Entries<Voice>,
    /// The works that are cited.
    pub sources: Entries<Source>,
    /// What is being decided.
    #[serde(default)]
    pub issues: Entries<Issue>,
    /// What is reported, each by whom and where. New ones become C1, C2 … in this order.
    pub claims: Claims,
    /// Who stands where: voices by issues.
    #[serde(default)]
    pub positions: Vec<Position>,
    /// What happened or will happen when.
    #[serde(default)]
    pub events: Vec<Event>,
    /// Claims that do not fit together.
    #[serde(default)]
    pub tensions: Vec<Tension>,
    /// What the sources do not say.
    #[serde(default)]
    pub gaps: Vec<Gap>,
    /// What of the sources no claim rests on, by intent: `brief coverage` tells what else is not covered.
    #[serde(default)]
    pub left_out: Vec<LeftOut>,
    /// Claims of the previous edition that this one no longer has, each with the reason.
    #[serde(default)]
    pub withdrawn: Vec<Withdrawn>,
    /// How the brief was made, Markdown: what was read, what is missing from the copy.
    #[schemars(example = &"Read from the article’s copy; the broadcast was not heard.")]
    pub method: Option<Text>,
    /// Rules silenced for the title, the topic, the bottom line, the method and what is left out.
    #[serde(default)]
    pub allow: Vec<Allow>,
}
