//! Finds the words by which an article has something that was not said: would say, never said, denied saying.

use std::ops::Range;

use super::clauses::Clause;
use super::noun_phrases::Reader;

/// Returns the words of a clause by which nobody said it, or not yet, or perhaps. What stands in quote marks behind a
/// denial may be another's.
pub(super) fn unsaid(reader: Reader<'_, '_>, clause: &Clause) -> Option<Range<usize>> {
    let rules = &reader.language.rules;
    let cue = &clause.cue;
    let is_unsaid = (cue.start..cue.head).any(|at| rules.unsaid.has(reader.word(at)));
    let is_quoted = || {
        let mut contents = clause.contents.iter().flat_map(Clone::clone);
        contents.any(|at| reader.sentence.is_quotation(at))
    };
    let mut before = (0..cue.start)
        .rev()
        .take_while(|at| !reader.sentence.is_mark(*at, ",;"));
    let is_denial = |at: usize| rules.denials.has(reader.word(at));
    // Denied ever having said that …
    let is_said_in_it = |from: usize| {
        let mut between = from + 1..cue.start;
        between.all(|at| {
            let word = reader.word(at);
            rules.auxiliaries.has(word)
                || rules.that.has(word)
                || rules.gerund_endings.end(word)
                || reader.language.is_adverb(word)
                || reader.pronoun(at).is_some()
        })
    };
    let denial = if is_denial(cue.head) {
        Some(cue.head)
    } else {
        before
            .find(|at| is_denial(*at))
            .filter(|at| is_quoted() || is_said_in_it(*at))
    };
    let denial = denial.map(|at| at..cue.head + 1);
    is_unsaid.then(|| cue.start..cue.head + 1).or(denial)
}
