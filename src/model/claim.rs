//! What is reported.

use super::{DateGiven, IssueId, Key, Line, OneOrMore, Prose, Quote, SourceId, VoiceId};

/// A statement, who makes it, and the work that carries it first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The id in the file.
    pub key: Key,
    /// The writer's paraphrase.
    pub says: Prose,
    /// Who says so.
    pub voices: OneOrMore<VoiceId>,
    /// The works in which they say so.
    pub sources: OneOrMore<SourceId>,
    /// To whom it was said.
    pub told_to: Option<Line>,
    /// When it was said.
    pub said: DateGiven,
    /// The issues that it is about.
    pub about: Vec<IssueId>,
    /// What was said word for word.
    pub quotes: Vec<Quote>,
    /// How the source characterises it.
    pub characterised: Option<Prose>,
    /// What the writer remarks.
    pub note: Option<Prose>,
}
