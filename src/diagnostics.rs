//! Says what is wrong with an input, where, and what to do about it.
//!
//! This room knows nothing of YAML, claims or pages. A [`Diagnostic`] is data: the [`Rule`] that
//! the input breaks, a message, the [`Place`] at fault and others that matter, and help.
//! [`terminal`] sets it for people, [`shown`] for pages, and a [`MachineFormat`] for machines.

mod diagnostic;
mod excerpt;
mod files;
mod github;
mod json;
mod place;
mod remedy;
mod report;
mod rule;
pub mod sarif;
pub mod shown;
pub mod terminal;
mod wording;

pub use diagnostic::{Diagnostic, Diagnostics, Label};
pub use place::{LineColumn, LineIndex, Place, Span};
pub use remedy::{Part, Remedy};
pub use report::{Failure, FileReport, Included, NamedText};
pub use rule::{Rule, Rules, Severity};
pub use wording::{nearest, plural, printable, shortened};

use std::io::{self, Write};

/// A form of reports that machines read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MachineFormat {
    /// This program's own, for editors.
    Json,
    /// SARIF 2.1.0, for code-scanning views.
    Sarif,
    /// Workflow commands, for annotations in GitHub's pull requests.
    Github,
}

impl MachineFormat {
    /// Writes the reports of a run; `rules` are those that the program has.
    ///
    /// # Errors
    ///
    /// Fails where writing does.
    pub fn write(
        self,
        to: &mut impl Write,
        files: &[FileReport<'_>],
        rules: &Rules,
    ) -> io::Result<()> {
        match self {
            Self::Json => json::write(to, files),
            Self::Sarif => sarif::write(to, files, rules),
            Self::Github => github::write(to, files),
        }
    }
}
