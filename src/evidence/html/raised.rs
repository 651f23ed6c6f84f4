//! What is set above or below its line: exponents, indices, and the marks of footnotes.

use std::borrow::Cow;

/// How text is set beside its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Raised {
    Up,
    Down,
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

/// The letters of a word after which a number is no exponent: units are shorter.
const FEWEST_OF_A_WORD: usize = 4;

/// Returns a text with its digits as they are set, so that they melt into no number.
pub(super) fn raised(text: &str, how: Option<Raised>) -> Cow<'_, str> {
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
pub(super) fn is_note(before: &str, words: &str, is_linked: bool) -> bool {
    let is_apart = words.starts_with(char::is_whitespace);
    let words = words.trim();
    if words.is_empty() {
        return false;
    }
    let is_bracketed = words.starts_with('[') && words.ends_with(']');
    let has_words = words.contains(char::is_alphanumeric);
    let is_number = words.chars().all(|c| plain(c).is_ascii_digit());
    let signs: &[char] = &['⁺', '⁻'];
    is_linked
        || is_bracketed
        || !(has_words || words.contains(signs))
        || (is_number && !is_apart && is_after_word(before))
}

/// Says whether a text ends with a word that is no unit, or with a mark after one.
fn is_after_word(text: &str) -> bool {
    let marks: &[char] = &['.', ',', ';', ':', '!', '?', '”', '’', '"', '»'];
    let text = text.trim_end_matches(marks);
    let rest = text.trim_end_matches(char::is_alphabetic);
    let is_word = text
        .strip_prefix(rest)
        .is_some_and(|word| word.chars().nth(FEWEST_OF_A_WORD - 1).is_some());
    is_word && !rest.trim_end().ends_with(char::is_numeric) && !rest.ends_with(['/', '·', '⋅'])
}
