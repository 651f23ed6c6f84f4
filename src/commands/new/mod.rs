//! `brief new`: starts a brief.

mod place;
mod starter;

use std::fs;
use std::path::Path;

use super::check::cannot;
use super::day::given_or_today;
use super::outcome::{Made, Outcome, UsageError};
use super::schema::put_beside;
use super::write::write_new;
use crate::cli::NewArguments;

/// Runs the command.
pub(super) fn run(arguments: &NewArguments) -> Result<Outcome, UsageError> {
    let path = place::of(&arguments.name)?;
    let day = given_or_today(arguments.day.as_deref())?;
    refuse_to_overwrite(&path)?;
    let text = starter::text(arguments.lang, &day);
    let schema = put_beside(&path)?;
    if let Err(error) = write_new(&path, &text) {
        // Another program may have been faster.
        refuse_to_overwrite(&path)?;
        let message = cannot("write", &path.display().to_string(), &error);
        let help = "name a place that you may write to: `brief new FOLDER/NAME`";
        return Err(UsageError::new(message).help(help));
    }
    let shown = path.display();
    let next = format!(
        "open {shown} in your editor; one with a YAML language server completes and explains \
         every field\n  \
         brief check {shown}    says what is missing or wrong\n  \
         brief serve {shown}    shows the page as you write\n  \
         brief build {shown}    makes the page\n"
    );
    let paths = std::iter::once(path).chain(schema).collect();
    Ok(Outcome::Made(Made { paths, next }))
}

fn refuse_to_overwrite(path: &Path) -> Result<(), UsageError> {
    // A link that leads nowhere is something, too.
    if fs::symlink_metadata(path).is_err() {
        return Ok(());
    }
    let message = format!("there is a `{}` already", path.display());
    Err(UsageError::new(message).help("choose another name, or move that file away"))
}
