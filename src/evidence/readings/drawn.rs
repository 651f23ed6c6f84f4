//! Looks for quotes in a page with what a browser draws of it that is not in its text.

use std::ops::Range;

use super::super::finding::{Finding, SoughtQuote};
use super::super::html::{Drawn, Shown, has_unknown};
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
    with_pictures(snapshot, wanted, findings);
    let shown = &snapshot.page.shown;
    let ways = [Apart::No, Apart::Yes].into_iter();
    for apart in ways.filter(|_| !shown.drawn.is_empty()) {
        let reading = || Reading::with_drawn(shown, apart);
        again(wanted, findings, reading, |_, _| {
            Finding::not(Check::CannotCheck, Some(Obstacle::Unsure))
        });
    }
}

/// A picture shows so many letters of a word at most.
const MOST_PICTURED: usize = 2;
/// A quote is looked for with so many pictures at most.
const MOST_PICTURES: usize = 16;

/// Looks again for quotes with letters that a picture may show before the word that follows it: only the quote tells
/// which they would be.
fn with_pictures(snapshot: &Snapshot, wanted: &[SoughtQuote<'_>], findings: &mut [Finding]) {
    let shown = &snapshot.page.shown;
    let mut pictures: Vec<Pictured<'_>> = shown
        .pictures
        .iter()
        .map(|at| Pictured::of(shown, *at))
        .collect();
    pictures.sort_unstable();
    pictures.dedup();
    let all = findings.iter_mut().zip(wanted);
    for (finding, wanted) in all.filter(|(finding, _)| finding.check == Check::Absent) {
        for drawn in pictured(wanted.text, &pictures) {
            let shown = Shown {
                drawn: vec![drawn],
                ..shown.clone()
            };
            for apart in [Apart::No, Apart::Yes] {
                let reading = || Reading::with_drawn(&shown, apart);
                let one = std::slice::from_ref(wanted);
                let only = std::slice::from_mut(&mut *finding);
                again(one, only, reading, |_, _| {
                    Finding::not(Check::CannotCheck, Some(Obstacle::Unsure))
                });
            }
        }
    }
}

/// The words that follow a picture, and where it is.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Pictured<'a> {
    next: [&'a str; 2],
    at: usize,
}

impl<'a> Pictured<'a> {
    fn of(shown: &'a Shown, at: usize) -> Self {
        let mut words = words(shown.text.get(at..).unwrap_or_default());
        let next = [(); 2].map(|()| words.next().unwrap_or_default());
        Self { next, at }
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}

/// Returns what a picture would have to show for a quote to stand in a page, in each way of which the words that follow
/// tell no other.
fn pictured(quote: &str, pictures: &[Pictured<'_>]) -> Vec<Drawn> {
    let words: Vec<&str> = words(quote).collect();
    let mut drawn = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let second = words.get(index + 1).copied();
        let starts = word.char_indices().map(|(at, _)| at);
        let parts = starts.skip(1).take(MOST_PICTURED);
        let parts = parts.map(|at| word.split_at(at));
        let before = index.checked_sub(1).and_then(|before| words.get(before));
        let alone = before.filter(|before| before.chars().count() <= MOST_PICTURED);
        for (letters, rest) in parts.chain(alone.map(|before| (*before, *word))) {
            let from = pictures.partition_point(|picture| picture.next < [rest, ""]);
            let same = pictures.iter().skip(from);
            let same = same.take_while(|picture| picture.next[0] == rest);
            let same = same.filter(|picture| second.is_none_or(|second| picture.next[1] == second));
            drawn.extend(same.map(|picture| Drawn {
                at: picture.at,
                words: letters.to_owned(),
                is_before: true,
                joins: [false; 2],
            }));
        }
    }
    drawn.truncate(MOST_PICTURES);
    drawn
}
