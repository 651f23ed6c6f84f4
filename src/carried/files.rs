//! Names the files that carried sources are, for whoever has them back.

use std::collections::BTreeSet;
use std::path::Path;

use super::sources::{CarriedError, Sources};
use crate::page::Design;

/// A carried file: its name, with the folder that it stands in if it has one, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CarriedFile<'a> {
    /// Where it stands: a plain name, or one below `locales`, `static` or `templates`.
    pub path: String,
    /// Its text, as it was read.
    pub text: &'a str,
}

/// The ending of the evidence lock that stands beside a brief.
const LOCK: &str = ".evidence.yaml";
/// The longest name that file systems take, in bytes.
const LONGEST: usize = 255;
/// Characters by which a name leads elsewhere on some system.
const NOT_IN_NAMES: [char; 3] = ['/', '\\', ':'];

impl Sources {
    /// Returns the files, the brief first. It has no name in the page, and gets one: this, without an
    /// ending, if it is one that files may have here.
    ///
    /// # Errors
    /// A name is none that a file may have here: it could lead elsewhere.
    pub fn files(&self, name: &str) -> Result<Vec<CarriedFile<'_>>, CarriedError> {
        let is_safe = refuse_unsafe(&format!("{name}{LOCK}")).is_ok();
        let name = self.free_name(if is_safe { name } else { "brief" });
        let mut files = vec![(format!("{name}.yaml"), &*self.brief)];
        let lock = self
            .lock
            .iter()
            .map(|lock| (format!("{name}{LOCK}"), &**lock));
        files.extend(lock);
        let beside = self.beside.iter();
        files.extend(beside.map(|(name, text)| (name.clone(), &**text)));
        let locks = self.locks.iter();
        files.extend(locks.map(|(name, text)| (lock_of(name), &**text)));
        let own = &self.own;
        let locales = own.locales.iter();
        let locales = locales.map(|(tag, text)| (format!("{tag}.ftl"), text));
        let known: [(_, BTreeSet<&str>, Vec<_>); 3] = [
            ("locales", BTreeSet::new(), locales.collect()),
            (
                "static",
                Design::style_sheet_names().collect(),
                of_own(&own.style_sheets),
            ),
            (
                "templates",
                Design::template_names().collect(),
                of_own(&own.templates),
            ),
        ];
        for (path, _) in &files {
            refuse_unsafe(path)?;
        }
        for (folder, names, found) in known {
            for (name, text) in found {
                if !names.contains(&*name) {
                    refuse_unsafe(&name)?;
                }
                files.push((format!("{folder}/{name}"), text));
            }
        }
        refuse_twice(&files)?;
        let files = files.into_iter();
        Ok(files
            .map(|(path, text)| CarriedFile { path, text })
            .collect())
    }

    /// Returns a name that neither the brief nor its lock shares with what stands beside it.
    fn free_name(&self, name: &str) -> String {
        let locks = self.locks.keys().map(|name| lock_of(name));
        let taken: BTreeSet<String> = self.beside.keys().cloned().chain(locks).collect();
        let taken: BTreeSet<String> = taken.iter().map(|name| name.to_lowercase()).collect();
        let is_free = |name: &String| {
            let name = name.to_lowercase();
            let folders = ["locales", "static", "templates"];
            [".yaml", LOCK]
                .iter()
                .all(|ending| !taken.contains(&format!("{name}{ending}")))
                && !folders.contains(&&*name)
        };
        let numbered = (2..).map(|number| format!("{name}-{number}"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        names.find(is_free).unwrap_or_default()
    }
}

fn of_own(files: &std::collections::BTreeMap<String, String>) -> Vec<(String, &String)> {
    files
        .iter()
        .map(|(name, text)| (name.clone(), text))
        .collect()
}

/// Returns the name of the lock of an edition.
fn lock_of(edition: &str) -> String {
    let stem = Path::new(edition).file_stem().unwrap_or_default();
    format!("{}{LOCK}", stem.to_string_lossy())
}

fn refuse_unsafe(name: &str) -> Result<(), CarriedError> {
    let is_safe = !name.is_empty()
        && name.len() <= LONGEST
        && !name.starts_with('.')
        && !name.contains(NOT_IN_NAMES)
        && !name.contains(char::is_control);
    if is_safe {
        return Ok(());
    }
    let message = format!("`{}` is no plain name of a file", name.escape_debug());
    Err(CarriedError::Broken(message))
}

/// Refuses names that are one to some file systems.
fn refuse_twice(files: &[(String, &str)]) -> Result<(), CarriedError> {
    let mut seen = BTreeSet::new();
    for (path, _) in files {
        if !seen.insert(path.to_lowercase()) {
            let message = format!("it has two files `{}`", path.escape_debug());
            return Err(CarriedError::Broken(message));
        }
    }
    Ok(())
}
