//! Compares positions, tensions, events and gaps.

use super::matching::{Matched, Matching};
use super::names::Names;
use super::texts::{plain, reworded, sorted};
use crate::analysis::edition::Edition;
use crate::model::{Brief, ClaimId, DateGiven, Edtf, Event, Gap, Key, Position};
use crate::word_diff::WordDiff;

/// A change of a position that a voice takes on an issue in both editions.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum PositionChange {
    Stance,
    Redated,
    Reworded(WordDiff),
    Claims,
}

/// Compares the positions of two editions: one is the same if its voice takes it on the same issue
/// at the same date, or with the same stance, or at all.
pub(super) fn positions(old: &Names<'_>, new: &Names<'_>) -> Matched<usize, PositionChange> {
    let (before, after) = (old.brief(), new.brief());
    let dated = |brief, position| (place(brief, position), position.day().map(Edtf::as_str));
    let stance = |brief, position| (place(brief, position), position.stance.word());
    Matching::new(&before.parts().positions, &after.parts().positions)
        .by(|one| dated(before, one), |one| dated(after, one))
        .by(|one| stance(before, one), |one| stance(after, one))
        .by(|one| place(before, one), |one| place(after, one))
        .finish_by_place(|one, other| position((old, one), (new, other)))
}

fn place<'a>(brief: &'a Brief, position: &Position) -> (&'a Key, &'a Key) {
    (&brief.voice(position.of).key, &brief.issue(position.on).key)
}

fn position(
    (old, before): (&Names<'_>, &Position),
    (new, after): (&Names<'_>, &Position),
) -> Vec<PositionChange> {
    let mut changes = Vec::new();
    if before.stance != after.stance {
        changes.push(PositionChange::Stance);
    }
    if date_told(old.edition, before) != date_told(new.edition, after) {
        changes.push(PositionChange::Redated);
    }
    let words = WordDiff::between(&before.in_short, &after.in_short);
    changes.extend(words.map(PositionChange::Reworded));
    if claim_keys(old, &before.claims) != claim_keys(new, &after.claims) {
        changes.push(PositionChange::Claims);
    }
    changes
}

fn date_told(edition: &Edition, position: &Position) -> Option<DateGiven> {
    let matrix = &edition.analysis().positions;
    matrix.date_told(edition.brief(), position)
}

fn claim_keys<'a>(names: &Names<'a>, claims: &[ClaimId]) -> Vec<&'a Key> {
    sorted(claims.iter().map(|id| names.key(*id)))
}

/// A change of a tension between the same claims.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum TensionChange {
    Reworded(WordDiff),
}

#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum EventChange {
    Redated,
    Reworded(WordDiff),
    Claims,
}

#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum GapChange {
    Question(WordDiff),
    Why(WordDiff),
    /// It is about other voices or issues.
    About,
}

/// Compares the tensions of two editions: one is the same if it is between the same claims.
pub(super) fn tensions(old: &Names<'_>, new: &Names<'_>) -> Matched<usize, TensionChange> {
    Matching::new(&old.brief().parts().tensions, &new.brief().parts().tensions)
        .by(
            |before| claim_keys(old, &before.between),
            |after| claim_keys(new, &after.between),
        )
        .finish_by_place(|before, after| {
            let words = reworded((Some(old), &before.note), (Some(new), &after.note));
            words.map(TensionChange::Reworded).into_iter().collect()
        })
}

/// Compares the events of two editions: one is the same if it has the same words, or rests on the
/// same claims at the same date, or has like words.
pub(super) fn events(old: &Names<'_>, new: &Names<'_>) -> Matched<usize, EventChange> {
    let words = |event: &Event| plain(&event.what);
    Matching::new(&old.brief().parts().events, &new.brief().parts().events)
        .by(words, words)
        .by(|before| base(old, before), |after| base(new, after))
        .by_likeness(words)
        .finish_by_place(|before, after| event((old, before), (new, after)))
}

fn base<'a>(names: &Names<'a>, event: &'a Event) -> (Vec<&'a Key>, Option<&'a str>) {
    let date = event.when.date().map(Edtf::as_str);
    (claim_keys(names, &event.claims), date)
}

fn event(
    (old, before): (&Names<'_>, &Event),
    (new, after): (&Names<'_>, &Event),
) -> Vec<EventChange> {
    let mut changes = Vec::new();
    if before.when != after.when {
        changes.push(EventChange::Redated);
    }
    changes.extend(
        reworded((Some(old), &before.what), (Some(new), &after.what)).map(EventChange::Reworded),
    );
    if claim_keys(old, &before.claims) != claim_keys(new, &after.claims) {
        changes.push(EventChange::Claims);
    }
    changes
}

/// Compares the gaps of two editions: one is the same if its question has the same words, or like
/// ones.
pub(super) fn gaps(old: &Names<'_>, new: &Names<'_>) -> Matched<usize, GapChange> {
    let question = |gap: &Gap| plain(&gap.question);
    Matching::new(&old.brief().parts().gaps, &new.brief().parts().gaps)
        .by(question, question)
        .by_likeness(question)
        .finish_by_place(|before, after| gap((old, before), (new, after)))
}

fn gap((old, before): (&Names<'_>, &Gap), (new, after): (&Names<'_>, &Gap)) -> Vec<GapChange> {
    let mut changes = Vec::new();
    changes.extend(
        reworded((Some(old), &before.question), (Some(new), &after.question))
            .map(GapChange::Question),
    );
    changes.extend(reworded((Some(old), &before.why), (Some(new), &after.why)).map(GapChange::Why));
    if subject(old.brief(), before) != subject(new.brief(), after) {
        changes.push(GapChange::About);
    }
    changes
}

fn subject<'a>(brief: &'a Brief, gap: &Gap) -> (Vec<&'a Key>, Vec<&'a Key>) {
    (
        sorted(gap.of.iter().map(|id| &brief.voice(*id).key)),
        sorted(gap.about.iter().map(|id| &brief.issue(*id).key)),
    )
}
