//! `brief export`: its arguments.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::LocalesArgument;

/// The arguments of `brief export`.
#[derive(Args, Clone, Debug)]
pub(crate) struct ExportArguments {
    /// The form
    #[arg(long, value_name = "FORM")]
    pub(crate) to: ExportForm,
    /// The file; `-` is standard input [default: the one brief in content, translations apart]
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// Where to write it; `-` is standard output, which is the default
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) words: LocalesArgument,
}

/// A form that a brief can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportForm {
    /// The whole brief for an e-mail
    Markdown,
    /// The claims for a spreadsheet
    Csv,
    /// The whole brief and its analysis for programs
    Json,
    /// Claims, quotes and works as linked data (schema.org, W3C Web Annotation)
    JsonLd,
    /// The sources for a reference manager
    CslJson,
}
