//! Reads why somebody is not named, where the article says so.

use std::ops::Range;

use super::clauses::Clause;
use super::language::Frame;
use super::noun_phrases::Reader;

/// A longer reason is not taken for one.
const MOST_WORDS: usize = 30;

/// What a sentence says of somebody who is not named, in numbers of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Anonymity {
    /// That he or she is not named, and why.
    pub(super) words: Range<usize>,
    /// Why, if it is certain where that ends.
    pub(super) reason: Option<Range<usize>>,
}

/// Returns what a sentence says of why somebody is not named: on condition of anonymity because …
pub(super) fn anonymity(reader: Reader<'_, '_>, clauses: &[Clause]) -> Option<Anonymity> {
    let rules = &reader.language.rules;
    let length_at = |at: usize| rules.anonymity.length_at(|index| reader.word(at + index));
    let (at, length) = (0..reader.sentence.len()).find_map(|at| Some((at, length_at(at)?)))?;
    let end = at + length;
    // Spoke, asked: the verb.
    let is_verb = |at: &usize| !reader.word(*at).is_empty() && !reader.sentence.is_capital(*at);
    let start = at.checked_sub(1).filter(is_verb).unwrap_or(at);
    let Some(opener) = opener(reader, end) else {
        return Some(Anonymity {
            words: start..end,
            reason: None,
        });
    };
    let because = rules.because.length_at(|index| reader.word(opener + index));
    let from = opener + because.unwrap_or(0);
    let to = reason_end(reader, from, clauses);
    let last = to.unwrap_or_else(|| closing(reader, from));
    Some(Anonymity {
        words: start..last,
        reason: to
            .filter(|to| from < *to && *to - from <= MOST_WORDS)
            .map(|to| from..to),
    })
}

/// Returns where a reason begins after the words that somebody is not named.
fn opener(reader: Reader<'_, '_>, end: usize) -> Option<usize> {
    let rules = &reader.language.rules;
    let at = end + usize::from(reader.sentence.is_mark(end, ","));
    let opens = rules
        .because
        .length_at(|index| reader.word(at + index))
        .is_some()
        || rules
            .reasons
            .length_at(|index| reader.word(at + index))
            .is_some();
    opens.then_some(at)
}

/// Returns where the sentence or its part ends, marks left out.
fn closing(reader: Reader<'_, '_>, from: usize) -> usize {
    let is_end =
        |at: &usize| reader.sentence.is_mark(*at, ",;:—–") || reader.sentence.is_quotation(*at);
    let end = (from..reader.sentence.len()).find(is_end);
    let end = end.unwrap_or(reader.sentence.len());
    let is_mark = |at: &usize| !reader.sentence.is_mark(*at, ".!?…");
    (from..end)
        .rev()
        .find(is_mark)
        .map_or(from, |last| last + 1)
}

/// Returns where a reason ends, if that is certain: at a comma before the verb of speaking, or with the sentence.
fn reason_end(reader: Reader<'_, '_>, from: usize, clauses: &[Clause]) -> Option<usize> {
    let closing = closing(reader, from);
    let is_cue = |at: usize| clauses.iter().any(|clause| clause.cue.start == at);
    if reader.sentence.is_mark(closing, ",") {
        return is_cue(closing + 1).then_some(closing);
    }
    // They feared: no words of him who says something.
    let is_own = |clause: &Clause| {
        let before = clause.cue.start.checked_sub(1);
        before.is_some_and(|before| reader.pronoun(before).is_some())
            || clause.cue.frame == Frame::Judges
    };
    let mut within = clauses
        .iter()
        .filter(|clause| (from..closing).contains(&clause.cue.start));
    let is_whole = closing + 1 >= reader.sentence.len() && within.all(is_own);
    is_whole.then_some(closing)
}
