//! `brief import`: parts of a brief from what another program wrote.

use brief::import::csl_json;

use super::input::InputPath;
use super::outcome::{Outcome, UsageError};
use super::unreadable::unreadable;
use crate::cli::{ImportArguments, ImportForm};

/// Runs the command.
pub(super) fn run(arguments: &ImportArguments) -> Result<Outcome, UsageError> {
    let input = InputPath::of(&arguments.file);
    let bytes = input.read().map_err(|error| unreadable(&input, &error))?;
    let read = String::from_utf8_lossy(&bytes);
    let made = match arguments.from {
        ImportForm::CslJson => csl_json::sources(&read),
    };
    let text = made.map_err(|error| {
        UsageError::new(format!("`{}` is not CSL-JSON: {error}", input.name()))
            .help("have Zotero export the library as “CSL JSON”, and name that file")
    })?;
    Ok(Outcome::Text(text))
}
