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

/// Splits a text into its sentences; a sentence that ends inside emphasis splits the emphasis.
pub(super) fn split(marked: Marked) -> Vec<Cut> {
    let mut flat = String::new();
    flatten(&marked.parts, &mut flat);
    let ends = ends(&flat);
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
fn ends(flat: &str) -> Vec<usize> {
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
        let cited = closing.contains(CITATION);
        if goes_on(before, marks, cited, rest) {
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
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।')
}

/// Goes past closing marks and citations after an end mark.
fn close(rest: &str) -> &str {
    let closing = |c: char| matches!(c, '”' | '"' | '’' | '\'' | '»' | ')' | ']' | '“' | '«');
    let mut left = rest.trim_start_matches(closing);
    while let Some(after) = left.trim_start().strip_prefix(CITATION) {
        left = after.trim_start_matches(closing);
    }
    left
}

/// Says whether the sentence goes on after end marks, and after what closes it.
fn goes_on(before: &str, marks: &str, cited: bool, rest: &str) -> bool {
    let wide = marks.starts_with(['。', '！', '？']);
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) && !cited && !wide {
        return true;
    }
    let next = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    if next.starts_with(char::is_lowercase) {
        return true;
    }
    if marks != "." || cited || rest.is_empty() {
        return false;
    }
    match abbreviation(before) {
        None => false,
        Some(Abbreviation::Title) => true,
        Some(Abbreviation::Number) => next.starts_with(|c: char| c.is_ascii_digit()),
        Some(Abbreviation::Other) => {
            let word = next.split_once(|c: char| !c.is_alphanumeric());
            !is_sentence_opener(word.map_or(next, |(word, _)| word))
        }
    }
}

/// Cuts parts where the flat text is cut; the last end is the end of the text.
fn cut(parts: Vec<Inline>, ends: &[usize]) -> Vec<Vec<Inline>> {
    let mut cutter = Cutter {
        ends,
        at: 0,
        frames: vec![(None, Vec::new())],
        done: Vec::new(),
    };
    for part in parts {
        cutter.walk(part);
    }
    cutter.cut();
    cutter.done
}

/// Goes through the parts once and cuts at the ends.
struct Cutter<'e> {
    ends: &'e [usize],
    at: usize,
    /// The open parts, outermost first; the first is the sentence itself.
    frames: Vec<(Option<Inline>, Vec<Inline>)>,
    done: Vec<Vec<Inline>>,
}

impl Cutter<'_> {
    fn walk(&mut self, part: Inline) {
        match part {
            Inline::Text(text) => self.text(&text),
            Inline::Code(ref code) => self.leaf(code.len(), part),
            Inline::Citation(_) => self.leaf(CITATION.len_utf8(), part),
            Inline::Emphasis(inner) => self.nest(Inline::Emphasis(Vec::new()), inner),
            Inline::Strong(inner) => self.nest(Inline::Strong(Vec::new()), inner),
            Inline::Link(to, inner) => self.nest(Inline::Link(to, Vec::new()), inner),
        }
    }

    fn nest(&mut self, shell: Inline, inner: Vec<Inline>) {
        self.frames.push((Some(shell), Vec::new()));
        for part in inner {
            self.walk(part);
        }
        if let Some((Some(shell), inner)) = self.frames.pop() {
            self.put(shell, inner);
        }
    }

    fn put(&mut self, shell: Inline, inner: Vec<Inline>) {
        if inner.is_empty() {
            return;
        }
        let part = match shell {
            Inline::Emphasis(_) => Inline::Emphasis(inner),
            Inline::Strong(_) => Inline::Strong(inner),
            Inline::Link(to, _) => Inline::Link(to, inner),
            leaf @ (Inline::Text(_) | Inline::Code(_) | Inline::Citation(_)) => leaf,
        };
        self.push(part);
    }

    fn push(&mut self, part: Inline) {
        if let Some((_, parts)) = self.frames.last_mut() {
            parts.push(part);
        }
    }

    fn leaf(&mut self, length: usize, part: Inline) {
        self.cut_if_due();
        self.at += length;
        self.push(part);
    }

    fn text(&mut self, text: &str) {
        let mut left = text;
        while !left.is_empty() {
            self.cut_if_due();
            let end = self.ends.first().map_or(left.len(), |end| end - self.at);
            let (now, later) = left.split_at_checked(end).unwrap_or((left, ""));
            self.at += now.len();
            left = later;
            let opens = self.frames.iter().all(|(_, parts)| parts.is_empty());
            let now = if opens { now.trim_start() } else { now };
            if !now.is_empty() {
                self.push(Inline::Text(now.to_owned()));
            }
        }
    }

    fn cut_if_due(&mut self) {
        while self.ends.first().is_some_and(|end| *end <= self.at) {
            self.cut();
        }
    }

    /// Ends the sentence: what is open closes, and opens again in the next.
    fn cut(&mut self) {
        if let [_, later @ ..] = self.ends {
            self.ends = later;
        }
        let mut shells = Vec::new();
        while self.frames.len() > 1 {
            if let Some((Some(shell), inner)) = self.frames.pop() {
                self.put(shell.clone(), inner);
                shells.push(shell);
            }
        }
        if let Some((_, parts)) = self.frames.last_mut() {
            self.done.push(std::mem::take(parts));
        }
        for shell in shells.into_iter().rev() {
            self.frames.push((Some(shell), Vec::new()));
        }
    }
}
