//! Finds what changed from one edition of a brief to the next.
//!
//! No reader sees ids: claims, voices, issues and sources are matched by what readers know them by, then
//! by their ids; a tension by its claims, a position by its voice, its issue and its date. Quotes, events
//! and gaps are matched by their words, then by what they rest on, then by likeness. A place in the order of the file is not compared: what
//! moved has another label, and is not changed. Nor is markup: texts are compared word by word, with
//! the claims that they cite. Nor is compared who prepared it, what is left out of sources, and what is said
//! of voices and sources beyond the names by which claims are attributed.

mod attribution;
mod claims;
mod known;
mod matching;
mod names;
mod same_claims;
mod texts;
mod topics;

#[cfg(test)]
mod tests;

use super::edition::Edition;
use crate::model::ClaimId;
use crate::word_diff::WordDiff;
use known::Known;

pub(crate) use attribution::AttributionChange;
pub(crate) use claims::{ClaimChange, QuoteChange};
pub(crate) use matching::{Kept, Matched, Matching};
pub(crate) use same_claims::{Seen, known_words, places_before};
pub(crate) use texts::{CitingChange, TextChange};
pub(crate) use topics::{EventChange, GapChange, IssueChange, PositionChange, TensionChange};

/// What changed from an old edition to a new one. Ids are those of the edition that they are about;
/// numbers are places in the brief's lists, from 0.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Diff<'a> {
    pub(crate) old: &'a Edition,
    pub(crate) new: &'a Edition,
    pub(crate) topic: Option<WordDiff>,
    pub(crate) title: CitingChange,
    pub(crate) bottom_line: CitingChange,
    pub(crate) issues: Matched<usize, IssueChange>,
    pub(crate) claims: Matched<ClaimId, ClaimChange>,
    pub(crate) positions: Matched<usize, PositionChange>,
    pub(crate) tensions: Matched<usize, TensionChange>,
    pub(crate) events: Matched<usize, EventChange>,
    /// The gaps: added is opened, withdrawn is closed.
    pub(crate) gaps: Matched<usize, GapChange>,
    pub(crate) method: Option<WordDiff>,
}

impl<'a> Diff<'a> {
    /// Compares two editions.
    pub fn between(old: &'a Edition, new: &'a Edition) -> Self {
        let both = Known::of_both(old, new);
        let ([names_before, names_after], claims) = claims::compare(&both);
        Self {
            old,
            new,
            topic: WordDiff::between(&old.brief().parts().topic, &new.brief().parts().topic),
            issues: topics::issues(old.brief(), new.brief()),
            method: texts::method(&names_before, &names_after),
            title: texts::title(&names_before, &names_after),
            bottom_line: texts::bottom_line(&names_before, &names_after),
            positions: topics::positions(&names_before, &names_after),
            tensions: topics::tensions(&names_before, &names_after),
            events: topics::events(&names_before, &names_after),
            claims,
            gaps: topics::gaps(&names_before, &names_after),
        }
    }

    /// Compares an edition with the previous one that its brief names, if it names one.
    pub(crate) fn from_previous(edition: &'a Edition) -> Option<Self> {
        Some(Self::between(edition.previous()?, edition))
    }

    /// Says whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.topic.is_none()
            && self.title.is_empty()
            && self.bottom_line.is_empty()
            && self.issues.is_empty()
            && self.claims.is_empty()
            && self.positions.is_empty()
            && self.tensions.is_empty()
            && self.events.is_empty()
            && self.gaps.is_empty()
            && self.method.is_none()
    }

    /// Says whether claims have other numbers, whatever else changed.
    pub(crate) fn has_other_numbers(&self) -> bool {
        let mut kept = self.claims.kept.iter();
        kept.any(|kept| kept.old.number() != kept.new.number())
    }
}
