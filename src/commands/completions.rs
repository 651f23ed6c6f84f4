//! `brief completions`: prints what makes a shell complete the command line.

use clap::Args;
use clap_complete::Shell;

use crate::outcome::Outcome;

#[derive(Args, Clone, Debug)]
pub(crate) struct CompletionsArguments {
    /// The shell
    shell: Shell,
}

pub(super) fn run(arguments: &CompletionsArguments, mut definition: clap::Command) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut definition, "brief", &mut script);
    Outcome::text(String::from_utf8_lossy(&script).into_owned())
}
