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
/// Words with which a sentence of it begins: on the work itself.
const WORKS: [&str; 7] = [
    "article", "story", "report", "post", "page", "piece", "item",
];
const EARLIER: [&str; 4] = [
    "an earlier version of this ",
    "a previous version of this ",
    "earlier versions of this ",
    "previous versions of this ",
];
const WAS_CORRECTED: [&str; 6] = [
    " was amended",
    " was corrected",
    " was updated to correct",
    " has been amended",
    " has been corrected",
    " has been updated to correct",
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
    BEGINNINGS.iter().any(begins) || lower.split(". ").any(is_of_work)
}

/// Says whether a sentence, in small letters, begins with what an earlier version of the work was, or that it was corrected.
fn is_of_work(sentence: &str) -> bool {
    let sentence = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut earlier = EARLIER
        .iter()
        .filter_map(|words| sentence.strip_prefix(words));
    if let Some(rest) = earlier.next() {
        return behind_work(rest).is_some();
    }
    let rest = sentence.strip_prefix("this ").and_then(behind_work);
    rest.is_some_and(|rest| WAS_CORRECTED.iter().any(|words| rest.starts_with(words)))
}

fn behind_work(words: &str) -> Option<&str> {
    WORKS.iter().find_map(|work| words.strip_prefix(work))
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
            "(Updated at noon. This story has been corrected: the gate is twelve metres wide.)",
            "Уточнення: ворота мають дванадцять метрів.",
        ] {
            assert!(is_correction(words), "{words}");
        }
        for words in [
            "Correction of the course is needed, the pilot said: the gate is narrow.",
            "Corrections officers met on Monday.",
            "The board asked for a correction.",
            "The union rejected an earlier version of this plan, its chair said.",
            "An earlier version of this plan was too dear, its chair said.",
            "The chair said that an earlier version of this report was wrong.",
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
