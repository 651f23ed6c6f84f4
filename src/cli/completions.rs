//! `brief completions`: its arguments.

use clap::Args;
use clap_complete::Shell;

/// The arguments of `brief completions`.
#[derive(Args, Clone, Debug)]
pub(crate) struct CompletionsArguments {
    /// The shell
    pub(crate) shell: Shell,
}
