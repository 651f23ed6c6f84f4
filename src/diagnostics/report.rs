//! Says what a run has to report of its files.

use super::{Diagnostic, Diagnostics};

/// An input's name and text, as far as diagnostics show them.
#[derive(Clone, Copy, Debug)]
pub struct NamedText<'a> {
    /// The path as the user gave it, or a name for what has no path, such as `<stdin>`.
    pub name: &'a str,
    /// The text, and that of each file that it includes; where the input is not UTF-8, its lossy
    /// reading.
    pub text: &'a str,
    /// Where the included files begin in the text.
    pub included: &'a [Included],
}

/// A file that is read together with the input which includes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Included {
    /// Its plain name; it stands beside the input.
    pub name: String,
    /// Where it begins in the text; it ends where the next one begins.
    pub start: usize,
}

/// What a run has to say about one file.
#[derive(Clone, Copy, Debug)]
pub struct FileReport<'a> {
    /// The file.
    pub input: NamedText<'a>,
    /// What was found in it.
    pub diagnostics: &'a Diagnostics,
    /// What the machine could not do with it.
    pub failure: Option<Failure<'a>>,
    /// What else people are told of it, a line each, such as that its page goes out with its sources.
    pub notes: &'a [String],
    /// On what its headline and its bottom line rest, as this program's own JSON tells it.
    pub strength: Option<&'a serde_json::Value>,
}

/// What the machine could not do with a file.
#[derive(Clone, Copy, Debug)]
pub struct Failure<'a> {
    /// What could not be done, and why.
    pub message: &'a str,
    /// What to do, where something is to be done.
    pub help: Option<&'a str>,
}

/// Returns what is wrong and what to do, a line each.
pub(super) fn lines(diagnostic: &Diagnostic) -> Vec<String> {
    let first = std::iter::once(diagnostic.message().to_owned());
    let notes = diagnostic.notes().map(|note| format!("note: {note}"));
    let help = diagnostic.help_lines().iter();
    first
        .chain(notes)
        .chain(help.map(|line| format!("help: {line}")))
        .collect()
}

impl Failure<'_> {
    pub(super) fn lines(self) -> Vec<String> {
        let first = std::iter::once(self.message.to_owned());
        let help = self.help.map(|line| format!("help: {line}"));
        first.chain(help).collect()
    }
}
