//! Tries an edit before it is offered: reads what it makes of a text, and compares.

use std::collections::BTreeMap;
use std::ops::Range;

use super::action::UNWRITTEN;
use super::opened::Opened;
use super::positions::Lines;
use crate::diagnostics::{Diagnostic, Remedy, Severity};
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

/// Edits, the text before, and what comes of it.
pub(super) struct Tried<'a> {
    pub(super) before: &'a Opened,
    pub(super) after: &'a Opened,
    pub(super) edits: &'a [(Range<usize>, String)],
}

impl Tried<'_> {
    /// Says whether the text has one fault less than before, no error more, and all its words, unless some
    /// were to be written otherwise.
    pub(super) fn mends(&self, diagnostic: &Diagnostic) -> bool {
        let code = diagnostic.code();
        if !self.before.is_read() {
            return self.mends_yaml(diagnostic);
        }
        let (before, after) = (self.before, self.after);
        if !after.is_read() || count(after, code) >= count(before, code) {
            return false;
        }
        let (old, new) = (errors(before), errors(after));
        let is_of_shape = OF_SHAPE.contains(&code);
        let is_more = |(made, count): (&&str, &usize)| {
            // What a field has is looked at once it is read.
            let is_expected = is_of_shape && !OF_SHAPE.contains(made);
            !is_expected && old.get(made).is_none_or(|before| before < count)
        };
        !new.iter().any(is_more) && (self.writes_anew(diagnostic) || keeps_words(before, after))
    }

    /// Says whether the text is YAML now, or the parser gets well past the edits, and they read as the format
    /// has it.
    fn mends_yaml(&self, diagnostic: &Diagnostic) -> bool {
        let code = diagnostic.code();
        let text = self.after.text();
        let Some((first, last)) = self.touched() else {
            return false;
        };
        if self.after.is_read() && count(self.after, code) > 0 && code != "syntax" {
            return false;
        }
        self.after.checked.diagnostics.iter().all(|other| {
            let Some(span) = other.primary().place.span() else {
                return true;
            };
            let line = line_of(text, span.start);
            let is_elsewhere = line < first || line > last + 1;
            match other.code() {
                "syntax" => line > last + 1 || self.was_told(other, diagnostic),
                of_shape if OF_SHAPE.contains(&of_shape) => is_elsewhere,
                _ => true,
            }
        })
    }

    /// Says whether another fault than the one that is mended was told before, in the same words and line.
    fn was_told(&self, other: &Diagnostic, mended: &Diagnostic) -> bool {
        let line = |opened: &Opened, fault: &Diagnostic| {
            let place = fault.primary().place.span()?;
            Some(line_of(opened.text(), place.start))
        };
        let lines = |opened: &Opened| line_of(opened.text(), opened.end());
        let more = lines(self.after).saturating_sub(lines(self.before));
        let is_here = |before: usize| {
            let after = line(self.after, other);
            after == Some(before) || after == Some(before + more)
        };
        let mut before = self.before.checked.diagnostics.iter();
        before.any(|fault| {
            let is_other = fault != mended && fault.message() == other.message();
            is_other && line(self.before, fault).is_some_and(is_here)
        })
    }

    /// Returns the first and the last line that the edits change, as they are afterwards.
    fn touched(&self) -> Option<(usize, usize)> {
        let lines = Lines::of(self.before.text());
        let mut first = usize::MAX;
        let mut last = 0;
        let mut more = 0;
        let mut edits: Vec<_> = self.edits.iter().collect();
        edits.sort_by_key(|(range, _)| range.start);
        for (range, new) in edits {
            let begin = lines.line(range.start) + more;
            more += Lines::of(new).count() - 1;
            first = first.min(begin);
            last = lines.line(range.end) + more;
        }
        (first <= last).then_some((first, last))
    }

    /// Says whether words are written anew, and not only added or taken out with what they belong to.
    fn writes_anew(&self, diagnostic: &Diagnostic) -> bool {
        let is_replaced =
            |(range, new): &(Range<usize>, String)| !range.is_empty() && !new.is_empty();
        let ranges = || self.edits.iter().map(|(range, _)| range.clone());
        let is_told = |remedy: &Remedy| match remedy {
            Remedy::Edit { edits, .. } => edits.iter().map(|(span, _)| span.range()).eq(ranges()),
            Remedy::Instead(_) | Remedy::Adding(..) | Remedy::TakingOut(_) => false,
        };
        self.edits.iter().any(is_replaced) || diagnostic.remedies().iter().any(is_told)
    }
}

fn line_of(text: &str, byte: usize) -> usize {
    Lines::of(text).line(byte)
}

fn count(opened: &Opened, code: &str) -> usize {
    let all = opened.checked.diagnostics.iter();
    let of_it = all.filter(|diagnostic| diagnostic.code() == code);
    of_it.map(Diagnostic::counts).sum()
}

fn errors(opened: &Opened) -> BTreeMap<&str, usize> {
    let mut found = BTreeMap::new();
    let text = opened.text();
    // What the writer is to say is none of the words of the format yet, and is asked for.
    let is_unwritten = |diagnostic: &Diagnostic| {
        let span = diagnostic.primary().place.span();
        let raw = span.and_then(|span| text.get(span.range()));
        raw.is_some_and(|raw| raw.trim_matches('"') == UNWRITTEN)
    };
    for diagnostic in &opened.checked.diagnostics {
        if diagnostic.severity() == Severity::Error && !is_unwritten(diagnostic) {
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
