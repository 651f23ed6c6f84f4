//! `brief origins`: the attribution graph of a brief.

use brief::Locales;
use brief::analysis::Edition;
use brief::export;
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
    made_of(file, None, locales, |edition, locales| {
        show(edition, format, locales)
    })
}

fn show(edition: &Edition, format: OriginsFormat, locales: &Locales) -> String {
    match format {
        OriginsFormat::Text => export::origins(edition, locales),
        OriginsFormat::Svg => svg_alone(edition, locales).unwrap_or_default(),
    }
}
