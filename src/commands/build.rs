//! `brief build`: makes a page of each file.

use std::error::Error;

use brief::model::Brief;
use brief::page::Options;

use super::audience::Audience;
use super::check::{cannot, examine, meter};
use super::destination::{Destination, plan};
use super::input::InputPath;
use super::outcome::{FileOutcome, Outcome, Page, Report, UsageError};
use super::parallel::each;
use super::resolve::resolve;
use super::write::write_whole;
use crate::cli::{BuildArguments, InputArguments};

/// Runs the command.
pub(super) fn run(
    arguments: &BuildArguments,
    audience: &mut dyn Audience,
) -> Result<Outcome, UsageError> {
    let inputs = resolve(&arguments.inputs.files)?;
    let destinations = plan(&inputs, arguments.output.as_deref())?;
    let options = Options {
        large_print: arguments.large_print,
        templates: arguments.templates.clone(),
        static_dir: arguments.static_dir.clone(),
    };
    let pairs: Vec<_> = inputs.into_iter().zip(destinations).collect();
    let meter = meter(audience, &arguments.inputs, pairs.len());
    let files = each(pairs, |(input, destination)| {
        let file = build(&input, destination, &options, &arguments.inputs);
        meter.advance();
        file
    });
    Ok(Outcome::Build(Report {
        format: arguments.inputs.format.for_machines(),
        files,
    }))
}

fn build(
    input: &InputPath,
    destination: Destination,
    options: &Options,
    arguments: &InputArguments,
) -> FileOutcome {
    let (mut file, brief) = examine(input, arguments);
    if let Some(brief) = brief {
        match make(&brief, options, destination) {
            Ok(page) => file.page = page,
            Err(failure) => file.failure = Some(failure),
        }
    }
    file
}

fn make(brief: &Brief, options: &Options, destination: Destination) -> Result<Page, String> {
    let html = brief::render(brief, options).map_err(|error| in_full(&error))?;
    deliver(html, destination)
}

/// Brings what was made of a brief to where it goes.
pub(super) fn deliver(text: String, destination: Destination) -> Result<Page, String> {
    match destination {
        Destination::Stdout => Ok(Page::Printed(text)),
        Destination::File(path) => match write_whole(&path, &text) {
            Ok(()) => Ok(Page::Written(path)),
            Err(error) => Err(cannot("write", &path.display().to_string(), &error)),
        },
    }
}

/// Returns an error with all its causes.
fn in_full(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}
