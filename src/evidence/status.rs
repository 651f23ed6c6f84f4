//! What came of looking for a quote.

use std::fmt;

use super::nearest::Nearest;
use crate::model::{QuoteStatus, Selector};

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
    /// It is a translation, and the words that it was made of are not given.
    NoOriginal,
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
            Self::NoOriginal => "a translation: give its `original`",
            Self::TooLarge => "too many quotes to look for at once",
        })
    }
}

/// What came of looking for a quote in a snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How the quote stands to the snapshot.
    pub status: QuoteStatus,
    /// Where it stands: one passage, or one for each literal part of an edited quote.
    pub at: Vec<Selector>,
    /// Why it was not found.
    pub reason: Option<Reason>,
    /// What comes nearest to a quote that is absent.
    pub nearest: Option<Nearest>,
}

impl Finding {
    pub(super) fn at(status: QuoteStatus, at: Vec<Selector>) -> Self {
        Self {
            status,
            at,
            reason: None,
            nearest: None,
        }
    }

    /// Makes a finding of a quote that was not found.
    pub fn not(status: QuoteStatus, reason: Option<Reason>) -> Self {
        Self {
            status,
            at: Vec::new(),
            reason,
            nearest: None,
        }
    }
}
