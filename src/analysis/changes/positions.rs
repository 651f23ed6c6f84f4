//! Changes of who stands where.

use super::matching::{Matched, Matching};
use crate::model::{Brief, ClaimId, Key, Position};
use crate::word_diff::WordDiff;

/// A change of a position that a voice takes on an issue in both editions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PositionChange {
    /// Another stance.
    Stance,
    /// Other words.
    Reworded(WordDiff),
    /// It rests on other claims.
    Claims,
}

/// Compares the positions of two editions.
pub(super) fn compare(old: &Brief, new: &Brief) -> Matched<usize, PositionChange> {
    let (before, after) = (&old.parts().positions, &new.parts().positions);
    Matching::new(before.len(), after.len())
        .by(
            |index| place(old, &before[index]),
            |index| place(new, &after[index]),
        )
        .finish(
            |index| index,
            |index_before, index_after| {
                changes((old, &before[index_before]), (new, &after[index_after]))
            },
        )
}

fn place<'a>(brief: &'a Brief, position: &Position) -> (&'a Key, &'a Key) {
    (&brief.voice(position.of).key, &brief.issue(position.on).key)
}

fn changes(
    (old, before): (&Brief, &Position),
    (new, after): (&Brief, &Position),
) -> Vec<PositionChange> {
    let mut changes = Vec::new();
    if before.stance != after.stance {
        changes.push(PositionChange::Stance);
    }
    let words = WordDiff::between(&before.in_short, &after.in_short);
    changes.extend(words.map(PositionChange::Reworded));
    if claim_keys(old, &before.claims) != claim_keys(new, &after.claims) {
        changes.push(PositionChange::Claims);
    }
    changes
}

/// Returns the keys of claims, sorted: their order says nothing.
pub(super) fn claim_keys<'a>(brief: &'a Brief, claims: &[ClaimId]) -> Vec<&'a Key> {
    let mut keys: Vec<&Key> = claims.iter().map(|id| &brief.claim(*id).key).collect();
    keys.sort_unstable();
    keys
}
