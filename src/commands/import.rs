//! `brief import`: parts of a brief from what another program wrote.

use brief::import::csl_json;

use super::check::cannot;
use super::input::resolve;
use super::outcome::{Outcome, UsageError};
use crate::cli::{ImportArguments, ImportForm};

/// Runs the command.
pub(super) fn run(arguments: &ImportArguments) -> Result<Outcome, UsageError> {
    let inputs = resolve(std::slice::from_ref(&arguments.file))?;
    let mut text = String::new();
    for input in &inputs {
        let bytes = input
            .read()
            .map_err(|error| UsageError::new(cannot("read", &input.name(), &error)))?;
        let read = String::from_utf8_lossy(&bytes);
        let made = match arguments.from {
            ImportForm::CslJson => csl_json::sources(&read),
        };
        text.push_str(&made.map_err(|error| {
            UsageError::new(format!("`{}` is not CSL-JSON: {error}", input.name()))
        })?);
    }
    Ok(Outcome::Text(text))
}
