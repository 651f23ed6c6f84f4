//! Finds the words by which an article has something that was not said: would say, never said, denied saying.

use std::ops::Range;

use super::clauses::Clause;
use super::noun_phrases::Reader;

/// Returns the words of a clause by which nobody said it, or not yet, or perhaps; of a denial, if words stand in
/// quote marks.
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
    let denial = if rules.denials.has(reader.word(cue.head)) {
        Some(cue.head)
    } else {
        before.find(|at| rules.denials.has(reader.word(*at)))
    };
    let denial = denial.filter(|_| is_quoted()).map(|at| at..cue.head + 1);
    is_unsaid.then(|| cue.start..cue.head + 1).or(denial)
}
