//! Finds when a voice's own claims were said, on which a position of its rests.

use super::index::Index;
use crate::load::{Date, Document, Position, Text};

/// Returns the date of the claims that a position rests on, where they have the same and are the
/// voice's own, or those of who speaks for it. What others say of a voice says not when it stood
/// there.
pub(super) fn own_date<'d>(
    document: &'d Document,
    index: &Index<'_>,
    position: &Position,
) -> Option<&'d Date> {
    let of = index.principal(&position.of)?;
    let mut date: Option<&Date> = None;
    for id in position.claims.iter() {
        let claim = document.claims.get(index.claims.position(id)?)?;
        let is_own = |voice: &Text| index.principal(voice) == Some(of);
        let said = claim.said.as_ref()?;
        let day = said.date.as_ref()?;
        let is_same = date.is_none_or(|first| first.date.as_ref() == Some(day));
        if !is_same || !claim.voice.iter().any(is_own) {
            return None;
        }
        date = date.or(Some(said));
    }
    date
}
