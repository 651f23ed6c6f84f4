//! Looks for quotes in a page as it can be read besides: without what it struck out, in the letters
//! that it is shown in, and in its hidden parts.

use std::iter::Peekable;
use std::ops::Range;
use std::slice::Iter;

use super::find::{Finding, SoughtQuote, search};
use super::forms::{self, Edit};
use super::html::{Case, Shown, plain};
use super::snapshot::Snapshot;
use crate::model::{Caveat, Check, Obstacle};

/// Looks for quotes in a page as it is shown, and in what else stands in its file.
pub(super) fn search_all(snapshot: &Snapshot, wanted: &[SoughtQuote<'_>]) -> Vec<Finding> {
    if snapshot.page.is_unread {
        let tangled = Finding::not(Check::CannotCheck, Some(Obstacle::Tangled));
        return vec![tangled; wanted.len()];
    }
    let mut findings = search(snapshot, wanted);
    for finding in &mut findings {
        finding.caveats = caveats(snapshot, finding);
    }
    let shown = &snapshot.page.shown;
    if !shown.struck.is_empty() {
        again(
            wanted,
            &mut findings,
            &Reading::without_struck(shown),
            |finding, reading| {
                let mut finding = reading.in_page(finding, snapshot);
                finding.caveats = caveats(snapshot, &finding);
                for caveat in &mut finding.caveats {
                    if *caveat == Caveat::StruckOut {
                        *caveat = Caveat::WithoutStruckOut;
                    }
                }
                finding
            },
        );
    }
    let edits = forms::edits(&shown.text, snapshot.doubts.media);
    for reading in [
        (!shown.raised.is_empty()).then(|| Reading::in_line(shown)),
        (!(shown.cases.is_empty() && shown.marks.is_empty())).then(|| Reading::as_shown(shown)),
        (!edits.is_empty()).then(|| Reading::edited(shown, edits)),
    ] {
        let Some(reading) = reading else {
            continue;
        };
        again(wanted, &mut findings, &reading, |finding, reading| {
            let mut finding = reading.in_page(finding, snapshot);
            if finding.check == Check::Exact {
                finding.check = Check::Typographic;
            }
            finding.caveats = caveats(snapshot, &finding);
            finding
        });
    }
    for hidden in [&snapshot.page.hidden, &snapshot.page.whole] {
        if hidden.len() > shown.text.len() || !hidden.contains(&shown.text) {
            let reading = Reading::of(hidden.clone());
            again(wanted, &mut findings, &reading, |_, _| {
                Finding::not(Check::CannotCheck, Some(Obstacle::Hidden))
            });
        }
    }
    findings
}

/// Looks again for what was not found, and takes what is found as it is judged.
fn again(
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
    reading: &Reading,
    judge: impl Fn(Finding, &Reading) -> Finding,
) {
    let is_open = |finding: &Finding| {
        let may_be = [
            Obstacle::ContextAbsent,
            Obstacle::ContextWithoutQuote,
            Obstacle::NoOriginal,
        ];
        finding.check == Check::Absent
            || finding
                .reason
                .is_some_and(|reason| may_be.contains(&reason))
    };
    let (mut open, sought): (Vec<_>, Vec<_>) = findings
        .iter_mut()
        .zip(wanted)
        .filter(|(finding, _)| is_open(finding))
        .unzip();
    if open.is_empty() {
        return;
    }
    let sought: Vec<SoughtQuote<'_>> = sought.into_iter().copied().collect();
    for (open, found) in open.iter_mut().zip(search(&reading.snapshot, &sought)) {
        if found.check.is_verified() || found.check == Check::Ambiguous {
            **open = judge(found, reading);
        }
    }
}

/// Returns what a reader has to know of a passage.
fn caveats(snapshot: &Snapshot, finding: &Finding) -> Vec<Caveat> {
    let shown = &snapshot.page.shown;
    let mut caveats = Vec::new();
    if shown.breaks.is_empty() && shown.struck.is_empty() {
        return caveats;
    }
    let at: Vec<Range<usize>> = finding
        .at
        .iter()
        .map(|at| snapshot.byte(at.start)..snapshot.byte(at.end))
        .collect();
    let is_broken = |at: &Range<usize>| {
        let first = shown.breaks.partition_point(|place| *place <= at.start);
        shown.breaks.get(first).is_some_and(|place| *place < at.end)
    };
    if at.iter().any(is_broken) {
        caveats.push(Caveat::SeveralBlocks);
    }
    let is_struck = |at: &Range<usize>| {
        let first = shown
            .struck
            .partition_point(|struck| struck.end <= at.start);
        shown
            .struck
            .get(first)
            .is_some_and(|struck| struck.start < at.end)
    };
    if at.iter().any(is_struck) {
        caveats.push(Caveat::StruckOut);
    }
    caveats
}

/// A text that a page can be read as.
struct Reading {
    snapshot: Snapshot,
    /// Code points of the text, and those of the page that they and what follows stand for.
    places: Vec<(usize, usize)>,
}

impl Reading {
    fn of(text: String) -> Self {
        Self {
            snapshot: Snapshot::of_text(String::new(), text),
            places: Vec::new(),
        }
    }

    /// Reads a page without what it struck out.
    fn without_struck(shown: &Shown) -> Self {
        let mut struck = shown.struck.iter().peekable();
        let mut line = InLine::of(shown);
        Self::each(shown, |byte, c, letters| {
            while struck.next_if(|struck| struck.end <= byte).is_some() {}
            if struck.peek().is_none_or(|struck| byte < struck.start) {
                letters.extend(line.read(byte, c));
            }
        })
    }

    /// Reads a page without the marks of its footnotes, and what is raised or lowered as writers set it
    /// that have no such letters.
    fn in_line(shown: &Shown) -> Self {
        let mut line = InLine::of(shown);
        Self::each(shown, |byte, c, letters| letters.extend(line.read(byte, c)))
    }

    /// Reads a page in the letters and with the quote marks that browsers show.
    fn as_shown(shown: &Shown) -> Self {
        let mut cases = shown.cases.iter().peekable();
        let mut marks = shown.marks.iter().peekable();
        let mut before = ' ';
        let mut line = InLine::of(shown);
        Self::each(shown, |byte, c, letters| {
            while marks.next_if(|mark| **mark <= byte).is_some() {
                letters.push('"');
            }
            let Some(c) = line.read(byte, c) else {
                return;
            };
            while cases.next_if(|(at, _)| at.end <= byte).is_some() {}
            let case = cases.peek().filter(|(at, _)| at.contains(&byte));
            match case.map(|(_, case)| case) {
                Some(Case::Upper) => letters.extend(c.to_uppercase()),
                Some(Case::Lower) => letters.extend(c.to_lowercase()),
                Some(Case::Capitals) if !before.is_alphanumeric() && before != '’' => {
                    letters.extend(c.to_uppercase());
                }
                Some(Case::Capitals | Case::AsWritten) | None => letters.push(c),
            }
            before = c;
        })
    }

    /// Reads a text without what is of its form alone.
    fn edited(shown: &Shown, edits: Vec<Edit>) -> Self {
        let mut edits = edits.into_iter().peekable();
        Self::each(shown, |byte, c, letters| {
            while edits.next_if(|(at, _)| at.end <= byte).is_some() {}
            match edits.peek() {
                Some((at, instead)) if at.start == byte => letters.push_str(instead),
                Some((at, _)) if at.start < byte => {}
                Some(_) | None => letters.push(c),
            }
        })
    }

    /// Makes a text of what each character of a page is read as.
    fn each(shown: &Shown, mut read: impl FnMut(usize, char, &mut String)) -> Self {
        let mut text = String::with_capacity(shown.text.len());
        let (mut places, mut length) = (vec![(0, 0)], 0);
        let mut letters = String::new();
        for (page, (byte, c)) in shown.text.char_indices().enumerate() {
            letters.clear();
            read(byte, c, &mut letters);
            let more = letters.chars().count();
            if more > 1 {
                // What browsers set before a character belongs to it.
                places.push((length, page));
                places.extend((1..more).map(|index| (length + index, page)));
            }
            text.push_str(&letters);
            length += more;
            if more != 1 {
                places.push((length, page + 1));
            }
        }
        Self {
            places,
            ..Self::of(text)
        }
    }

    fn place(&self, code_point: usize) -> usize {
        let after = self.places.partition_point(|(here, _)| *here <= code_point);
        let known = after.checked_sub(1).and_then(|last| self.places.get(last));
        known.map_or(code_point, |(here, page)| page + (code_point - here))
    }

    /// Returns what was found where it stands in the page.
    fn in_page(&self, mut finding: Finding, page: &Snapshot) -> Finding {
        for at in &mut finding.at {
            let start = self.place(at.start);
            let last = at.end.saturating_sub(1);
            *at = page.passage(start..self.place(last) + 1);
        }
        finding
    }
}

/// Reads what is raised or lowered as if it stood in its line, and leaves out the marks of footnotes.
struct InLine<'a> {
    shown: &'a Shown,
    raised: Peekable<Iter<'a, Range<usize>>>,
    notes: Peekable<Iter<'a, Range<usize>>>,
}

impl<'a> InLine<'a> {
    fn of(shown: &'a Shown) -> Self {
        Self {
            shown,
            raised: shown.raised.iter().peekable(),
            notes: shown.notes.iter().peekable(),
        }
    }

    fn read(&mut self, byte: usize, c: char) -> Option<char> {
        while self.notes.next_if(|at| at.end <= byte).is_some() {}
        if self.notes.peek().is_some_and(|at| at.contains(&byte)) {
            return None;
        }
        while self.raised.next_if(|at| at.end <= byte).is_some() {}
        let Some(at) = self.raised.peek().filter(|at| at.contains(&byte)) else {
            return Some(c);
        };
        // Beside a digit it would be one of the number.
        let (before, rest) = self.shown.text.split_at(at.start);
        let after = rest.get(at.len()..).unwrap_or_default();
        let melts = before.ends_with(char::is_numeric) || after.starts_with(char::is_numeric);
        Some(if melts { c } else { plain(c) })
    }
}

#[cfg(test)]
mod tests;
