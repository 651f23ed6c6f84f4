//! Reads the labels of transcripts: AYO: We begin in spring.

use std::collections::HashMap;
use std::ops::Range;

use super::tokens::{Sentence, Token};

/// A label in capitals has so many words and marks at most, its colon included, and another one so many.
const LONGEST: usize = 6;
const LONGEST_TURN: usize = 16;
/// A shorter one, such as Q, is no name.
const FEWEST_LETTERS: usize = 3;

/// The name before what somebody says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// The name in it.
    pub(super) called: Called,
    /// The bytes of the label, its colon included.
    pub(super) at: Range<usize>,
    /// The byte at which what is said begins.
    pub(super) words: usize,
}

/// By what a label calls somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Called {
    /// A name that is certainly one, as names are written.
    Sure(String),
    /// Words that one who takes turns has for a label, and what stands in brackets behind them, in numbers of tokens.
    Turn(Range<usize>, Option<Range<usize>>),
}

/// The names of those who take turns in an interview: Ada Okafor: We begin in spring.
pub(super) struct Turns {
    are_taken: bool,
}

impl Turns {
    /// Says whether the names before the colons with which paragraphs begin are those of some who take turns: of two
    /// twice or more, and of others in between.
    pub(super) fn of<'a, 't: 'a>(firsts: impl Iterator<Item = &'a Sentence<'t>>) -> Self {
        let names: Vec<String> = firsts
            .filter_map(|first| {
                let (name, _) = turn(first)?;
                let name = first.tokens.get(name)?;
                let words: Vec<&str> = name.iter().map(|token| token.text).collect();
                Some(words.join(" "))
            })
            .collect();
        let is_turned = names.windows(2).all(|pair| pair.first() != pair.last());
        let mut times: HashMap<&str, usize> = HashMap::new();
        for name in &names {
            *times.entry(name).or_default() += 1;
        }
        let again = times.values().filter(|times| **times > 1).count();
        Self {
            are_taken: is_turned && again > 1,
        }
    }
}

fn colon(first: &Sentence<'_>, longest: usize) -> Option<usize> {
    let colon = (1..first.len().min(longest)).find(|at| first.is_mark(*at, ":"))?;
    (first.len() >= colon + 3).then_some(colon)
}

/// Returns the words before a colon with which a sentence begins, if they may be what one is called, two or more: The
/// Chair; and what stands in brackets behind them.
fn turn(first: &Sentence<'_>) -> Option<(Range<usize>, Option<Range<usize>>)> {
    let colon = colon(first, LONGEST_TURN)?;
    let open = (1..colon).find(|at| first.is_mark(*at, "("));
    let end = open.unwrap_or(colon);
    let beside = match open {
        Some(open) if first.is_mark(colon - 1, ")") && open + 2 < colon => {
            Some(open + 1..colon - 1)
        }
        Some(_) => return None,
        None => None,
    };
    let is_capital = |at: usize| first.is_capital(at);
    // The Director of the Coast Guard.
    let is_small = |at: usize| first.word(at).chars().count() <= 3 && !first.word(at).is_empty();
    let is_name = end > 1
        && is_capital(0)
        && is_capital(end - 1)
        && (0..end).all(|at| is_capital(at) || is_small(at) || first.is_mark(at, ".'’-"));
    is_name.then_some((0..end, beside))
}

/// Returns the label that a paragraph begins with, if its first sentence has one: words in capitals before
/// a colon, or the name of one who takes turns.
pub(super) fn label(first: &Sentence<'_>, turns: &Turns) -> Option<Label> {
    let of = |called: Called, colon: usize| Label {
        called,
        at: first.bytes(&(0..colon + 1)),
        words: first.bytes(&(colon + 1..first.len())).start,
    };
    if let Some(colon) = colon(first, LONGEST)
        && let Some(name) = in_capitals(first.tokens.get(..colon)?)
    {
        return Some(of(Called::Sure(name), colon));
    }
    let (name, beside) = turn(first).filter(|_| turns.are_taken)?;
    Some(of(Called::Turn(name, beside), colon(first, LONGEST_TURN)?))
}

/// Returns a label in capitals as names are written.
fn in_capitals(label: &[Token<'_>]) -> Option<String> {
    let is_capitals = label.iter().all(|token| {
        token.is_mark(".") || token.is_word() && !token.text.contains(char::is_lowercase)
    });
    let letters = label.iter().flat_map(|token| token.text.chars());
    let letters = letters.filter(|c| c.is_alphabetic()).count();
    let words = label.iter().filter(|token| token.is_word());
    let words: Vec<String> = words.map(|token| capitalised(token.text)).collect();
    (is_capitals && letters >= FEWEST_LETTERS).then(|| words.join(" "))
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_string() + &chars.as_str().to_lowercase()
    })
}
