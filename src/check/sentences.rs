//! Cuts the bottom line into its sentences.
//!
//! Where it is open whether a sentence ends, it does not: a sentence cut in two would be asked for
//! a citation that it has.

mod ends;
mod source;
mod spoken;
#[cfg(test)]
mod tests;

use std::ops::Range;

use self::ends::ends;
pub(crate) use self::source::sentences_in;
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

/// Splits a text of a language into its sentences; a sentence that ends inside emphasis splits the emphasis.
pub(super) fn split(marked: Marked, language: &str) -> Vec<Cut> {
    let mut flat = String::new();
    flatten(&marked.parts, &mut flat);
    let ends = ends(&flat, language, true);
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
