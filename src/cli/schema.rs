//! `brief schema`: its arguments.

use std::path::PathBuf;

use clap::Args;

/// The arguments of `brief schema`.
#[derive(Args, Clone, Debug)]
pub(crate) struct SchemaArguments {
    /// Where to write it, such as content/brief.schema.json; `-` is standard output, which is the
    /// default
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
}
