//! `brief explain`: its arguments.

use clap::Args;

/// The arguments of `brief explain`.
#[derive(Args, Clone, Debug)]
pub(crate) struct ExplainArguments {
    /// The code, such as `loaded-verb`
    pub(crate) code: Option<String>,
}
