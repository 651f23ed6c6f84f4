//! One text made of one brief: what `brief origins` and `brief export` share.

use std::path::Path;

use brief::Locales;
use brief::analysis::Edition;

use super::build::deliver;
use super::check::examine;
use super::destination::one;
use super::outcome::{Outcome, Report, UsageError};
use super::resolve::sole;
use crate::cli::InputArguments;

/// Reads one brief, makes a text of it, and brings it to the output: without one, to standard
/// output. Problems are reported as `brief build` reports them.
pub(super) fn made_of(
    file: Option<&Path>,
    output: Option<&Path>,
    locales: Option<&Path>,
    make: impl FnOnce(&Edition, &Locales) -> String,
) -> Result<Outcome, UsageError> {
    let input = sole(file)?;
    let destination = one(&input, output)?;
    let (mut file, brief) = examine(&input, &InputArguments::default());
    if let Some(brief) = brief {
        let text =
            super::design::locales(locales).map(|locales| make(&Edition::of(brief), &locales));
        let delivered = text.and_then(|text| deliver(text, destination));
        match delivered {
            Ok(page) => file.page = page,
            Err(failure) => file.failure = Some(failure.into()),
        }
    }
    Ok(Outcome::Build(Report {
        format: None,
        files: vec![file],
    }))
}
