//! `brief import`: its arguments.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// The arguments of `brief import`.
#[derive(Args, Clone, Debug)]
pub(crate) struct ImportArguments {
    /// The form of the file
    pub(crate) from: ImportForm,
    /// The file; `-` is standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

/// A form that parts of a brief can be made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ImportForm {
    /// Sources from a reference manager such as Zotero
    CslJson,
}
