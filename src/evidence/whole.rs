//! Looks for words in a text of which some parts may be left out, each by itself.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::edges::is_within;
use super::find::literal_parts;
use super::finding::SoughtQuote;
use super::html::{Aside, LeftOut};
use super::normalise::Normalised;
use crate::characters::has_no_word_spaces;

/// So many steps are taken for all quotes at most.
pub(super) const MOST_STEPS: usize = 1 << 26;
/// So many places are kept of a quote, some 40 MB, at which it was read on.
const MOST_KEPT: usize = 1 << 20;
/// Comparing so many bytes at once, or looking through them for the first word of a quote, counts as one step.
const BYTES_A_STEP: usize = 16;
/// A block of more bytes is no part of a line.
const LONGEST_BLOCK: usize = 1_000;

/// How words stand in a text with its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Nowhere,
    /// It would take too long to say.
    Tangled,
    /// With hidden words.
    Hidden,
    Somewhere,
}

/// A text, and which parts of it may be left out.
pub(super) struct Whole {
    text: Normalised,
    /// Where a part begins: where it ends, and how it may be left out.
    parts: HashMap<usize, Vec<(usize, Aside)>>,
    edges: BTreeSet<usize>,
}

/// How far a quote was read, and how.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Read {
    at: usize,
    /// How much of the quote.
    of_quote: usize,
    come: Come,
    /// Whether hidden words were read.
    is_hidden: bool,
}

/// How a place was come to.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Come {
    ByWord,
    /// Over a part that was left out.
    Over,
    /// Over a part in whose place another one has to be read.
    ForNext,
}

impl Whole {
    pub(super) fn of(whole: &str, left_out: &[LeftOut]) -> Self {
        let text = Normalised::of(whole);
        let mut parts: HashMap<usize, Vec<(usize, Aside)>> = HashMap::new();
        let mut edges = BTreeSet::new();
        for (at, kind) in left_out {
            let [start, end] = [at.start, at.end].map(|place| text.place(whole, place));
            let length = end.saturating_sub(start);
            if length == 0 || *kind == Aside::Block && length > LONGEST_BLOCK {
                continue;
            }
            parts.entry(start).or_default().push((end, *kind));
            edges.extend([start, end]);
        }
        Self { text, parts, edges }
    }

    /// Says how all words of a quote stand in the text, in their order, that have to be its source's.
    pub(super) fn find_quote(&self, quote: &SoughtQuote<'_>, steps: &mut usize) -> Found {
        let parts = literal_parts(quote);
        let (mut from, mut found) = (0, Vec::with_capacity(parts.len()));
        for part in parts {
            match self.find(&part, from, steps) {
                Ok((how, end)) => {
                    found.push(how);
                    from = end;
                }
                Err(not) => return not,
            }
        }
        match () {
            () if found.is_empty() => Found::Nowhere,
            () if found.contains(&Found::Hidden) => Found::Hidden,
            () => Found::Somewhere,
        }
    }

    /// Says how words stand in the text behind a place, each part of it left out or not, and where they end; or why
    /// that cannot be said.
    fn find(&self, quote: &str, from: usize, steps: &mut usize) -> Result<(Found, usize), Found> {
        let text = self.text.text();
        let quote = Normalised::of(quote);
        let quote = quote.text().trim();
        let first = quote.split(' ').next().unwrap_or_default();
        // Where words have no spaces between them, a part may follow on any letter.
        let letter = first.chars().next().filter(|c| has_no_word_spaces(*c));
        let begins = letter.map_or(first.len(), char::len_utf8);
        let begins = first.get(..begins).unwrap_or(first);
        if !first.contains(char::is_alphanumeric) && first == quote {
            return Err(Found::Nowhere);
        }
        let rest = text.get(from..).unwrap_or_default();
        let Some(left) = steps.checked_sub(rest.len() / BYTES_A_STEP + 1) else {
            return Err(Found::Tangled);
        };
        *steps = left;
        let mut seen = HashSet::new();
        for (start, _) in rest.match_indices(begins) {
            let start = from + start;
            if is_within(text, start) && !self.edges.contains(&start) {
                continue;
            }
            match self.read_on(start, quote, steps, &mut seen) {
                Err(Found::Nowhere) => {}
                found => return found,
            }
        }
        Err(Found::Nowhere)
    }

    /// Reads on from a place, as far as a quote goes on, in each way in which parts may be left out.
    fn read_on(
        &self,
        start: usize,
        quote: &str,
        steps: &mut usize,
        seen: &mut HashSet<Read>,
    ) -> Result<(Found, usize), Found> {
        let mut open = vec![Read {
            at: start,
            of_quote: 0,
            come: Come::ByWord,
            is_hidden: false,
        }];
        while let Some(read) = open.pop() {
            let Some(left) = steps.checked_sub(1) else {
                return Err(Found::Tangled);
            };
            *steps = left;
            let is_edge = self.edges.contains(&read.at);
            if read.of_quote == quote.len() {
                match () {
                    () if !is_edge && is_within(self.text.text(), read.at) => continue,
                    () if read.is_hidden => return Ok((Found::Hidden, read.at)),
                    () => return Ok((Found::Somewhere, read.at)),
                }
            }
            let is_beside = is_edge || read.come != Come::ByWord;
            if is_beside && !seen.insert(read) {
                continue;
            }
            if seen.len() == MOST_KEPT {
                return Err(Found::Tangled);
            }
            open.extend(self.over(read));
            let same = if is_beside {
                0
            } else {
                self.alike(read, quote.as_bytes())
            };
            *steps = steps.saturating_sub(same / BYTES_A_STEP);
            open.extend(if same > 0 {
                Some(Read {
                    at: read.at + same,
                    of_quote: read.of_quote + same,
                    ..read
                })
            } else {
                self.on(read, quote.as_bytes(), is_beside)
            });
        }
        Err(Found::Nowhere)
    }

    /// Leaves out each part that begins at a place.
    fn over(&self, read: Read) -> impl Iterator<Item = Read> {
        let parts = self.parts.get(&read.at).into_iter().flatten();
        parts.filter_map(move |(end, kind)| {
            let come = match kind {
                _ if read.come == Come::ForNext => return None,
                Aside::InPlaceOfLast if read.come == Come::Over => return None,
                Aside::InPlaceOfNext => Come::ForNext,
                Aside::Floats
                | Aside::Perhaps
                | Aside::Hidden
                | Aside::InPlaceOfLast
                | Aside::Block => Come::Over,
            };
            Some(Read {
                at: *end,
                come,
                ..read
            })
        })
    }

    /// Returns how many bytes of a quote go on alike up to the next part. They are compared many at once: a text that
    /// says the same over and over is read on from each of its sentences.
    fn alike(&self, read: Read, quote: &[u8]) -> usize {
        let text = self.text.text().as_bytes();
        let edge = self.edges.range(read.at..).next();
        let text = text.get(read.at..edge.copied().unwrap_or(text.len()));
        let rest = quote.get(read.of_quote..);
        let (text, rest) = (text.unwrap_or_default(), rest.unwrap_or_default());
        let (mut same, mut part) = (0, text.len().min(rest.len()));
        while part > 0 {
            let at = same..same + part;
            match (text.get(at.clone()), rest.get(at)) {
                (Some(one), Some(other)) if one == other => same += part,
                (Some(_), Some(_)) | (None, _) | (_, None) => part /= 2,
            }
        }
        same
    }

    /// Reads on by one byte. Beside a part, a space may stand in the page or the quote alone.
    fn on(&self, read: Read, quote: &[u8], is_beside: bool) -> Option<Read> {
        let next = self.text.text().as_bytes().get(read.at).copied();
        let wanted = quote.get(read.of_quote).copied();
        let was_space = read.of_quote > 0 && quote.get(read.of_quote - 1) == Some(&b' ');
        let (mut to, is_space) = (read, next == Some(b' '));
        if next.is_none() && wanted != Some(b' ') {
            return None;
        }
        if next == wanted {
            to.at += 1;
            to.of_quote += 1;
            if !is_space {
                to.come = Come::ByWord;
                let mut begun = self.parts.get(&read.at).into_iter().flatten();
                to.is_hidden |= begun.any(|(_, kind)| *kind == Aside::Hidden);
            }
        } else if is_space && (was_space || is_beside) {
            to.at += 1;
        } else if wanted == Some(b' ') && is_beside {
            to.of_quote += 1;
        } else {
            return None;
        }
        Some(to)
    }
}

#[cfg(test)]
mod tests {
    use super::{Found, MOST_STEPS, Whole};
    use crate::evidence::SoughtQuote;
    use crate::evidence::html::Aside;

    /// A long quote of a text that says the same over and over goes on for long at each sentence.
    #[test]
    fn a_text_that_repeats_itself_is_read_in_few_steps() {
        let sentence = "We will begin the works in the spring. ";
        let text = sentence.repeat(5_000);
        let marks = [(100..101, Aside::Perhaps), (90_000..90_001, Aside::Perhaps)];
        let whole = Whole::of(&text, &marks);
        let quote = sentence.repeat(50);
        for (end, found) in [("not", Found::Nowhere), ("We will begin", Found::Somewhere)] {
            let mut steps = MOST_STEPS;
            let quote = quote.clone() + end;
            assert_eq!(
                whole.find_quote(&SoughtQuote::of(&quote), &mut steps),
                found
            );
            let taken = MOST_STEPS - steps;
            assert!(taken < 2_000_000, "{taken}");
        }
    }
}
