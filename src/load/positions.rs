//! Finds where values begin and end as they are written.
//!
//! The parser counts characters, not bytes, and its marks are near, not exact: a quoted text's end
//! includes the comment after it, a block's the empty lines. Marks that fit no text give an empty
//! range, so that no input can make reading panic.

use saphyr_parser::ScalarStyle;

use crate::diagnostics::Span;

/// Every how many characters the byte offset is noted.
const STEP: usize = 64;

/// Where characters begin.
#[derive(Debug)]
pub(super) struct Offsets<'a> {
    text: &'a str,
    /// The byte of every `STEP`th character; empty where each character is one byte.
    notes: Vec<usize>,
}

impl<'a> Offsets<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let notes = if text.is_ascii() {
            Vec::new()
        } else {
            text.char_indices()
                .step_by(STEP)
                .map(|(byte, _)| byte)
                .collect()
        };
        Self { text, notes }
    }

    /// Returns the byte at which a character begins; characters past the end count as the end.
    pub(super) fn byte(&self, character: usize) -> usize {
        if self.notes.is_empty() {
            return character.min(self.text.len());
        }
        let Some(near) = self.notes.get(character / STEP) else {
            return self.text.len();
        };
        let rest = self.text.get(*near..).unwrap_or("");
        rest.char_indices()
            .nth(character % STEP)
            .map_or(self.text.len(), |(byte, _)| near + byte)
    }
}

/// The `&anchor` and `!tag` before a value.
pub(super) struct Properties {
    pub(super) tag: Option<Span>,
    pub(super) end: usize,
}

/// Finds the properties that begin at a byte.
pub(super) fn properties(text: &str, start: usize) -> Properties {
    let mut found = Properties {
        tag: None,
        end: start,
    };
    while let Some(rest) = text.get(found.end..) {
        if !rest.starts_with(['&', '!']) {
            break;
        }
        let length = rest
            .find(|character: char| character.is_ascii_whitespace())
            .unwrap_or(rest.len());
        if rest.starts_with('!') {
            found.tag = Some(Span::new(found.end, found.end + length));
        }
        let after = rest.get(length..).unwrap_or("");
        found.end += length + (after.len() - after.trim_ascii_start().len());
    }
    found
}

/// Returns the bytes of a scalar, quote marks included.
pub(super) fn scalar(text: &str, start: usize, end: usize, style: ScalarStyle) -> Span {
    let raw = text.get(start..end).unwrap_or("");
    let length = match style {
        ScalarStyle::DoubleQuoted => double_quoted(raw),
        ScalarStyle::SingleQuoted => single_quoted(raw),
        ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => None,
    };
    Span::new(start, start + length.unwrap_or(raw.trim_end().len()))
}

fn double_quoted(raw: &str) -> Option<usize> {
    let mut bytes = raw.bytes().enumerate().skip(1);
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'"' => return Some(at + 1),
            b'\\' => {
                bytes.next();
            }
            _ => {}
        }
    }
    None
}

fn single_quoted(raw: &str) -> Option<usize> {
    let mut bytes = raw.bytes().enumerate().skip(1).peekable();
    while let Some((at, byte)) = bytes.next() {
        if byte == b'\'' && bytes.next_if(|(_, next)| *next == b'\'').is_none() {
            return Some(at + 1);
        }
    }
    None
}

/// Returns the bytes of a sequence or mapping that begins and ends at these marks, but no more
/// than its first line: a fault in a whole collection is best shown where it begins.
pub(super) fn collection(text: &str, start: usize, end: usize) -> Span {
    let closes = text
        .get(end..)
        .is_some_and(|rest| rest.starts_with([']', '}']));
    let end = if closes { end + 1 } else { end };
    let raw = text.get(start..end).unwrap_or("");
    let line = raw.lines().next().unwrap_or("");
    Span::new(start, start + line.trim_end().len())
}

/// Returns the bytes of the character at a byte; at the end there are none.
pub(super) fn character(text: &str, start: usize) -> Span {
    let found = text.get(start..).and_then(|rest| rest.chars().next());
    Span::new(start, start + found.map_or(0, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use super::{Offsets, ScalarStyle, Span, collection, properties, scalar};

    #[test]
    fn every_character_of_a_mixed_text_is_found() {
        let text = "aЗ…😀".repeat(50);
        let offsets = Offsets::new(&text);
        for (character, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.byte(character), byte);
        }
        assert_eq!(offsets.byte(200), text.len());
        assert_eq!(offsets.byte(9_999), text.len());
    }

    #[test]
    fn quoted_texts_end_at_their_closing_mark() {
        let double = r#""a \" b"  # c"#;
        assert_eq!(
            scalar(double, 0, double.len(), ScalarStyle::DoubleQuoted),
            Span::new(0, 8)
        );
        let single = "'a''b' ";
        assert_eq!(
            scalar(single, 0, single.len(), ScalarStyle::SingleQuoted),
            Span::new(0, 6)
        );
        let block = "a\n  b\n\n";
        assert_eq!(
            scalar(block, 0, block.len(), ScalarStyle::Literal),
            Span::new(0, 5)
        );
    }

    #[test]
    fn collections_are_shown_by_their_first_line() {
        assert_eq!(collection("[a, b] # c", 0, 5), Span::new(0, 6));
        assert_eq!(collection("a: b \nc: d\n", 0, 11), Span::new(0, 4));
    }

    #[test]
    fn properties_are_no_part_of_the_value() {
        let found = properties("&a !t  x", 0);
        assert_eq!((found.tag, found.end), (Some(Span::new(3, 5)), 7));
    }
}
