//! Changes of claims.

use super::attribution::{self, AttributionChange};
use super::matching::{Matched, Matching};
use super::quotes::{self, QuoteChange};
use super::texts::{self, TextChange};
use crate::analysis::edition::Edition;
use crate::model::{ClaimId, IssueId, Key};
use crate::word_diff::WordDiff;

/// A change of a claim that both editions have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClaimChange {
    /// The paraphrase has other words.
    Reworded(WordDiff),
    /// It is attributed otherwise.
    Reattributed(AttributionChange),
    /// It is dated otherwise.
    Redated,
    /// It is about other issues.
    About,
    /// A quote changed.
    Quote(QuoteChange),
    /// How the source characterises it changed.
    Characterised(TextChange),
    /// What the writer remarks changed.
    Note(TextChange),
}

/// What kind of change it is, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClaimKind {
    /// Other words.
    Reworded,
    /// Another attribution.
    Reattributed,
    /// Another date.
    Redated,
    /// Quotes added, withdrawn, reworded or labelled otherwise.
    Quotes,
    /// The check of a quote came out otherwise.
    QuoteStatus,
    /// A remark, or the issues it is about.
    Remarks,
}

impl ClaimChange {
    /// Returns the kind of the change.
    pub fn kind(&self) -> ClaimKind {
        match self {
            Self::Reworded(_) => ClaimKind::Reworded,
            Self::Reattributed(_) => ClaimKind::Reattributed,
            Self::Redated => ClaimKind::Redated,
            Self::Quote(change) if change.is_of_status() => ClaimKind::QuoteStatus,
            Self::Quote(_) => ClaimKind::Quotes,
            Self::About | Self::Characterised(_) | Self::Note(_) => ClaimKind::Remarks,
        }
    }
}

/// Compares the claims of two editions.
pub(super) fn compare(old: &Edition, new: &Edition) -> Matched<ClaimId, ClaimChange> {
    let before = |index| &old.brief().parts().claims[index];
    let after = |index| &new.brief().parts().claims[index];
    Matching::new(old.brief().claims().len(), new.brief().claims().len())
        .by(|index| &before(index).key, |index| &after(index).key)
        .finish(ClaimId::new, |before, after| {
            changes((old, ClaimId::new(before)), (new, ClaimId::new(after)))
        })
}

fn changes(old: (&Edition, ClaimId), new: (&Edition, ClaimId)) -> Vec<ClaimChange> {
    let (before, after) = (old.0.brief().claim(old.1), new.0.brief().claim(new.1));
    let mut changes = Vec::new();
    changes.extend(texts::reworded(&before.says, &after.says).map(ClaimChange::Reworded));
    let attribution = attribution::compare(old, new);
    changes.extend(attribution.into_iter().map(ClaimChange::Reattributed));
    if before.said != after.said {
        changes.push(ClaimChange::Redated);
    }
    let quotes = quotes::compare((old.0.brief(), before), (new.0.brief(), after));
    changes.extend(quotes.into_iter().map(ClaimChange::Quote));
    if issues(old.0, &before.about) != issues(new.0, &after.about) {
        changes.push(ClaimChange::About);
    }
    let characterised =
        texts::optional(before.characterised.as_ref(), after.characterised.as_ref());
    changes.extend(characterised.map(ClaimChange::Characterised));
    let note = texts::optional(before.note.as_ref(), after.note.as_ref());
    changes.extend(note.map(ClaimChange::Note));
    changes
}

fn issues<'a>(edition: &'a Edition, issues: &[IssueId]) -> Vec<&'a Key> {
    let keys = issues.iter().map(|id| &edition.brief().issue(*id).key);
    let mut keys: Vec<&Key> = keys.collect();
    keys.sort_unstable();
    keys
}
