//! Says what may be done about a fault, for programs that can do it; help says it to people.

use super::Span;

/// What may do away with a fault. Whether it does is for the program to try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Something else is written in the place at fault.
    Instead(String),
    /// An item is added to a list at the top of the input.
    Adding(&'static str, String),
    /// A part is taken out in which the place at fault is.
    TakingOut(Part),
    /// Bytes of the input are written otherwise.
    Edit {
        /// What that does.
        title: String,
        /// The bytes, and what is written in their place.
        edits: Vec<(Span, String)>,
    },
}

/// A part of an input that has a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The item of a list, or the field with its value.
    Value,
    /// The item of a list that has the value.
    Entry,
    /// The field of this name, with all of its value.
    Field(&'static str),
}

impl Remedy {
    /// Moves it to where its places stand in another text.
    pub(super) fn placed(&mut self, placed: impl Fn(Span) -> Span) {
        if let Self::Edit { edits, .. } = self {
            for (span, _) in edits {
                *span = placed(*span);
            }
        }
    }
}
