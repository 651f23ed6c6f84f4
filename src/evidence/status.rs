//! What came of looking for a quote.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::nearest::Nearest;

/// How a quote stands to its source. The order is from sure to unsure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It stands there word for word.
    Exact,
    /// It stands there but for quote marks, dashes and spaces.
    Typographic,
    /// It stands there but for what its own marks, … and [ ], say was changed.
    Edited,
    /// It stands there in several places.
    Ambiguous,
    /// It could not be looked for.
    CannotCheck,
    /// It does not stand there.
    Absent,
}

impl Status {
    /// Says whether the quote was found to be its source's words.
    pub fn is_verified(self) -> bool {
        matches!(self, Self::Exact | Self::Typographic | Self::Edited)
    }

    /// Returns the word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Typographic => "typographic",
            Self::Edited => "edited",
            Self::Ambiguous => "ambiguous",
            Self::CannotCheck => "cannot check",
            Self::Absent => "absent",
        }
    }
}

/// Why a quote was not found to be its source's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is no snapshot to look in.
    NoSnapshot,
    /// It is too short to be looked for by itself.
    TooShort,
    /// It stands in several places.
    SeveralPlaces,
    /// Its context stands in several places.
    ContextInSeveralPlaces,
    /// Its context is not in the snapshot.
    ContextAbsent,
    /// Its context does not hold it.
    ContextWithoutQuote,
    /// There are too many quotes to look for at once.
    TooLarge,
}

/// In words, to follow the status.
impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NoSnapshot => "no snapshot of its source",
            Self::TooShort => "fewer than 12 characters in one piece: give `context`",
            Self::SeveralPlaces => "it stands in several places: give `context`",
            Self::ContextInSeveralPlaces => "its `context` stands in several places: give more",
            Self::ContextAbsent => "its `context` is not in the snapshot",
            Self::ContextWithoutQuote => "its `context` does not hold it",
            Self::TooLarge => "too many quotes to look for at once",
        })
    }
}

/// A passage of a snapshot: `TextQuoteSelector` and `TextPositionSelector` of the W3C's Web
/// Annotation in one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Selector {
    /// The passage.
    pub exact: String,
    /// A few words before it.
    pub prefix: String,
    /// A few words after it.
    pub suffix: String,
    /// Its first code point, from 0.
    pub start: usize,
    /// One past its last code point.
    pub end: usize,
}

/// What came of looking for a quote in a snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How the quote stands to the snapshot.
    pub status: Status,
    /// Where it stands: one passage, or one for each literal part of an edited quote.
    pub at: Vec<Selector>,
    /// Why it was not found.
    pub reason: Option<Reason>,
    /// What comes nearest to a quote that is absent.
    pub nearest: Option<Nearest>,
}

impl Finding {
    pub(super) fn at(status: Status, at: Vec<Selector>) -> Self {
        Self {
            status,
            at,
            reason: None,
            nearest: None,
        }
    }

    /// Makes a finding of a quote that was not found.
    pub fn not(status: Status, reason: Option<Reason>) -> Self {
        Self {
            status,
            at: Vec::new(),
            reason,
            nearest: None,
        }
    }
}
