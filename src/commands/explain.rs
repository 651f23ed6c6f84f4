//! `brief explain`: a code at length, or the table of all.

use brief::check::RULES;

use super::outcome::{Outcome, UsageError};
use crate::cli::ExplainArguments;

/// Runs the command.
pub(super) fn run(arguments: &ExplainArguments) -> Result<Outcome, UsageError> {
    let Some(code) = &arguments.code else {
        return Ok(Outcome::Text(RULES.table()));
    };
    let rule = RULES.find(code).ok_or_else(|| unknown(code))?;
    Ok(Outcome::Text(rule.explanation().to_owned()))
}

fn unknown(code: &str) -> UsageError {
    let error = UsageError::new(format!("there is no code `{code}`"));
    match RULES.nearest(code) {
        Some(nearest) => error.help(format!("did you mean `brief explain {nearest}`?")),
        None => error.help("`brief explain` lists all codes"),
    }
}
