//! What is set above or below its line: exponents, indices, and the marks of footnotes.

use std::borrow::Cow;

/// How text is set beside its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Raised {
    Up,
    Down,
}

/// Whether what is raised is the mark of a footnote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Note {
    No,
    Perhaps,
    Yes,
}

/// What stands in a line, raised and lowered.
const LETTERS: &[(char, char, char)] = &[
    ('0', '⁰', '₀'),
    ('1', '¹', '₁'),
    ('2', '²', '₂'),
    ('3', '³', '₃'),
    ('4', '⁴', '₄'),
    ('5', '⁵', '₅'),
    ('6', '⁶', '₆'),
    ('7', '⁷', '₇'),
    ('8', '⁸', '₈'),
    ('9', '⁹', '₉'),
    ('+', '⁺', '₊'),
    ('-', '⁻', '₋'),
    ('−', '⁻', '₋'),
];

/// The letters of a word after which a number is no exponent, whatever the word: units are shorter.
const FEWEST_OF_A_WORD: usize = 4;
/// Shorter ones that have an exponent, in order.
const UNITS: &[&str] = &[
    "cal", "cd", "cm", "dm", "ft", "ha", "in", "kg", "km", "lb", "m", "mi", "mil", "mm", "mol",
    "nm", "oz", "qm", "rad", "s", "sec", "yd", "га", "дм", "кг", "км", "м", "мм", "с", "сек", "см",
];

/// Returns a text with its digits as they are set, so that they melt into no number.
pub(in super::super) fn raised(text: &str, how: Option<Raised>) -> Cow<'_, str> {
    let Some(how) = how else {
        return Cow::Borrowed(text);
    };
    let set = |c: char| {
        let known = LETTERS.iter().find(|(plain, _, _)| *plain == c);
        known.map_or(c, |(_, up, down)| match how {
            Raised::Up => *up,
            Raised::Down => *down,
        })
    };
    Cow::Owned(text.chars().map(set).collect())
}

/// Returns what a raised or lowered character is in a line.
pub(in super::super) fn plain(c: char) -> char {
    let known = LETTERS.iter().find(|(_, up, down)| c == *up || c == *down);
    known.map_or(c, |(plain, _, _)| *plain)
}

/// Says whether raised words are the mark of a footnote: a link, `[1]`, `*`, or a number after a word.
pub(in super::super) fn note(before: &str, words: &str, is_linked: bool) -> Note {
    let is_apart = words.starts_with(char::is_whitespace);
    let words = words.trim();
    if words.is_empty() {
        return Note::No;
    }
    let is_bracketed = words.starts_with('[') && words.ends_with(']');
    let has_words = words.contains(char::is_alphanumeric);
    let is_number = words.chars().all(|c| plain(c).is_ascii_digit());
    let signs: &[char] = &['⁺', '⁻'];
    if is_linked || is_bracketed || !(has_words || words.contains(signs)) {
        return Note::Yes;
    }
    if is_number && !is_apart {
        return after(before);
    }
    Note::No
}

/// Says what a raised number after a text is: after a word a note, after a unit or a number none.
fn after(text: &str) -> Note {
    let marks: &[char] = &['.', ',', ';', ':', '!', '?', '”', '’', '"', '»'];
    let text = text.trim_end_matches(marks);
    let rest = text.trim_end_matches(char::is_alphabetic);
    let word = text.strip_prefix(rest).unwrap_or_default();
    let before = rest.trim_end();
    let parts: &[char] = &['/', '·', '⋅'];
    let signs: &[char] = &['=', '+', '-', '−', '×', '*'];
    if word.is_empty() || before.ends_with(char::is_numeric) || before.ends_with(parts) {
        Note::No
    } else if word.chars().nth(FEWEST_OF_A_WORD - 1).is_some() {
        Note::Yes
    } else if UNITS.binary_search(&word).is_ok() {
        Note::No
    } else if is_short_word(word) && !before.ends_with(signs) {
        Note::Yes
    } else {
        Note::Perhaps
    }
}

/// Says whether a few letters are a word, and do not stand for a number.
fn is_short_word(word: &str) -> bool {
    let vowels = "aeiouyáéíóúàèìòùäëïöüâêîôûåæøãõаеёиоуыэюяєіїαεηιουω";
    let is_small = word.chars().skip(1).all(char::is_lowercase);
    let has_vowel = word.to_lowercase().contains(|c| vowels.contains(c));
    word.chars().nth(1).is_some() && is_small && has_vowel
}
