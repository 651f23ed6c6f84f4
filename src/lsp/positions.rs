//! Counts positions as editors do: lines from 0, and columns in units of an encoding.

use std::cell::Cell;

use crate::characters::line_starts;

/// In what the columns of a client are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// Units of 16 bits, as the protocol has them unless another is agreed on.
    #[default]
    Utf16,
    /// Code points.
    Utf32,
}

impl Encoding {
    const ALL: [Self; 3] = [Self::Utf8, Self::Utf16, Self::Utf32];

    /// Returns the encoding that the protocol calls so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|encoding| encoding.name() == name)
    }

    /// Returns what the protocol calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16 => "utf-16",
            Self::Utf32 => "utf-32",
        }
    }

    fn units(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

/// A line and a column, both from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// How many units of the encoding stand before it in its line.
    pub column: usize,
}

/// Where the lines of a text begin.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<usize>,
    length: usize,
}

impl Lines {
    /// Reads a text once.
    pub fn of(text: &str) -> Self {
        let starts = [0].into_iter().chain(line_starts(text.as_bytes()));
        let starts = starts.collect();
        let length = text.len();
        Self { starts, length }
    }

    /// Returns how many lines there are.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// Returns the line of a byte.
    pub fn line(&self, byte: usize) -> usize {
        let after = self.starts.partition_point(|start| *start <= byte);
        after.saturating_sub(1)
    }

    /// Returns the byte at which a line begins; after the last one, the end.
    pub fn start(&self, line: usize) -> usize {
        self.starts.get(line).copied().unwrap_or(self.length)
    }

    /// Returns a line without its break.
    pub fn text<'t>(&self, text: &'t str, line: usize) -> &'t str {
        let whole = text.get(self.start(line)..self.start(line + 1));
        whole.unwrap_or("").trim_end_matches(['\n', '\r'])
    }

    /// Returns the byte of a position. One past the end of its line is the end of the line, one inside
    /// of a character its beginning.
    pub fn byte(&self, text: &str, position: Position, encoding: Encoding) -> usize {
        let start = self.start(position.line);
        let mut left = position.column;
        for (at, c) in self.text(text, position.line).char_indices() {
            let units = encoding.units(c);
            if units > left {
                return start + at;
            }
            left -= units;
        }
        start + self.text(text, position.line).len()
    }
}

/// The positions of a text's bytes.
pub struct Positions<'t> {
    /// The text.
    pub text: &'t str,
    /// Its lines.
    pub lines: Lines,
    /// In what columns are counted.
    pub encoding: Encoding,
    /// The byte that was asked for last, and its position: in a long line, the next is counted from there.
    last: Cell<(usize, Position)>,
    #[cfg(test)]
    read: Cell<usize>,
}

impl<'t> Positions<'t> {
    /// Knows the lines of a text.
    pub fn new(text: &'t str, lines: Lines, encoding: Encoding) -> Self {
        Self {
            text,
            lines,
            encoding,
            last: Cell::default(),
            #[cfg(test)]
            read: Cell::default(),
        }
    }

    /// Returns the position of a byte.
    pub fn position(&self, byte: usize) -> Position {
        let byte = self.text.floor_char_boundary(byte);
        let line = self.lines.line(byte);
        let (mut from, mut position) = self.last.get();
        if position.line != line || from > byte {
            from = self.lines.start(line);
            position = Position { line, column: 0 };
        }
        let before = self.text.get(from..byte).unwrap_or("");
        #[cfg(test)]
        self.read.set(self.read.get() + before.len());
        let units = before.chars().map(|c| self.encoding.units(c));
        position.column += units.sum::<usize>();
        self.last.set((byte, position));
        position
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Encoding, Lines, Position, Positions};

    fn positions(text: &str, encoding: Encoding) -> Positions<'_> {
        Positions::new(text, Lines::of(text), encoding)
    }

    fn at(line: usize, column: usize) -> Position {
        Position { line, column }
    }

    #[test]
    fn columns_are_counted_as_agreed() {
        let text = "a: Київ 🙂!\r\nb\rc\n";
        let lines = Lines::of(text);
        let end = text.find('!').unwrap();
        for (encoding, column) in [
            (Encoding::Utf8, 16),
            (Encoding::Utf16, 10),
            (Encoding::Utf32, 9),
        ] {
            assert_eq!(positions(text, encoding).position(end), at(0, column));
            assert_eq!(lines.byte(text, at(0, column), encoding), end);
        }
        assert_eq!(lines.count(), 4);
        assert_eq!(lines.byte(text, at(2, 0), Encoding::Utf16), text.len() - 2);
    }

    #[test]
    fn what_no_line_has_is_its_end() {
        let text = "a🙂\r\nb";
        let lines = Lines::of(text);
        assert_eq!(lines.byte(text, at(0, 99), Encoding::Utf16), 5);
        assert_eq!(lines.byte(text, at(0, 2), Encoding::Utf16), 1);
        assert_eq!(lines.byte(text, at(9, 9), Encoding::Utf8), text.len());
        assert_eq!(positions(text, Encoding::Utf8).position(99), at(1, 1));
    }

    #[test]
    fn places_on_one_line_are_counted_once() {
        let text = format!("a\n{}", "Ж [@u] ".repeat(1_000));
        let positions = positions(&text, Encoding::Utf16);
        for (at, _) in text.match_indices('u') {
            let position = positions.position(at + 1);
            assert_eq!(position.line, 1);
        }
        assert_eq!(positions.position(2), at(1, 0));
        assert!(positions.read.get() <= text.len());
    }

    proptest! {
        #[test]
        fn every_character_has_its_position(text in "[aж🙂\\r\\n]{0,20}") {
            let lines = Lines::of(&text);
            for encoding in Encoding::ALL {
                let positions = positions(&text, encoding);
                for (byte, c) in text.char_indices().filter(|(_, c)| !matches!(c, '\r' | '\n')) {
                    let position = positions.position(byte);
                    prop_assert_eq!(position, self::positions(&text, encoding).position(byte));
                    prop_assert_eq!(lines.byte(&text, position, encoding), byte, "{:?}", c);
                }
            }
        }

        #[test]
        fn no_position_is_refused(text in "[aж🙂\\r\\n]{0,9}", line in 0..9_usize, column in 0..9_usize) {
            for encoding in Encoding::ALL {
                let byte = Lines::of(&text).byte(&text, at(line, column), encoding);
                prop_assert!(text.is_char_boundary(byte));
            }
        }
    }
}
