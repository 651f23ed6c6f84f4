//! Reads the texts of CSL-JSON, which have markup, and writes them as YAML.

use std::fmt::Write as _;

use crate::model::{CSL_TAGS, hiding};

const ENTITIES: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{A0}"),
];
/// The longest entity that is looked for.
const LONGEST: usize = 10;

/// Returns a text without its markup.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let read = if from.starts_with('<') {
            tag(from).map(|after| (String::new(), after))
        } else {
            entity(from)
        };
        if let Some((stands_for, after)) = read {
            out.push_str(&stands_for);
            rest = after;
        } else {
            let (mark, after) = from.split_at(1);
            out.push_str(mark);
            rest = after;
        }
    }
    out + rest
}

/// Returns what follows a tag, if a text begins with one of those that titles have.
fn tag(text: &str) -> Option<&str> {
    let text = text.strip_prefix('<')?;
    // What has another mark before its end is no tag, and is not looked through twice.
    let (inner, after) = text.split_at(text.find(['<', '>'])?);
    let after = after.strip_prefix('>')?;
    let name = inner.strip_prefix('/').unwrap_or(inner);
    let name = name.split(char::is_whitespace).next().unwrap_or_default();
    let name = name.strip_suffix('/').unwrap_or(name);
    let is_known = CSL_TAGS.iter().any(|tag| name.eq_ignore_ascii_case(tag));
    is_known.then_some(after)
}

/// Returns what an entity stands for, and what follows it, if a text begins with one.
fn entity(text: &str) -> Option<(String, &str)> {
    let text = text.strip_prefix('&')?;
    let end = text.bytes().take(LONGEST + 1).position(|b| b == b';')?;
    let (name, after) = text.split_at(end);
    let after = after.strip_prefix(';')?;
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let (digits, radix) = hex.map_or((number, 10), |hex| (hex, 16));
        if !digits.chars().all(|digit| digit.is_digit(radix)) {
            return None;
        }
        let code = u32::from_str_radix(digits, radix).ok()?;
        return Some((char::from_u32(code)?.to_string(), after));
    }
    let known = ENTITIES.iter().find(|(known, _)| *known == name)?;
    Some((known.1.to_owned(), after))
}

/// Returns a text without the characters that a brief may not hold, and whether it had any besides
/// hyphens that show only where a line breaks.
pub(super) fn without_unsafe(text: &str) -> (String, bool) {
    const SOFT_HYPHEN: char = '\u{AD}';
    let mut text = text.to_owned();
    let mut had_any = false;
    // What was taken out may have stood between two that hide beside each other.
    loop {
        let hiding = hiding(&text);
        if hiding.is_empty() {
            return (text, had_any);
        }
        had_any |= hiding.iter().any(|(_, c)| *c != SOFT_HYPHEN);
        let mut hiding = hiding.into_iter().map(|(at, _)| at).peekable();
        let seen = text.char_indices();
        let seen = seen.filter(|(at, _)| hiding.next_if_eq(at).is_none());
        text = seen.map(|(_, c)| c).collect();
    }
}

/// Returns a text as a YAML scalar in double quotes, all that hides written as escapes.
pub(super) fn quoted(text: &str) -> String {
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
    use super::{plain, quoted, without_unsafe};

    #[test]
    fn markup_is_taken_out_and_nothing_else() {
        for (given, expected) in [
            (
                "The <i>Mary Rose</i> &amp; H<sub>2</sub>O",
                "The Mary Rose & H2O",
            ),
            (
                "10<sup>th</sup> <span class=\"nocase\">USA</span>",
                "10th USA",
            ),
            ("<span style='font-variant:small-caps;'>Nato</span>", "Nato"),
            ("a < b, c > d & e", "a < b, c > d & e"),
            ("Plan, <draft>", "Plan, <draft>"),
            ("R&D; <b", "R&D; <b"),
            (
                "it&#39;s &#x2014; &quot;it&quot;&#xFFFFFFFF;",
                "it's — \"it\"&#xFFFFFFFF;",
            ),
            ("&amp;lt;", "&lt;"),
            ("é<i>è</i>&", "éè&"),
        ] {
            assert_eq!(plain(given), expected);
        }
    }

    #[test]
    fn one_character_does_not_cost_a_text() {
        assert_eq!(without_unsafe("Hy\u{AD}phen"), ("Hyphen".to_owned(), false));
        assert_eq!(without_unsafe("Dam\u{202E}"), ("Dam".to_owned(), true));
        assert_eq!(without_unsafe("Dam"), ("Dam".to_owned(), false));
        let marks = "\u{5D0}\u{200F}\u{FEFF}\u{200F}!";
        assert_eq!(without_unsafe(marks), ("\u{5D0}!".to_owned(), true));
        for spelled in ["کتاب\u{200C}های فارسی", "Thanks ❤\u{FE0F}"] {
            assert_eq!(without_unsafe(spelled), (spelled.to_owned(), false));
            assert_eq!(quoted(spelled), format!("\"{spelled}\""));
        }
        assert_eq!(quoted("a\u{200C}\"b"), "\"a\\U0000200C\\\"b\"");
    }
}
