//! Finds words and numbers that are others with what a style sheet writes right beside them: “happy” after “un”,
//! “5 million” after “1”.

use super::lines::{Drawn, Shown};
use super::style::{AFTER, BEFORE, NUMBER, has_words};
use crate::characters::has_no_word_spaces;

/// Signs between two numbers that make one of them.
const BETWEEN: &str = ".,:'’/·−-–";

/// Letters that make another number of one before them.
const UNITS: &[&str] = &["k", "K", "m", "M", "b", "B", "x"];

/// Returns where what is drawn makes other words or numbers of those beside it.
pub(super) fn glued(shown: &Shown) -> Vec<usize> {
    let drawn = shown.drawn.iter();
    let mut places: Vec<usize> = drawn.flat_map(|drawn| places(drawn, &shown.text)).collect();
    places.sort_unstable();
    places.dedup();
    places
}

fn places(drawn: &Drawn, text: &str) -> impl Iterator<Item = usize> + use<> {
    let (before, after) = text.split_at_checked(drawn.at).unwrap_or_default();
    let rest = if drawn.is_before {
        after.trim_start()
    } else {
        after
    };
    let last = before.chars().next_back().filter(|_| !drawn.is_before);
    let next = rest.chars().next();
    let (first, end) = (drawn.words.chars().next(), drawn.words.chars().next_back());
    let is_number = |c: Option<char>| c.is_some_and(|c| c.is_numeric() || c == NUMBER);
    let is_letter =
        |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !has_no_word_spaces(c));
    let is_of = |c: Option<char>, signs: &str| c.is_some_and(|c| signs.contains(c));
    let is_part = has_words(&drawn.words) && !drawn.words.contains(char::is_whitespace);
    let is_one = |a, b| is_part && is_letter(a) && is_letter(b);
    let is_between = drawn.words.chars().count() == 1 && is_number(next);
    // “5k” is 5,000.
    let is_unit = is_part && is_letter(first) || UNITS.contains(&&*drawn.words);
    let is_after = is_number(last)
        && (is_number(first)
            || is_of(first, AFTER)
            || is_unit
            || is_between && is_of(first, BETWEEN));
    let is_before = is_number(next) && (is_number(end) || is_of(end, BEFORE))
        || is_number(end) && is_of(next, ".,%");
    let [joins_last, joins_next] = drawn.joins;
    let place = text.len() - rest.len();
    [
        (joins_last && (is_after || is_one(last, first))).then_some(drawn.at),
        (joins_next && (is_before || is_one(end, next))).then_some(place),
    ]
    .into_iter()
    .flatten()
}
