//! `brief man`: its arguments.

use std::path::PathBuf;

use clap::Args;

/// The arguments of `brief man`.
#[derive(Args, Clone, Debug)]
pub(crate) struct ManArguments {
    /// The command whose page to print [default: brief itself]
    #[arg(value_name = "COMMAND", conflicts_with = "output")]
    pub(crate) command: Option<String>,
    /// Write all pages to this folder: brief.1, brief-build.1 and so on
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,
}
