//! What the file says: the format, field by field, with ids unresolved.
//!
//! These types are the format's reference. The same definitions are read twice: by `serde_yaml`,
//! fast and without places, and by the placing reader, which knows every place and reports every
//! fault. A required field is a plain one; `Option` and `Vec` may be left out.

use serde::Deserialize;

use super::entries::Entries;
use super::located::{Located, OneOrMany, Text};
use crate::model::{QuoteKind, SourceType, Stance};

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

/// Who speaks. Exactly one of `name`, `group`, `anonymous`, `outlet` and `writer` is given.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voice {
    /// A person's name.
    pub name: Option<Text>,
    /// A group's or an institution's name.
    pub group: Option<Text>,
    /// How many people an anonymous voice is: a number, or `unknown` if the source gives none.
    pub anonymous: Option<Text>,
    /// The source whose own reporting this voice is.
    pub outlet: Option<Text>,
    /// The writer of this brief, by name or desk: judgements of the brief itself.
    pub writer: Option<Text>,
    /// A shorter name for the matrix and the figure.
    pub short: Option<Text>,
    /// A person's or a group's function.
    pub role: Option<Text>,
    /// The party to the matter that the voice belongs to, such as `ukraine`.
    pub side: Option<Text>,
    /// A group's members, by name.
    #[serde(default)]
    pub members: Vec<Text>,
    /// How the source describes an anonymous voice, in the source's words.
    pub described_as: Option<Text>,
    /// Why an anonymous voice is not named, if the source says.
    pub reason: Option<Text>,
    /// Voices one of whom this anonymous voice is, so that no person is counted twice.
    #[serde(default)]
    pub one_of: OneOrMany,
    /// A remark of the writer's on the voice, Markdown.
    pub note: Option<Text>,
}

/// A work that is cited.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The kind of work, a CSL type.
    #[serde(rename = "type")]
    pub kind: Located<SourceType>,
    /// The work's title.
    pub title: Option<Text>,
    /// A shorter name for attribution lines and the figure; else the publisher or the title.
    pub short: Option<Text>,
    /// Who wrote or signed it.
    #[serde(default)]
    pub author: Vec<Text>,
    /// Who published it.
    pub publisher: Option<Text>,
    /// The larger work that contains it.
    pub container_title: Option<Text>,
    /// When it was issued.
    pub issued: Option<Date>,
    /// When it was last looked at, EDTF.
    pub accessed: Option<Text>,
    /// Its address, http or https.
    pub url: Option<Text>,
    /// Its language, a BCP 47 tag, where it is not the brief's.
    pub lang: Option<Text>,
    /// The sources through which alone it is known; a source without this was read.
    #[serde(default)]
    pub through: OneOrMany,
    /// The file name of its snapshot, where quotes are checked.
    pub snapshot: Option<Text>,
    /// A remark of the writer's on the source, Markdown.
    pub note: Option<Text>,
}

/// What is being decided.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// Its name.
    pub name: Text,
    /// The question that is open.
    pub question: Option<Text>,
}

/// A date and the words by which the source gave it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Date {
    /// The date, EDTF level 1; left out where nothing more than `as_given` is known.
    pub date: Option<Text>,
    /// The source's own words for it, such as "Saturday"; then the date is inferred from them.
    pub as_given: Option<Text>,
}

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
    /// Words around the quote that make its place in the source certain.
    pub context: Option<Text>,
}

/// Where a voice stands on an issue.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// The voice.
    pub of: Text,
    /// The issue.
    pub on: Text,
    /// The stance.
    pub stance: Located<Stance>,
    /// The position in at most six words.
    pub in_short: Text,
    /// The claims that it rests on.
    pub claims: OneOrMany,
    /// Rules silenced for this position.
    #[serde(default)]
    pub allow: Vec<Allow>,
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

/// A rule silenced in place.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allow {
    /// The rule's code; only warnings can be silenced.
    pub rule: Text,
    /// Why it does not apply here.
    pub reason: Text,
}
