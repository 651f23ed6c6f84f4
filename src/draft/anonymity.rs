//! Reads why somebody is not named, where the article says so.

use std::ops::Range;

use super::clauses::Clause;
use super::language::{Frame, Pronoun};
use super::noun_phrases::Reader;

/// A longer reason is not taken for one.
const MOST_WORDS: usize = 30;

/// Who is not named is described in so many words, where the reason stands first.
const MOST_BETWEEN: usize = 6;

/// What a sentence says of somebody who is not named, in numbers of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Anonymity {
    /// That he or she is not named, and why.
    pub(super) words: Range<usize>,
    /// Why, if it is certain where that ends.
    pub(super) reason: Option<Range<usize>>,
    /// Where it is said that he or she is not named.
    pub(super) at: usize,
    /// Who is not named, where the reason stands first in the sentence.
    pub(super) subject: Option<Range<usize>>,
}

/// Returns what a sentence says of why somebody is not named: on condition of anonymity because …
pub(super) fn anonymity(reader: Reader<'_, '_>, clauses: &[Clause]) -> Option<Anonymity> {
    let rules = &reader.language.rules;
    let length_at = |at: usize| rules.anonymity.length_at(|index| reader.word(at + index));
    let (at, length) = (0..reader.sentence.len()).find_map(|at| Some((at, length_at(at)?)))?;
    let end = at + length;
    // Spoke, asked: the verb.
    let is_verb = |at: &usize| {
        let word = reader.word(*at);
        let is_small = rules.and.has(word) || rules.auxiliaries.has(word) || word.is_empty();
        !(is_small
            || reader.pronoun(*at).is_some()
            || reader.sentence.is_capital(*at)
            || reader.language.may_speak(word))
    };
    let start = at.checked_sub(1).filter(is_verb).unwrap_or(at);
    let Some(opener) = opener(reader, end) else {
        let reason = before(reader, start);
        let (from, close) = reason
            .as_ref()
            .map_or((start, start), |reason| (reason.start, reason.end + 1));
        return Some(Anonymity {
            words: from..end,
            reason,
            at: start,
            subject: (close < start).then_some(close..start),
        });
    };
    let because = because(reader, opener);
    let from = opener + because.unwrap_or(0);
    let to = reason_end(reader, from, clauses);
    let last = to.unwrap_or_else(|| closing(reader, from));
    Some(Anonymity {
        words: start..last,
        reason: to
            .filter(|to| from < *to && *to - from <= MOST_WORDS)
            // Because it is not finished: what is not finished stands elsewhere.
            .filter(|_| reader.pronoun(from) != Some(Pronoun::Thing))
            .map(|to| from..to),
        at: start,
        subject: None,
    })
}

/// Returns how many words a reason follows that are none of it: because, but not because of.
fn because(reader: Reader<'_, '_>, at: usize) -> Option<usize> {
    let rules = &reader.language.rules;
    let of = rules.reasons.length_at(|index| reader.word(at + index));
    let because = rules.because.length_at(|index| reader.word(at + index));
    because.filter(|because| of.is_none_or(|of| of <= *because))
}

/// Returns the reason before the words that somebody is not named, if it is certain that it is theirs.
fn before(reader: Reader<'_, '_>, at: usize) -> Option<Range<usize>> {
    let rules = &reader.language.rules;
    let last = at.checked_sub(1)?;
    let reason = if rules.and.has(reader.word(last)) {
        unauthorised(reader, last)
    } else {
        cited(reader, at)
    };
    reason.filter(|reason| !reason.is_empty() && reason.len() <= MOST_WORDS)
}

/// Returns that somebody may not speak: who was not authorized to speak and asked not to be named.
fn unauthorised(reader: Reader<'_, '_>, and: usize) -> Option<Range<usize>> {
    let rules = &reader.language.rules;
    let length_at = |at: usize| {
        rules
            .unauthorised
            .length_at(|index| reader.word(at + index))
    };
    let found = (0..and).rev().find(|at| length_at(*at).is_some())?;
    let is_auxiliary = |at: &usize| rules.auxiliaries.has(reader.word(*at));
    let start = (0..found).rev().take_while(is_auxiliary).last();
    let start = start.unwrap_or(found);
    let is_whole = (start..and).all(|at| !reader.word(at).is_empty());
    is_whole.then_some(start..and)
}

/// Returns what is cited between commas, or first in the sentence: an official, citing fears, asked not to be
/// named; citing fears, an official asked not to be named.
fn cited(reader: Reader<'_, '_>, at: usize) -> Option<Range<usize>> {
    let rules = &reader.language.rules;
    let is_comma = |at: &usize| reader.sentence.is_mark(*at, ",");
    let close = (0..at).rev().find(is_comma)?;
    let open = (0..close).rev().find(is_comma).map_or(0, |comma| comma + 1);
    let because = because(reader, open);
    let opens = because.is_some()
        || rules
            .reasons
            .length_at(|index| reader.word(open + index))
            .is_some();
    // Where it is first, the one who is not named stands between, and nothing else.
    let is_plain = |at: usize| {
        let word = reader.word(at);
        !word.is_empty() && !rules.subordinators.has(word) && !rules.conjunctions.has(word)
    };
    let between = close + 1..at;
    let is_theirs = match open {
        0 => between.len() <= MOST_BETWEEN && between.clone().all(is_plain),
        _ => between.is_empty(),
    };
    (opens && is_theirs).then_some(open + because.unwrap_or(0)..close)
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
