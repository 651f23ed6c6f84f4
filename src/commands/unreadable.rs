//! What to say of an input that cannot be read: which file was meant, if one is near.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use brief::diagnostics::nearest;

use super::check::cannot;
use super::input::InputPath;
use super::outcome::UsageError;
use super::resolve::{CONTENT, is_brief};

/// Says that an input cannot be read, and what to name instead.
pub(super) fn unreadable(input: &InputPath, error: &io::Error) -> UsageError {
    let message = UsageError::new(cannot("read", &input.name(), error));
    match input {
        InputPath::File(path) if error.kind() == io::ErrorKind::NotFound => match meant(path) {
            Some(meant) => message.help(format!("did you mean `{}`?", meant.display())),
            None if is_word(path) => {
                message.help("name a file that is there; `brief help` lists all commands")
            }
            None => message.help("name a file that is there; `brief new NAME` starts one"),
        },
        InputPath::File(_) | InputPath::Stdin => message.help("name a file that you may read"),
    }
}

/// Says whether a path could as well have been meant as a command.
fn is_word(path: &Path) -> bool {
    path.extension().is_none() && path.components().count() == 1
}

/// Returns the brief that a path may have meant: beside it, or where briefs are kept.
fn meant(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let beside = path.parent().unwrap_or(Path::new(""));
    let folders = [beside, Path::new(CONTENT)];
    let briefs: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| briefs_in(folder))
        .collect();
    let is_named = |found: &&PathBuf| {
        found.file_name().is_some_and(|found| found == name)
            || found.file_stem().is_some_and(|stem| stem == name)
    };
    if let Some(found) = briefs.iter().find(is_named) {
        return Some(found.clone());
    }
    let names = briefs
        .iter()
        .filter_map(|found| found.file_name()?.to_str());
    let nearest = nearest(name, names)?;
    let is_nearest = |found: &PathBuf| found.file_name().is_some_and(|found| found == nearest);
    briefs.iter().find(|found| is_nearest(found)).cloned()
}

/// Returns the briefs in a folder, sorted; none if it cannot be read.
fn briefs_in(folder: &Path) -> Vec<PathBuf> {
    let here = Path::new(".").join(folder);
    let entries = fs::read_dir(here).into_iter().flatten().flatten();
    let mut briefs: Vec<_> = entries
        .map(|entry| folder.join(entry.file_name()))
        .filter(|path| is_brief(path))
        .collect();
    briefs.sort();
    briefs
}
