//! `brief diff`: shows what changed from one edition to the next.

use std::path::PathBuf;

use brief::diagnostics::{Diagnostics, MachineFormat};
use brief::export::{self, Marks};
use brief::model::Brief;
use brief::{Diff, Edition, Input, Locales};
use clap::{Args, ValueEnum};

use super::arguments::LocalesArgument;
use super::examine::{Beside, checked, examine, examine_after};
use super::input::InputPath;
use super::make::locales;
use super::resolve::sole;
use crate::outcome::{Exit, Failure, FileOutcome, MachineReport, Outcome, Text};

#[derive(Args, Clone, Debug)]
pub(crate) struct DiffArguments {
    /// The old edition; `-` is standard input
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The new edition; `-` is standard input
    #[arg(value_name = "NEW")]
    new: PathBuf,
    /// Check that NEW is OLD in another language: the same ids in the same order, attributed, dated
    /// and quoted alike
    #[arg(long, conflicts_with = "locales")]
    structure: bool,
    /// How to show what changed
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: DiffFormat,
    /// Exit with 1 if anything changed in the headline, the bottom line, claims with their voices,
    /// sources and quotes, positions, tensions, events or gaps
    #[arg(long, conflicts_with = "structure")]
    exit_code: bool,
    #[command(flatten)]
    words: LocalesArgument,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum DiffFormat {
    /// Word by word, for people
    Human,
    /// As one JSON document; problems of a file then are JSON on standard error
    Json,
}

pub(super) fn run(arguments: &DiffArguments) -> Result<Outcome, Failure> {
    let inputs = [sole(Some(&arguments.old))?, sole(Some(&arguments.new))?];
    if inputs == [InputPath::Stdin, InputPath::Stdin] {
        let message = "standard input holds one edition alone";
        let help = "name the file of the other: `brief diff old.yaml -`";
        return Err(Failure::new(message, help));
    }
    let format = (arguments.format == DiffFormat::Json).then_some(MachineFormat::Json);
    let mut files = Vec::with_capacity(inputs.len());
    let mut editions = Vec::with_capacity(inputs.len());
    for (mut file, brief) in examine_both(&inputs) {
        if brief.is_some() {
            // What is only doubtful in an edition is for `check` to say.
            file.diagnostics = Diagnostics::new();
        }
        files.push(file);
        editions.extend(brief.map(Edition::of));
    }
    if arguments.structure {
        return Ok(mirror(&inputs, files, format));
    }
    let mut outcome = Outcome {
        files,
        report: format.map(MachineReport::OnStderr),
        ..Outcome::default()
    };
    if let ([old, new], [_, file]) = (editions.as_slice(), outcome.files.as_mut_slice()) {
        refuse_two_languages(old, new)?;
        match locales(&arguments.words) {
            Ok(locales) => {
                let diff = Diff::between(old, new);
                file.is_fault = arguments.exit_code && !diff.is_empty();
                outcome.text = text(&diff, format, &locales);
                // Nothing is wrong, and nothing is said of that.
                outcome.report = None;
            }
            Err(error) => file.failure = Some(Failure::of_machine(error)),
        }
    }
    Ok(outcome)
}

/// Examines two editions. One of them may follow the other, and know it by a name that it does not
/// have here.
fn examine_both(inputs: &[InputPath; 2]) -> [(FileOutcome, Option<Brief>); 2] {
    let [mut old, mut new] = inputs.each_ref().map(|input| examine(input, None, None));
    if new.1.is_none() && old.1.is_some() {
        again(&inputs[1], &mut new, &old.0);
    } else if old.1.is_none() && new.1.is_some() {
        again(&inputs[0], &mut old, &new.0);
    }
    [old, new]
}

/// Examines an edition as one that follows another; without success, it stays as it was found.
fn again(input: &InputPath, found: &mut (FileOutcome, Option<Brief>), other: &FileOutcome) {
    // Standard input has been read.
    let after = examine_after(input, found.0.own_text(), other.own_text().as_bytes());
    if after.1.is_some() {
        *found = after;
    }
}

/// Compares a translation with its original, if both are sound. What is wrong with both is said of
/// each, as `check` says it.
#[expect(
    clippy::expect_used,
    reason = "a mirror that was not looked for must not pass for one that was found"
)]
fn mirror(
    inputs: &[InputPath; 2],
    mut files: Vec<FileOutcome>,
    format: Option<MachineFormat>,
) -> Outcome {
    if files.iter().all(|file| file.exit() == Exit::Fine)
        && let [original, translation] = files.as_mut_slice()
    {
        let [one, other] = inputs.each_ref().map(Beside::without_locks);
        let original = Input::new(original.own_text()).with(&one);
        let mirrored = Input::new(translation.own_text()).with(&other);
        translation.diagnostics = brief::mirror(original, mirrored)
            .expect("both are sound, or they would have errors and not exit so");
        files.remove(0);
    }
    Outcome {
        report: format.map(MachineReport::OnStdout),
        ..checked(files)
    }
}

fn refuse_two_languages(old: &Edition, new: &Edition) -> Result<(), Failure> {
    let (from, to) = (&old.brief().parts().lang, &new.brief().parts().lang);
    if from.primary() == to.primary() {
        return Ok(());
    }
    let message = format!("the editions are in two languages, `{from}` and `{to}`");
    Err(Failure::new(
        message,
        "compare their structure: `--structure`",
    ))
}

fn text(diff: &Diff<'_>, format: Option<MachineFormat>, locales: &Locales) -> Text {
    match format {
        Some(_) => Text::from(export::diff_json(diff)),
        None => Text {
            plain: export::diff_text(diff, locales, Marks::Plain),
            coloured: export::diff_text(diff, locales, Marks::Coloured),
        },
    }
}
