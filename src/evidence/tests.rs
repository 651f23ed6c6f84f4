//! What the tests of several modules ask: how a quote is found in a text.

use super::{Media, Snapshot, SoughtQuote, find};
use crate::model::{Check, Obstacle};

/// What is found of words that stand there only without marks.
pub(super) const MARKED_UP: (Check, Option<Obstacle>) =
    (Check::CannotCheck, Some(Obstacle::MarkedUp));

/// Looks for a quote in a plain text.
pub(super) fn look(text: &str, quote: &str) -> (Check, Option<Obstacle>) {
    look_in(text.as_bytes(), Media::Text, quote)
}

/// Looks for a quote in the bytes of a snapshot.
pub(super) fn look_in(bytes: &[u8], media: Media, quote: &str) -> (Check, Option<Obstacle>) {
    let snapshot = Snapshot::read(bytes, media);
    let found = find(&snapshot, &[SoughtQuote::of(quote)]).remove(0);
    (found.check, found.reason)
}
