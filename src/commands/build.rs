//! `brief build`: makes a page of each file.

use brief::analysis::Edition;

use super::audience::Audience;
use super::check::{cannot, examine, meter};
use super::design::PageMaker;
use super::destination::{Destination, plan};
use super::input::InputPath;
use super::outcome::{FileOutcome, Outcome, Page, Report, UsageError};
use super::parallel::each;
use super::rebuild;
use super::resolve::resolve;
use super::write::write_whole;
use crate::cli::{BuildArguments, InputArguments};

/// An input, and where its page goes.
pub(super) type Job = (InputPath, Destination);

/// Runs the command.
pub(super) fn run(
    arguments: &BuildArguments,
    audience: &mut dyn Audience,
) -> Result<Outcome, UsageError> {
    if arguments.watch {
        return rebuild::run(arguments, audience);
    }
    Ok(build(jobs(arguments)?, arguments, audience))
}

/// Returns what there is to do.
pub(super) fn jobs(arguments: &BuildArguments) -> Result<Vec<Job>, UsageError> {
    let inputs = resolve(&arguments.inputs.files)?;
    let destinations = plan(&inputs, arguments.output.as_deref())?;
    Ok(inputs.into_iter().zip(destinations).collect())
}

/// Makes the pages.
pub(super) fn build(
    jobs: Vec<Job>,
    arguments: &BuildArguments,
    audience: &dyn Audience,
) -> Outcome {
    let maker = PageMaker::read(&arguments.page);
    let meter = meter(audience, &arguments.inputs, jobs.len());
    let files = each(jobs, |job| {
        let file = build_one(job, &maker, &arguments.inputs);
        meter.advance();
        file
    });
    Outcome::Build(Report {
        format: arguments.inputs.format.for_machines(),
        files,
    })
}

fn build_one(
    (input, destination): Job,
    maker: &Result<PageMaker, String>,
    arguments: &InputArguments,
) -> FileOutcome {
    let (mut file, brief) = examine(&input, arguments);
    if let Some(brief) = brief {
        let made = make(&Edition::of(brief), maker).and_then(|html| deliver(html, destination));
        match made {
            Ok(page) => file.page = page,
            Err(failure) => file.failure = Some(failure.into()),
        }
    }
    file
}

/// Makes the page of a brief.
pub(super) fn make(edition: &Edition, maker: &Result<PageMaker, String>) -> Result<String, String> {
    maker.as_ref().map_err(Clone::clone)?.make(edition, None)
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
