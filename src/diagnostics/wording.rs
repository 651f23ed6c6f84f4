//! Words messages: nearest names, counts with their nouns, and characters made visible.

use crate::characters::hiding;

/// Returns the candidate nearest to a name, if one is near enough to be meant.
///
/// Near is at most one edit for every three characters (Damerau–Levenshtein). Of equally near
/// candidates the first wins, so the answer does not depend on anything but the order given.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (name.chars().count() / 3).max(1);
    let mut best: Option<(usize, &'a str)> = None;
    for candidate in candidates {
        let distance = strsim::damerau_levenshtein(name, candidate);
        if distance <= limit && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The most characters of a message that are told.
const MOST: usize = 2_000;

/// Returns a message without its middle if it is longer than people read: what an input has is quoted in it,
/// which may be megabytes, and what is said of that stands before it and after it.
pub fn shortened(message: String) -> String {
    if message.len() <= MOST {
        return message;
    }
    let half = MOST / 2;
    let head = message.char_indices().nth(half).map(|(at, _)| at);
    let tail = message.char_indices().nth_back(half - 1).map(|(at, _)| at);
    match (head, tail) {
        (Some(head), Some(tail)) if head < tail => {
            let (head, tail) = (message.split_at(head).0, message.split_at(tail).1);
            format!("{head} … {tail}")
        }
        _ => message,
    }
}

/// Returns a count with its noun, such as `2 errors`.
pub fn plural(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

/// Returns a text in one line of which every character can be seen, or is spelling where it stands.
///
/// An input may hold escape sequences, bidirectional overrides and zero-width characters. None of
/// them may reach a terminal: it would obey the first, and the others hide what the text says.
pub fn printable(text: &str) -> String {
    printable_characters(text)
        .map(|(_, c)| if c == '\t' { ' ' } else { c })
        .collect()
}

/// Goes through the characters of a text, with a visible one in the place of each that hides: one
/// for one, so that columns hold; each with the byte at which it stands in the text.
///
/// Tabs pass: the renderer sets them as spaces.
pub(super) fn printable_characters(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut hiding = hiding(text).into_iter().map(|(at, _)| at).peekable();
    text.char_indices().map(move |(at, c)| {
        let hides = hiding.next_if_eq(&at).is_some();
        let shown = match c {
            '\t' => c,
            // Unicode has a picture of every control character, in the same order.
            '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(c),
            '\u{7F}' => '\u{2421}',
            _ if hides => char::REPLACEMENT_CHARACTER,
            _ => c,
        };
        (at, shown)
    })
}

#[cfg(test)]
mod tests {
    use super::{nearest, printable, shortened};

    #[test]
    fn near_names_are_suggested_and_far_ones_are_not() {
        let names = ["us-troops", "nato-membership", "sanctions"];
        assert_eq!(nearest("us-trops", names), Some("us-troops"));
        assert_eq!(nearest("nato-membreship", names), Some("nato-membership"));
        assert_eq!(nearest("budget", names), None);
    }

    #[test]
    fn long_messages_lose_their_middle() {
        let message = |value: &str| format!("`{value}` is no date");
        for short in ["", "é", &"é".repeat(1_980)] {
            assert_eq!(shortened(message(short)), message(short));
        }
        let long = shortened(message(&"é".repeat(1_000_000)));
        assert_eq!(long.chars().count(), 2_003);
        assert!(long.starts_with("`éé") && long.ends_with("éé` is no date"));
    }

    #[test]
    fn escape_sequences_become_pictures() {
        assert_eq!(printable("a\u{1b}[31mb\nc\td\u{7f}"), "a␛[31mb␊c d␡");
    }

    #[test]
    fn hidden_characters_become_visible() {
        let hidden = "a\u{202e}b\u{200b}c\u{9b}d\u{3164}e\u{115f}f\u{ffa0}g\u{34f}h\u{fe0f}";
        assert_eq!(printable(hidden), "a�b�c�d�e�f�g�h�");
    }

    #[test]
    fn letters_of_all_scripts_pass_and_what_is_spelling() {
        for text in [
            "Зеленський – “ça” 首脳 🙂",
            "می\u{200C}کنیم",
            "👩\u{200D}💻 ❤\u{FE0F}",
        ] {
            assert_eq!(printable(text), text);
        }
    }
}
