//! `brief check`: reports what is wrong with each file.

use clap::Args;

use super::arguments::InputArguments;
use super::examine::{checked, examine};
use super::many::each_shown;
use super::resolve::resolve;
use crate::outcome::{Failure, MachineReport, Outcome};

#[derive(Args, Clone, Debug)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    inputs: InputArguments,
}

pub(super) fn run(arguments: &CheckArguments) -> Result<Outcome, Failure> {
    let inputs = resolve(&arguments.inputs.files)?;
    let format = arguments.inputs.format;
    let files = each_shown(inputs, format, |input| {
        examine(&input, arguments.inputs.deny).0
    });
    Ok(Outcome {
        report: format.for_machines().map(MachineReport::OnStdout),
        ..checked(files)
    })
}
