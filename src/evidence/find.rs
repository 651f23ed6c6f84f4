//! Looks for quotes in a snapshot. Nothing that is merely similar is ever found.

use std::ops::Range;

use super::edits::{self, Part};
use super::nearest;
use super::normalise::Normalised;
use super::places::{Needle, places};
use super::snapshot::Snapshot;
use super::status::{Finding, Reason, Status};

/// A text with fewer characters says too little about where it stands.
const FEWEST: usize = 12;

/// A quote to look for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The words.
    pub text: &'a str,
    /// Whether … and [ ] in it are marks of changes.
    pub edited: bool,
    /// Words of the source that hold the quote.
    pub context: Option<&'a str>,
}

/// Looks for quotes in a snapshot, all in one pass. The findings are in the quotes' order.
pub fn find(snapshot: &Snapshot, wanted: &[Wanted<'_>]) -> Vec<Finding> {
    let prepared: Vec<Prepared<'_>> = wanted.iter().map(Prepared::of).collect();
    let searches: Vec<Search<'_>> = prepared.iter().map(Search::of).collect();
    let needles: Vec<Needle<'_>> = searches
        .iter()
        .flat_map(|search| search.needles.iter().cloned())
        .collect();
    let Some(found) = places(snapshot.normal(), &needles) else {
        let refused = Finding::not(Status::CannotCheck, Some(Reason::TooLarge));
        return vec![refused; wanted.len()];
    };
    let mut found = found.into_iter();
    let mut findings: Vec<Finding> = searches
        .iter()
        .map(|search| {
            let places: Vec<_> = found.by_ref().take(search.needles.len()).collect();
            search.judge(snapshot, &places)
        })
        .collect();
    let absent = findings
        .iter_mut()
        .zip(&prepared)
        .filter(|(finding, _)| finding.status == Status::Absent);
    let (mut absent, quotes): (Vec<_>, Vec<_>) = absent
        .map(|(finding, prepared)| (finding, prepared.quote.text()))
        .unzip();
    for (finding, nearest) in absent.iter_mut().zip(nearest::all(snapshot, &quotes)) {
        finding.nearest = nearest;
    }
    findings
}

/// A quote, normalised.
struct Prepared<'a> {
    wanted: &'a Wanted<'a>,
    quote: Normalised,
    context: Option<Normalised>,
}

impl<'a> Prepared<'a> {
    fn of(wanted: &'a Wanted<'a>) -> Self {
        Self {
            wanted,
            quote: Normalised::of(wanted.text),
            context: wanted.context.map(Normalised::of),
        }
    }
}

/// What is looked for, for one quote.
struct Search<'a> {
    prepared: &'a Prepared<'a>,
    /// The literal parts of an edited quote.
    parts: Vec<Part<'a>>,
    /// Which of them is looked for.
    longest: usize,
    /// The texts to look for: none if it cannot be; the context alone; or the quote as it is and,
    /// if it is edited, its longest part.
    needles: Vec<Needle<'a>>,
}

impl<'a> Search<'a> {
    fn of(prepared: &'a Prepared<'a>) -> Self {
        let quote = prepared.quote.text();
        let parts = if prepared.wanted.edited {
            edits::parts(quote)
        } else {
            Vec::new()
        };
        let longest = edits::longest(&parts).unwrap_or(0);
        let needles = match &prepared.context {
            Some(context) if is_empty(context.text()) => Vec::new(),
            Some(context) => vec![Needle::whole(context.text())],
            None => parts
                .get(longest)
                .map(|part| &part.needle)
                .into_iter()
                .fold(vec![Needle::whole(quote)], |mut needles, part| {
                    needles.push(part.clone());
                    needles
                }),
        };
        // Without a context, the longest piece has to tell where it stands.
        let is_enough = prepared.context.is_some()
            || needles
                .last()
                .is_some_and(|needle| needle.text.chars().count() >= FEWEST);
        Self {
            prepared,
            parts,
            longest,
            needles: if is_enough && !is_empty(quote) {
                needles
            } else {
                Vec::new()
            },
        }
    }

    fn judge(&self, snapshot: &Snapshot, places: &[Vec<Range<usize>>]) -> Finding {
        let cannot = |reason| Finding::not(Status::CannotCheck, Some(reason));
        let Some(whole) = places.first() else {
            return cannot(Reason::TooShort);
        };
        if self.prepared.context.is_some() {
            return match whole.as_slice() {
                [] => cannot(Reason::ContextAbsent),
                [region] => self.within(snapshot, region),
                _ => Finding::not(Status::Ambiguous, Some(Reason::ContextInSeveralPlaces)),
            };
        }
        match (whole.as_slice(), places.get(1)) {
            ([], Some(part)) => self.edited(snapshot, part, &(0..snapshot.normal().len())),
            ([], None) => Finding::not(Status::Absent, None),
            ([at], _) => self.verbatim(snapshot, at),
            _ => Finding::not(Status::Ambiguous, Some(Reason::SeveralPlaces)),
        }
    }

    /// Judges a quote by the one place at which its context stands.
    fn within(&self, snapshot: &Snapshot, region: &Range<usize>) -> Finding {
        let occurrences = |needle: &Needle<'_>| -> Vec<Range<usize>> {
            snapshot
                .normal()
                .get(region.clone())
                .unwrap_or_default()
                .match_indices(needle.text)
                .map(|(at, found)| region.start + at..region.start + at + found.len())
                .filter(|at| needle.may_stand(snapshot.normal(), at))
                .collect()
        };
        let whole = occurrences(&Needle::whole(self.prepared.quote.text()));
        let finding = match (whole.as_slice(), self.parts.get(self.longest)) {
            ([at], _) => self.verbatim(snapshot, at),
            ([], Some(part)) => self.edited(snapshot, &occurrences(&part.needle), region),
            ([], None) => Finding::not(Status::Absent, None),
            _ => Finding::not(Status::Ambiguous, Some(Reason::SeveralPlaces)),
        };
        if finding.status == Status::Absent {
            return Finding::not(Status::CannotCheck, Some(Reason::ContextWithoutQuote));
        }
        finding
    }

    fn verbatim(&self, snapshot: &Snapshot, at: &Range<usize>) -> Finding {
        let selector = snapshot.selector(at);
        let status = if selector.exact == self.prepared.wanted.text {
            Status::Exact
        } else {
            Status::Typographic
        };
        Finding::at(status, vec![selector])
    }

    /// Judges an edited quote by the places of its longest part.
    fn edited(
        &self,
        snapshot: &Snapshot,
        longest: &[Range<usize>],
        region: &Range<usize>,
    ) -> Finding {
        let text = snapshot.normal();
        let mut found = longest
            .iter()
            .filter_map(|at| edits::around(text, &self.parts, self.longest, at))
            .filter(|places| {
                let within = |at: &Range<usize>| at.start >= region.start && at.end <= region.end;
                places.iter().all(within)
            });
        match (found.next(), found.next()) {
            (None, _) => Finding::not(Status::Absent, None),
            (Some(places), None) => {
                let at = places.iter().map(|at| snapshot.selector(at)).collect();
                Finding::at(Status::Edited, at)
            }
            (Some(_), Some(_)) => Finding::not(Status::Ambiguous, Some(Reason::SeveralPlaces)),
        }
    }
}

/// Says whether a normalised text has nothing that could be looked for.
fn is_empty(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
#[path = "find/tests.rs"]
mod tests;
