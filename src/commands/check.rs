//! `brief check`: reports what is wrong with each file.

use clap::Args;

use super::arguments::InputArguments;
use super::examine::{checked, examine};
use super::many::{Reporter, each_shown};
use super::outcome::{MachineReport, Outcome, UsageError};
use super::resolve::resolve;

#[derive(Args, Clone, Debug)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    inputs: InputArguments,
}

pub(super) fn run(
    arguments: &CheckArguments,
    reporter: &mut dyn Reporter,
) -> Result<Outcome, UsageError> {
    let inputs = resolve(&arguments.inputs.files)?;
    let format = arguments.inputs.format;
    let files = each_shown(inputs, format, reporter, |input| {
        examine(&input, &arguments.inputs).0
    });
    Ok(Outcome {
        report: format.for_machines().map(MachineReport::OnStdout),
        ..checked(files)
    })
}
