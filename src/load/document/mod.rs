//! What the file says: the format, field by field, with ids unresolved.
//!
//! These types are the format's reference. The same definitions are read twice: by `serde_yaml`,
//! fast and without places, and by the placing reader, which knows every place and reports every
//! fault. A required field is a plain one; `Option` and `Vec` may be left out.

mod allow;
mod claim;
mod date;
mod quote;
mod source;
mod stance;
mod topics;
mod voice;

use serde::Deserialize;

use super::entries::Entries;
use super::located::{Located, Text};

pub use allow::Allow;
pub use claim::Claim;
pub use date::Date;
pub use quote::Quote;
pub use source::Source;
pub use stance::Position;
pub use topics::{Event, Gap, Issue, Tension};
pub use voice::Voice;

/// A brief.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The version of this format: 1.
    pub format: Located<u64>,
    /// The headline: one attributed sentence.
    pub title: Text,
    /// What the brief is about, in a few words; stands above the headline and on every sheet.
    pub topic: Text,
    /// The language of the brief, a BCP 47 tag.
    pub lang: Text,
    /// The day up to which the brief is current, EDTF.
    pub as_of: Text,
    /// The number of this edition, from 1.
    pub edition: Located<u64>,
    /// The file of the edition before, in the same folder: its plain name. The page then says what
    /// changed since.
    pub previous: Option<Text>,
    /// Who prepared the brief.
    pub prepared_by: Option<Text>,
    /// The answer in at most 60 words of Markdown; every sentence cites: `[@claim-id]`.
    pub bottom_line: Text,
    /// Who speaks.
    pub voices: Entries<Voice>,
    /// The works that are cited.
    pub sources: Entries<Source>,
    /// What is being decided.
    #[serde(default)]
    pub issues: Entries<Issue>,
    /// What is reported, each by whom and where. C1, C2 … are given in this order.
    pub claims: Vec<Claim>,
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
    /// How the brief was made, Markdown: what was read, what is missing from the copy.
    pub method: Option<Text>,
    /// Rules silenced for the title, the topic, the bottom line and the method.
    #[serde(default)]
    pub allow: Vec<Allow>,
}
