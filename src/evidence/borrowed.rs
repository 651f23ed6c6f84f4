//! Finds words in a row that a paraphrase has from its source.
//!
//! Each text is cut into windows of twelve words, and those of the paraphrases are looked up as the source
//! is read once: windows that begin alike are equally long, whatever the script.

use std::collections::HashMap;
use std::ops::Range;

use super::snapshot::Snapshot;
use crate::characters::{WORD, weight, words};

/// So many words in a row are the source's own wording. Of scripts without spaces between words, two
/// characters count as one, of Thai and its neighbours four.
const MOST_ALIKE: usize = 12;

/// A word of a text: what it is known by, its weight, and where it stands.
struct Token {
    id: u32,
    weight: usize,
    at: Range<usize>,
}

/// The numbers that words are known by.
#[derive(Default)]
struct Numbers(HashMap<String, u32>);

/// What no paraphrase has.
const UNKNOWN: u32 = 0;

impl Numbers {
    /// Returns the words of a text that say something, and how to know each.
    fn tokens(&mut self, text: &str, is_new: bool) -> Vec<Token> {
        let mut tokens = Vec::new();
        let mut end = 0;
        for word in words(text) {
            let at = end..end + word.len();
            end = at.end;
            let weight = weight(word);
            if weight == 0 {
                continue;
            }
            let start = at.end - word.trim_start().len();
            let bare = word
                .trim_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase();
            let bare = bare.replace(['’', '‘', 'ʼ'], "'");
            let next = u32::try_from(self.0.len() + 1).unwrap_or(UNKNOWN);
            let id = if is_new {
                *self.0.entry(bare).or_insert(next)
            } else {
                self.0.get(&bare).copied().unwrap_or(UNKNOWN)
            };
            tokens.push(Token {
                id,
                weight,
                at: start..at.end,
            });
        }
        tokens
    }
}

/// Goes through the windows of a text: those that are just long enough, by their first word and the word
/// after their last.
fn windows(tokens: &[Token]) -> impl Iterator<Item = Range<usize>> {
    let (mut end, mut sum) = (0, 0);
    (0..tokens.len()).map_while(move |start| {
        while sum < MOST_ALIKE * WORD {
            sum += tokens.get(end)?.weight;
            end += 1;
        }
        sum -= tokens.get(start).map_or(0, |token| token.weight);
        Some(start..end)
    })
}

/// Returns the longest run of words that each paraphrase, which is given in pieces, has from a source.
pub fn borrowed_words<'t>(snapshot: &Snapshot, says: &[Vec<&'t str>]) -> Vec<Option<&'t str>> {
    let mut numbers = Numbers::default();
    let pieces: Vec<(usize, &'t str, Vec<Token>)> = says
        .iter()
        .enumerate()
        .flat_map(|(number, pieces)| pieces.iter().map(move |piece| (number, *piece)))
        .map(|(number, piece)| (number, piece, numbers.tokens(piece, true)))
        .collect();
    let ids: Vec<Vec<u32>> = pieces
        .iter()
        .map(|(_, _, tokens)| tokens.iter().map(|token| token.id).collect())
        .collect();
    // Each window with whether the source has it.
    let mut known: HashMap<&[u32], bool> = HashMap::new();
    for ((_, _, tokens), ids) in pieces.iter().zip(&ids) {
        for window in windows(tokens) {
            known.extend(ids.get(window).map(|window| (window, false)));
        }
    }
    if known.is_empty() {
        return vec![None; says.len()];
    }
    let source = numbers.tokens(snapshot.text(), false);
    let source_ids: Vec<u32> = source.iter().map(|token| token.id).collect();
    for window in windows(&source) {
        if let Some(is_there) = source_ids
            .get(window)
            .and_then(|window| known.get_mut(window))
        {
            *is_there = true;
        }
    }
    let mut longest: Vec<Option<&'t str>> = vec![None; says.len()];
    for ((number, piece, tokens), ids) in pieces.iter().zip(&ids) {
        let mut run: Option<Range<usize>> = None;
        let mut runs = Vec::new();
        for window in windows(tokens) {
            let is_there = ids.get(window.clone()).and_then(|window| known.get(window));
            if is_there != Some(&true) {
                continue;
            }
            match run.as_mut().filter(|run| window.start <= run.end) {
                Some(run) => run.end = window.end,
                None => runs.extend(run.replace(window)),
            }
        }
        runs.extend(run);
        for run in runs {
            let first = tokens.get(run.start).map_or(0, |token| token.at.start);
            let last = run.end.checked_sub(1).and_then(|last| tokens.get(last));
            let words = last.and_then(|last| piece.get(first..last.at.end));
            if let (Some(words), Some(found)) = (words, longest.get_mut(*number))
                && found.is_none_or(|found| found.len() < words.len())
            {
                *found = Some(words);
            }
        }
    }
    longest
}

/// Says whether a paraphrase still has words that it was found to borrow, whatever marks stand in it.
pub(crate) fn still_has(says: &str, borrowed: &str) -> bool {
    let mut numbers = Numbers::default();
    let ids = |tokens: Vec<Token>| tokens.iter().map(|token| token.id).collect::<Vec<u32>>();
    let words = ids(numbers.tokens(borrowed, true));
    let says = ids(numbers.tokens(says, false));
    !words.is_empty() && says.windows(words.len()).any(|window| window == words)
}

#[cfg(test)]
mod tests;
