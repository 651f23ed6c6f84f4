//! `brief origins`: its arguments.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::LocalesArgument;

/// The arguments of `brief origins`.
#[derive(Args, Clone, Debug)]
pub(crate) struct OriginsArguments {
    /// The file; `-` is standard input [default: the one brief in content, translations apart]
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// What to show them as
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: OriginsFormat,
    #[command(flatten)]
    pub(crate) words: LocalesArgument,
}

/// What the attribution graph is shown as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum OriginsFormat {
    /// Claim by claim, then origin by origin
    Text,
    /// The figure of the page, as a file of its own
    Svg,
}
