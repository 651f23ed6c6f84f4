//! `brief completions`: what makes a shell complete the command line.

use super::outcome::Outcome;
use crate::cli::{CompletionsArguments, definition};

/// Runs the command.
pub(super) fn run(arguments: &CompletionsArguments) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut definition(), "brief", &mut script);
    let script = String::from_utf8_lossy(&script);
    Outcome::Text(script.into_owned())
}
