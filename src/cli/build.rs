//! `brief build`: its arguments.

use std::path::PathBuf;

use clap::Args;

use super::{InputArguments, PageArguments};

/// The arguments of `brief build`.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct BuildArguments {
    #[command(flatten)]
    pub(crate) inputs: InputArguments,
    /// The page's file, or a folder for several pages; `-` is standard output
    /// [default: dist/<name>.html; for standard input, standard output]
    #[arg(short, long, value_name = "OUT", verbatim_doc_comment)]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) page: PageArguments,
    /// Stay, and build again what changes: a file, its evidence, a template, a style sheet
    #[arg(long)]
    pub(crate) watch: bool,
}
