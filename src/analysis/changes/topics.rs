//! Compares issues, positions, tensions, events and gaps.

use super::known::{self, Known};
use super::matching::{Matched, Matching};
use super::names::Names;
use super::texts::{plain, reworded, sorted};
use crate::model::{Brief, ClaimId, DateGiven, Edtf, Event, Gap, Issue, Position};
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
    fn dated<'a>(names: &Names<'_>, one: &'a Position) -> ((usize, usize), Option<&'a str>) {
        (place(names, one), one.day().map(Edtf::as_str))
    }
    let stance = |names, one: &Position| (place(names, one), one.stance.word());
    Matching::new(
        &old.brief().parts().positions,
        &new.brief().parts().positions,
    )
    .by(|one| dated(old, one), |one| dated(new, one))
    .by(|one| stance(old, one), |one| stance(new, one))
    .by(|one| place(old, one), |one| place(new, one))
    .finish_by_place(|one, other| position((old, one), (new, other)))
}

fn place(names: &Names<'_>, position: &Position) -> (usize, usize) {
    (
        names.known.voice(position.of),
        names.known.issue(position.on),
    )
}

fn position(
    (old, before): (&Names<'_>, &Position),
    (new, after): (&Names<'_>, &Position),
) -> Vec<PositionChange> {
    let mut changes = Vec::new();
    if before.stance != after.stance {
        changes.push(PositionChange::Stance);
    }
    // A date that is told for the first time, beside that of another position, is no other date.
    if before.when() != after.when() && date_told(old.known, before) != date_told(new.known, after)
    {
        changes.push(PositionChange::Redated);
    }
    let words = WordDiff::between(&before.in_short, &after.in_short);
    changes.extend(words.map(PositionChange::Reworded));
    if marks(old, &before.claims) != marks(new, &after.claims) {
        changes.push(PositionChange::Claims);
    }
    changes
}

fn date_told(known: &Known<'_>, position: &Position) -> Option<DateGiven> {
    let matrix = &known.edition.analysis().positions;
    matrix.date_told(known.brief(), position)
}

fn marks(names: &Names<'_>, claims: &[ClaimId]) -> Vec<usize> {
    sorted(claims.iter().map(|id| names.claim(*id)))
}

/// A change of an issue that both editions have.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum IssueChange {
    Renamed(WordDiff),
    Question(WordDiff),
}

/// Compares the issues of two editions: what a stance means hangs on their words.
pub(super) fn issues(old: &Brief, new: &Brief) -> Matched<usize, IssueChange> {
    let question = |issue: &Issue| issue.question.as_deref().unwrap_or("").to_owned();
    known::issues(old, new).finish_by_place(|before, after| {
        let name = WordDiff::between(&before.name, &after.name).map(IssueChange::Renamed);
        let question = WordDiff::between(&question(before), &question(after));
        name.into_iter()
            .chain(question.map(IssueChange::Question))
            .collect()
    })
}

#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum TensionChange {
    Reworded(WordDiff),
    Claims,
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

/// Compares the tensions of two editions: one is the same if it is between the same claims, or has the same
/// words.
pub(super) fn tensions(old: &Names<'_>, new: &Names<'_>) -> Matched<usize, TensionChange> {
    Matching::new(&old.brief().parts().tensions, &new.brief().parts().tensions)
        .by(
            |before| marks(old, &before.between),
            |after| marks(new, &after.between),
        )
        .by_only(|before| plain(&before.note), |after| plain(&after.note))
        .finish_by_place(|before, after| {
            let words = reworded((Some(old), &before.note), (Some(new), &after.note));
            let mut changes: Vec<TensionChange> =
                words.map(TensionChange::Reworded).into_iter().collect();
            if marks(old, &before.between) != marks(new, &after.between) {
                changes.push(TensionChange::Claims);
            }
            changes
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

fn base<'a>(names: &Names<'_>, event: &'a Event) -> (Vec<usize>, Option<&'a str>) {
    let date = event.when.date().map(Edtf::as_str);
    (marks(names, &event.claims), date)
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
    if marks(old, &before.claims) != marks(new, &after.claims) {
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
    if subject(old.known, before) != subject(new.known, after) {
        changes.push(GapChange::About);
    }
    changes
}

fn subject(known: &Known<'_>, gap: &Gap) -> (Vec<usize>, Vec<usize>) {
    (
        sorted(gap.of.iter().map(|id| known.voice(*id))),
        sorted(gap.about.iter().map(|id| known.issue(*id))),
    )
}
