//! `brief check`: its arguments.

use clap::Args;

use super::InputArguments;

/// The arguments of `brief check`.
#[derive(Args, Clone, Debug)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    pub(crate) inputs: InputArguments,
}
