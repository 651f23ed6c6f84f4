//! Reads the escapes that programs write for characters, in whatever text: `\"`, `\n`, `\u2019`.

use std::str::Chars;

/// Returns a text without the backslashes of escapes; nothing, if it has none.
pub(super) fn without_escapes(text: &str) -> Option<String> {
    if !text.contains('\\') {
        return None;
    }
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            plain.push(c);
            continue;
        }
        match chars.next() {
            Some('n' | 'N' | 'r' | 't' | 'h') => plain.push('\n'),
            Some('u') => match coded(&mut chars) {
                Some(c) => plain.push(c),
                None => plain.push_str("\\u"),
            },
            Some(c) if c.is_ascii_punctuation() => plain.push(c),
            Some(c) => plain.extend(['\\', c]),
            None => plain.push('\\'),
        }
    }
    (plain != text).then_some(plain)
}

/// Reads the number of a character, or those of both halves of a pair; nothing is read, if there is none.
fn coded(chars: &mut Chars<'_>) -> Option<char> {
    let unit = |text: &str| u16::from_str_radix(text.get(..4)?, 16).ok();
    let text = chars.as_str();
    let first = unit(text)?;
    let second = text.get(4..).and_then(|rest| rest.strip_prefix("\\u"));
    let units = [first, second.and_then(unit).unwrap_or_default()];
    let c = char::decode_utf16(units).next()?.ok()?;
    let length = if c.len_utf16() == 2 { 10 } else { 4 };
    *chars = text.get(length..)?.chars();
    Some(c)
}

#[cfg(test)]
mod tests {
    use super::without_escapes;
    use crate::evidence::{Media, Snapshot, SoughtQuote, find};
    use crate::model::{Check, Obstacle};

    #[test]
    fn escapes_make_nothing_absent() {
        let script = r#"var a = "The council \"will\" not begin\nthe works";"#;
        let look = |quote| {
            let snapshot = Snapshot::read(script.as_bytes(), Media::Text);
            let found = find(&snapshot, &[SoughtQuote::of(quote)]).remove(0);
            (found.check, found.reason)
        };
        assert_eq!(
            look("The council \"will\" not begin the works"),
            (Check::CannotCheck, Some(Obstacle::MarkedUp))
        );
        assert_eq!(
            look("The council \"will\" begin the works").0,
            Check::Absent
        );
    }

    /// As archives of posts are JSON within a script.
    #[test]
    fn characters_that_are_written_as_numbers_are_read() {
        let text = r#"x = ["won\u2019t \ud835\udc00 \u12 \ud835 \u00e9"]"#;
        let plain = "x = [\"won’t 𝐀 \\u12 \\ud835 é\"]";
        assert_eq!(without_escapes(text), Some(plain.to_owned()));
    }

    #[test]
    fn what_is_no_escape_stays() {
        assert_eq!(without_escapes("none of it"), None);
        assert_eq!(
            without_escapes(r"so\, and \'so\'\"),
            Some(r"so, and 'so'\".to_owned())
        );
    }
}
