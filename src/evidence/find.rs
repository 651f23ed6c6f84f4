//! Looks for quotes in a snapshot. Nothing that is merely similar is ever found.

use std::ops::Range;

use super::edits::{self, Part};
use super::ends;
use super::finding::{Finding, SoughtQuote};
use super::nearest;
use super::normalise::{Normalised, piece};
use super::places::{MOST_PLACES, Needle, places};
use super::snapshot::Snapshot;
use crate::characters::{has_no_word_spaces, is_unspaced_by_words};
use crate::model::{Check, Obstacle};

/// A text with fewer letters says too little about where it stands.
const FEWEST: usize = 12;

/// Looks for quotes in the text of a snapshot as it is, all in one pass. The findings are in the quotes'
/// order.
fn search_as_it_is(snapshot: &Snapshot, wanted: &[SoughtQuote<'_>]) -> Vec<Finding> {
    let prepared: Vec<Prepared<'_>> = wanted.iter().map(Prepared::of).collect();
    let searches: Vec<Search<'_>> = prepared.iter().map(Search::of).collect();
    let needles: Vec<Needle<'_>> = searches
        .iter()
        .flat_map(|search| search.needles.iter().cloned())
        .collect();
    let Some(found) = places(snapshot.normal(), &needles) else {
        let refused = Finding::not(Check::CannotCheck, Some(Obstacle::TooManyQuotes));
        return vec![refused; wanted.len()];
    };
    let mut found = found.into_iter();
    searches
        .iter()
        .map(|search| {
            let places: Vec<_> = found.by_ref().take(search.needles.len()).collect();
            translated(search.judge(snapshot, &places), search.prepared.wanted)
        })
        .collect()
}

/// Finds what comes nearest to each quote that is absent, and to the end of a passage that is.
pub(super) fn add_nearest(
    snapshot: &Snapshot,
    wanted: &[SoughtQuote<'_>],
    findings: &mut [Finding],
) {
    let all = findings.iter_mut().zip(wanted);
    // Of a passage of which both ends stand there, that is told.
    let absent =
        all.filter(|(finding, _)| finding.check == Check::Absent && finding.detail.is_none());
    let (mut absent, sought): (Vec<_>, Vec<(Normalised, String)>) = absent
        .map(|(finding, wanted)| {
            let quote = of_quote(wanted.text);
            let lacking = wanted
                .is_passage
                .then(|| ends::lacking(snapshot, quote.text()));
            let sought = match lacking.flatten() {
                Some(end) => (Normalised::of(end), end.to_owned()),
                None => (quote, wanted.text.to_owned()),
            };
            (finding, sought)
        })
        .unzip();
    if absent.is_empty() {
        return;
    }
    let joined = snapshot.joined();
    let quotes = sought.iter().map(|(quote, text)| (quote, text.as_str()));
    let nearest = nearest::all(
        joined.as_ref().unwrap_or(snapshot),
        &quotes.collect::<Vec<_>>(),
    );
    for (finding, nearest) in absent.iter_mut().zip(nearest) {
        finding.nearest = nearest;
    }
}

/// Looks for quotes in the text of a snapshot, and for those that are not in it as it is, in the text
/// whose line ends are read as they have them.
pub(super) fn search(snapshot: &Snapshot, wanted: &[SoughtQuote<'_>]) -> Vec<Finding> {
    let mut findings = search_as_it_is(snapshot, wanted);
    let mut known = usize::MAX;
    loop {
        let is_left = |finding: &Finding| !finding.check.is_verified();
        let left: Vec<usize> = (0..wanted.len())
            .filter(|index| findings.get(*index).is_some_and(is_left))
            .collect();
        // Two quotes may read one line end in two ways.
        if left.len() >= known {
            return findings;
        }
        known = left.len();
        let sought: Vec<SoughtQuote<'_>> = left.iter().map(|index| wanted[*index]).collect();
        let texts: Vec<String> = sought.iter().flat_map(texts).collect();
        let Some(mended) = snapshot.mended(&texts) else {
            return findings;
        };
        for (index, found) in left.iter().zip(search_as_it_is(&mended, &sought)) {
            if let Some(finding) = findings.get_mut(*index)
                && found.check < finding.check
            {
                *finding = found;
            }
        }
    }
}

/// Returns the texts that have to stand in the source for a quote to be found.
fn texts(wanted: &SoughtQuote<'_>) -> Vec<String> {
    let prepared = Prepared::of(wanted);
    let quote = prepared.quote.text();
    let parts = parts(wanted, quote);
    let parts = parts.iter().map(|part| part.needle.text);
    let context = prepared.context.iter().map(Normalised::text);
    let all = std::iter::once(quote).chain(parts).chain(context);
    all.filter(|text| !is_empty(text))
        .map(str::to_owned)
        .collect()
}

/// Returns the parts of a quote that its marks leave, or the ends of a passage.
fn parts<'q>(wanted: &SoughtQuote<'_>, quote: &'q str) -> Vec<Part<'q>> {
    match wanted {
        wanted if wanted.is_passage => edits::ends(quote),
        wanted if wanted.edited => edits::parts(quote),
        _ => Vec::new(),
    }
}

/// Returns the texts that a quote has to have from its source: all of it, or what its marks leave.
pub(super) fn literal_parts(wanted: &SoughtQuote<'_>) -> Vec<String> {
    let quote = of_quote(wanted.text);
    let parts = parts(wanted, quote.text());
    if parts.is_empty() {
        return vec![quote.text().to_owned()];
    }
    let parts = parts.iter().map(|part| part.needle.text.to_owned());
    parts.filter(|part| !is_empty(part)).collect()
}

/// Takes into account that a translation need not stand in the source at all.
fn translated(finding: Finding, wanted: &SoughtQuote<'_>) -> Finding {
    let is_there = finding.check < Check::CannotCheck;
    if is_there || !wanted.translated {
        return finding;
    }
    Finding::not(Check::CannotCheck, Some(Obstacle::NoOriginal))
}

struct Prepared<'a> {
    wanted: &'a SoughtQuote<'a>,
    quote: Normalised,
    context: Option<Normalised>,
}

impl<'a> Prepared<'a> {
    fn of(wanted: &'a SoughtQuote<'a>) -> Self {
        Self {
            wanted,
            quote: of_quote(wanted.text),
            context: wanted.context.map(of_quote),
        }
    }
}

fn of_quote(text: &str) -> Normalised {
    let normalised = Normalised::of(text);
    normalised.joined().unwrap_or(normalised)
}

struct Search<'a> {
    prepared: &'a Prepared<'a>,
    parts: Vec<Part<'a>>,
    /// Which of them says most about where the quote stands.
    longest: usize,
    /// The texts to look for: none if it cannot be; the context alone; or the quote as it is and,
    /// if it is edited, its parts.
    needles: Vec<Needle<'a>>,
}

impl<'a> Search<'a> {
    fn of(prepared: &'a Prepared<'a>) -> Self {
        let quote = prepared.quote.text();
        let parts = parts(prepared.wanted, quote);
        let longest = edits::longest(&parts).unwrap_or(0);
        let needles = match &prepared.context {
            Some(context) if is_empty(context.text()) => Vec::new(),
            Some(context) => vec![Needle::whole(context.text())],
            None => std::iter::once(Needle::whole(quote))
                .chain(parts.iter().map(|part| part.needle.clone()))
                .collect(),
        };
        // Without a context, the longest piece has to tell where it stands.
        let piece = parts.get(longest).map_or(quote, |part| part.needle.text);
        let count = if prepared.wanted.is_passage {
            parts.iter().map(|part| letters(part.needle.text)).sum()
        } else {
            letters(piece)
        };
        let is_enough = prepared.context.is_some() || count >= FEWEST;
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
        let cannot = |reason| Finding::not(Check::CannotCheck, Some(reason));
        let Some((whole, parts)) = places.split_first() else {
            return cannot(Obstacle::TooShort);
        };
        if self.prepared.context.is_some() {
            return match whole.as_slice() {
                [] => cannot(Obstacle::ContextAbsent),
                [region] => self.within(snapshot, region),
                _ => Finding::not(Check::Ambiguous, Some(Obstacle::ContextInSeveralPlaces)),
            };
        }
        match whole.as_slice() {
            [] if self.prepared.wanted.is_passage => {
                ends::judge(snapshot, self.prepared.wanted.text, &self.parts, parts)
            }
            [] => self.edited(snapshot, parts, &(0..snapshot.normal().len())),
            [at] => self.verbatim(snapshot, at),
            _ => Finding::not(Check::Ambiguous, Some(Obstacle::SeveralPlaces)),
        }
    }

    /// Judges a quote by the one place at which its context stands.
    fn within(&self, snapshot: &Snapshot, region: &Range<usize>) -> Finding {
        let occurrences = |needle: &Needle<'_>| -> Vec<Range<usize>> {
            piece(snapshot.normal(), region.clone())
                .match_indices(needle.text)
                .map(|(at, found)| region.start + at..region.start + at + found.len())
                .filter(|at| needle.may_stand(snapshot.normal(), at))
                .take(MOST_PLACES)
                .collect()
        };
        let whole = occurrences(&Needle::whole(self.prepared.quote.text()));
        let finding = match whole.as_slice() {
            [] => {
                let parts = self.parts.iter().map(|part| occurrences(&part.needle));
                self.edited(snapshot, &parts.collect::<Vec<_>>(), region)
            }
            [at] => self.verbatim(snapshot, at),
            _ => Finding::not(Check::Ambiguous, Some(Obstacle::SeveralPlaces)),
        };
        if finding.check == Check::Absent {
            return Finding::not(Check::CannotCheck, Some(Obstacle::ContextWithoutQuote));
        }
        finding
    }

    fn verbatim(&self, snapshot: &Snapshot, at: &Range<usize>) -> Finding {
        if snapshot.breaks_word(at, [false; 2]) {
            return Finding::not(Check::CannotCheck, Some(Obstacle::BrokenWord));
        }
        let selector = snapshot.selector(at);
        let check = if snapshot.is_literally(at, self.prepared.wanted.text) {
            Check::Exact
        } else {
            Check::Typographic
        };
        Finding::at(check, vec![selector])
    }

    /// Judges an edited quote by the places of its parts: around those of the rarest, which are
    /// few, the others are looked for.
    fn edited(
        &self,
        snapshot: &Snapshot,
        parts: &[Vec<Range<usize>>],
        region: &Range<usize>,
    ) -> Finding {
        let rarest = parts.iter().enumerate().min_by_key(|(_, at)| at.len());
        let Some((rarest, known)) = rarest.filter(|(_, at)| !at.is_empty()) else {
            return Finding::not(Check::Absent, None);
        };
        let several = Finding::not(Check::Ambiguous, Some(Obstacle::SeveralPlaces));
        if known.len() >= MOST_PLACES {
            return several;
        }
        let text = snapshot.normal();
        let mut found: Vec<Vec<Range<usize>>> = known
            .iter()
            .filter_map(|at| edits::around(text, &self.parts, rarest, at))
            .filter(|places| {
                let within = |at: &Range<usize>| at.start >= region.start && at.end <= region.end;
                places.iter().all(within)
            })
            .collect();
        // Where a short part may stand in several places, the longest one decides.
        found.dedup_by_key(|places| places.get(self.longest).cloned());
        match found.as_slice() {
            [] => Finding::not(Check::Absent, None),
            [places] if self.breaks_word(snapshot, places) => {
                Finding::not(Check::CannotCheck, Some(Obstacle::BrokenWord))
            }
            [places] => {
                let at = places.iter().map(|at| snapshot.selector(at)).collect();
                Finding::at(Check::Edited, at)
            }
            _ => several,
        }
    }

    fn breaks_word(&self, snapshot: &Snapshot, places: &[Range<usize>]) -> bool {
        places.iter().zip(&self.parts).any(|(at, part)| {
            let Needle {
                open_start,
                open_end,
                ..
            } = part.needle;
            snapshot.breaks_word(at, [open_start, open_end])
        })
    }
}

/// Counts characters; one that is a syllable or a word says as much as two letters.
fn letters(text: &str) -> usize {
    let weight = |c: char| match c {
        '\u{AC00}'..='\u{D7A3}' => 2,
        _ if has_no_word_spaces(c) && !is_unspaced_by_words(c) => 2,
        _ => 1,
    };
    text.chars().map(weight).sum()
}

/// Says whether a normalised text has nothing that could be looked for.
fn is_empty(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests;
