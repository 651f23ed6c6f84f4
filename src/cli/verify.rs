//! `brief verify`: its arguments.

use std::path::PathBuf;

use clap::Args;

/// The arguments of `brief verify`.
#[derive(Args, Clone, Debug)]
pub(crate) struct VerifyArguments {
    /// The files [default: content/*.yaml]
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The folder of the snapshots: `<source-id>.txt` or `.html`, or named as `snapshot` says
    #[arg(long, value_name = "DIR")]
    pub(crate) snapshots: PathBuf,
    /// The day to record, as 2026-11-23 [default: today]
    #[arg(long, value_name = "DAY")]
    pub(crate) day: Option<String>,
}
