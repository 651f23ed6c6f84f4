//! Diagnostics as data: what is wrong, where, and what to do about it.
//!
//! This room knows nothing of YAML, claims or pages. A [`Diagnostic`] carries a stable [`Code`],
//! a message, one primary and any number of secondary [`Place`]s, and help; [`terminal`] and
//! [`json`] set it for people and for machines.

mod code;
mod diagnostic;
mod excerpt;
pub mod explain;
mod harmless;
mod input;
pub mod json;
mod line_index;
mod place;
mod suggest;
pub mod terminal;

pub use code::{Code, Severity};
pub use diagnostic::{Diagnostic, Diagnostics, Label};
pub use harmless::harmless;
pub use input::Input;
pub use line_index::{LineColumn, LineIndex};
pub use place::{Place, Span};
pub use suggest::nearest;
