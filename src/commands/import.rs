//! `brief import`: parts of a brief from what another program wrote.

use brief::import::csl_json;

use super::check::cannot;
use super::input::InputPath;
use super::outcome::{Outcome, UsageError};
use crate::cli::{ImportArguments, ImportForm};

/// Runs the command.
pub(super) fn run(arguments: &ImportArguments) -> Result<Outcome, UsageError> {
    let input = InputPath::of(&arguments.file);
    let bytes = input
        .read()
        .map_err(|error| UsageError::new(cannot("read", &input.name(), &error)))?;
    let read = String::from_utf8_lossy(&bytes);
    let made = match arguments.from {
        ImportForm::CslJson => csl_json::sources(&read),
    };
    let text = made
        .map_err(|error| UsageError::new(format!("`{}` is not CSL-JSON: {error}", input.name())))?;
    Ok(Outcome::Text(text))
}
