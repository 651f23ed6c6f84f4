//! Diagnostics as data: what is wrong, where, and what to do about it.
//!
//! This room knows nothing of YAML, claims or pages. A [`Diagnostic`] names the [`Rule`] that the
//! input breaks, and carries a message, one primary and any number of secondary [`Place`]s, and help; [`terminal`] sets it
//! for people, [`shown`] for pages, [`json`], [`sarif`] and [`github`] for machines.

mod diagnostic;
mod excerpt;
pub mod github;
pub mod json;
mod place;
mod report;
mod rule;
pub mod sarif;
pub mod shown;
pub mod terminal;
mod wording;

pub use diagnostic::{Diagnostic, Diagnostics, Label};
pub use place::{LineColumn, LineIndex, Place, Span};
pub use report::{Failure, FileReport, Input, MachineFormat};
pub use rule::{Rule, Rules, Severity};
pub use wording::{nearest, plural, printable};
