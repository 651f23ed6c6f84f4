//! The commands: one file a verb. They do the work and return what came of it; none prints.

mod audience;
mod build;
mod check;
mod completions;
mod day;
mod design;
mod destination;
mod diff;
mod explain;
mod export;
mod import;
mod input;
mod man;
mod new;
mod one_text;
mod origins;
mod outcome;
mod parallel;
mod pdf;
mod rebuild;
mod resolve;
mod schema;
mod serve;
mod snapshots;
mod unreadable;
mod verify;
mod watching;
mod write;

pub(crate) use audience::{Audience, Meter, Silent};
pub(crate) use outcome::{
    Diff, Exit, FileOutcome, Made, Outcome, Page, Prints, Report, SheetPlace, UsageError, Verified,
};

use crate::cli::Verb;

/// Runs a command.
pub(crate) fn run(verb: &Verb, audience: &mut dyn Audience) -> Result<Outcome, UsageError> {
    match verb {
        Verb::New(arguments) => new::run(arguments),
        Verb::Build(arguments) => build::run(arguments, audience),
        Verb::Check(arguments) => check::run(arguments, audience),
        Verb::Serve(arguments) => serve::run(arguments, audience),
        Verb::Verify(arguments) => verify::run(arguments),
        Verb::Origins(arguments) => origins::run(arguments),
        Verb::Diff(arguments) => diff::run(arguments),
        Verb::Export(arguments) => export::run(arguments),
        Verb::Import(arguments) => import::run(arguments),
        Verb::Pdf(arguments) => pdf::run(arguments),
        Verb::Explain(arguments) => explain::run(arguments),
        Verb::Completions(arguments) => Ok(completions::run(arguments)),
        Verb::Schema(arguments) => schema::run(arguments),
        Verb::Man(arguments) => man::run(arguments),
    }
}
