//! What came of a command.

use std::path::PathBuf;
use std::process::ExitCode;

use brief::diagnostics::{Diagnostics, MachineFormat};
use brief::page::Paper;

/// How a command ended; of several files the worst counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// Nothing is wrong.
    Fine,
    /// The input is at fault.
    Input,
    /// The usage is wrong, or something could not be read, made or written.
    Machine,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Fine => Self::SUCCESS,
            Exit::Input => Self::from(1),
            Exit::Machine => Self::from(2),
        }
    }
}

/// Arguments that cannot be followed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct UsageError {
    /// What is wrong.
    pub(crate) message: String,
    /// What to type instead.
    pub(crate) help: String,
}

impl UsageError {
    /// Begins an error; it is none before it says what to type instead.
    #[expect(clippy::new_ret_no_self, reason = "an error without help is none")]
    pub(crate) fn new(message: impl Into<String>) -> Helpless {
        Helpless(message.into())
    }
}

/// What is wrong, without what to do.
#[derive(Debug)]
pub(crate) struct Helpless(String);

impl Helpless {
    /// Says what to type instead.
    pub(crate) fn help(self, help: impl Into<String>) -> UsageError {
        UsageError {
            message: self.0,
            help: help.into(),
        }
    }
}

/// What the machine could not do for a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    /// What could not be done, and why.
    pub(crate) message: String,
    /// What to do, where something is to be done.
    pub(crate) help: Option<String>,
}

impl From<UsageError> for Failure {
    fn from(error: UsageError) -> Self {
        Self {
            message: error.message,
            help: Some(error.help),
        }
    }
}

impl From<String> for Failure {
    fn from(message: String) -> Self {
        Self {
            message,
            help: None,
        }
    }
}

/// What a command has to say.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// What a command that makes something says of each file: people and machines read it on
    /// standard error.
    Build(Report),
    /// What `check` says of each file: machines read it on standard output.
    Check(Report),
    /// What `verify` says of each file.
    Verify(Vec<Verified>),
    /// What changed between two files.
    Diff(Diff),
    /// What `pdf` made of a file: people and machines read it on standard error.
    Pdf(Prints),
    /// A text for standard output.
    Text(String),
    /// Files that were written, and what to do with them.
    Made(Made),
    /// A remark for people, on standard error.
    Remark(String),
}

/// What came of comparing two files.
#[derive(Debug)]
pub(crate) struct Diff {
    /// The form in which a machine reads what is wrong, if one does.
    pub(crate) format: Option<MachineFormat>,
    /// The two files.
    pub(crate) files: Vec<FileOutcome>,
    /// What changed, unless a file is at fault.
    pub(crate) shown: Option<Shown>,
    /// Whether what changed is to be taken for a fault.
    pub(crate) is_fault: bool,
}

impl Diff {
    /// Returns how the command ended.
    pub(crate) fn exit(&self) -> Exit {
        let changed = if self.is_fault {
            Exit::Input
        } else {
            Exit::Fine
        };
        let files = self.files.iter().map(FileOutcome::exit);
        files.max().unwrap_or(Exit::Fine).max(changed)
    }
}

/// A text with and without colours.
#[derive(Debug)]
pub(crate) struct Shown {
    /// Without.
    pub(crate) plain: String,
    /// With.
    pub(crate) coloured: String,
}

impl Shown {
    /// Takes a text that has no colours.
    pub(crate) fn alike(text: String) -> Self {
        Self {
            coloured: text.clone(),
            plain: text,
        }
    }
}

/// Files that were written.
#[derive(Debug)]
pub(crate) struct Made {
    /// Where they are.
    pub(crate) paths: Vec<PathBuf>,
    /// What to do next, in lines; empty if that needs no saying.
    pub(crate) next: String,
}

/// The PDFs of a brief, or why there are none.
#[derive(Debug)]
pub(crate) struct Prints {
    /// The form in which a machine reads it, if one does.
    pub(crate) format: Option<MachineFormat>,
    /// The file; that of its PDFs is no page.
    pub(crate) file: FileOutcome,
    /// What was made.
    pub(crate) sheets: Vec<Sheet>,
}

/// A PDF.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// Where it went.
    pub(crate) to: SheetPlace,
    /// How many pages it has.
    pub(crate) pages: usize,
    /// Their size.
    pub(crate) paper: Paper,
}

/// Where a PDF went.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum SheetPlace {
    /// To this file.
    File(PathBuf),
    /// To standard output, if the printer brings it there.
    Stdout(Vec<u8>),
}

/// What came of looking for the quotes of a file.
#[derive(Debug)]
pub(crate) struct Verified {
    /// The file; its page is its lock.
    pub(crate) file: FileOutcome,
    /// A line a quote, and more for one that is absent.
    pub(crate) lines: String,
    /// Whether every quote was found to be its source's words.
    pub(crate) all_found: bool,
}

impl Verified {
    /// Returns how the command ended for this file.
    pub(crate) fn exit(&self) -> Exit {
        let found = if self.all_found {
            Exit::Fine
        } else {
            Exit::Input
        };
        self.file.exit().max(found)
    }
}

/// What a command has to say of each file.
#[derive(Debug)]
pub(crate) struct Report {
    /// The form in which a machine reads it, if one does.
    pub(crate) format: Option<MachineFormat>,
    /// The files in the order in which they were given.
    pub(crate) files: Vec<FileOutcome>,
}

impl Report {
    /// Returns the worst of the files' exits.
    pub(crate) fn exit(&self) -> Exit {
        let exits = self.files.iter().map(FileOutcome::exit);
        exits.max().unwrap_or(Exit::Fine)
    }
}

/// What a command has to say of one file.
#[derive(Debug)]
pub(crate) struct FileOutcome {
    /// The file's name as the user gave it.
    pub(crate) name: String,
    /// Its text, as far as it was read.
    pub(crate) text: String,
    /// What was found in it.
    pub(crate) diagnostics: Diagnostics,
    /// What could not be read, made or written.
    pub(crate) failure: Option<Failure>,
    /// Where what was made of it went: a page, or another form.
    pub(crate) page: Page,
}

impl FileOutcome {
    /// Returns how the command ended for this file.
    pub(crate) fn exit(&self) -> Exit {
        if self.failure.is_some() {
            Exit::Machine
        } else if self.diagnostics.has_errors() {
            Exit::Input
        } else {
            Exit::Fine
        }
    }
}

/// Where a page went.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Page {
    /// None was made.
    None,
    /// To this file.
    Written(PathBuf),
    /// To standard output, if the printer brings it there.
    Printed(String),
}
