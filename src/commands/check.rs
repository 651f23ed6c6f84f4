//! `brief check`: reports what is wrong with each file.

use brief::diagnostics::MachineFormat;
use brief::{Edition, export};
use clap::Args;

use super::arguments::{InputArguments, LocalesArgument};
use super::examine::{checked, examine};
use super::make::locales;
use super::many::each_shown;
use super::resolve::resolve;
use crate::outcome::{Failure, MachineReport, Outcome};

#[derive(Args, Clone, Debug)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    inputs: InputArguments,
    #[command(flatten)]
    words: LocalesArgument,
}

pub(super) fn run(arguments: &CheckArguments) -> Result<Outcome, Failure> {
    let inputs = resolve(&arguments.inputs.files)?;
    let format = arguments.inputs.format;
    let words = locales(&arguments.words).map_err(Failure::of_machine)?;
    let files = each_shown(inputs, format, |input| {
        let (mut file, brief) = examine(&input, Some(&words), arguments.inputs.deny);
        if format.for_machines() == Some(MachineFormat::Json) {
            let edition = brief.map(Edition::of);
            file.strength = edition.map(|edition| export::strength_json(&edition));
        }
        file
    });
    Ok(Outcome {
        report: format.for_machines().map(MachineReport::OnStdout),
        ..checked(files)
    })
}
