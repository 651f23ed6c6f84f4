//! Tries an edit before it is offered: reads what it makes of a text, and compares.

use std::collections::BTreeMap;
use std::ops::Range;

use super::opened::Opened;
use crate::diagnostics::{Diagnostic, Severity};
use crate::load::Document;

/// Faults of what is not written as the format has it.
const OF_SHAPE: [&str; 6] = [
    "syntax",
    "wrong-type",
    "duplicate-field",
    "unknown-field",
    "unsupported-yaml",
    "alias-expansion",
];

/// Makes edits of a text.
pub(super) fn applied(text: &str, edits: &[(Range<usize>, String)]) -> String {
    let mut made = text.to_owned();
    let mut edits: Vec<_> = edits.iter().collect();
    edits.sort_by_key(|(range, _)| range.start);
    for (range, new) in edits.into_iter().rev() {
        made.replace_range(range.clone(), new);
    }
    made
}

/// Says whether a text has one fault less than before, no error more, and all its words, unless some
/// were to be written otherwise.
pub(super) fn mends(
    before: &Opened,
    after: &Opened,
    diagnostic: &Diagnostic,
    edits: &[(Range<usize>, String)],
) -> bool {
    let mut edits = edits.iter();
    let writes_anew = edits.any(|(range, new)| !range.is_empty() && !new.is_empty());
    let code = diagnostic.code();
    if before.is_read() && !after.is_read() || count(after, code) >= count(before, code) {
        return false;
    }
    let (old, new) = (errors(before), errors(after));
    let is_more = |(made, count): (&&str, &usize)| {
        // What the writer is to say is asked for; what a field has is looked at once its name is right.
        let is_expected =
            *made == "unfinished" || code == "unknown-field" && !OF_SHAPE.contains(made);
        !is_expected && old.get(made).is_none_or(|before| before < count)
    };
    !new.iter().any(is_more) && (writes_anew || keeps_words(before, after))
}

fn count(opened: &Opened, code: &str) -> usize {
    let all = opened.checked.diagnostics.iter();
    let of_it = all.filter(|diagnostic| diagnostic.code() == code);
    of_it.map(Diagnostic::counts).sum()
}

fn errors(opened: &Opened) -> BTreeMap<&str, usize> {
    let mut found = BTreeMap::new();
    for diagnostic in &opened.checked.diagnostics {
        if diagnostic.severity() == Severity::Error {
            *found.entry(diagnostic.code()).or_default() += diagnostic.counts();
        }
    }
    found
}

fn keeps_words(before: &Opened, after: &Opened) -> bool {
    let of = |opened: &Opened| {
        let mut all = BTreeMap::new();
        for words in opened.document.iter().flat_map(words) {
            *all.entry(words.to_owned()).or_insert(0_usize) += 1;
        }
        all
    };
    let after = of(after);
    of(before)
        .iter()
        .all(|(words, count)| after.get(words) >= Some(count))
}

/// Goes through what claims say, and the words of others.
fn words(document: &Document) -> impl Iterator<Item = &str> {
    document.claims.iter().flat_map(|claim| {
        let quotes = claim.quotes.iter();
        let quotes = quotes.flat_map(|quote| std::iter::once(&quote.text).chain(&quote.original));
        let all = std::iter::once(&claim.says).chain(quotes);
        all.map(|text| text.value.as_str())
    })
}
