//! `brief serve`: its arguments.

use std::path::PathBuf;

use clap::Args;

use super::PageArguments;

/// The arguments of `brief serve`.
#[derive(Args, Clone, Debug)]
pub(crate) struct ServeArguments {
    /// Files, folders, or patterns such as 'desk/**/*.yaml' [default: the briefs in content]
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The port on 127.0.0.1; 0 is any free one [default: 27433, or a free one]
    #[arg(long, value_name = "PORT")]
    pub(crate) port: Option<u16>,
    /// Open the browser
    #[arg(long)]
    pub(crate) open: bool,
    #[command(flatten)]
    pub(crate) page: PageArguments,
}
