//! `brief build --watch`: builds, and builds again what changes.

use std::path::PathBuf;

use super::audience::Audience;
use super::build::{Job, build, jobs};
use super::destination::Destination;
use super::input::{InputPath, identity};
use super::outcome::{Outcome, UsageError};
use super::watching::Watching;
use crate::cli::BuildArguments;

/// Runs until the user ends it. A fault in an input or in the arguments' files is reported, and
/// waits to be mended.
pub(super) fn run(
    arguments: &BuildArguments,
    audience: &mut dyn Audience,
) -> Result<Outcome, UsageError> {
    let mut known = jobs(arguments)?;
    for (input, destination) in &known {
        refuse_streams(input, destination)?;
    }
    let inputs = known.iter().map(|(input, _)| input);
    let mut watching = Watching::begin(&arguments.inputs.files, &arguments.page, inputs)?;
    audience.hear(&Ok(build(known.clone(), arguments, audience)));
    audience.hear(&Ok(Outcome::Remark(
        "waiting for changes; Ctrl-C ends".to_owned(),
    )));
    while let Some(changes) = watching.next(&pages(&known)) {
        let round = jobs(arguments).map(|jobs| {
            let mut changed = jobs.clone();
            changed.retain(|job| changes.affect(&job.0) || !known.contains(job));
            known = jobs;
            changed
        });
        watching.widen(known.iter().map(|(input, _)| input))?;
        match round {
            Ok(changed) if changed.is_empty() => {}
            Ok(changed) => audience.hear(&Ok(build(changed, arguments, audience))),
            Err(error) => audience.hear(&Err(error)),
        }
    }
    Ok(Outcome::Text(String::new()))
}

/// Returns where the pages go, as they are known to a watcher.
fn pages(jobs: &[Job]) -> Vec<PathBuf> {
    let destinations = jobs.iter().map(|(_, destination)| destination);
    destinations
        .filter_map(|destination| match destination {
            Destination::Stdout => None,
            Destination::File(path) => Some(identity(path)),
        })
        .collect()
}

fn refuse_streams(input: &InputPath, destination: &Destination) -> Result<(), UsageError> {
    let message = match (input, destination) {
        (InputPath::Stdin, _) => "standard input cannot be watched",
        (_, Destination::Stdout) => "standard output cannot take a page again and again",
        (InputPath::File(_), Destination::File(_)) => return Ok(()),
    };
    Err(UsageError::new(message).help("name a file"))
}
