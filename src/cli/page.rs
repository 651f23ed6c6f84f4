//! How a page is made: the arguments of every command that makes one.

use std::path::PathBuf;

use clap::Args;

use super::LocalesArgument;

/// How a page is made.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PageArguments {
    /// Set the page in large print
    #[arg(long)]
    pub(crate) large_print: bool,
    /// Take templates from this folder, where it has them
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,
    /// Take style sheets from this folder, where it has them
    #[arg(long = "static", value_name = "DIR")]
    pub(crate) static_dir: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) words: LocalesArgument,
}
