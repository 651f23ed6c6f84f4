//! Reads the labels of transcripts: AYO: We begin in spring.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::tokens::{Sentence, Token};

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
    /// Whether it is certainly a label.
    pub(super) is_sure: bool,
}

/// The names of those who take turns in an interview: Ada Okafor: We begin in spring.
pub(super) struct Turns(HashSet<String>);

impl Turns {
    /// Returns the names before the colons with which paragraphs begin, if they are those of two or more who
    /// take turns twice or more.
    pub(super) fn of<'a, 't: 'a>(firsts: impl Iterator<Item = &'a Sentence<'t>>) -> Self {
        let names: Vec<String> = firsts.filter_map(named).collect();
        let is_turned = names.windows(2).all(|pair| pair.first() != pair.last());
        let mut times: HashMap<&str, usize> = HashMap::new();
        for name in &names {
            *times.entry(name).or_default() += 1;
        }
        let are_two = times.len() > 1 && times.values().all(|times| *times > 1);
        Self(if is_turned && are_two {
            names.into_iter().collect()
        } else {
            HashSet::new()
        })
    }
}

fn colon(first: &Sentence<'_>) -> Option<usize> {
    let colon = (1..first.len().min(LONGEST)).find(|at| first.is_mark(*at, ":"))?;
    (first.len() >= colon + 3).then_some(colon)
}

/// Returns the name of two words or more that a sentence begins with, if a colon stands after it.
fn named(first: &Sentence<'_>) -> Option<String> {
    let label = first.tokens.get(..colon(first)?)?;
    let words: Vec<&str> = label.iter().map(|token| token.text).collect();
    let is_name = words.len() > 1 && label.iter().all(Token::is_capital);
    is_name.then(|| words.join(" "))
}

/// Returns the label that a paragraph begins with, if its first sentence has one: words in capitals before
/// a colon, or the name of one who takes turns.
pub(super) fn label(first: &Sentence<'_>, turns: &Turns) -> Option<Label> {
    let colon = colon(first)?;
    let label = first.tokens.get(..colon)?;
    let is_capitals = label.iter().all(|token| {
        token.is_mark(".") || token.is_word() && !token.text.contains(char::is_lowercase)
    });
    let letters = label.iter().flat_map(|token| token.text.chars());
    let letters = letters.filter(|c| c.is_alphabetic()).count();
    let turn = named(first).filter(|name| turns.0.contains(name));
    if turn.is_none() && (!is_capitals || letters < FEWEST_LETTERS) {
        return None;
    }
    let words = label.iter().filter(|token| token.is_word());
    let words: Vec<String> = words.map(|token| capitalised(token.text)).collect();
    Some(Label {
        is_sure: is_capitals,
        name: turn
            .filter(|_| !is_capitals)
            .unwrap_or_else(|| words.join(" ")),
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
