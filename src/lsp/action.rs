//! Defines edits that may do away with a fault.

use std::ops::Range;

/// Stands for what only the writer can say; `check` asks for it until it is said.
pub(super) const UNWRITTEN: &str = "TODO";

/// An edit that may do away with a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What it does.
    pub title: String,
    /// Bytes of the text itself, and what is written in their place.
    pub edits: Vec<(Range<usize>, String)>,
    /// Whether it is most likely what is wanted.
    pub is_preferred: bool,
}

impl Action {
    pub(super) fn new(
        title: impl Into<String>,
        range: Range<usize>,
        text: impl Into<String>,
    ) -> Self {
        Self {
            title: title.into(),
            edits: vec![(range, text.into())],
            is_preferred: false,
        }
    }
}
