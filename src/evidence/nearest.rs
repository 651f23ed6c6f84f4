//! Finds the passage that comes nearest to a quote that is absent: for a person to see what differs.

mod alignment;

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use similar::DiffOp;

use super::lost;
use super::normalise::Normalised;
use super::opened::Media;
use super::places::divide;
use super::snapshot::Snapshot;
use super::vowels::without_vowels;
use crate::characters::{self, hiding, is_nothing, line_starts};
use crate::word_diff::{WordDiff, Words};
use alignment::aligned_by_letters;

/// Of a longer quote, this many words are compared.
const MOST_WORDS: usize = 300;
/// So many of the rarest words of a quote vote for where it may stand.
const MOST_VOTERS: usize = 12;
/// A word that stands in more places votes with so many of them.
const MOST_VOTES: usize = 256;
/// The weight of a word that stands in one place; it falls as the places grow in number.
const HEAVIEST: usize = 1 << 20;

/// The passage of a snapshot that comes nearest to a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// Its line, from 1.
    pub line: usize,
    /// Its first code point, from 0.
    pub start: usize,
    pub(crate) diff: WordDiff,
    /// Whether characters of it were lost, or of what stands beside it.
    pub(super) is_damaged: bool,
    /// Whether it may be read in another order.
    pub(super) is_unordered: bool,
    /// Whether words may stand in it that are not shown.
    pub(super) leaves_out: bool,
}

impl Nearest {
    /// Says whether most of the quote stands there, in its order, by letters: not all scripts part
    /// words.
    pub fn has_most_words(&self) -> bool {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        let (mut same, mut removed) = (0, 0);
        for part in self.diff.words() {
            match part {
                Words::Same(text) => same += letters(text),
                Words::Removed(text) => removed += letters(text),
                Words::Added(_) => {}
            }
        }
        same > removed
    }
}

/// What differs, as `wdiff` sets it: `[-the quote alone-]`, `{+the source alone+}`.
impl fmt::Display for Nearest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.diff.fmt(formatter)
    }
}

/// A quote in one form, and as it is.
pub(super) type Quote<'a> = (&'a Normalised, &'a str);

/// Finds the nearest passage of each quote; a quote no word of which is known has none.
///
/// The snapshot is read once. Each quote then takes time by its own length alone.
pub(super) fn all(snapshot: &Snapshot, quotes: &[Quote<'_>]) -> Vec<Option<Nearest>> {
    if quotes.is_empty() {
        return Vec::new();
    }
    let originals = quotes;
    let quotes: Vec<Vec<&str>> = quotes
        .iter()
        .map(|(quote, _)| words(quote.text()).into_iter().take(MOST_WORDS).collect())
        .collect();
    let words = words(snapshot.normal());
    let index = Index::of(&words, &quotes);
    let line_starts: Vec<usize> = line_starts(snapshot.text().as_bytes()).collect();
    quotes
        .iter()
        .zip(originals)
        .map(|(quote, original)| {
            let guess = index.guess(quote)?;
            let mut nearest = nearest(snapshot, &words, (quote, original), guess)?;
            let byte = snapshot.byte(nearest.start);
            nearest.line += line_starts.partition_point(|start| *start <= byte);
            Some(nearest)
        })
        .collect()
}

/// Cuts a text into words and marks, quote marks behind words of Hebrew and Korean among them: elsewhere, they
/// would be apostrophes.
fn words(text: &str) -> Vec<&str> {
    let words = characters::words(text).into_iter();
    words.flat_map(without_quote_marks).collect()
}

fn without_quote_marks(word: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, mark) in word.match_indices('\'') {
        let end = at + mark.len();
        let [before, after] = [word.get(..at), word.get(end..)].map(Option::unwrap_or_default);
        let is_korean = before.ends_with(is_korean) || after.starts_with(is_korean);
        let ends_hebrew = before.ends_with(|c| ('א'..='ת').contains(&c)) && after.is_empty();
        if is_korean || ends_hebrew {
            parts.extend(word.get(from..at).filter(|part| !part.is_empty()));
            parts.push(mark);
            from = end;
        }
    }
    parts.extend(word.get(from..).filter(|part| !part.is_empty()));
    parts
}

fn is_korean(c: char) -> bool {
    ('\u{AC00}'..='\u{D7A3}').contains(&c)
}

/// Where the words of the quotes stand in a snapshot.
struct Index<'a>(HashMap<Cow<'a, str>, Stand>);

#[derive(Default)]
struct Stand {
    count: usize,
    first: Vec<usize>,
}

impl<'a> Index<'a> {
    fn of(words: &[&str], quotes: &[Vec<&'a str>]) -> Self {
        let mut stands: HashMap<Cow<'a, str>, Stand> = HashMap::new();
        for word in quotes.iter().flatten() {
            stands.entry(bare(word)).or_default();
        }
        for (at, word) in words.iter().enumerate() {
            if let Some(stand) = stands.get_mut(&*bare(word)) {
                stand.count += 1;
                if stand.first.len() < MOST_VOTES {
                    stand.first.push(at);
                }
            }
        }
        Self(stands)
    }

    /// Guesses where a quote may begin: where most of its rare words would stand in their order.
    fn guess(&self, quote: &[&str]) -> Option<usize> {
        let mut voters: Vec<(usize, usize, &Stand)> = quote
            .iter()
            .enumerate()
            // Marks stand everywhere.
            .filter(|(_, word)| word.contains(char::is_alphanumeric))
            .filter_map(|(offset, word)| {
                let stand = self.0.get(&*bare(word)).filter(|stand| stand.count > 0)?;
                Some((stand.count, offset, stand))
            })
            .collect();
        voters.sort_by_key(|(count, offset, _)| (*count, *offset));
        voters.truncate(MOST_VOTERS);
        let mut starts: Vec<(usize, usize)> = voters
            .iter()
            .flat_map(|(count, offset, stand)| {
                let weight = (HEAVIEST / count).max(1);
                let starts = stand.first.iter().map(|at| at.saturating_sub(*offset));
                starts.map(move |start| (start, weight))
            })
            .collect();
        starts.sort_unstable();
        // Words that were left out or put in move the others a little.
        let slack = 2 + quote.len() / 8;
        let mut best = (0, 0);
        let mut weight = 0;
        let mut leaving = starts.iter().peekable();
        for (start, more) in &starts {
            weight += more;
            while let Some((first, less)) = leaving.next_if(|(first, _)| first + slack < *start) {
                debug_assert!(first < start, "the starts are in order");
                weight -= less;
            }
            if weight > best.0 {
                best = (weight, leaving.peek().map_or(*start, |(first, _)| *first));
            }
        }
        (best.0 > 0).then_some(best.1)
    }
}

/// Returns a word without the punctuation around it, and without vowels that are marks.
fn bare(word: &str) -> Cow<'_, str> {
    let trimmed = word.trim_matches(|c: char| !c.is_alphanumeric());
    without_vowels(if trimmed.is_empty() { word } else { trimmed })
}

/// Returns the words of a quote, and so that the first has the space before it that it has in a passage.
fn as_in<'a>(passage: &[&'a str], quote: &[&'a str]) -> [Vec<&'a str>; 2] {
    let mut spaced = quote.to_vec();
    if let Some(first) = spaced.first_mut() {
        let is_it = |word: &&&str| word.strip_prefix(' ') == Some(*first);
        *first = passage.iter().find(is_it).unwrap_or(first);
    }
    [quote.to_vec(), spaced]
}

/// Compares a quote with the passage around a guess; its line is left to the caller.
///
/// A passage as long as the quote is tried, too: in a longer one, a mark far behind may be taken for
/// that at the quote's end.
fn nearest(
    snapshot: &Snapshot,
    words: &[&str],
    (quote, original): (&[&str], &Quote<'_>),
    guess: usize,
) -> Option<Nearest> {
    let from = guess.saturating_sub(2);
    let ends = [0, 4 + quote.len() / 4].map(|more| words.len().min(guess + quote.len() + more));
    let passages = ends.into_iter().filter_map(|to| words.get(from..to));
    let pairs = passages.flat_map(|passage| as_in(passage, quote).map(|quoted| (quoted, passage)));
    let aligned = pairs.map(|(quoted, passage)| {
        let operations = aligned_by_letters(&quoted, passage);
        let differ = |operation: &DiffOp| match operation {
            DiffOp::Equal { .. } => 0,
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                operation.old_range().len() + operation.new_range().len()
            }
        };
        let cost: usize = operations.iter().map(differ).sum();
        (cost, operations, quoted, passage)
    });
    let (_, operations, quoted, passage) = aligned.min_by_key(|(cost, ..)| *cost)?;
    let first = operations.first()?.new_range().start;
    let last = operations.last()?.new_range().end;
    let [start, end] = [first, last].map(|word| offset(snapshot.normal(), words, from + word));
    let byte = |place| snapshot.byte(snapshot.start(place).code_point);
    let at = [start, end].map(byte);
    // What no font names is nothing in the words that are compared.
    let beside = [(from + first).saturating_sub(1), from + last + 2];
    let [before, after] = beside.map(|word| byte(offset(snapshot.normal(), words, word)));
    let beside = snapshot.text().get(before..after).unwrap_or_default();
    let is_text = snapshot.doubts.media == Media::Text;
    let own: Vec<String> = passage
        .iter()
        .map(|word| as_it_stands(snapshot, word))
        .collect();
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    let typed: Vec<String> = quoted
        .iter()
        .zip(quote)
        .map(|(spaced, word)| as_typed(original, spaced, word))
        .collect();
    let mut quoted: Vec<&str> = typed.iter().map(String::as_str).collect();
    for operation in &operations {
        if let DiffOp::Equal { .. } = operation
            && let Some(same) = own.get(operation.new_range())
            && let Some(quoted) = quoted.get_mut(operation.old_range())
        {
            quoted.copy_from_slice(same);
        }
    }
    Some(Nearest {
        line: 1,
        start: snapshot.start(start).code_point,
        is_unordered: divide(&snapshot.page.shown.unordered, &(at[0]..at[1])),
        leaves_out: divide(&snapshot.page.shown.left_out, &(at[0]..at[1])),
        is_damaged: lost::count(beside, is_text) > 0,
        diff: WordDiff::of(&operations, &quoted, &own),
    })
}

/// Returns a word of the normalised text in the letters and marks of the source, with the space before it.
fn as_it_stands(snapshot: &Snapshot, word: &str) -> String {
    let bare = word.trim_start();
    let start = place(snapshot.normal(), bare);
    let exact = snapshot.selector(&(start..start + bare.len())).exact;
    let space = word.strip_suffix(bare).unwrap_or("");
    format!("{space}{}", seen(&exact))
}

/// Returns a word of a quote in the letters and marks that it has, with the space that it is compared with.
fn as_typed((normal, original): &Quote<'_>, spaced: &str, word: &str) -> String {
    let bare = word.trim_start();
    let start = place(normal.text(), bare);
    let from = normal.start(original, start).byte;
    let to = normal.end(original, start + bare.len()).byte;
    let space = spaced.strip_suffix(bare).unwrap_or("");
    format!("{space}{}", seen(original.get(from..to).unwrap_or(bare)))
}

/// Returns a word in one line, without what hides in it and is nothing where texts are compared.
fn seen(word: &str) -> String {
    let words: Vec<&str> = word.split_whitespace().collect();
    let word = words.join(" ");
    let mut hiding = hiding(&word).into_iter().peekable();
    let seen = word
        .char_indices()
        .filter(|one| hiding.next_if_eq(one).is_none() || !is_nothing(one.1));
    seen.map(|(_, c)| c).collect()
}

fn offset(text: &str, words: &[&str], index: usize) -> usize {
    let word = words.get(index);
    word.map_or(text.len(), |word| place(text, word.trim_start()))
}

/// Returns where in a text a piece of it begins.
fn place(text: &str, piece: &str) -> usize {
    piece.as_ptr().addr().saturating_sub(text.as_ptr().addr())
}

#[cfg(test)]
mod tests;
