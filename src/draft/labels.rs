//! Reads the labels of transcripts: AYO: We begin in spring.

use std::ops::Range;

use super::tokens::Sentence;

/// A label has so many words and marks at most, its colon included.
const LONGEST: usize = 6;
/// A shorter one, such as Q, is no name.
const FEWEST_LETTERS: usize = 3;

/// The name before what somebody says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// The name, as names are written.
    pub(super) name: String,
    /// The bytes of the label, its colon included.
    pub(super) at: Range<usize>,
    /// The byte at which what is said begins.
    pub(super) words: usize,
}

/// Returns the label that a paragraph begins with, if its first sentence has one: words in capitals before
/// a colon.
pub(super) fn label(first: &Sentence<'_>) -> Option<Label> {
    let colon = (1..first.len().min(LONGEST)).find(|at| first.is_mark(*at, ":"))?;
    let label = first.tokens.get(..colon)?;
    let is_name = label.iter().all(|token| {
        token.is_mark(".") || token.is_word() && !token.text.contains(char::is_lowercase)
    });
    let letters = label.iter().flat_map(|token| token.text.chars());
    let letters = letters.filter(|c| c.is_alphabetic()).count();
    if !is_name || letters < FEWEST_LETTERS || first.len() < colon + 3 {
        return None;
    }
    let words = label.iter().filter(|token| token.is_word());
    let name: Vec<String> = words.map(|token| capitalised(token.text)).collect();
    Some(Label {
        name: name.join(" "),
        at: first.bytes(&(0..colon + 1)),
        words: first.bytes(&(colon + 1..first.len())).start,
    })
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_string() + &chars.as_str().to_lowercase()
    })
}
