//! `brief origins`: shows the chains and origins of a brief's claims.

use std::path::PathBuf;

use brief::export;
use clap::{Args, ValueEnum};

use super::arguments::LocalesArgument;
use super::make::one_text;
use crate::outcome::{Failure, Outcome};

const NO_FIGURE: &str = "nothing to draw: no voice makes a claim\n";

#[derive(Args, Clone, Debug)]
pub(crate) struct OriginsArguments {
    /// The file; `-` is standard input [default: the one brief in content, translations apart]
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// What to show them as
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: OriginsFormat,
    #[command(flatten)]
    words: LocalesArgument,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum OriginsFormat {
    /// Claim by claim, then origin by origin
    Text,
    /// All voices, sources and lines between them, drawn
    Svg,
}

pub(super) fn run(arguments: &OriginsArguments) -> Result<Outcome, Failure> {
    let file = arguments.file.as_deref();
    let mut remark = "";
    let made = one_text(
        file,
        None,
        &arguments.words,
        |edition, locales| match arguments.format {
            OriginsFormat::Text => export::origins(edition, locales),
            OriginsFormat::Svg => export::origins_svg(edition, locales).unwrap_or_else(|| {
                remark = NO_FIGURE;
                String::new()
            }),
        },
    );
    made.map(|outcome| Outcome {
        remark: remark.to_owned(),
        ..outcome
    })
}
