//! `brief build`: its arguments.

use std::path::PathBuf;

use clap::Args;

use super::InputArguments;

/// The arguments of `brief build`.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct BuildArguments {
    #[command(flatten)]
    pub(crate) inputs: InputArguments,
    /// The page's file, or a folder for several pages; `-` is standard output
    /// [default: dist/<name>.html; for standard input, standard output]
    #[arg(short, long, value_name = "OUT", verbatim_doc_comment)]
    pub(crate) output: Option<PathBuf>,
    /// Set the page in large print
    #[arg(long)]
    pub(crate) large_print: bool,
    /// Take templates from this folder, where it has them
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,
    /// Take style sheets from this folder, where it has them
    #[arg(long = "static", value_name = "DIR")]
    pub(crate) static_dir: Option<PathBuf>,
}
