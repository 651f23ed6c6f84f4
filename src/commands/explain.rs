//! `brief explain`: a code at length, or the table of all.

use brief::diagnostics::Code;
use brief::diagnostics::explain::{nearest_code, table};

use super::outcome::{Outcome, UsageError};
use crate::cli::ExplainArguments;

/// Runs the command.
pub(super) fn run(arguments: &ExplainArguments) -> Result<Outcome, UsageError> {
    let Some(slug) = &arguments.code else {
        return Ok(Outcome::Text(table()));
    };
    let code = Code::from_slug(slug).ok_or_else(|| unknown(slug))?;
    Ok(Outcome::Text(code.explanation().to_owned()))
}

fn unknown(slug: &str) -> UsageError {
    let error = UsageError::new(format!("there is no code `{slug}`"));
    match nearest_code(slug) {
        Some(nearest) => error.help(format!("did you mean `brief explain {nearest}`?")),
        None => error.help("`brief explain` lists all codes"),
    }
}
