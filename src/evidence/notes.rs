//! Leaves out of a text what may be the numbers and marks of footnotes, which programs write behind words.

/// The number of a note has no more digits.
const MOST_DIGITS: usize = 2;

/// Units by themselves, behind which ² and ³ are of no note.
const UNITS: [&str; 14] = [
    "m", "dm", "cm", "mm", "km", "ft", "yd", "mi", "mc", "м", "дм", "см", "мм", "км",
];
/// Small letters that are words.
const WORDS_OF_A_LETTER: &str = "aeikouvwyzàèéòóôåіїйуоавзкбжшсия";
/// So much is looked at before a mark for a number of units.
const LONGEST_WORD: usize = 32;

/// What a mark in brackets has so many characters of at most: [note 12].
const MOST_IN_BRACKETS: usize = 8;

/// What opens and closes marks of notes.
const BRACKETS: [(char, char); 6] = [
    ('[', ']'),
    ('{', '}'),
    ('(', ')'),
    ('（', '）'),
    ('［', '］'),
    ('〔', '〕'),
];

/// Returns a text without marks of notes, pages and times: [12], [a], (注1), ¹², *, †, [Pg 12], {12}, (0:04);
/// nothing, if it has none.
pub(super) fn without_note_marks(text: &str) -> Option<String> {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = mark_length(rest, &kept);
        let (taken, after) = rest.split_at(length.unwrap_or(c.len_utf8()));
        if length.is_none() {
            kept.push_str(taken);
        } else if kept.ends_with('^') {
            kept.pop();
        }
        rest = after;
    }
    (kept.len() < text.len()).then_some(kept)
}

/// Returns how many bytes a mark of a note has with which a text begins, and behind which something stands.
fn mark_length(text: &str, kept: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let is_digit = |c: char| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹');
    let is_sign = |c: char| matches!(c, '*' | '†' | '‡' | '※' | '①'..='⑳' | '❶'..='❿');
    if is_digit(first) {
        // Ten to the sixth and square metres have no note.
        let behind: Vec<char> = kept.chars().rev().take(LONGEST_WORD).collect();
        let letters = behind.iter().take_while(|c| c.is_alphabetic()).count();
        let word: String = behind.iter().take(letters).rev().collect();
        let before = behind.iter().skip(letters).find(|c| !c.is_whitespace());
        let end = text.find(|c| !is_digit(c)).unwrap_or(text.len());
        let digits = behind.iter().take_while(|c| c.is_ascii_digit()).count();
        let is_year = digits == 4 && matches!(behind.get(3), Some('1' | '2'));
        let is_power = !is_year && before.is_some_and(|c| c.is_numeric())
            || matches!(text.get(..end), Some("²" | "³")) && UNITS.contains(&&*word);
        return (!is_power).then_some(end);
    }
    if is_sign(first) {
        let number = text.find(|c: char| !(is_sign(c) || c.is_ascii_digit() && first == '※'));
        return Some(number.unwrap_or(text.len()));
    }
    let (_, close) = BRACKETS.iter().find(|(open, _)| *open == first)?;
    let within = text.get(first.len_utf8()..)?;
    let (end, _) = within
        .char_indices()
        .take(MOST_IN_BRACKETS + 1)
        .find(|(_, c)| c == close)?;
    let within = within.get(..end)?;
    let is_number = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let named = [
        "note ", "nb ", "n ", "Pg ", "pg ", "p. ", "page ", "^", "注", "註", "附註",
    ];
    let named = named.iter().find_map(|name| within.strip_prefix(name));
    let is_letter = within.len() == 1 && within.starts_with(|c: char| c.is_ascii_lowercase());
    // As transcripts have times: 0:04, 00:00:04.
    let is_time = within.contains(':') && within.split(':').all(is_number);
    // (12) may be said.
    let is_mark = is_time
        || named.is_some_and(|number| is_number(number.trim()))
        || first != '(' && first != '（' && (is_number(within) || is_letter);
    is_mark.then(|| first.len_utf8() + end + close.len_utf8())
}

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
        let mut behind = word.chars().rev();
        let (last, before) = (behind.next(), behind.next());
        let is_word = |letter: &char| WORDS_OF_A_LETTER.contains(*letter);
        let is_alone = before.is_none_or(|c| !c.is_alphanumeric() && !".-_/".contains(c));
        let follows_word = last.as_ref().is_some_and(small)
            && (before.as_ref().is_some_and(small)
                || is_alone && last.as_ref().is_some_and(is_word));
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
    use super::{without_note_marks, without_note_numbers};
    use crate::evidence::tests::{MARKED_UP, look};
    use crate::model::Check;

    #[test]
    fn numbers_of_notes_go() {
        for (text, without) in [
            ("The sea wall1 has to", "The sea wall has to"),
            ("be mended first.12 Then", "be mended first. Then"),
            ("“in May,”3 she", "“in May,” she"),
            ("мол1 треба", "мол треба"),
            ("мол і12 порт", "мол і порт"),
            ("(a1 wall)", "(a wall)"),
        ] {
            assert_eq!(without_note_numbers(text).as_deref(), Some(without));
        }
    }

    #[test]
    fn marks_of_notes_go() {
        for (text, without) in [
            ("the money[12] for it", "the money for it"),
            ("in spring,[13][14] and", "in spring, and"),
            ("the sea[a] wall[note 3]", "the sea wall"),
            ("the sea wall¹² has", "the sea wall has"),
            ("in¹ the sea, і² мол, m¹", "in the sea, і мол, m"),
            ("the wall* and† the sea‡", "the wall and the sea"),
            ("建设将于春天开始。[1]其后", "建设将于春天开始。其后"),
            ("工事（注1）を始める※2。", "工事を始める。"),
            ("the plan① begins", "the plan begins"),
            ("the wall^[1] has[^2] to", "the wall has to"),
            ("in 2020³ and 1999¹.", "in 2020 and 1999."),
            ("the [Pg 12]sea {12}wall [page 9]has", "the sea wall has"),
            ("the sea, (00:04)wall [0:00:09]has", "the sea, wall has"),
        ] {
            assert_eq!(without_note_marks(text).as_deref(), Some(without));
        }
        for text in [
            "10⁶ euros",
            "3020³, 12020³ and 5²",
            "{so} [Pg so] (:) (4:)",
            "people for each km², €/m²",
            "Article (12)",
            "[the council]",
            "a (b) c",
            "[1.5]",
        ] {
            assert_eq!(without_note_marks(text), None, "{text}");
        }
    }

    #[test]
    fn no_mark_is_looked_at_with_all_that_stands_before_it() {
        let marked = "word¹".repeat(20_000);
        assert_eq!(without_note_marks(&marked), Some("word".repeat(20_000)));
    }

    #[test]
    fn over_what_may_be_a_note_nothing_is_absent() {
        let text = "“The sea wall1 has to be mended first.”";
        assert_eq!(
            look(text, "The sea wall has to be mended first."),
            MARKED_UP
        );
        assert_eq!(
            look(text, "The sea wall has to be built first.").0,
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
