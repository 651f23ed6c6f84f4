//! Holds claims, and the voices that make them.

use std::num::NonZeroU32;

use super::date::DateGiven;
use super::ids::{ClaimId, IssueId, OneOrMore, SourceId, VoiceId};
use super::judgement::Judgement;
use super::locator::Locator;
use super::prose::Prose;
use super::quote::{Passage, Quote};
use super::text::{Key, Line};

/// A statement, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Claim {
    /// The id in the file.
    pub key: Key,
    /// The number that people say aloud: it stays over editions.
    pub number: u32,
    /// The id that it had in the previous edition, if it was there.
    pub before: Option<Key>,
    /// The writer's paraphrase; of a judgement, the writer's own words.
    pub says: Prose,
    /// What it rests on.
    pub basis: Basis,
    /// The issues that it is about.
    pub about: Vec<IssueId>,
    /// What the writer remarks.
    pub note: Option<Prose>,
}

/// What a claim rests on: on what others say, or on the writer's judgement of that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Others say so.
    Report(Box<Report>),
    /// The writer judges so.
    Judgement(Judgement),
}

/// Who makes a statement, and the source that carries it first.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// Who says so; never the writer.
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
    /// Where in its sources it stands.
    pub passages: Vec<Passage>,
    /// What was said word for word.
    pub quotes: Vec<Quote>,
    /// How the source characterises it.
    pub characterised: Option<Prose>,
}

impl Claim {
    /// Returns who says so and where; nothing of a judgement.
    pub fn report(&self) -> Option<&Report> {
        match &self.basis {
            Basis::Report(report) => Some(report),
            Basis::Judgement(_) => None,
        }
    }

    /// Returns what the writer judges by; nothing of a report.
    pub fn judgement(&self) -> Option<&Judgement> {
        match &self.basis {
            Basis::Report(_) => None,
            Basis::Judgement(judgement) => Some(judgement),
        }
    }

    /// Returns the claims that a judgement rests on; none of a report.
    pub fn rests_on(&self) -> &[ClaimId] {
        self.judgement()
            .map_or(&[], |judgement| &judgement.rests_on)
    }

    /// Returns who says so; of a judgement, the writer.
    pub fn voices(&self) -> &OneOrMore<VoiceId> {
        match &self.basis {
            Basis::Report(report) => &report.voices,
            Basis::Judgement(judgement) => &judgement.writers,
        }
    }

    /// Returns the sources in which others say so; none of a judgement.
    pub fn sources(&self) -> &[SourceId] {
        self.report().map_or(&[], |report| &report.sources)
    }

    /// Returns those of the sources that found it out themselves.
    pub fn found_out_by(&self) -> &[SourceId] {
        self.report().map_or(&[], |report| &report.found_out_by)
    }

    /// Returns where in its source it stands.
    pub fn at(&self) -> &[Locator] {
        self.report().map_or(&[], |report| &report.at)
    }

    /// Returns to whom it was said.
    pub fn told_to(&self) -> Option<&Line> {
        self.report()?.told_to.as_ref()
    }

    /// Returns when it was said; of a judgement, no date.
    pub fn said(&self) -> &DateGiven {
        self.report()
            .map_or(&DateGiven::NotGiven, |report| &report.said)
    }

    /// Returns what was said word for word; none of a judgement.
    pub fn quotes(&self) -> &[Quote] {
        self.report().map_or(&[], |report| &report.quotes)
    }

    /// Returns the passages of its sources on which it rests; none of a judgement.
    pub fn passages(&self) -> &[Passage] {
        self.report().map_or(&[], |report| &report.passages)
    }

    /// Returns how the source characterises it.
    pub fn characterised(&self) -> Option<&Prose> {
        self.report()?.characterised.as_ref()
    }

    pub(crate) fn passages_mut(&mut self) -> &mut [Passage] {
        match &mut self.basis {
            Basis::Report(report) => &mut report.passages,
            Basis::Judgement(_) => &mut [],
        }
    }

    pub(crate) fn quotes_mut(&mut self) -> &mut [Quote] {
        match &mut self.basis {
            Basis::Report(report) => &mut report.quotes,
            Basis::Judgement(_) => &mut [],
        }
    }
}

/// Someone who speaks, or whose reporting or judgement is given.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Voice {
    /// The id in the file.
    pub key: Key,
    /// Who it is.
    pub kind: VoiceKind,
    /// A shorter name for the matrix and the chains.
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

    /// Returns the members of a group, by name.
    pub(crate) fn members(&self) -> &[Line] {
        let VoiceKind::Group { members, .. } = &self.kind else {
            return &[];
        };
        members
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
        /// Why they are not named, if the brief says.
        reason: Option<Reason>,
        /// Voices one of whom this is, so that no person is counted twice.
        one_of: Vec<VoiceId>,
    },
    /// The own reporting of a source.
    Outlet(SourceId),
    /// The writer of the brief.
    Writer(Line),
}

/// Why an anonymous voice is not named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The source gives no reason.
    NotGiven,
    /// The reason that the source gives.
    Given(Line),
}

impl Reason {
    /// What stands in the file where the source gives no reason.
    pub const NOT_GIVEN: &str = "not given";

    /// Returns the reason as the file has it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::NotGiven => Self::NOT_GIVEN,
            Self::Given(reason) => reason,
        }
    }
}
