//! Finds where a work says that it was corrected.

use crate::evidence::paragraphs;

/// Words with which such a paragraph begins, a mark behind them.
const BEGINNINGS: [&str; 12] = [
    "correction",
    "corrections",
    "clarification",
    "clarifications",
    "corrections and clarifications",
    "erratum",
    "retraction",
    "виправлення",
    "уточнення",
    "спростування",
    "виправлено",
    "уточнено",
];
/// Words that stand in it.
const WORDS: [&str; 7] = [
    "an earlier version of this",
    "a previous version of this",
    "this article was amended",
    "this story has been corrected",
    "this article has been corrected",
    "this story was corrected",
    "this article was corrected",
];
/// What stands between the first word and what was corrected has so many letters at most: Correction, 18 November:
const LONGEST_HEAD: usize = 40;
/// So many letters are told of it.
const LONGEST: usize = 200;

/// Returns the words in which a work says that it, or another, was corrected.
pub(crate) fn correction(text: &str) -> Option<String> {
    let mut paragraphs = paragraphs(text).into_iter();
    let words = paragraphs.find_map(|one| text.get(one).filter(|words| is_correction(words)))?;
    let words: Vec<&str> = words.split_whitespace().collect();
    let words = words.join(" ");
    Some(match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or(&words)),
        None => words,
    })
}

/// Says whether a paragraph says that something was corrected.
pub(crate) fn is_correction(paragraph: &str) -> bool {
    let words = paragraph.trim();
    let lower = words.to_lowercase();
    let begins = |word: &&str| {
        let length = word.chars().count();
        let rest: String = words.chars().skip(length).take(LONGEST_HEAD).collect();
        lower.starts_with(*word) && is_head(&rest)
    };
    BEGINNINGS.iter().any(begins) || WORDS.iter().any(|words| lower.contains(words))
}

/// Says whether a mark follows, and no more before it than a day: (18 Nov 2026):
fn is_head(rest: &str) -> bool {
    let Some((day, _)) = rest.split_once([':', '—', '–']) else {
        return false;
    };
    let is_of_day = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        !word.starts_with(char::is_lowercase) || word.chars().count() <= 2
    };
    day.starts_with([' ', ',', '(', '.']) && day.split_whitespace().all(is_of_day) || day.is_empty()
}

#[cfg(test)]
mod tests {
    use super::{correction, is_correction};

    #[test]
    fn a_work_says_that_it_was_corrected() {
        for words in [
            "Correction: The gate is twelve metres wide.",
            "Correction, 18 November: The gate is twelve metres wide.",
            "CORRECTION (18 Nov 2026): The gate is twelve metres wide.",
            "Clarification — the gate opens in spring.",
            "An earlier version of this article gave another width of the gate.",
            "Уточнення: ворота мають дванадцять метрів.",
        ] {
            assert!(is_correction(words), "{words}");
        }
        for words in [
            "Correction of the course is needed, the pilot said: the gate is narrow.",
            "Corrections officers met on Monday.",
            "The board asked for a correction.",
            "",
        ] {
            assert!(!is_correction(words), "{words}");
        }
        assert_eq!(
            correction("The gate.\n\nCorrection: It is wide.\n").as_deref(),
            Some("Correction: It is wide.")
        );
    }
}
