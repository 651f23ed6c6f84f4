//! `brief diff`: what changed from one edition to the next.

use brief::Locales;
use brief::analysis::Edition;
use brief::analysis::changes::Diff;
use brief::diagnostics::{Diagnostics, MachineFormat};
use brief::export::{self, Marks};

use super::check::examine_alone;
use super::design::locales;
use super::input::InputPath;
use super::outcome::{Diff as Compared, Exit, FileOutcome, Outcome, Report, Shown, UsageError};
use super::resolve::sole;
use crate::cli::{DiffArguments, DiffFormat};

/// Runs the command.
pub(super) fn run(arguments: &DiffArguments) -> Result<Outcome, UsageError> {
    let inputs = [sole(Some(&arguments.old))?, sole(Some(&arguments.new))?];
    if inputs == [InputPath::Stdin, InputPath::Stdin] {
        let message = "standard input holds one edition alone";
        let help = "name the file of the other: `brief diff old.yaml -`";
        return Err(UsageError::new(message).help(help));
    }
    let json = arguments.format == DiffFormat::Json;
    let mut files = Vec::with_capacity(inputs.len());
    let mut editions = Vec::with_capacity(inputs.len());
    for input in &inputs {
        let (mut file, brief) = examine_alone(input);
        if brief.is_some() {
            // What is only doubtful in an edition is for `check` to say.
            file.diagnostics = Diagnostics::new();
        }
        files.push(file);
        editions.extend(brief.map(Edition::of));
    }
    if arguments.structure {
        return Ok(mirror(files, json));
    }
    let mut shown = None;
    if let ([old, new], [_, file]) = (editions.as_slice(), files.as_mut_slice()) {
        refuse_two_languages(old, new)?;
        match locales(arguments.words.locales.as_deref()) {
            Ok(locales) => shown = Some(show(old, new, json, &locales)),
            Err(error) => file.failure = Some(error.into()),
        }
    }
    let changed = shown.as_ref().is_some_and(|(changed, _)| *changed);
    Ok(Outcome::Diff(Compared {
        format: json.then_some(MachineFormat::Json),
        files,
        shown: shown.map(|(_, shown)| shown),
        is_fault: changed && arguments.exit_code,
    }))
}

/// Compares a translation with its original, if both are sound. What is wrong with both is said of
/// each, as `check` says it.
fn mirror(mut files: Vec<FileOutcome>, json: bool) -> Outcome {
    if files.iter().all(|file| file.exit() == Exit::Fine)
        && let [original, translation] = files.as_mut_slice()
    {
        translation.diagnostics =
            brief::mirror(original.text.as_bytes(), translation.text.as_bytes());
        files.remove(0);
    }
    Outcome::Check(Report {
        format: json.then_some(MachineFormat::Json),
        files,
    })
}

fn refuse_two_languages(old: &Edition, new: &Edition) -> Result<(), UsageError> {
    let (from, to) = (&old.brief().parts().lang, &new.brief().parts().lang);
    if from.primary() == to.primary() {
        return Ok(());
    }
    let message = format!("the editions are in two languages, `{from}` and `{to}`");
    Err(UsageError::new(message).help("compare their structure: `--structure`"))
}

/// Compares two editions; says whether anything changed.
fn show(old: &Edition, new: &Edition, json: bool, locales: &Locales) -> (bool, Shown) {
    let diff = Diff::between(old, new);
    let shown = if json {
        Shown::alike(export::diff_json(&diff))
    } else {
        Shown {
            plain: export::diff_text(&diff, locales, Marks::Plain),
            coloured: export::diff_text(&diff, locales, Marks::Coloured),
        }
    };
    (!diff.is_empty(), shown)
}
