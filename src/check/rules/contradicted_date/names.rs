//! Knows names that have a word of the calendar in them.

use super::words::{Words, is_of_calendar};
use crate::check::own_words::is_one_of;

/// Words with a capital that stand before a date, at the beginning of a sentence.
const OPENERS: &str = "in on at early late mid last next this the of from until around about during \
    every each both a an and or first second third fourth spring summer autumn winter good";

/// Says whether a word is part of a name and says nothing of the date: "the Sunday Times",
/// "Bloody Sunday", "Theresa May".
pub(super) fn is_name(words: &Words<'_>, at: usize) -> bool {
    let (word, before, next) = (words.near(at, 0), words.near(at, -1), words.near(at, 1));
    if !is_of_calendar(word) || word.starts_with(|first: char| first.is_ascii_digit()) {
        return false;
    }
    let is_of_paper = is_one_of(
        next,
        "Times Telegraph Mail Express Mirror Post Herald People Independent Live School",
    ) && is_capital(next);
    let is_of_event = is_one_of(before, "Bloody Black Super Cyber Man") && is_capital(before)
        || word == "Sun" && is_one_of(before, "the")
        || word == "Sunday" && is_one_of(before, "on") && words.near(at, -2) == "Mail";
    let is_of_person = is_one_of(word, "May March April June August Jan")
        && (is_capital(before) && !is_one_of(before, OPENERS) && !is_of_calendar(before)
            || is_one_of(next, "be not have"));
    is_of_paper || is_of_event || is_of_person
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}
