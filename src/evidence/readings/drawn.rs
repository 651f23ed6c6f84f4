//! Looks for quotes in a page with what a browser draws of it that is not in its text.

use std::ops::Range;

use super::super::finding::{Finding, SoughtQuote};
use super::super::html::has_unknown;
use super::super::places::overlaps;
use super::super::snapshot::Snapshot;
use super::again::{again, bytes};
use super::reading::{Apart, Reading};
use crate::model::{Check, Obstacle};

/// Looks again for quotes over first lines that are shown in other letters: where those end, layout tells.
pub(super) fn in_first_lines(
    snapshot: &Snapshot,
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
) {
    let shown = &snapshot.page.shown;
    if shown.recased.is_empty() {
        return;
    }
    let small = |text: &str| {
        text.chars()
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    let quotes = wanted
        .iter()
        .map(|wanted| (small(wanted.text), wanted.context.map(small)));
    let quotes: Vec<_> = quotes.collect();
    let quotes = quotes.iter().zip(wanted);
    let in_small: Vec<SoughtQuote<'_>> = quotes
        .map(|((text, context), wanted)| SoughtQuote {
            text,
            context: context.as_deref(),
            ..*wanted
        })
        .collect();
    let reading = || Reading::in_small_letters(shown);
    again(&in_small, findings, reading, |finding, reading| {
        let is_in = |at: &Range<usize>| overlaps(&shown.recased, at);
        let found = reading.in_page(finding, snapshot);
        if found.check == Check::Ambiguous || bytes(snapshot, &found).iter().any(is_in) {
            Finding::not(Check::CannotCheck, Some(Obstacle::Unsure))
        } else {
            Finding::not(Check::Absent, None)
        }
    });
}

/// Takes nothing for absent from a page in which words are drawn that are not known.
pub(super) fn doubt_unknown(snapshot: &Snapshot, findings: &mut [Finding]) {
    let mut drawn = snapshot.page.shown.drawn.iter();
    if drawn.any(|drawn| has_unknown(&drawn.words)) {
        for finding in findings.iter_mut().filter(|one| one.check == Check::Absent) {
            *finding = Finding::not(Check::CannotCheck, Some(Obstacle::Unsure));
        }
    }
}

/// Looks again for quotes with what is drawn in a page besides its text: no more is known of how it is read.
pub(super) fn with_drawn(
    snapshot: &Snapshot,
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
) {
    let shown = &snapshot.page.shown;
    let ways = [Apart::No, Apart::Yes].into_iter();
    for apart in ways.filter(|_| !shown.drawn.is_empty()) {
        let reading = || Reading::with_drawn(shown, apart);
        again(wanted, findings, reading, |_, _| {
            Finding::not(Check::CannotCheck, Some(Obstacle::Unsure))
        });
    }
}
