//! `brief check`: reports what is wrong with each file.

use brief::diagnostics::MachineFormat;
use brief::{Edition, Locales, export};
use clap::Args;

use super::arguments::{Deny, InputArguments, LocalesArgument};
use super::examine::{checked, examine};
use super::input::InputPath;
use super::make::locales;
use super::many::each_shown;
use super::resolve::resolve;
use crate::outcome::{Failure, FileOutcome, MachineReport, Outcome};

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
    let deny = arguments.inputs.deny;
    let files = each_shown(inputs, format, |input| {
        if format.for_machines() == Some(MachineFormat::Json) {
            with_strength(&input, &words, deny)
        } else {
            examine(&input, Some(&words), deny).0
        }
    });
    Ok(Outcome {
        report: format.for_machines().map(MachineReport::OnStdout),
        ..checked(files)
    })
}

/// Checks a file, and finds on what its headline and its bottom line rest.
pub(super) fn with_strength(input: &InputPath, words: &Locales, deny: Option<Deny>) -> FileOutcome {
    let (mut file, brief) = examine(input, Some(words), deny);
    let edition = brief.map(Edition::of);
    file.strength = edition.map(|edition| export::strength_json(&edition));
    file
}
