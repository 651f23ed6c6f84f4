//! Finds the paraphrases that are their source's own wording, but for what they quote.

use std::ops::Range;

use crate::check::quotations;
use crate::describe::plain_prose;
use crate::evidence::{Snapshot, borrowed_words};
use crate::model::{Brief, ClaimId};

/// Returns the claims that have words in a row from a snapshot, outside of quote marks, and the longest
/// such run of each.
pub fn borrowed(brief: &Brief, claims: &[ClaimId], snapshot: &Snapshot) -> Vec<(ClaimId, String)> {
    let says: Vec<(ClaimId, String)> = claims
        .iter()
        .filter(|id| brief.claim(**id).report().is_some())
        .map(|id| (*id, plain_prose(&brief.claim(*id).says)))
        .collect();
    let own: Vec<Vec<&str>> = says.iter().map(|(_, says)| own_words(says)).collect();
    let found = borrowed_words(snapshot, &own);
    let claims = says.iter().map(|(id, _)| *id);
    let found = claims.zip(found);
    found
        .filter_map(|(id, words)| Some((id, words?.to_owned())))
        .collect()
}

/// Returns what stands outside of quote marks.
fn own_words(says: &str) -> Vec<&str> {
    let mut own = Vec::new();
    let mut from = 0;
    let end = says.len()..says.len();
    let quoted: Vec<Range<usize>> = quotations(says);
    for quote in quoted.into_iter().chain([end]) {
        own.extend(says.get(from..quote.start).filter(|own| !own.is_empty()));
        from = quote.end;
    }
    own
}
