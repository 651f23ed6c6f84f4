//! Holds issues, events, tensions and gaps, what is left out, and what was withdrawn.

use super::date::DateGiven;
use super::ids::{ClaimId, IssueId, OneOrMore, SourceId, VoiceId};
use super::prose::Prose;
use super::quote::Passage;
use super::text::{Key, Line};

/// What is being decided.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Issue {
    /// The id in the file.
    pub key: Key,
    /// Its name.
    pub name: Line,
    /// The question that is open.
    pub question: Option<Line>,
}

/// What happened, or will happen, when.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event {
    /// When.
    pub when: DateGiven,
    /// What happens.
    pub what: Prose,
    /// The claims that say so.
    pub claims: OneOrMore<ClaimId>,
}

/// Claims that do not fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tension {
    /// The claims: two or more.
    pub between: OneOrMore<ClaimId>,
    /// In what they do not fit.
    pub note: Prose,
}

/// What the sources do not say.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Gap {
    /// The question that stays open.
    pub question: Prose,
    /// Why it stays open, or why it matters.
    pub why: Prose,
    /// The voices whose word is missing.
    pub of: Vec<VoiceId>,
    /// The issues that it is about.
    pub about: Vec<IssueId>,
}

/// A warning that the writer silenced, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Allowed {
    /// The code of the rule.
    pub rule: Line,
    /// Why it does not apply.
    pub reason: Line,
    /// The part of the brief for which it is silenced.
    pub on: Part,
}

/// A part of a brief, by its place in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Part {
    /// Its title, topic, bottom line and method.
    Whole,
    /// A claim.
    Claim(usize),
    /// A position.
    Position(usize),
    /// An event.
    Event(usize),
    /// A tension.
    Tension(usize),
    /// A gap.
    Gap(usize),
}

/// What of a source no claim rests on, by intent.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LeftOut {
    /// The source.
    pub source: SourceId,
    /// The passages that are left out.
    pub passages: Vec<Passage>,
    /// Why.
    pub reason: Prose,
}

/// A claim of the previous edition that this one no longer has.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Withdrawn {
    /// The id that the claim had in the file.
    pub key: Key,
    /// Why it was withdrawn.
    pub reason: Prose,
}
