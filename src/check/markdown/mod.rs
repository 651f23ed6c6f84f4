//! A line of Markdown to running text: emphasis, strong emphasis, code, links and citations.
//!
//! Everything else that Markdown can do is a fault: it would not fit in a line, or not on paper.

mod citation;
mod reader;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::model::{ClaimId, Inline};

pub(super) use reader::{parse, runs};

/// Finds the claim of an id.
pub(super) type Claims<'c> = dyn Fn(&str) -> Option<ClaimId> + 'c;

/// What Markdown can hold that a text of a brief cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Nothing to read: no word stands in it.
    Empty,
    /// HTML.
    RawHtml,
    /// A character that a text may not hold, written as an entity.
    UnsafeCharacter(char),
    /// A link to something else than a web or mail address.
    UnsafeLink,
    /// A part of Markdown that has no place here, by name.
    Unsupported(&'static str),
    /// A citation that is not a list of `@id`.
    BadCitation,
    /// A citation of a claim that does not exist.
    UnknownClaim,
}

/// Faults and where they stand in the text.
pub(super) type Faults = Vec<(Range<usize>, Fault)>;

/// A parsed text.
#[derive(Debug, Default)]
pub(super) struct Marked {
    /// Its parts.
    pub(super) parts: Vec<Inline>,
    /// Where its words and citations stood.
    pub(super) leaves: Vec<Leaf>,
}

/// Where a piece of text, of code or a citation stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Leaf {
    /// Its bytes in the parsed text, where a citation counts as [`CITATION`].
    pub(super) flat: Range<usize>,
    /// Its bytes in the Markdown.
    pub(super) range: Range<usize>,
}

/// What stands for a citation in a flat text. It is not a character that a text may hold.
pub(super) const CITATION: char = '\u{FFFC}';
