//! The sentences of the bottom line.
//!
//! Where it is open whether a sentence ends, it does not: a sentence cut in two would be asked for
//! a citation that it has.

mod cutter;
mod ends;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::markdown::{CITATION, Leaf, Marked};
use crate::model::{ClaimId, Inline, OneOrMore, Prose, Sentence};

/// One sentence, cited or not.
#[derive(Debug)]
pub(super) struct Cut {
    /// The sentence, its citations included.
    pub(super) text: Prose,
    /// Its bytes in the Markdown.
    pub(super) range: Range<usize>,
}

impl Cut {
    /// Returns the sentence of the model, if it cites.
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
    let ends = ends::ends(&flat);
    let cuts = cutter::cut(marked.parts, &ends);
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
