//! `brief export`: a brief in another form than the page.

use brief::Locales;
use brief::analysis::Edition;
use brief::export;

use super::one_text::made_of;
use super::outcome::{Outcome, UsageError};
use crate::cli::{ExportArguments, ExportForm};

/// Runs the command.
pub(super) fn run(arguments: &ExportArguments) -> Result<Outcome, UsageError> {
    let (file, output) = (arguments.file.as_deref(), arguments.output.as_deref());
    let form = arguments.to;
    let locales = arguments.words.locales.as_deref();
    made_of(file, output, locales, |edition, locales| {
        write(edition, form, locales)
    })
}

fn write(edition: &Edition, form: ExportForm, locales: &Locales) -> String {
    match form {
        ExportForm::Markdown => export::markdown(edition, locales),
        ExportForm::Csv => export::csv(edition, locales),
        ExportForm::Json => export::json(edition),
        ExportForm::JsonLd => export::json_ld(edition),
        ExportForm::CslJson => export::csl_json(edition),
    }
}
