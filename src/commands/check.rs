//! `brief check`: reports what is wrong with each file.

use std::io;

use brief::diagnostics::Diagnostics;
use brief::model::Brief;
use brief::{Beside, EditionFile, ReadEdition};

use super::audience::{Audience, Meter, Silent};
use super::input::{InputPath, read_at_most};
use super::outcome::{FileOutcome, Outcome, Page, Report, UsageError};
use super::parallel::each;
use super::resolve::resolve;
use super::unreadable::unreadable;
use crate::cli::{CheckArguments, Deny, InputArguments};

/// The size of an evidence lock at most, in bytes.
const MOST_OF_A_LOCK: u64 = 8 << 20;

/// Runs the command.
pub(super) fn run(
    arguments: &CheckArguments,
    audience: &mut dyn Audience,
) -> Result<Outcome, UsageError> {
    let inputs = resolve(&arguments.inputs.files)?;
    let meter = meter(audience, &arguments.inputs, inputs.len());
    let files = each(inputs, |input| {
        let (file, _) = examine(&input, &arguments.inputs);
        meter.advance();
        file
    });
    Ok(Outcome::Check(Report {
        format: arguments.inputs.format.for_machines(),
        files,
    }))
}

/// Returns what shows people how far a run is, and machines nothing.
pub(super) fn meter(
    audience: &dyn Audience,
    arguments: &InputArguments,
    files: usize,
) -> Box<dyn Meter> {
    match arguments.format.for_machines() {
        None => audience.meter(files),
        Some(_) => Box::new(Silent),
    }
}

/// Reads and checks an input with what stands beside it; the brief comes along only if its page may
/// be made.
pub(super) fn examine(
    input: &InputPath,
    arguments: &InputArguments,
) -> (FileOutcome, Option<Brief>) {
    examine_after(input, arguments, Some(&|name| read_edition(input, name)))
}

/// Does so without the edition before.
pub(super) fn examine_alone(input: &InputPath) -> (FileOutcome, Option<Brief>) {
    examine_after(input, &InputArguments::default(), None)
}

fn examine_after(
    input: &InputPath,
    arguments: &InputArguments,
    previous: Option<&ReadEdition<'_>>,
) -> (FileOutcome, Option<Brief>) {
    let mut file = FileOutcome {
        name: input.name(),
        text: String::new(),
        diagnostics: Diagnostics::new(),
        failure: None,
        page: Page::None,
    };
    let bytes = match input.read() {
        Ok(bytes) => bytes,
        Err(error) => {
            file.failure = Some(unreadable(input, &error).into());
            return (file, None);
        }
    };
    let lock = match read_evidence(input) {
        Ok(lock) => lock,
        Err(failure) => {
            file.failure = Some(failure.into());
            return (file, None);
        }
    };
    let checked = brief::check_beside(
        &bytes,
        Beside {
            evidence: lock.as_deref(),
            previous,
        },
    );
    file.text = String::from_utf8_lossy(&bytes).into_owned();
    file.diagnostics = checked.diagnostics;
    if arguments.deny == Some(Deny::Warnings) {
        file.diagnostics.deny_warnings();
    }
    let brief = checked.brief.filter(|_| !file.diagnostics.has_errors());
    (file, brief)
}

/// Reads the evidence lock beside an input, if there is one.
/// Reads the evidence lock beside an input, if there is one.
pub(super) fn read_evidence(input: &InputPath) -> Result<Option<Vec<u8>>, String> {
    let Some(path) = input.evidence() else {
        return Ok(None);
    };
    match read_at_most(&path, MOST_OF_A_LOCK) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(cannot("read", &path.display().to_string(), &error)),
    }
}

/// Reads an edition that stands beside an input, with its evidence lock.
fn read_edition(input: &InputPath, name: &str) -> Result<EditionFile, String> {
    let beside = input.beside(name).ok_or("standard input has no folder")?;
    Ok(EditionFile {
        bytes: beside.read().map_err(|error| error.to_string())?,
        evidence: read_evidence(&beside)?,
    })
}

/// Says what could not be done to a file.
pub(super) fn cannot(verb: &str, name: &str, error: &io::Error) -> String {
    format!("cannot {verb} `{name}`: {error}")
}
