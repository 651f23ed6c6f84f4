//! Names the passages of drafted claims by their first and last words, and looks for them as `verify` does.

use std::ops::Range;

use super::read::{Read, plain};
use crate::characters::count_words;
use crate::evidence::{Finding, Snapshot, SoughtQuote, find};

/// A passage that was found in its article.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    pub(super) text: String,
    pub(super) finding: Finding,
}

/// So many words are taken of each end, one try after another.
const WORDS: [usize; 3] = [4, 5, 6];
/// A longer passage is in two.
const LONGEST: usize = 1_500;
/// So many bytes at its ends may be of what leaves no mark.
const MOST_MARKS: usize = 6;

/// Returns the passages of claims, of which the sentences are known: those that were found where they stand.
pub(super) fn passages(
    snapshot: &Snapshot,
    read: &Read,
    claims: &[&[Range<usize>]],
) -> Vec<Vec<Passage>> {
    let text = read.text.as_str();
    let wanted: Vec<(usize, Range<usize>)> = claims
        .iter()
        .enumerate()
        .flat_map(|(claim, sentences)| {
            let joined = joined(text, sentences).into_iter();
            joined.map(move |at| (claim, at))
        })
        .collect();
    let mut found: Vec<Option<Passage>> = vec![None; wanted.len()];
    for words in WORDS {
        let left: Vec<(usize, String)> = (0..wanted.len())
            .filter(|index| found.get(*index).is_some_and(Option::is_none))
            .filter_map(|index| {
                let (_, at) = wanted.get(index)?;
                Some((index, ends(text.get(at.clone())?, words)?))
            })
            .collect();
        let sought = left.iter().map(|(_, passage)| SoughtQuote {
            is_passage: true,
            ..SoughtQuote::of(passage)
        });
        let findings = find(snapshot, &sought.collect::<Vec<_>>());
        for ((index, passage), finding) in left.iter().zip(findings) {
            let is_there = finding.check.is_verified()
                && wanted.get(*index).is_some_and(|(_, at)| {
                    finding.stretch().is_some_and(|found| {
                        let [start, end] =
                            [found.start, found.end].map(|point| snapshot.byte(point));
                        // What leaves no mark at its ends may be left out.
                        start.abs_diff(read.own(at.start)) <= MOST_MARKS
                            && end.abs_diff(read.own(at.end)) <= MOST_MARKS
                    })
                });
            if let Some(place) = found.get_mut(*index).filter(|_| is_there) {
                *place = Some(Passage {
                    text: passage.clone(),
                    finding,
                });
            }
        }
    }
    let mut of_claims: Vec<Vec<Passage>> = vec![Vec::new(); claims.len()];
    for ((claim, _), passage) in wanted.iter().zip(found) {
        if let Some(of_claim) = of_claims.get_mut(*claim) {
            of_claim.extend(passage);
        }
    }
    of_claims
}

/// Joins sentences that follow one another.
fn joined(text: &str, sentences: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for sentence in sentences {
        let follows = |last: &Range<usize>| {
            let between = text.get(last.end..sentence.start);
            between.is_some_and(|between| between.trim().is_empty())
                && sentence.end - last.start <= LONGEST
        };
        match joined.last_mut() {
            Some(last) if follows(last) => last.end = sentence.end,
            _ => joined.push(sentence.clone()),
        }
    }
    joined
}

/// Returns so many words of each end of a passage, or all of a short one.
fn ends(passage: &str, words: usize) -> Option<String> {
    let passage = plain(passage)?;
    if count_words(&passage) <= 2 * words {
        return Some(passage);
    }
    let all: Vec<&str> = passage.split(' ').filter(|word| !word.is_empty()).collect();
    let (first, last) = (all.get(..words), all.get(all.len().saturating_sub(words)..));
    Some(match (first, last) {
        (Some(first), Some(last)) => format!("{} … {}", first.join(" "), last.join(" ")),
        _ => passage,
    })
}
