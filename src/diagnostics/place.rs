//! Places values in the input: bytes, and the lines and columns of bytes.

use std::ops::Range;

use crate::characters::line_starts;

/// A range of bytes in the input: start included, end excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// Makes a span; an end before the start is moved up to it.
    pub fn new(start: usize, end: usize) -> Self {
        Self {
            start,
            end: end.max(start),
        }
    }

    /// Returns the span as a range, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// What is known of a value's place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Place {
    /// The input as a whole.
    #[default]
    Whole,
    /// A value that was not in the input and is put in for one already reported as faulty.
    /// Nothing more is reported about it.
    Placeholder,
    /// These bytes of the input.
    At(Span),
}

impl Place {
    /// Returns the bytes, where they are known.
    pub fn span(self) -> Option<Span> {
        match self {
            Self::At(span) => Some(span),
            Self::Whole | Self::Placeholder => None,
        }
    }
}

/// A line and a column, both from 1; the column counts Unicode code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in code points.
    pub column: usize,
}

/// Where a line begins.
#[derive(Clone, Copy, Debug)]
struct LineStart {
    byte: usize,
    code_point: usize,
}

/// Where each line of a text begins.
#[derive(Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<LineStart>,
}

#[expect(
    clippy::string_slice,
    reason = "lines begin and end between characters"
)]
impl<'a> LineIndex<'a> {
    /// Reads the text once.
    pub fn new(text: &'a str) -> Self {
        let mut code_point = 0;
        let mut starts = vec![LineStart {
            byte: 0,
            code_point,
        }];
        let mut before = 0;
        for byte in line_starts(text.as_bytes()) {
            code_point += text[before..byte].chars().count();
            starts.push(LineStart { byte, code_point });
            before = byte;
        }
        Self { text, starts }
    }

    /// Returns the line and column of a byte; bytes past the end count as the end.
    pub fn line_column(&self, byte: usize) -> LineColumn {
        let (index, start) = self.line_start_before(byte);
        LineColumn {
            line: index + 1,
            column: self.code_points_between(start.byte, byte) + 1,
        }
    }

    /// Returns how many code points stand before a byte.
    pub fn code_points(&self, byte: usize) -> usize {
        let (_, start) = self.line_start_before(byte);
        start.code_point + self.code_points_between(start.byte, byte)
    }

    /// Returns the bytes of a line, counted from 1, without its line break.
    ///
    /// A line that the text does not have is empty and stands at the end.
    pub fn line_span(&self, line: usize) -> Span {
        let end_of_text = self.text.len();
        let start_of = |index: usize| self.starts.get(index).map(|start| start.byte);
        let start = start_of(line.saturating_sub(1)).unwrap_or(end_of_text);
        let end = start_of(line).unwrap_or(end_of_text);
        let content = &self.text[start..end];
        let content = content.strip_suffix('\n').unwrap_or(content);
        let content = content.strip_suffix('\r').unwrap_or(content);
        Span::new(start, start + content.len())
    }

    /// Returns the text that is indexed.
    pub fn text(&self) -> &'a str {
        self.text
    }

    fn line_start_before(&self, byte: usize) -> (usize, LineStart) {
        let after = self.starts.partition_point(|start| start.byte <= byte);
        let index = after.saturating_sub(1);
        let start = self.starts.get(index).copied().unwrap_or(LineStart {
            byte: 0,
            code_point: 0,
        });
        (index, start)
    }

    fn code_points_between(&self, start: usize, byte: usize) -> usize {
        let byte = self.text.floor_char_boundary(byte);
        self.text[start..byte].chars().count()
    }
}

#[cfg(test)]
mod tests {
    use super::{LineColumn, LineIndex, Span};

    #[test]
    fn columns_count_code_points_from_one() {
        let index = LineIndex::new("a\nЗе b\n");
        assert_eq!(index.line_column(0), LineColumn { line: 1, column: 1 });
        assert_eq!(index.line_column(6), LineColumn { line: 2, column: 3 });
        assert_eq!(index.line_column(99), LineColumn { line: 3, column: 1 });
        assert_eq!(index.code_points(6), 4);
        assert_eq!(index.code_points(99), 7);
    }

    #[test]
    fn a_byte_inside_a_code_point_counts_as_its_start() {
        let index = LineIndex::new("Зе");
        assert_eq!(index.line_column(1), LineColumn { line: 1, column: 1 });
        assert_eq!(index.code_points(3), 1);
    }

    #[test]
    fn lines_end_by_any_of_the_three_line_ends() {
        let index = LineIndex::new("é\rb\r\nc\nd");
        let lines = [0, 2, 3, 4, 6, 8].map(|byte| index.line_column(byte).line);
        assert_eq!(lines, [1, 1, 2, 2, 3, 4]);
        assert_eq!(index.code_points(8), 7);
        assert_eq!(index.line_span(1), Span::new(0, 2));
        assert_eq!(index.line_span(2), Span::new(3, 4));
    }

    #[test]
    fn lines_leave_out_their_breaks() {
        let index = LineIndex::new("ab\r\nc\n");
        assert_eq!(index.line_span(1), Span::new(0, 2));
        assert_eq!(index.line_span(2), Span::new(4, 5));
        assert_eq!(index.line_span(3), Span::new(6, 6));
        assert_eq!(index.line_span(9), Span::new(6, 6));
    }
}
