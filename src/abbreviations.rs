//! Knows the abbreviations that are written with a full stop, by language.

mod words;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

use crate::characters::has_no_capitals;
use words::{LANGUAGES, ORDINAL_YEARS, ORDINALS, URDU_LETTERS, Words};

/// The class of the marks that take the vowel of a letter away.
const VIRAMA: u8 = 9;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// One that a name follows, such as `Mr`: no sentence ends with it.
    Title,
    /// One that a number follows, such as `No`.
    Number,
    /// One that a sentence can end with, such as `U.S` or `etc`.
    Other,
}

/// Returns what abbreviation stands at the end of a text, before its full stop.
pub(crate) fn abbreviation(before: &str, language: &str) -> Option<Abbreviation> {
    let is_of_word = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    let joined = before.rsplit(|c: char| !is_of_word(c) && c != '.').next()?;
    let word = joined.rsplit('.').next()?;
    // In Thai and Lao nothing else has a full stop.
    if word.ends_with(|c: char| matches!(c, '\u{E00}'..='\u{EFF}')) || is_ordinal(word, language) {
        return Some(Abbreviation::Title);
    }
    let of_language = LANGUAGES.iter().rev();
    let listed = of_language
        .filter(|words| words.language == language || words.language == "en")
        .find_map(|words| find(words, word));
    // "No" may be a word; a letter is none.
    let is_letter = word.chars().count() == 1;
    if listed.is_some_and(|listed| listed != Abbreviation::Number || !is_letter) {
        return listed;
    }
    let other = is_initials(joined)
        || is_initial(word, language)
        || word == "I" && follows_initial(before, language)
        || language != "en" && has_no_vowel(word)
        || is_year(word, language)
        || is_roman(word, language);
    other.then_some(Abbreviation::Other).or(listed)
}

/// Says whether a text ends, before its Urdu full stop, with the name of a letter.
pub(crate) fn ends_with_letter_name(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next();
    word.is_some_and(|word| URDU_LETTERS.split(' ').any(|name| name == word))
}

fn find(words: &Words, word: &str) -> Option<Abbreviation> {
    let lower = word.to_lowercase();
    let is_in = |list: &str| {
        let exact =
            |entry: &str| entry.starts_with(char::is_uppercase) || entry.chars().count() == 1;
        list.split(' ')
            .any(|entry| entry == if exact(entry) { word } else { &lower })
    };
    if is_in(words.titles) {
        Some(Abbreviation::Title)
    } else if is_in(words.numbers) {
        Some(Abbreviation::Number)
    } else {
        is_in(words.others).then_some(Abbreviation::Other)
    }
}

/// Says whether a word is of letters with full stops between them, as in `U.S`, or of the beginnings of words, as
/// in `f.eks`.
fn is_initials(joined: &str) -> bool {
    let is_part = |part: &str| {
        (1..=4).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
    };
    let first = joined.split('.').next().unwrap_or("");
    joined.contains('.') && first.chars().count() <= 2 && joined.split('.').all(is_part)
}

/// Says whether a word is a letter that stands for a word; or two of a script without capitals, where
/// abbreviations cannot be told, or of one kind, as in `CC. OO.`; or the name of a letter in a script of India.
fn is_initial(word: &str, language: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    match *letters {
        // In English a small letter names a thing: plan b.
        [letter] => {
            word != "I" && letter.is_alphabetic() && (language != "en" || !letter.is_lowercase())
        }
        // World War II, siglo XX: numbers.
        [first, second] if first == second => first.is_uppercase() && !"IXM".contains(first),
        [first, second] => has_no_capitals(first) && has_no_capitals(second),
        // எஸ், ఎస్, എസ്: a vowel, a consonant and the mark that it has no vowel.
        [first, _, last] if is_indian_vowel(first) => canonical_combining_class(last) == VIRAMA,
        _ => is_one_cluster(&letters),
    }
}

/// Says whether a letter is a vowel that stands by itself, in the blocks from Devanagari to Sinhala, which have one
/// order.
fn is_indian_vowel(letter: char) -> bool {
    matches!(letter, '\u{900}'..='\u{DFF}') && (0x05..=0x14).contains(&(u32::from(letter) & 0x7F))
}

/// Says whether consonants without vowels between them, and the marks on them, are all of a word: श्री, प्रो.
fn is_one_cluster(letters: &[char]) -> bool {
    let mut pairs = letters.iter().zip(letters.iter().skip(1));
    letters.first().copied().is_some_and(has_no_capitals)
        && pairs.all(|(before, letter)| {
            is_combining_mark(*letter) || canonical_combining_class(*before) == VIRAMA
        })
}

/// Says whether another letter stands for a name before the last one, as in `C. I`.
fn follows_initial(before: &str, language: &str) -> bool {
    let earlier = before.trim_end_matches('I').trim_end().strip_suffix('.');
    let letter = earlier.and_then(|earlier| earlier.rsplit(char::is_whitespace).next());
    letter.is_some_and(|letter| is_initial(letter, language) || is_initials(letter))
}

/// Says whether a short word has no vowel, as abbreviations of most languages have none.
fn has_no_vowel(word: &str) -> bool {
    const VOWELS: &str = "aeiouyæøœıαεηιουωаеиоуыэюяіѣъ";
    let is_consonant = |c: char| {
        let letter = c.nfd().next().unwrap_or(c).to_lowercase().next();
        let letter = letter.unwrap_or(c);
        matches!(letter, 'a'..='ɏ' | 'α'..='ω' | 'а'..='ӿ') && !VOWELS.contains(letter)
    };
    (2..=4).contains(&word.chars().count())
        && word.chars().all(is_consonant)
        && word.chars().any(char::is_lowercase)
}

fn is_ordinal(word: &str, language: &str) -> bool {
    (1..=2).contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && ORDINALS.split(' ').any(|entry| entry == language)
}

fn is_year(word: &str, language: &str) -> bool {
    word.len() == 4
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && ORDINAL_YEARS.split(' ').any(|entry| entry == language)
}

/// Says whether a word is a number of a ruler, as in "Leo XIV."
fn is_roman(word: &str, language: &str) -> bool {
    !word.is_empty()
        && word.bytes().all(|byte| b"IVXL".contains(&byte))
        && ORDINALS.split(' ').any(|entry| entry == language)
}

/// Says whether a capitalised word is one that sentences of a language begin with, rather than a
/// name.
pub(crate) fn is_sentence_opener(word: &str, language: &str) -> bool {
    LANGUAGES
        .iter()
        .filter(|words| words.language == language)
        .any(|words| words.openers.split(' ').any(|entry| entry == word))
}
