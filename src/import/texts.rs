//! Takes out of texts what a brief may not hold, and writes them as YAML.

use std::fmt::Write as _;

use crate::model::hiding;

/// Returns a text without the characters that a brief may not hold, and whether it had any besides
/// hyphens that show only where a line breaks, and spaces of other kinds, for which a space is set.
pub(crate) fn without_unsafe(text: &str) -> (String, bool) {
    const SOFT_HYPHEN: char = '\u{AD}';
    let mut text = text.to_owned();
    let mut had_any = false;
    // What was taken out may have stood between two that hide beside each other.
    loop {
        let hiding = hiding(&text);
        if hiding.is_empty() {
            return (text, had_any);
        }
        let is_harmless = |c: char| c == SOFT_HYPHEN || c.is_whitespace();
        had_any |= hiding.iter().any(|(_, c)| !is_harmless(*c));
        let mut hiding = hiding.into_iter().map(|(at, _)| at).peekable();
        let seen = text.char_indices();
        let seen = seen.filter_map(|(at, c)| match hiding.next_if_eq(&at) {
            Some(_) if c.is_whitespace() => Some(' '),
            Some(_) => None,
            None => Some(c),
        });
        text = seen.collect();
    }
}

/// Returns a text as a YAML scalar in double quotes, all that hides written as escapes.
pub(crate) fn quoted(text: &str) -> String {
    let mut hiding = hiding(text).into_iter().map(|(at, _)| at).peekable();
    let mut out = String::from("\"");
    for (at, letter) in text.char_indices() {
        let hides = hiding.next_if_eq(&at).is_some();
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            plain if !hides && !matches!(plain, '\n' | '\t' | '\u{85}') => out.push(plain),
            other => _ = write!(out, "\\U{:08X}", u32::from(other)),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::{quoted, without_unsafe};

    #[test]
    fn one_character_does_not_cost_a_text() {
        assert_eq!(without_unsafe("Hy\u{AD}phen"), ("Hyphen".to_owned(), false));
        assert_eq!(without_unsafe("Dam\u{202E}"), ("Dam".to_owned(), true));
        assert_eq!(without_unsafe("Dam"), ("Dam".to_owned(), false));
        for space in ['\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}'] {
            let lines = format!("Dam{space}Lake");
            assert_eq!(without_unsafe(&lines), ("Dam Lake".to_owned(), false));
        }
        let marks = "\u{5D0}\u{200F}\u{FEFF}\u{200F}!";
        assert_eq!(without_unsafe(marks), ("\u{5D0}!".to_owned(), true));
        for spelled in ["کتاب\u{200C}های فارسی", "Thanks ❤\u{FE0F}"] {
            assert_eq!(without_unsafe(spelled), (spelled.to_owned(), false));
            assert_eq!(quoted(spelled), format!("\"{spelled}\""));
        }
        assert_eq!(quoted("a\u{200C}\"b"), "\"a\\U0000200C\\\"b\"");
    }
}
