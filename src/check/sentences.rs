//! Cuts the bottom line into its sentences.
//!
//! Where it is open whether a sentence ends, it does not: a sentence cut in two would be asked for
//! a citation that it has.

mod abbreviations;
#[cfg(test)]
mod tests;

use std::ops::Range;

use self::abbreviations::{Abbreviation, abbreviation, is_sentence_opener};
use super::markdown::{CITATION, Leaf, Marked};
use super::quotations::quotations;
use crate::model::{ClaimId, Inline, OneOrMore, Prose, Sentence};

#[derive(Debug)]
pub(super) struct Cut {
    /// The sentence, its citations included.
    pub(super) text: Prose,
    pub(super) range: Range<usize>,
}

impl Cut {
    pub(super) fn into_sentence(self) -> Option<Sentence> {
        let mut cites: Vec<ClaimId> = Vec::new();
        for claim in self.text.cited() {
            if !cites.contains(&claim) {
                cites.push(claim);
            }
        }
        let cites = OneOrMore::new(cites)?;
        Some(Sentence {
            text: self.text,
            cites,
        })
    }
}

/// Splits a text of a language into its sentences; a sentence that ends inside emphasis splits the emphasis.
pub(super) fn split(marked: Marked, language: &str) -> Vec<Cut> {
    let mut flat = String::new();
    flatten(&marked.parts, &mut flat);
    let ends = ends(&flat, language);
    let cuts = cut(marked.parts, &ends);
    let starts = std::iter::once(0).chain(ends.iter().copied());
    cuts.into_iter()
        .zip(starts.zip(ends.iter().copied()))
        .filter_map(|(parts, (start, end))| {
            let words = flat.get(start..end)?;
            let start = start + (words.len() - words.trim_start().len());
            Some(Cut {
                text: Prose::new(OneOrMore::new(parts)?),
                range: source(&marked.leaves, start).start..source(&marked.leaves, end - 1).end,
            })
        })
        .collect()
}

fn flatten(parts: &[Inline], flat: &mut String) {
    for part in parts {
        match part {
            Inline::Text(text) => flat.push_str(text),
            // What stands in code ends no sentence.
            Inline::Code(code) => flat.extend(std::iter::repeat_n('x', code.len())),
            Inline::Citation(_) => flat.push(CITATION),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link(_, inner) => {
                flatten(inner, flat);
            }
        }
    }
}

/// Returns the Markdown bytes of one byte of the flat text.
fn source(leaves: &[Leaf], flat: usize) -> Range<usize> {
    let next = leaves.partition_point(|leaf| leaf.flat.start <= flat);
    let Some(leaf) = next.checked_sub(1).and_then(|at| leaves.get(at)) else {
        return 0..0;
    };
    // Citations, code and entities stand for other bytes than their own.
    if leaf.flat.len() == leaf.range.len() {
        let at = leaf.range.start + (flat - leaf.flat.start);
        at..at + 1
    } else {
        leaf.range.clone()
    }
}

/// Returns where sentences end, closing marks and citations after the end mark included; the last
/// is the end of the text.
fn ends(flat: &str, language: &str) -> Vec<usize> {
    let quoted = quotations(flat);
    let bracketed = brackets(flat);
    let mut ends = Vec::new();
    let mut chars = flat.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !is_end_mark(c) {
            continue;
        }
        let (before, from_mark) = flat.split_at(at);
        let after = from_mark.trim_start_matches(is_end_mark);
        let marks = from_mark.strip_suffix(after).unwrap_or(from_mark);
        let rest = close(after);
        let end = flat.len() - rest.len();
        while chars.next_if(|(next, _)| *next < end).is_some() {}
        let closing = after.strip_suffix(rest).unwrap_or(after);
        let mark = EndMark {
            before,
            marks,
            is_cited: closing.contains(CITATION),
            rest,
            language,
        };
        let is_first = |range: &Range<usize>| {
            let start = ends.last().copied().unwrap_or(0);
            let ahead = flat.get(start..range.start).unwrap_or("");
            !ahead.contains(char::is_alphanumeric)
        };
        let (quote, bracket) = (around(&quoted, at), around(&bracketed, at));
        let inside = [quote, bracket].into_iter().flatten();
        if inside.into_iter().any(|range| end < range.end)
            || bracket.is_some_and(|range| !is_first(range))
            || quote.is_some_and(|range| mark.may_be_attributed(is_first(range)))
            || mark.goes_on()
        {
            continue;
        }
        if rest.trim().is_empty() {
            break;
        }
        ends.push(end);
    }
    ends.push(flat.len());
    ends
}

fn is_end_mark(c: char) -> bool {
    is_wide(c) || matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔' | '।' | '॥' | '։' | '።')
}

/// Says whether a mark ends sentences of a script that sets no spaces after them.
fn is_wide(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡')
}

/// Returns the range around a place, of some in order and apart.
fn around(ranges: &[Range<usize>], at: usize) -> Option<&Range<usize>> {
    let next = ranges.partition_point(|range| range.start <= at);
    let last = next.checked_sub(1).and_then(|last| ranges.get(last));
    last.filter(|range| range.contains(&at))
}

/// Returns the passages in round or square brackets, of nested ones the outer.
fn brackets(flat: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, c) in flat.char_indices() {
        match c {
            '(' | '（' | '[' => open.push(at),
            ')' | '）' | ']' => {
                if let Some(start) = open.pop() {
                    while found.last().is_some_and(|inner| inner.start > start) {
                        found.pop();
                    }
                    found.push(start..at + c.len_utf8());
                }
            }
            _ => {}
        }
    }
    found
}

/// Goes past closing marks and citations after an end mark.
fn close(rest: &str) -> &str {
    let closing = |c: char| "”\"’'»)]“«‘›‹」』）】".contains(c);
    let mut left = rest.trim_start_matches(closing);
    // French sets a space before its closing mark.
    for mark in ["\u{a0}»", "\u{202f}»", " »"] {
        left = left.strip_prefix(mark).unwrap_or(left);
    }
    while let Some(after) = left.trim_start().strip_prefix(CITATION) {
        left = after.trim_start_matches(closing);
    }
    left
}

/// Marks that may end a sentence, and what stands around them.
struct EndMark<'t> {
    before: &'t str,
    marks: &'t str,
    /// Whether a citation follows.
    is_cited: bool,
    /// What follows on what closes the sentence.
    rest: &'t str,
    language: &'t str,
}

impl EndMark<'_> {
    /// Says whether who spoke may follow on a quote that ends with these marks: “Why?” Bell asked.
    /// `is_first` says whether the sentence begins with the quote.
    fn may_be_attributed(&self, is_first: bool) -> bool {
        let is_wide = self.marks.starts_with(is_wide);
        if self.is_cited || self.rest.is_empty() {
            return false;
        }
        if self.marks == "." {
            // “So be it.” So said Bell.
            let mut words = self.rest.split_whitespace().take(3);
            let is_stated = !self.opens_next() || self.rest.trim_start().starts_with("So ");
            return is_first && is_stated && words.any(|word| SAID.contains(&word));
        }
        is_wide || is_first || !self.opens_next()
    }

    /// Says whether the next word is one that sentences begin with; "A." is a name's.
    fn opens_next(&self) -> bool {
        let next = self.rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let after = next.trim_start_matches(char::is_alphanumeric);
        let word = next.strip_suffix(after).unwrap_or(next);
        let is_initial = word.chars().count() == 1 && after.starts_with('.');
        !is_initial && is_sentence_opener(word, self.language)
    }

    /// Says whether the sentence goes on.
    fn goes_on(&self) -> bool {
        let rest = self.rest;
        let has_space = rest.is_empty() || rest.starts_with(char::is_whitespace);
        if !has_space && !self.is_cited && !self.marks.starts_with(is_wide) {
            return true;
        }
        let next = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        // A no-break space says that what it joins is one.
        let is_joined = rest.starts_with(['\u{a0}', '\u{202f}']);
        let goes_on = rest
            .trim_start()
            .starts_with([',', ';', ':', '–', '—', '-']);
        if is_joined || goes_on || next.starts_with(char::is_lowercase) {
            return true;
        }
        if self.is_cited || rest.is_empty() {
            return false;
        }
        let is_opener = self.opens_next();
        if self.marks.contains('…') || self.marks.starts_with("..") {
            return !is_opener;
        }
        if is_item(next) {
            return true;
        }
        if self.marks != "." {
            return self.marks == "!" && NAMES.iter().any(|name| self.before.ends_with(name));
        }
        if is_item_number(self.before) {
            return true;
        }
        match abbreviation(self.before, self.language) {
            None => false,
            Some(Abbreviation::Title) => true,
            Some(Abbreviation::Number) => next.starts_with(|c: char| c.is_numeric()),
            Some(Abbreviation::Other) => !is_opener,
        }
    }
}

/// Names that end with an exclamation mark.
const NAMES: &[&str] = &["Yahoo", "Wham", "Jeopardy", "Yum"];

/// Verbs that tell who spoke a quote before them.
const SAID: &[&str] = &["said", "says", "asked", "wrote", "added", "replied"];

/// Says whether a text begins with the number of an item of a list, as in "2. Trade".
fn is_item(next: &str) -> bool {
    let rest = next.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(next.len() - rest.len()))
        && (rest.starts_with(". ") || rest.starts_with(") "))
}

/// Says whether a text ends with the number of an item of a list: nothing stands before it, or a
/// mark other than a letter.
fn is_item_number(before: &str) -> bool {
    let ahead = before.trim_end_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(before.len() - ahead.len()))
        && ahead
            .trim_end()
            .chars()
            .next_back()
            .is_none_or(|c| matches!(c, ':' | ';' | ',' | '.' | '!' | '?' | '('))
}

/// Cuts parts where the flat text is cut; the last end is the end of the text.
fn cut(mut parts: Vec<Inline>, ends: &[usize]) -> Vec<Vec<Inline>> {
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let lengths: Vec<usize> = ends
        .iter()
        .zip(starts)
        .map(|(end, start)| end - start)
        .collect();
    // From the last one on, so that no text is moved twice.
    let mut sentences: Vec<_> = lengths
        .into_iter()
        .rev()
        .map(|mut length| {
            let mut sentence = split_off(&mut parts, &mut length);
            trim_start(&mut sentence);
            sentence
        })
        .collect();
    sentences.reverse();
    sentences
}

/// Takes so many bytes of flat text off the end of parts; one that is cut in two stands in both.
fn split_off(parts: &mut Vec<Inline>, length: &mut usize) -> Vec<Inline> {
    let mut taken = Vec::new();
    while *length > 0
        && let Some(last) = parts.pop()
    {
        let (left, tail) = match last {
            Inline::Text(mut text) => {
                let tail = text.split_off(text.len().saturating_sub(*length));
                *length -= tail.len();
                (said(text), said(tail))
            }
            Inline::Code(code) => {
                *length = length.saturating_sub(code.len());
                (None, Some(Inline::Code(code)))
            }
            Inline::Citation(cited) => {
                *length = length.saturating_sub(CITATION.len_utf8());
                (None, Some(Inline::Citation(cited)))
            }
            Inline::Emphasis(mut inner) => {
                let tail = split_off(&mut inner, length);
                (
                    in_shell(inner, Inline::Emphasis),
                    in_shell(tail, Inline::Emphasis),
                )
            }
            Inline::Strong(mut inner) => {
                let tail = split_off(&mut inner, length);
                (
                    in_shell(inner, Inline::Strong),
                    in_shell(tail, Inline::Strong),
                )
            }
            Inline::Link(to, mut inner) => {
                let link = |inner| Inline::Link(to.clone(), inner);
                let tail = split_off(&mut inner, length);
                (in_shell(inner, link), in_shell(tail, link))
            }
        };
        parts.extend(left);
        taken.extend(tail);
    }
    taken.reverse();
    taken
}

fn said(text: String) -> Option<Inline> {
    (!text.is_empty()).then_some(Inline::Text(text))
}

fn in_shell(inner: Vec<Inline>, shell: impl Fn(Vec<Inline>) -> Inline) -> Option<Inline> {
    (!inner.is_empty()).then(|| shell(inner))
}

/// Takes the spaces before the first word off, and parts that hold nothing else.
fn trim_start(parts: &mut Vec<Inline>) {
    while let Some(first) = parts.first_mut() {
        let is_empty = match first {
            Inline::Text(text) => {
                text.drain(..text.len() - text.trim_start().len());
                text.is_empty()
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link(_, inner) => {
                trim_start(inner);
                inner.is_empty()
            }
            Inline::Code(_) | Inline::Citation(_) => false,
        };
        if !is_empty {
            return;
        }
        parts.remove(0);
    }
}
