//! `brief origins`: the attribution graph of a brief.

use brief::Locales;
use brief::analysis::Analysis;
use brief::export;
use brief::model::Brief;
use brief::page::svg_alone;

use super::one_text::made_of;
use super::outcome::{Outcome, UsageError};
use crate::cli::{OriginsArguments, OriginsFormat};

/// Runs the command.
pub(super) fn run(arguments: &OriginsArguments) -> Result<Outcome, UsageError> {
    let format = arguments.format;
    let (file, locales) = (
        arguments.file.as_deref(),
        arguments.words.locales.as_deref(),
    );
    made_of(file, None, locales, |brief, locales| {
        show(brief, format, locales)
    })
}

fn show(brief: &Brief, format: OriginsFormat, locales: &Locales) -> String {
    let analysis = Analysis::of(brief);
    match format {
        OriginsFormat::Text => export::origins::render(brief, &analysis, locales),
        OriginsFormat::Svg => svg_alone(brief, &analysis, locales).unwrap_or_default(),
    }
}
