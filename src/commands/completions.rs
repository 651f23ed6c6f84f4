//! `brief completions`: what makes a shell complete the command line.

use super::outcome::{Outcome, UsageError};
use crate::cli::{CompletionsArguments, definition};

/// Runs the command.
pub(super) fn run(arguments: &CompletionsArguments) -> Result<Outcome, UsageError> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut definition(), "brief", &mut script);
    let script = String::from_utf8(script).map_err(|error| UsageError::new(error.to_string()))?;
    Ok(Outcome::Text(script))
}
