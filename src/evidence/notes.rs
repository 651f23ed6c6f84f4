//! Leaves out of a plain text what may be the numbers of footnotes, which programs write behind words.

/// The number of a note has no more digits.
const MOST_DIGITS: usize = 2;

/// Returns a text without numbers that stand right behind a word of small letters, or behind the mark that
/// follows it; nothing, if it has none.
pub(super) fn without_note_numbers(text: &str) -> Option<String> {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        kept.push_str(before);
        let end = from.find(|c: char| !c.is_ascii_digit());
        let (number, after) = from.split_at(end.unwrap_or(from.len()));
        let word = before.trim_end_matches(['.', ',', ';', '”', '’', '"', '\'', '»']);
        let small = |c: &char| c.is_alphabetic() && !c.is_uppercase();
        let follows_word = word.chars().rev().take(2).filter(small).count() == 2;
        let ends = !after.starts_with(char::is_alphanumeric);
        if !(follows_word && ends && number.len() <= MOST_DIGITS && !number.starts_with('0')) {
            kept.push_str(number);
        }
        rest = after;
    }
    (kept.len() + rest.len() < text.len()).then(|| kept + rest)
}

#[cfg(test)]
mod tests {
    use super::without_note_numbers;
    use crate::evidence::{Media, Snapshot, SoughtQuote, find};
    use crate::model::{Check, Obstacle};

    #[test]
    fn numbers_of_notes_go() {
        for (text, without) in [
            ("The sea wall1 has to", "The sea wall has to"),
            ("be mended first.12 Then", "be mended first. Then"),
            ("“in May,”3 she", "“in May,” she"),
            ("мол1 треба", "мол треба"),
        ] {
            assert_eq!(without_note_numbers(text).as_deref(), Some(without));
        }
    }

    #[test]
    fn over_what_may_be_a_note_nothing_is_absent() {
        let snapshot = Snapshot::read(
            "“The sea wall1 has to be mended first.”".as_bytes(),
            Media::Text,
        );
        let find = |text| {
            let wanted = SoughtQuote::of(text);
            find(&snapshot, &[wanted]).remove(0)
        };
        let found = find("The sea wall has to be mended first.");
        assert_eq!(
            (found.check, found.reason),
            (Check::CannotCheck, Some(Obstacle::MarkedUp))
        );
        assert_eq!(
            find("The sea wall has to be built first.").check,
            Check::Absent
        );
    }

    #[test]
    fn other_numbers_stay() {
        for text in [
            "in 1911",
            "B2 and CO2",
            "covid19a",
            "about 311",
            "wall123 has",
            "m01.",
            "x2",
        ] {
            assert_eq!(without_note_numbers(text), None, "{text}");
        }
    }
}
