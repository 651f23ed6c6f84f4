//! Diagnostics as data: what is wrong, where, and what to do about it.
//!
//! This room knows nothing of YAML, claims or pages. A [`Diagnostic`] names the [`Rule`] that the
//! input breaks, and carries a message, one primary and any number of secondary [`Place`]s, and help; [`terminal`] sets it
//! for people, [`shown`] for pages, [`json`], [`sarif`] and [`github`] for machines.

mod diagnostic;
mod excerpt;
pub mod github;
mod harmless;
mod input;
pub mod json;
mod line_index;
mod place;
mod report;
mod rule;
pub mod sarif;
pub mod shown;
mod suggest;
pub mod terminal;

pub use diagnostic::{Diagnostic, Diagnostics, Label};
pub use harmless::harmless;
pub use input::Input;
pub use line_index::{LineColumn, LineIndex};
pub use place::{Place, Span};
pub use report::{Failure, FileReport, MachineFormat};
pub use rule::{Rule, Rules, Severity};
pub use suggest::nearest;
