//! Who speaks.

use std::num::NonZeroU32;

use super::{Key, Line, Prose, SourceId, VoiceId};

/// Someone who speaks, or whose reporting or judgement is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The id in the file.
    pub key: Key,
    /// Who it is.
    pub kind: VoiceKind,
    /// A shorter name for the matrix and the figure.
    pub short: Option<Line>,
    /// The party to the matter that the voice belongs to.
    pub side: Option<Line>,
    /// A remark of the writer's.
    pub note: Option<Prose>,
}

/// What kind of voice it is.
#[derive(Clone, Debug, PartialEq, Eq)]
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
