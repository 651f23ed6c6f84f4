//! `brief check`: reports what is wrong with each file.

use std::io;

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
    let checked = brief::check(&bytes);
    file.text = String::from_utf8_lossy(&bytes).into_owned();
    file.diagnostics = checked.diagnostics;
    if arguments.deny == Some(Deny::Warnings) {
        file.diagnostics.deny_warnings();
    }
    let brief = checked.brief.filter(|_| !file.diagnostics.has_errors());
    (file, brief)
}

/// Says what could not be done to a file.
pub(super) fn cannot(verb: &str, name: &str, error: &io::Error) -> String {
    format!("cannot {verb} `{name}`: {error}")
}
