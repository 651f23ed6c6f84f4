//! Byte offsets to lines and columns, in one place.

/// A line and a column, both from 1; the column counts Unicode code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in code points.
    pub column: usize,
}

/// Where each line of a text begins.
#[derive(Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> LineIndex<'a> {
    /// Reads the text once.
    pub fn new(text: &'a str) -> Self {
        let starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Self { text, starts }
    }

    /// Returns the line and column of a byte; bytes past the end count as the end.
    pub fn line_column(&self, byte: usize) -> LineColumn {
        let byte = byte.min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let before = self.text.get(start..byte).unwrap_or_default();
        LineColumn {
            line,
            column: before.chars().count() + 1,
        }
    }

    /// Returns how many code points stand before a byte.
    pub fn code_points(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        self.text.get(..byte).unwrap_or_default().chars().count()
    }
}

#[cfg(test)]
mod tests {
    use super::{LineColumn, LineIndex};

    #[test]
    fn columns_count_code_points_from_one() {
        let index = LineIndex::new("a\nЗе b\n");
        assert_eq!(index.line_column(0), LineColumn { line: 1, column: 1 });
        assert_eq!(index.line_column(6), LineColumn { line: 2, column: 3 });
        assert_eq!(index.line_column(99), LineColumn { line: 3, column: 1 });
        assert_eq!(index.code_points(6), 4);
    }
}
