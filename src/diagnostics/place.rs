//! Where a value stands in the input.

use std::ops::Range;

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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// The input as a whole, or a value that was read without places.
    #[default]
    Whole,
    /// A value that was not in the input and stands in for one already reported as faulty.
    /// Nothing more is reported about it.
    StandIn,
    /// These bytes of the input.
    At(Span),
}

impl Place {
    /// Returns the bytes, where they are known.
    pub fn span(self) -> Option<Span> {
        match self {
            Self::At(span) => Some(span),
            Self::Whole | Self::StandIn => None,
        }
    }
}
