//! Holds what came of a command, for the printer to tell.

use std::path::Path;
use std::process::ExitCode;

use brief::diagnostics::{
    self, Diagnostics, FileReport, Included, MachineFormat, NamedText, printable, shortened,
};
use serde::Serialize;

/// How a command ended; of several files the worst counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
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

/// Arguments that cannot be followed, or what the machine could not do for a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Failure {
    pub(crate) message: String,
    /// What to type or to do, where something is to be done.
    pub(crate) help: Option<String>,
    #[serde(skip)]
    pub(crate) exit: Exit,
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            message: shortened(message.into()),
            help: Some(shortened(help.into())),
            exit: Exit::Machine,
        }
    }

    /// Says why an input cannot be read for what it should be, where no diagnostic shows its place.
    pub(crate) fn of_input(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            exit: Exit::Input,
            ..Self::new(message, help)
        }
    }

    /// Says what the machine could not do, where nothing helps but what the message says. Whoever
    /// uses the program wrongly gets help: see [`Failure::new`].
    pub(crate) fn of_machine(message: impl Into<String>) -> Self {
        Self {
            message: shortened(message.into()),
            help: None,
            exit: Exit::Machine,
        }
    }
}

#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// What it says of each file, in the order in which they were given.
    pub(crate) files: Vec<FileOutcome>,
    /// How a machine reads what is wrong with them, if one does. People are told nothing then.
    pub(crate) report: Option<MachineReport>,
    /// A text for standard output.
    pub(crate) text: Text,
    /// Lines for people, on standard error.
    pub(crate) remark: String,
}

/// A report for machines: its form, and where it goes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum MachineReport {
    OnStdout(MachineFormat),
    OnStderr(MachineFormat),
}

impl Outcome {
    pub(crate) fn text(text: impl Into<Text>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    pub(crate) fn remark(remark: String) -> Self {
        Self {
            remark,
            ..Self::default()
        }
    }

    pub(crate) fn exit(&self) -> Exit {
        let exits = self.files.iter().map(FileOutcome::exit);
        exits.max().unwrap_or(Exit::Fine)
    }
}

#[derive(Debug, Default)]
pub(crate) struct Text {
    pub(crate) plain: String,
    pub(crate) coloured: String,
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self {
            coloured: text.clone(),
            plain: text,
        }
    }
}

/// What a command has to say of one file.
#[derive(Debug)]
pub(crate) struct FileOutcome {
    /// The file's name as the user gave it.
    pub(crate) name: String,
    /// Its text, as far as it was read, then that of the files which it includes.
    pub(crate) text: String,
    /// Where those begin in the text.
    pub(crate) included: Vec<Included>,
    pub(crate) diagnostics: Diagnostics,
    /// What could not be read, made or written.
    pub(crate) failure: Option<Failure>,
    /// On what its headline and its bottom line rest, where a machine asked.
    pub(crate) strength: Option<serde_json::Value>,
    /// What is said of it besides, in this order.
    pub(crate) said: Vec<Said>,
    /// What of that machines are told.
    pub(crate) notes: Vec<String>,
    /// Whether that tells of a fault of the file.
    pub(crate) is_fault: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// A page or another text or file, for standard output.
    Out(Vec<u8>),
    /// A line for people, on standard error.
    Remark(String),
}

/// Says that a file was written; `size` is what there is to add.
pub(crate) fn wrote(path: &Path, size: &str) -> String {
    let path = printable(&path.display().to_string());
    format!("wrote {path}{size}\n")
}

impl FileOutcome {
    pub(crate) fn new(name: String) -> Self {
        Self {
            name,
            text: String::new(),
            included: Vec::new(),
            diagnostics: Diagnostics::new(),
            failure: None,
            strength: None,
            said: Vec::new(),
            notes: Vec::new(),
            is_fault: false,
        }
    }

    pub(crate) fn input(&self) -> NamedText<'_> {
        NamedText {
            name: &self.name,
            text: &self.text,
            included: &self.included,
        }
    }

    /// Returns what a report says of it.
    pub(crate) fn report(&self) -> FileReport<'_> {
        FileReport {
            input: self.input(),
            diagnostics: &self.diagnostics,
            failure: self.failure.as_ref().map(|failure| diagnostics::Failure {
                message: &failure.message,
                help: failure.help.as_deref(),
            }),
            notes: &self.notes,
            strength: self.strength.as_ref(),
        }
    }

    /// Tells machines what people are told besides.
    pub(crate) fn note_remarks(&mut self) {
        let remarks = self.said.iter().filter_map(|said| match said {
            Said::Remark(line) => Some(line.trim_end().to_owned()),
            Said::Out(_) => None,
        });
        self.notes = remarks.collect();
    }

    /// Returns its text without that of other files.
    pub(crate) fn own_text(&self) -> &str {
        let end = self
            .included
            .first()
            .map(|file| file.start.saturating_sub(1));
        end.and_then(|end| self.text.get(..end))
            .unwrap_or(&self.text)
    }

    pub(crate) fn exit(&self) -> Exit {
        if let Some(failure) = &self.failure {
            failure.exit
        } else if self.is_fault || self.diagnostics.has_errors() {
            Exit::Input
        } else {
            Exit::Fine
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::wrote;

    #[test]
    fn names_of_files_cannot_bring_escape_sequences() {
        let line = wrote(Path::new("a\u{1b}[2J.html"), "");
        assert_eq!(line, "wrote a␛[2J.html\n");
    }
}
