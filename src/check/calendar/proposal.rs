//! What a date that is not EDTF may have been meant for.

use super::{day, month, words, year};
use crate::model::Edtf;

/// Returns the EDTF dates that a text can mean: none, one, or two where day and month can change
/// places.
pub(in crate::check) fn propose(text: &str) -> Vec<String> {
    let words: Vec<&str> = words(text).collect();
    let small = |at: usize| words.get(at).and_then(|word| day(word));
    let name = |at: usize| words.get(at).and_then(|word| month(&capitalised(word)));
    let year = |at: usize| words.get(at).and_then(|word| year(word));
    let dates = match words.len() {
        3 => [
            (year(0), small(1), small(2)),
            (year(2), name(1), small(0)),
            (year(2), name(0), small(1)),
            (year(2), small(1), small(0)),
            (year(2), small(0), small(1)),
        ]
        .into_iter()
        .filter_map(|(year, month, day)| Some(format!("{:04}-{:02}-{:02}", year?, month?, day?)))
        .collect(),
        2 => [(year(0), small(1)), (year(1), name(0)), (year(1), small(0))]
            .into_iter()
            .filter_map(|(year, month)| Some(format!("{:04}-{:02}", year?, month?)))
            .collect(),
        _ => Vec::new(),
    };
    let mut sound: Vec<String> = dates;
    sound.retain(|date| Edtf::parse(date).is_ok());
    sound.dedup();
    sound
}

/// Returns a word with a capital, as the names of months have one.
fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().map(|c| c.to_ascii_uppercase());
    first
        .into_iter()
        .chain(chars.map(|c| c.to_ascii_lowercase()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::propose;

    #[test]
    fn usual_forms_are_understood() {
        for (text, expected) in [
            ("16/08/2025", vec!["2025-08-16"]),
            ("08/16/2025", vec!["2025-08-16"]),
            ("7/8/2025", vec!["2025-08-07", "2025-07-08"]),
            ("16.8.2025", vec!["2025-08-16"]),
            ("16 August 2025", vec!["2025-08-16"]),
            ("august 16th, 2025", vec!["2025-08-16"]),
            ("2025-8-16", vec!["2025-08-16"]),
            ("2025/08/16", vec!["2025-08-16"]),
            ("8/2025", vec!["2025-08"]),
            ("August 2025", vec!["2025-08"]),
            ("2025-8", vec!["2025-08"]),
            ("31/02/2025", vec![]),
            ("Saturday", vec![]),
        ] {
            assert_eq!(propose(text), expected, "{text}");
        }
    }
}
