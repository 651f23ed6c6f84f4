//! Cuts texts into words as Unicode does (UAX 29), and counts them.
//!
//! What only a dictionary can cut (Chinese, Japanese, Thai, Lao, Khmer, Myanmar) is cut into the
//! characters that readers see, so that one wrong character is told as one.

use unicode_segmentation::UnicodeSegmentation;

use super::scripts::{has_no_word_spaces, is_unspaced_by_words};

/// Marks that are no part of the word beside them; in Tibetan, of the syllable.
const MARKS: &str = ".,;:!?()[]{}“”„‟«»‹›\"'‘’…—–¿¡،؛؟۔।॥։՝፡።፣፤፥፦፧၊။។៖「」『』、。，．！？；：（）〔〕【】《》〈〉་༌།༎༑༔";

/// Cuts a text into words and marks, each with the spaces before it. Put together they are the text.
pub(crate) fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    // Where the word begins that is being read, and whether another piece may join it.
    let (mut start, mut is_open) = (0, false);
    for (at, piece) in text.split_word_bound_indices() {
        if at < start {
            continue;
        }
        if piece.chars().all(char::is_whitespace) {
            if is_open {
                words.extend(text.get(start..at));
                (start, is_open) = (at, false);
            }
            continue;
        }
        let stands_alone = piece.chars().all(|c| MARKS.contains(c)) && !is_within(text, at, piece);
        let is_cut = piece.chars().any(has_no_word_spaces);
        if is_open && (stands_alone || is_cut) {
            words.extend(text.get(start..at));
            (start, is_open) = (at, false);
        }
        if is_cut {
            let mut end = at;
            // A letter that readers see may be several pieces.
            for letter in text.get(at..).unwrap_or("").graphemes(true) {
                if end >= at + piece.len() {
                    break;
                }
                end += letter.len();
                words.extend(text.get(start..end));
                start = end;
            }
        } else if stands_alone {
            words.extend(text.get(start..at + piece.len()));
            start = at + piece.len();
        } else {
            is_open = true;
        }
    }
    if start < text.len() {
        words.extend(text.get(start..));
    }
    words
}

/// Says whether a mark stands within a word: an apostrophe, a full stop of an address, an en dash of a
/// range.
fn is_within(text: &str, at: usize, mark: &str) -> bool {
    let (before, from) = text.split_at(at);
    let after = from.strip_prefix(mark).unwrap_or("");
    let is_of_word = |c: char| c.is_alphanumeric() && !has_no_word_spaces(c);
    matches!(mark, "'" | "’" | "." | ":" | "\"" | "–")
        && before.ends_with(is_of_word)
        && after.starts_with(is_of_word)
}

/// Says whether a word is a character of a script without spaces between words.
pub(crate) fn is_character(word: &str) -> bool {
    word.trim_start().starts_with(has_no_word_spaces)
}

/// Counts words. Of scripts without spaces, two characters count as one, of Thai and its neighbours
/// four.
pub(crate) fn count_words(text: &str) -> usize {
    weights(text).sum::<usize>() / WORD
}

/// Returns so many words of a text, if it has more.
pub(crate) fn first_words(text: &str, most: usize) -> Option<&str> {
    let mut so_far = 0;
    let mut end = 0;
    for (word, weight) in words(text).into_iter().zip(weights(text)) {
        so_far += weight;
        if so_far > most * WORD {
            return text.get(..end);
        }
        end += word.len();
    }
    None
}

/// What a word counts, of which a character of a script without spaces is a part.
pub(crate) const WORD: usize = 4;

fn weights(text: &str) -> impl Iterator<Item = usize> {
    words(text).into_iter().map(weight)
}

/// Returns what a piece of [`words`] counts: a mark nothing, a word [`WORD`].
pub(crate) fn weight(word: &str) -> usize {
    let letter = word.chars().find(|c| c.is_alphanumeric());
    match letter {
        None => 0,
        Some(c) if is_unspaced_by_words(c) => WORD / 4,
        Some(c) if has_no_word_spaces(c) => WORD / 2,
        Some(_) => WORD,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{count_words, first_words, words};

    #[test]
    fn words_are_cut_as_their_script_has_it() {
        for (text, expected) in [
            ("It's 3.5 km, (so)", "It's| 3.5| km|,| (|so|)"),
            (
                "a twenty-five 10:30 x.com/a",
                "a| twenty-five| 10:30| x.com/a",
            ),
            ("“No”—he said…", "“|No|”|—|he| said|…"),
            ("我们 would和平。", "我|们| would|和|平|。"),
            ("東京タワー", "東|京|タ|ワ|ー"),
            ("น้ำท่วม", "น้ำ|ท่|ว|ม"),
            ("हम वसन्त में।", "हम| वसन्त| में|।"),
            ("צה\"ל וצה״ל", "צה\"ל| וצה״ל"),
            ("می\u{200C}کنیم، بی", "می\u{200C}کنیم|،| بی"),
            ("봄에 시작한다.", "봄에| 시작한다|."),
            ("ሰላም። ነው", "ሰላም|።| ነው"),
            ("ལས་ཀ་འགོ།", "ལས|་|ཀ|་|འགོ|།"),
            ("", ""),
        ] {
            assert_eq!(words(text).join("|"), expected, "{text}");
        }
    }

    #[test]
    fn words_are_counted_alike_in_all_scripts() {
        for (text, count) in [
            ("We begin in spring.", 4),
            ("It's – 3.5 km", 3),
            ("In 2024–25, Kyiv–Moscow – all", 4),
            ("我们在春天开始。", 3),
            ("เราเริ่มในฤดูใบไม้ผลิ", 4),
            ("봄에 시작한다", 2),
            ("", 0),
        ] {
            assert_eq!(count_words(text), count, "{text}");
        }
        assert_eq!(first_words("one two, three", 2), Some("one two,"));
        assert_eq!(first_words("one two.", 2), None);
        assert_eq!(first_words("我们在春天", 2), Some("我们在春"));
    }

    proptest! {
        #[test]
        fn words_together_are_the_text(text in "[a-c'.,“ \\n2和平ー。กิ้اब्क\u{301}\u{200D}👩]{0,40}") {
            prop_assert_eq!(words(&text).concat(), text);
        }
    }
}
