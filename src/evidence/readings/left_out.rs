//! Looks for quotes in all that stands in a page, hidden or shown, with or without each part that stands apart from its
//! line, whatever is done with the others. What is found so is not absent; no more is known of it.

use super::super::finding::{Finding, SoughtQuote, absent, take_back};
use super::super::snapshot::Snapshot;
use super::super::whole::{Found, MOST_STEPS, Whole};
use crate::model::Obstacle;

/// Looks again for quotes that are absent.
pub(super) fn with_parts_left_out(
    snapshot: &Snapshot,
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
) {
    let page = &snapshot.page;
    let left = absent(findings);
    if left.is_empty() || page.left_out.is_empty() {
        return;
    }
    let whole = Whole::of(&page.whole, &page.left_out);
    let mut steps = MOST_STEPS;
    for index in left {
        let reason = match whole.find_quote(&wanted[index], &mut steps) {
            Found::Nowhere => continue,
            Found::Tangled => Obstacle::Tangled,
            Found::Hidden => Obstacle::Hidden,
            Found::Somewhere => Obstacle::Unsure,
        };
        take_back(findings, &[index], reason, None);
    }
}
