//! Says what Markdown can hold that a text of a brief cannot.

use std::ops::Range;

use crate::model::ClaimId;

/// Finds a claim by its id.
pub(in crate::check) type Claims<'c> = dyn Fn(&str) -> Option<ClaimId> + 'c;

/// What Markdown can hold that a text of a brief cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Fault {
    /// Nothing to read: no word stands in it.
    Empty,
    RawHtml,
    /// A character that a text may not hold, written as an entity.
    UnsafeCharacter(char),
    UnsafeLink,
    /// A part of Markdown that has no place here, by name.
    Unsupported(&'static str),
    /// A table that cannot be set: why.
    Table(&'static str),
    BadCitation,
    UnknownClaim,
}

pub(in crate::check) type Faults = Vec<(Range<usize>, Fault)>;
