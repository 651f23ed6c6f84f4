//! Holds running text: a line of Markdown, parsed once, and the table that it may introduce.

use std::cell::RefCell;

use super::{ClaimId, LinkUrl, OneOrMore};
use crate::characters::count_words;

/// A part of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Emphasis, `*…*`.
    Emphasis(Vec<Inline>),
    /// Strong emphasis, `**…**`.
    Strong(Vec<Inline>),
    /// Code, `` `…` ``.
    Code(String),
    /// A link, `[…](…)`.
    Link(LinkUrl, Vec<Inline>),
    /// A citation of claims, `[@a]` or `[@a; @b]`.
    Citation(OneOrMore<ClaimId>),
}

/// Running text with something to say, and the table that it introduces, if there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose {
    parts: OneOrMore<Inline>,
    table: Option<Table>,
}

impl Prose {
    /// Takes the parts of a text.
    pub fn new(parts: OneOrMore<Inline>) -> Self {
        Self { parts, table: None }
    }

    /// Adds a table, which the text introduces.
    #[must_use]
    pub fn with_table(self, table: Option<Table>) -> Self {
        Self { table, ..self }
    }

    /// Returns the parts in order.
    pub fn parts(&self) -> &[Inline] {
        &self.parts
    }

    /// Returns the table.
    pub fn table(&self) -> Option<&Table> {
        self.table.as_ref()
    }

    /// Goes through all parts, those of the table's cells too, with what stands between them in
    /// running text.
    fn each<'a>(
        &'a self,
        see: &mut impl FnMut(&'a Inline),
        between: &mut impl FnMut(&'static str),
    ) {
        each(self.parts(), see);
        let Some(table) = &self.table else { return };
        table.in_running_text(|piece| match piece {
            Piece::Between(text) => between(text),
            Piece::Cell(cell) => each(cell, see),
        });
    }

    /// Returns the claims that the text cites, in order, repeated ones included.
    pub fn cited(&self) -> Vec<ClaimId> {
        let mut cited = Vec::new();
        let mut see = |part: &Inline| {
            if let Inline::Citation(claims) = part {
                cited.extend_from_slice(claims);
            }
        };
        self.each(&mut see, &mut |_| ());
        cited
    }

    /// Returns the text alone, without marks and citations.
    pub fn plain(&self) -> String {
        self.plain_with(|_| String::new(), |_| String::new())
    }

    /// Returns the text without marks, each citation in other words, and other words before those of each link.
    pub(crate) fn plain_with(
        &self,
        cited: impl Fn(&[ClaimId]) -> String,
        linked: impl Fn(&LinkUrl) -> String,
    ) -> String {
        let text = RefCell::new(String::new());
        let mut see = |part: &Inline| match part {
            Inline::Text(words) | Inline::Code(words) => text.borrow_mut().push_str(words),
            Inline::Citation(claims) => text.borrow_mut().push_str(&cited(claims)),
            Inline::Link(to, _) => text.borrow_mut().push_str(&linked(to)),
            Inline::Emphasis(_) | Inline::Strong(_) => {}
        };
        self.each(&mut see, &mut |between| text.borrow_mut().push_str(between));
        text.into_inner()
    }

    /// Counts the words of the text, citations left out.
    pub fn words(&self) -> usize {
        count_words(&self.plain())
    }
}

fn each<'a>(parts: &'a [Inline], see: &mut impl FnMut(&'a Inline)) {
    for part in parts {
        see(part);
        if let Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link(_, inner) = part {
            each(inner, see);
        }
    }
}

/// What stands in a cell; nothing only in a head.
pub type Cell = Vec<Inline>;

/// On which side the cells of a column are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Where lines begin.
    Start,
    /// In the middle.
    Middle,
    /// Where lines end, as figures are.
    End,
}

/// A table. Each row has as many cells as there are columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    sides: Vec<Side>,
    head: Vec<Cell>,
    rows: Vec<Vec<Cell>>,
}

/// A piece of a table in running text.
#[derive(Clone, Copy, Debug)]
pub enum Piece<'a> {
    /// The cell of a head or a row.
    Cell(&'a Cell),
    /// What stands between cells.
    Between(&'static str),
}

impl Table {
    /// Makes a table, if it has rows, and each row a cell for each column.
    pub fn new(sides: Vec<Side>, head: Vec<Cell>, rows: Vec<Vec<Cell>>) -> Option<Self> {
        let columns = sides.len();
        let is_whole = |row: &Vec<Cell>| row.len() == columns;
        let is_sound =
            columns > 0 && is_whole(&head) && !rows.is_empty() && rows.iter().all(is_whole);
        is_sound.then_some(Self { sides, head, rows })
    }

    /// Returns the side of each column.
    pub fn sides(&self) -> &[Side] {
        &self.sides
    }

    /// Returns the head, a cell a column.
    pub fn head(&self) -> &[Cell] {
        &self.head
    }

    /// Returns the rows in order.
    pub fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }

    /// Goes through the table as running text has it: " Place: North, cases: 2; Place: South, …".
    pub fn in_running_text<'a>(&'a self, mut see: impl FnMut(Piece<'a>)) {
        for (index, row) in self.rows.iter().enumerate() {
            see(Piece::Between(if index == 0 { " " } else { "; " }));
            for (column, (head, cell)) in self.head.iter().zip(row).enumerate() {
                if column > 0 {
                    see(Piece::Between(", "));
                }
                if !head.is_empty() {
                    see(Piece::Cell(head));
                    see(Piece::Between(": "));
                }
                see(Piece::Cell(cell));
            }
        }
        see(Piece::Between("."));
    }
}

/// A sentence of the bottom line and the claims that it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sentence {
    /// The sentence, its citations included.
    pub text: Prose,
    /// The claims that it cites.
    pub cites: OneOrMore<ClaimId>,
}
