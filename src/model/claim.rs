//! Holds claims, and the voices that make them.

use std::num::NonZeroU32;

use super::date::DateGiven;
use super::ids::{IssueId, OneOrMore, SourceId, VoiceId};
use super::locator::Locator;
use super::prose::Prose;
use super::quote::Quote;
use super::text::{Key, Line};

/// A statement, who makes it, and the source that carries it first.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Claim {
    /// The id in the file.
    pub key: Key,
    /// The number that people say aloud: it stays over editions.
    pub number: u32,
    /// The id that it had in the previous edition, if nothing else changed in it.
    pub formerly: Option<Key>,
    /// The writer's paraphrase.
    pub says: Prose,
    /// Who says so.
    pub voices: OneOrMore<VoiceId>,
    /// The sources in which they say so.
    pub sources: OneOrMore<SourceId>,
    /// Those of these sources that found it out themselves.
    pub found_out_by: Vec<SourceId>,
    /// Where in its one source it stands, from wide to narrow.
    pub at: Vec<Locator>,
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

/// Someone who speaks, or whose reporting or judgement is given.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Voice {
    /// The id in the file.
    pub key: Key,
    /// Who it is.
    pub kind: VoiceKind,
    /// A shorter name for the matrix and the figure.
    pub short: Option<Line>,
    /// The party to the matter that the voice belongs to.
    pub side: Option<Line>,
    /// The voice that it speaks for, as a spokesperson does.
    pub speaks_for: Option<VoiceId>,
    /// A remark of the writer's.
    pub note: Option<Prose>,
}

impl Voice {
    /// Says whether it is the writer of the brief.
    pub fn is_writer(&self) -> bool {
        matches!(self.kind, VoiceKind::Writer(_))
    }

    /// Returns the voices one of whom it is.
    pub fn one_of(&self) -> &[VoiceId] {
        let VoiceKind::Anonymous { one_of, .. } = &self.kind else {
            return &[];
        };
        one_of
    }
}

/// What kind of voice it is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum VoiceKind {
    /// A named person.
    Person {
        /// The name.
        name: Line,
        /// The function.
        role: Option<Line>,
    },
    /// A named group or institution.
    Group {
        /// The name.
        name: Line,
        /// The function.
        role: Option<Line>,
        /// The members, by name.
        members: Vec<Line>,
    },
    /// One or several people who are not named.
    Anonymous {
        /// How many, if the source says.
        count: Option<NonZeroU32>,
        /// How the source describes them.
        described_as: Line,
        /// Why they are not named, if the source says.
        reason: Option<Line>,
        /// Voices one of whom this is, so that no person is counted twice.
        one_of: Vec<VoiceId>,
    },
    /// The own reporting of a source.
    Outlet(SourceId),
    /// The writer of the brief.
    Writer(Line),
}
