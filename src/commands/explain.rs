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
    match Code::from_slug(slug) {
        Some(code) => Ok(Outcome::Text(code.explanation().to_owned())),
        None => Err(UsageError {
            message: format!("there is no code `{slug}`"),
            help: Some(match nearest_code(slug) {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => "`brief explain` lists all codes".to_owned(),
            }),
        }),
    }
}
