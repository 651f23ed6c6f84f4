//! What some rules know of English: words, abbreviations, words that begin sentences.

mod tokens;

pub(super) use tokens::{Tokens, is_determiner};

/// A kind of abbreviation that is written with a full stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// One that a name follows, such as `Mr`: no sentence ends with it.
    Title,
    /// One that a number follows, such as `No`.
    Number,
    /// One that a sentence can end with, such as `U.S` or `etc`.
    Other,
}

const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "mx", "dr", "prof", "sen", "rep", "gen", "gov", "lt", "col", "sgt", "capt",
    "cpl", "adm", "maj", "brig", "hon", "rev", "st", "mt", "pres", "amb",
];
const NUMBERS: &[&str] = &["no", "nos", "p", "pp", "art", "fig", "para", "vol"];
const OTHERS: &[&str] = &[
    "vs", "etc", "approx", "jr", "sr", "inc", "ltd", "co", "corp", "dept", "est", "cf", "ca", "al",
    "jan", "feb", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "ft", "ph",
];

/// Returns what abbreviation stands at the end of a text, before its full stop.
pub(super) fn abbreviation(before: &str) -> Option<Abbreviation> {
    let word = before
        .rsplit(|c: char| !c.is_alphanumeric() && c != '.')
        .next()?;
    let mut letters = word.split('.');
    let initials = letters.clone().count() > 1
        && letters.all(|part| (1..=2).contains(&part.chars().count()) && is_word(part));
    let initial =
        word.len() == 1 && word != "I" && word.starts_with(|c: char| c.is_ascii_uppercase());
    let is_in = |list: &[&str]| list.iter().any(|entry| entry.eq_ignore_ascii_case(word));
    if is_in(TITLES) {
        Some(Abbreviation::Title)
    } else if is_in(NUMBERS) {
        Some(Abbreviation::Number)
    } else if initials || initial || is_in(OTHERS) {
        Some(Abbreviation::Other)
    } else {
        None
    }
}

fn is_word(text: &str) -> bool {
    text.chars().all(char::is_alphabetic)
}

/// Capitalised words that sentences begin with.
const OPENERS: &[&str] = &[
    "The",
    "A",
    "An",
    "He",
    "She",
    "It",
    "They",
    "We",
    "I",
    "You",
    "His",
    "Her",
    "Its",
    "Their",
    "Our",
    "This",
    "That",
    "These",
    "Those",
    "There",
    "But",
    "And",
    "Or",
    "So",
    "Yet",
    "In",
    "On",
    "At",
    "By",
    "For",
    "From",
    "With",
    "After",
    "Before",
    "When",
    "While",
    "As",
    "If",
    "No",
    "Not",
    "Neither",
    "Nor",
    "Both",
    "All",
    "Some",
    "Most",
    "Many",
    "Several",
    "One",
    "Two",
    "Three",
    "However",
    "Meanwhile",
    "Then",
    "Now",
    "Also",
    "Still",
    "What",
    "Who",
    "Why",
    "How",
    "Where",
    "Whether",
    "Under",
    "Until",
    "Since",
];

/// Says whether a capitalised word is one that sentences begin with, rather than a name.
pub(super) fn is_sentence_opener(word: &str) -> bool {
    OPENERS.contains(&word)
}
