//! Finds which claim of an earlier edition is which: by what people read before ids, which may be
//! given anew.

use std::collections::BTreeSet;

use super::matching::Matching;

/// What claims are known by.
pub(crate) struct Seen<'a, W> {
    pub(crate) id: &'a str,
    pub(crate) words: W,
    /// Marks that are the same for what is one voice.
    pub(crate) voices: BTreeSet<usize>,
}

/// Returns the place that each claim had in the earlier edition, if it was there: one is the same if its
/// id is all that changed, which `are_unchanged` tells by the places, else if the same voices say
/// the same words, else if it has the same id.
pub(crate) fn places_before<W: Ord>(
    before: &[Seen<'_, W>],
    claims: &[Seen<'_, W>],
    are_unchanged: impl Fn(usize, usize) -> bool,
) -> Vec<Option<usize>> {
    fn worded<'a, W>(claim: &'a Seen<'_, W>) -> (&'a str, &'a W) {
        (claim.id, &claim.words)
    }
    fn said<'a, W>(claim: &'a Seen<'_, W>) -> (&'a W, &'a BTreeSet<usize>) {
        (&claim.words, &claim.voices)
    }
    Matching::new(before, claims)
        .by_if(worded, &are_unchanged)
        .by_if(|claim| &claim.words, &are_unchanged)
        .by(|one| (one.id, said(one)), |one| (one.id, said(one)))
        .by(said, said)
        .by(worded, worded)
        .by(|claim| claim.id, |claim| claim.id)
        .places()
}
