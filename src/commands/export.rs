//! `brief export`: a brief in another form than the page.

use brief::Locales;
use brief::analysis::Analysis;
use brief::export;
use brief::model::Brief;

use super::one_text::made_of;
use super::outcome::{Outcome, UsageError};
use crate::cli::{ExportArguments, ExportForm};

/// Runs the command.
pub(super) fn run(arguments: &ExportArguments) -> Result<Outcome, UsageError> {
    let (file, output) = (arguments.file.as_deref(), arguments.output.as_deref());
    let form = arguments.to;
    let locales = arguments.words.locales.as_deref();
    made_of(file, output, locales, |brief, locales| {
        write(brief, form, locales)
    })
}

fn write(brief: &Brief, form: ExportForm, locales: &Locales) -> String {
    let analysis = Analysis::of(brief);
    match form {
        ExportForm::Markdown => export::markdown::render(brief, &analysis, locales),
        ExportForm::Csv => export::csv::render(brief, &analysis, locales),
        ExportForm::Json => export::json::render(brief, &analysis, locales),
        ExportForm::JsonLd => export::json_ld::render(brief, &analysis, locales),
        ExportForm::CslJson => export::csl_json::render(brief, locales),
    }
}
