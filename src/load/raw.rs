//! Where values begin and end as they are written.
//!
//! The parser's marks are near, not exact: a quoted text's end includes the comment after it, a
//! block's the empty lines.

use std::ops::Range;

use saphyr_parser::ScalarStyle;

/// The `&anchor` and `!tag` before a value.
pub(super) struct Properties {
    /// The tag, if there is one.
    pub(super) tag: Option<Range<usize>>,
    /// Where the value begins.
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
            found.tag = Some(found.end..found.end + length);
        }
        let after = rest.get(length..).unwrap_or_default();
        found.end += length + (after.len() - after.trim_ascii_start().len());
    }
    found
}

/// Returns the bytes of a scalar, quote marks included.
pub(super) fn scalar(text: &str, start: usize, end: usize, style: ScalarStyle) -> Range<usize> {
    let raw = text.get(start..end).unwrap_or_default();
    let length = match style {
        ScalarStyle::DoubleQuoted => double_quoted(raw),
        ScalarStyle::SingleQuoted => single_quoted(raw),
        ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => None,
    };
    start..start + length.unwrap_or(raw.trim_end().len())
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
pub(super) fn collection(text: &str, start: usize, end: usize) -> Range<usize> {
    let closes = text
        .get(end..)
        .is_some_and(|rest| rest.starts_with([']', '}']));
    let end = if closes { end + 1 } else { end };
    let raw = text.get(start..end).unwrap_or_default();
    let line = raw.lines().next().unwrap_or_default();
    start..start + line.trim_end().len()
}

/// Returns the bytes of the character at a byte; at the end there are none.
pub(super) fn character(text: &str, start: usize) -> Range<usize> {
    let found = text.get(start..).and_then(|rest| rest.chars().next());
    start..start + found.map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::{ScalarStyle, collection, properties, scalar};

    #[test]
    fn quoted_texts_end_at_their_closing_mark() {
        let double = r#""a \" b"  # c"#;
        assert_eq!(
            scalar(double, 0, double.len(), ScalarStyle::DoubleQuoted),
            0..8
        );
        let single = "'a''b' ";
        assert_eq!(
            scalar(single, 0, single.len(), ScalarStyle::SingleQuoted),
            0..6
        );
        let block = "a\n  b\n\n";
        assert_eq!(scalar(block, 0, block.len(), ScalarStyle::Literal), 0..5);
    }

    #[test]
    fn collections_are_shown_by_their_first_line() {
        assert_eq!(collection("[a, b] # c", 0, 5), 0..6);
        assert_eq!(collection("a: b \nc: d\n", 0, 11), 0..4);
    }

    #[test]
    fn properties_are_no_part_of_the_value() {
        let found = properties("&a !t  x", 0);
        assert_eq!((found.tag, found.end), (Some(3..5), 7));
    }
}
