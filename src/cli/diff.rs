//! `brief diff`: its arguments.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::LocalesArgument;

/// The arguments of `brief diff`.
#[derive(Args, Clone, Debug)]
pub(crate) struct DiffArguments {
    /// The old edition; `-` is standard input
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,
    /// The new edition; `-` is standard input
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,
    /// Check that NEW is OLD in another language: the same ids in the same order, attributed, dated
    /// and quoted alike
    #[arg(long, conflicts_with = "locales")]
    pub(crate) structure: bool,
    /// How to show what changed
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: DiffFormat,
    /// Exit with 1 if anything changed in the headline, the bottom line, claims with their voices,
    /// works and quotes, positions, tensions, events or gaps
    #[arg(long, conflicts_with = "structure")]
    pub(crate) exit_code: bool,
    #[command(flatten)]
    pub(crate) words: LocalesArgument,
}

/// How what changed is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// Word by word, for people
    Human,
    /// As one JSON document; problems of a file then are JSON on standard error
    Json,
}
