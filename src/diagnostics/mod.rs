//! Diagnostics as data: what is wrong, where, and what to do about it.
//!
//! This room knows nothing of YAML, claims or pages. A [`Diagnostic`] carries a stable [`Code`],
//! a message, one primary and any number of secondary [`Place`]s, and help; [`terminal`] and
//! [`json`] set it for people and for machines.

mod code;
mod diagnostic;
// explain
// json
mod line_index;
mod place;
mod suggest;
// terminal

pub use code::{Code, Severity};
pub use diagnostic::{Diagnostic, Diagnostics, Label};
pub use line_index::{LineColumn, LineIndex};
pub use place::{Place, Span};
pub use suggest::nearest;
