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
    made_of(arguments.file.as_deref(), None, |brief| show(brief, format))
}

fn show(brief: &Brief, format: OriginsFormat) -> String {
    let analysis = Analysis::of(brief);
    let locales = Locales::default();
    match format {
        OriginsFormat::Text => export::origins::render(brief, &analysis, &locales),
        OriginsFormat::Svg => svg_alone(brief, &analysis, &locales).unwrap_or_default(),
    }
}
