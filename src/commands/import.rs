//! `brief import`: makes parts of a brief from what another program wrote.

use std::path::PathBuf;

use brief::import;
use clap::{Args, ValueEnum};

use super::input::InputPath;
use super::resolve::unreadable;
use crate::outcome::{Failure, Outcome};

/// The size of a library at most, in bytes.
const MOST_BYTES: u64 = 64 << 20;

#[derive(Args, Clone, Debug)]
pub(crate) struct ImportArguments {
    /// The form of the file
    from: ImportForm,
    /// The file; `-` is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ImportForm {
    /// Sources from a reference manager such as Zotero
    CslJson,
}

pub(super) fn run(arguments: &ImportArguments) -> Result<Outcome, Failure> {
    let input = InputPath::of(&arguments.file);
    let bytes = input
        .read_at_most(MOST_BYTES)
        .map_err(|error| unreadable(&input, &error))?;
    let made = match arguments.from {
        ImportForm::CslJson => import::csl_json(&bytes),
    };
    made.map(Outcome::text).map_err(|error| {
        let message = format!("`{}` is not CSL-JSON: {error}", input.name());
        let help = "have Zotero export the library as “CSL JSON”, and name that file";
        Failure::of_input(message, help)
    })
}
