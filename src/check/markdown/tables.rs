//! Reads a table: a head, and rows of as many cells, none of them empty.

use std::ops::Range;

use pulldown_cmark::Alignment;

use crate::model::{Cell, Inline, Side, Table};

/// How many columns fit on a phone and beside another claim on paper.
const MOST_COLUMNS: usize = 6;

pub(super) const JOINED: &str = "the lines of this table are joined to one";
pub(super) const EMPTY: &str = "this cell is empty";
pub(super) const UNEVEN: &str = "this row has more or fewer cells than the head";

/// Collects the cells of a table.
#[derive(Default)]
pub(super) struct Reader {
    /// The text before the table, while the table is read.
    before: Vec<Inline>,
    sides: Vec<Side>,
    row: Vec<Cell>,
    rows: Vec<Vec<Cell>>,
    was_read: bool,
}

impl Reader {
    /// Begins a table; `before` is the text so far, which comes back where the table cannot be.
    pub(super) fn start(
        &mut self,
        sides: &[Alignment],
        introduced: bool,
        before: Vec<Inline>,
    ) -> Result<(), (Vec<Inline>, &'static str)> {
        let why = if self.was_read {
            "a second table"
        } else if !introduced {
            "a table without a sentence before it"
        } else if sides.len() > MOST_COLUMNS {
            "a table of more than six columns"
        } else {
            let sides = sides.iter().map(|side| match side {
                Alignment::None | Alignment::Left => Side::Start,
                Alignment::Center => Side::Middle,
                Alignment::Right => Side::End,
            });
            self.sides = sides.collect();
            self.before = before;
            self.was_read = true;
            return Ok(());
        };
        Err((before, why))
    }

    /// Says whether a row as written has a cell for each column: the parser fills up and cuts off.
    pub(super) fn is_whole(&self, row: &str) -> bool {
        let row = row.trim();
        let inner = row.strip_prefix('|').unwrap_or(row);
        let mut cells = 1;
        let mut letters = inner.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => _ = letters.next(),
                '|' if letters.peek().is_some() => cells += 1,
                _ => {}
            }
        }
        cells == self.sides.len()
    }

    /// Ends a cell; says whether it may be as it is: only the corner of the head may be empty.
    pub(super) fn end_cell(&mut self, parts: Vec<Inline>) -> bool {
        let is_corner = self.rows.is_empty() && self.row.is_empty();
        let may_be = is_corner || !parts.is_empty();
        self.row.push(parts);
        may_be
    }

    pub(super) fn end_row(&mut self) {
        self.rows.push(std::mem::take(&mut self.row));
    }

    /// Ends the table; returns the text before it, too.
    pub(super) fn end(&mut self) -> (Vec<Inline>, Option<Table>) {
        let mut rows = std::mem::take(&mut self.rows).into_iter();
        let head = rows.next().unwrap_or_default();
        let table = Table::new(std::mem::take(&mut self.sides), head, rows.collect());
        (std::mem::take(&mut self.before), table)
    }
}

/// Returns a cell with the bars around it, so that an empty one has a place.
pub(super) fn with_bars(text: &str, cell: Range<usize>) -> Range<usize> {
    let before = text.get(..cell.start).unwrap_or("");
    let after = text.get(cell.end..).unwrap_or("");
    let line = |rest: &str| rest.trim_end_matches(' ').ends_with('|');
    let start = if line(before) {
        before.trim_end_matches(' ').len() - 1
    } else {
        cell.start
    };
    let rest = after.trim_start_matches(' ');
    let end = if rest.starts_with('|') {
        cell.end + (after.len() - rest.len()) + 1
    } else {
        cell.end
    };
    start..end
}

/// Finds a table whose lines are joined to one, as `>` does.
pub(super) fn joined(text: &str) -> Option<Range<usize>> {
    if !text.contains('|') || !text.contains("---") {
        return None;
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if !is_delimiter(words) && holds_delimiter(words) {
            let at = start + (line.len() - line.trim_start().len());
            return Some(at..at + words.len());
        }
        start += line.len();
    }
    None
}

/// Says whether a text that cannot hold one seems to be a table.
pub(crate) fn is_table(text: &str) -> bool {
    // A line alone that would part a head from its rows parts nothing.
    let is_alone = text.trim().lines().count() == 1;
    text.contains('|')
        && text.lines().any(|line| {
            let line = line.trim();
            (!is_alone && is_delimiter(line) && line.contains('|')) || holds_delimiter(line)
        })
}

/// Says whether a line parts a head from its rows: `| --- | ---: |`.
fn is_delimiter(line: &str) -> bool {
    line.contains("---") && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// Says whether such a line stands among others in one: `| a | |---| | 1 |`.
fn holds_delimiter(line: &str) -> bool {
    let mut cells = line.split('|').skip(1);
    let is_rule = |cell: &str| {
        let cell = cell.trim();
        let dashes = cell.trim_matches(':');
        dashes.len() >= 3 && dashes.chars().all(|c| c == '-')
    };
    line.matches('|').count() > 3 && cells.any(is_rule)
}
