//! Compares positions, tensions, events and gaps.

use super::matching::{Matched, Matching, likeness};
use super::texts::{plain, reworded};
use crate::model::{Brief, ClaimId, Edtf, Event, Gap, Key, Position};
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
pub(super) fn positions(old: &Brief, new: &Brief) -> Matched<usize, PositionChange> {
    let (before, after) = (&old.parts().positions, &new.parts().positions);
    Matching::new(before.len(), after.len())
        .by(
            |index| place(old, &before[index]),
            |index| place(new, &after[index]),
        )
        .finish(
            |index| index,
            |index_before, index_after| {
                position((old, &before[index_before]), (new, &after[index_after]))
            },
        )
}

fn place<'a>(brief: &'a Brief, position: &Position) -> (&'a Key, &'a Key) {
    (&brief.voice(position.of).key, &brief.issue(position.on).key)
}

fn position(
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
fn claim_keys<'a>(brief: &'a Brief, claims: &[ClaimId]) -> Vec<&'a Key> {
    let mut keys: Vec<&Key> = claims.iter().map(|id| &brief.claim(*id).key).collect();
    keys.sort_unstable();
    keys
}

/// A change of a tension between the same claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TensionChange {
    /// The note has other words.
    Reworded(WordDiff),
}

/// A change of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventChange {
    /// It is dated otherwise.
    Redated,
    /// It has other words.
    Reworded(WordDiff),
    /// It rests on other claims.
    Claims,
}

/// A change of a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GapChange {
    /// The question has other words.
    Question(WordDiff),
    /// The reason has other words.
    Why(WordDiff),
    /// It is about other voices or issues.
    About,
}

/// Compares the tensions of two editions: one is the same if it is between the same claims.
pub(super) fn tensions(old: &Brief, new: &Brief) -> Matched<usize, TensionChange> {
    let (before, after) = (&old.parts().tensions, &new.parts().tensions);
    Matching::new(before.len(), after.len())
        .by(
            |index| claim_keys(old, &before[index].between),
            |index| claim_keys(new, &after[index].between),
        )
        .finish(
            |index| index,
            |index_before, index_after| {
                let words = reworded(&before[index_before].note, &after[index_after].note);
                words.map(TensionChange::Reworded).into_iter().collect()
            },
        )
}

/// Compares the events of two editions: one is the same if it has the same words, or rests on the
/// same claims at the same date, or has like words.
pub(super) fn events(old: &Brief, new: &Brief) -> Matched<usize, EventChange> {
    let (before, after) = (&old.parts().events, &new.parts().events);
    Matching::new(before.len(), after.len())
        .by(
            |index| plain(&before[index].what),
            |index| plain(&after[index].what),
        )
        .by(
            |index| base(old, &before[index]),
            |index| base(new, &after[index]),
        )
        .by_likeness(|index_before, index_after| {
            likeness(
                &plain(&before[index_before].what),
                &plain(&after[index_after].what),
            )
        })
        .finish(
            |index| index,
            |index_before, index_after| {
                event((old, &before[index_before]), (new, &after[index_after]))
            },
        )
}

fn base<'a>(brief: &'a Brief, event: &'a Event) -> (Vec<&'a Key>, Option<&'a str>) {
    let date = event.when.date().map(Edtf::as_str);
    (claim_keys(brief, &event.claims), date)
}

fn event((old, before): (&Brief, &Event), (new, after): (&Brief, &Event)) -> Vec<EventChange> {
    let mut changes = Vec::new();
    if before.when != after.when {
        changes.push(EventChange::Redated);
    }
    changes.extend(reworded(&before.what, &after.what).map(EventChange::Reworded));
    if claim_keys(old, &before.claims) != claim_keys(new, &after.claims) {
        changes.push(EventChange::Claims);
    }
    changes
}

/// Compares the gaps of two editions: one is the same if its question has the same words, or like
/// ones.
pub(super) fn gaps(old: &Brief, new: &Brief) -> Matched<usize, GapChange> {
    let (before, after) = (&old.parts().gaps, &new.parts().gaps);
    Matching::new(before.len(), after.len())
        .by(
            |index| plain(&before[index].question),
            |index| plain(&after[index].question),
        )
        .by_likeness(|index_before, index_after| {
            likeness(
                &plain(&before[index_before].question),
                &plain(&after[index_after].question),
            )
        })
        .finish(
            |index| index,
            |index_before, index_after| {
                gap((old, &before[index_before]), (new, &after[index_after]))
            },
        )
}

fn gap((old, before): (&Brief, &Gap), (new, after): (&Brief, &Gap)) -> Vec<GapChange> {
    let mut changes = Vec::new();
    changes.extend(reworded(&before.question, &after.question).map(GapChange::Question));
    changes.extend(reworded(&before.why, &after.why).map(GapChange::Why));
    if subject(old, before) != subject(new, after) {
        changes.push(GapChange::About);
    }
    changes
}

fn subject<'a>(brief: &'a Brief, gap: &Gap) -> (Vec<&'a Key>, Vec<&'a Key>) {
    let mut voices: Vec<&Key> = gap.of.iter().map(|id| &brief.voice(*id).key).collect();
    let mut issues: Vec<&Key> = gap.about.iter().map(|id| &brief.issue(*id).key).collect();
    voices.sort_unstable();
    issues.sort_unstable();
    (voices, issues)
}
