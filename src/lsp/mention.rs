//! Defines ids, and the places where they stand.

use crate::diagnostics::Span;

/// Of what an id is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IdKind {
    /// Who speaks.
    Voice,
    /// A work.
    Source,
    /// What is being decided.
    Issue,
    /// What is reported or judged.
    Claim,
}

/// An id where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Of what it is.
    pub kind: IdKind,
    /// The id.
    pub id: String,
    /// Its bytes in the whole text, without quote marks.
    pub span: Span,
    /// Whether what it is of is defined here.
    pub defines: bool,
    /// Whether it is written as it reads, so that another can be written in its place.
    pub is_plain: bool,
}
