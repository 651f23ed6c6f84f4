//! `brief check`: reports what is wrong with each file.

use std::{fs, io};

use brief::diagnostics::Diagnostics;

use super::input::{InputPath, resolve};
use super::outcome::{FileOutcome, Outcome, Page, Report, UsageError};
use crate::cli::{CheckArguments, Deny, Format, InputArguments};

/// Runs the command.
pub(super) fn run(arguments: &CheckArguments) -> Result<Outcome, UsageError> {
    let inputs = resolve(&arguments.inputs.files)?;
    let files = inputs
        .iter()
        .map(|input| examine(input, &arguments.inputs).0)
        .collect();
    Ok(Outcome::Check(Report {
        json: arguments.inputs.format == Format::Json,
        files,
    }))
}

/// Reads and checks an input; the brief comes along only if its page may be made.
pub(super) fn examine(
    input: &InputPath,
    arguments: &InputArguments,
) -> (FileOutcome, Option<brief::model::Brief>) {
    let mut file = FileOutcome {
        name: input.name(),
        text: String::new(),
        diagnostics: Diagnostics::new(),
        failure: None,
        page: Page::None,
    };
    let bytes = match input.read() {
        Ok(bytes) => bytes,
        Err(error) => {
            file.failure = Some(cannot("read", &file.name, &error));
            return (file, None);
        }
    };
    let lock = match read_evidence(input) {
        Ok(lock) => lock,
        Err(failure) => {
            file.failure = Some(failure);
            return (file, None);
        }
    };
    let checked = brief::check_with_evidence(&bytes, lock.as_deref());
    file.text = String::from_utf8_lossy(&bytes).into_owned();
    file.diagnostics = checked.diagnostics;
    if arguments.deny == Some(Deny::Warnings) {
        file.diagnostics.deny_warnings();
    }
    let brief = checked.brief.filter(|_| !file.diagnostics.has_errors());
    (file, brief)
}

/// Reads the evidence lock beside an input, if there is one.
fn read_evidence(input: &InputPath) -> Result<Option<Vec<u8>>, String> {
    let Some(path) = input.evidence() else {
        return Ok(None);
    };
    match fs::read(&path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(cannot("read", &path.display().to_string(), &error)),
    }
}

/// Says what could not be done to a file.
pub(super) fn cannot(verb: &str, name: &str, error: &io::Error) -> String {
    format!("cannot {verb} `{name}`: {error}")
}
