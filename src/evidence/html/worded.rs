//! Words of the file that stand in no text: in attributes and scripts.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::elements::is_block;

/// Attributes that have no words for readers.
const WORDLESS: &[&str] = &[
    "class",
    "d",
    "points",
    "sizes",
    "srcset",
    "style",
    "transform",
];

/// Returns the words that an attribute may have. In addresses they are written in another way.
pub(super) fn words_of<'v>(name: &str, value: &'v str) -> Option<Cow<'v, str>> {
    if WORDLESS.contains(&name) || name == "srcdoc" {
        return None;
    }
    if value.contains("%20") {
        return Some(percent_decode_str(value).decode_utf8_lossy());
    }
    let is_text = |c: char| c.is_whitespace() || !c.is_ascii();
    let may_be_words = value.contains(is_text) || !value.contains(['/', '=', ':']);
    may_be_words.then_some(Cow::Borrowed(value))
}

/// Fields that do not show what they hold.
pub(super) const UNSHOWN_FIELDS: &[&str] = &[
    "checkbox", "color", "file", "hidden", "image", "password", "radio", "range",
];

/// Fields that show what they hold as the reader's language has it.
pub(super) const DATES: &[&str] = &["date", "datetime-local", "month", "time", "week"];

/// Fields that show no words of their page while they hold none.
pub(super) const BUTTONS: &[&str] = &["button", "reset", "submit"];

/// Returns a text without the tags in it; those of blocks part words.
pub(super) fn untagged(code: &str) -> String {
    let mut parts = code.split('<');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let name = part.trim_start_matches('/');
        let end = name.find(|c: char| !c.is_ascii_alphanumeric());
        let name = name.get(..end.unwrap_or(name.len())).unwrap_or_default();
        if let Some((_, after)) = part.split_once('>').filter(|_| !name.is_empty()) {
            text.extend(is_block(&name.to_ascii_lowercase()).then_some(' '));
            text.push_str(after);
        } else {
            text.push('<');
            text.push_str(part);
        }
    }
    text
}

/// Returns a script with the characters that its texts stand for.
pub(super) fn unescaped(code: &str) -> Cow<'_, str> {
    if !code.contains('\\') {
        return Cow::Borrowed(code);
    }
    let mut text = String::with_capacity(code.len());
    let mut rest = code;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let mut letters = after.chars();
        let (letter, read) = match letters.next() {
            Some('u') => match after
                .get(1..5)
                .and_then(|hex| u32::from_str_radix(hex, 16).ok())
            {
                Some(code) => (char::from_u32(code).unwrap_or('\u{FFFD}'), 5),
                None => ('u', 1),
            },
            Some('n' | 'r' | 't') => (' ', 1),
            Some(other) => (other, other.len_utf8()),
            None => (' ', 0),
        };
        text.push(letter);
        rest = after.get(read..).unwrap_or_default();
    }
    text.push_str(rest);
    Cow::Owned(text)
}
