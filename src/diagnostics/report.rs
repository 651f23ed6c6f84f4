//! Reports what a run has to say about its files to machines.

use std::io::{self, Write};

use super::{Diagnostics, Rules, github, json, sarif};

/// An input's name and text, as far as diagnostics show them.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The path as the user gave it, or a name for what has no path, such as `<stdin>`.
    pub name: &'a str,
    /// The text; where the input is not UTF-8, its lossy reading.
    pub text: &'a str,
}

/// What a run has to say about one file.
#[derive(Clone, Copy, Debug)]
pub struct FileReport<'a> {
    /// The file.
    pub input: Input<'a>,
    /// What was found in it.
    pub diagnostics: &'a Diagnostics,
    /// What the machine could not do with it.
    pub failure: Option<Failure<'a>>,
}

/// What the machine could not do with a file.
#[derive(Clone, Copy, Debug)]
pub struct Failure<'a> {
    /// What could not be done, and why.
    pub message: &'a str,
    /// What to do, where something is to be done.
    pub help: Option<&'a str>,
}

/// A form of reports that machines read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
