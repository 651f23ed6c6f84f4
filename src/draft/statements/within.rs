//! Tells which statements are reported within others.

use std::ops::Range;

use super::Statement;

/// So many statements before and after one are looked at for what it is a part of.
const NEAR: usize = 8;

impl Statement {
    /// Says whether a statement is reported within what another voice says in the sentence: Ayo said that
    /// Bell wanted to wait.
    pub(super) fn is_within_another(statements: &[Self], index: usize) -> bool {
        Self::holders(statements, index).next().is_some()
    }

    /// Returns the statements of others within which one is reported.
    pub(in crate::draft) fn holders(
        statements: &[Self],
        index: usize,
    ) -> impl Iterator<Item = &Self> {
        let one = statements.get(index);
        near(statements, index).filter(move |other| one.is_some_and(|one| holds(other, one)))
    }

    /// Says whether a statement of another voice is reported within one.
    pub(in crate::draft) fn holds_another(statements: &[Self], index: usize) -> bool {
        let one = statements.get(index);
        near(statements, index)
            .any(|other| other.is_stated && one.is_some_and(|one| holds(one, other)))
    }

    /// Says whether all that an outlet, or what may be one, has is what another says: an official quoted by NPA.
    pub(in crate::draft) fn passes_on(statements: &[Self], index: usize) -> bool {
        let one = statements.get(index);
        near(statements, index).any(|other| {
            one.is_some_and(|one| {
                other.is_stated && one.passage.start == other.passage.start && contains(one, other)
            })
        })
    }
}

fn near(statements: &[Statement], index: usize) -> impl Iterator<Item = &Statement> {
    let from = index.saturating_sub(NEAR);
    let to = statements.len().min(index + NEAR);
    statements.get(from..to).unwrap_or(&[]).iter()
}

fn holds(outer: &Statement, inner: &Statement) -> bool {
    contains(outer, inner) && outer.is_stated && outer.cue.is_some()
}

/// Says whether what one says has in it that another says something.
fn contains(outer: &Statement, inner: &Statement) -> bool {
    let has = |cue: &Range<usize>| outer.passage.start <= cue.start && cue.end <= outer.passage.end;
    outer.sentence == inner.sentence
        && inner.cue.as_ref().is_some_and(has)
        && outer.speaker != inner.speaker
}
