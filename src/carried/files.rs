//! Names the files that carried sources are, for whoever has them back.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use unicode_normalization::UnicodeNormalization as _;

use super::sources::{CarriedError, Sources};
use crate::diagnostics::printable;
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
/// Characters by which a name leads elsewhere on some system, or is none.
const NOT_IN_NAMES: [char; 9] = ['/', '\\', ':', '<', '>', '"', '|', '?', '*'];

impl Sources {
    /// Returns the files, the brief first. It has no name in the page, and gets one: this, without an
    /// ending, if it is one that files may have here.
    ///
    /// # Errors
    /// A name is none that a file may have everywhere: it could lead elsewhere, or be that of another.
    pub fn files(&self, name: &str) -> Result<Vec<CarriedFile<'_>>, CarriedError> {
        let files = self.named(name);
        for (folder, name, _) in &files {
            let is_known = match *folder {
                "static" => Design::style_sheet_names().any(|known| known == name),
                "templates" => Design::template_names().any(|known| known == name),
                _ => false,
            };
            if !is_known {
                refuse_unsafe(name)?;
            }
        }
        refuse_twice(&files)?;
        let files = files.into_iter();
        Ok(files
            .map(|(folder, name, text)| CarriedFile {
                path: path_of(folder, &name),
                text,
            })
            .collect())
    }

    /// Returns the names of all that is carried, as the page has them: they may be any texts.
    pub fn names(&self, name: &str) -> Vec<String> {
        let files = self.named(name).into_iter();
        files
            .map(|(folder, name, _)| path_of(folder, &name))
            .collect()
    }

    /// Returns all that is carried: the folder, the name in it, and the text.
    fn named(&self, name: &str) -> Vec<(&'static str, String, &str)> {
        let is_safe = refuse_unsafe(&format!("{name}{LOCK}")).is_ok();
        let name = self.free_name(if is_safe { name } else { "brief" });
        let mut files = vec![("", format!("{name}.yaml"), &*self.brief)];
        let lock = self.lock.iter();
        files.extend(lock.map(|lock| ("", format!("{name}{LOCK}"), &**lock)));
        let beside = self.beside.iter();
        files.extend(beside.map(|(name, text)| ("", name.clone(), &**text)));
        let locks = self.locks.iter();
        files.extend(locks.map(|(name, text)| ("", lock_of(name), &**text)));
        let own = &self.own;
        let locales = own.locales.iter();
        files.extend(locales.map(|(tag, text)| ("locales", format!("{tag}.ftl"), &**text)));
        for (folder, own) in [("static", &own.style_sheets), ("templates", &own.templates)] {
            files.extend(
                own.iter()
                    .map(|(name, text)| (folder, name.clone(), &**text)),
            );
        }
        files
    }

    /// Returns a name that neither the brief nor its lock shares with what stands beside it.
    fn free_name(&self, name: &str) -> String {
        let locks = self.locks.keys().map(|name| lock_of(name));
        let taken: BTreeSet<String> = self.beside.keys().cloned().chain(locks).collect();
        let taken: BTreeSet<String> = taken.iter().map(|name| folded(name)).collect();
        let is_free = |name: &String| {
            let name = folded(name);
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

/// Returns where a file stands.
fn path_of(folder: &str, name: &str) -> String {
    if folder.is_empty() {
        name.to_owned()
    } else {
        format!("{folder}/{name}")
    }
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
        && !name.ends_with(['.', ' '])
        && !name.contains(NOT_IN_NAMES)
        && !name.contains(char::is_control)
        && printable(name) == name
        && !is_device(name);
    if is_safe {
        return Ok(());
    }
    let message = format!("{name:?} is no plain name of a file on all systems");
    Err(CarriedError::Names(message))
}

/// Says whether Windows has a device of that name, whatever its ending is.
fn is_device(name: &str) -> bool {
    let (stem, _) = name.split_once('.').unwrap_or((name, ""));
    let stem = stem.trim_end().to_ascii_uppercase();
    let port = stem
        .strip_prefix("COM")
        .or_else(|| stem.strip_prefix("LPT"));
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&&*stem)
        || port.is_some_and(|port| {
            let mut digits = port.chars();
            let is_digit = |digit: char| digit.is_ascii_digit() || "¹²³".contains(digit);
            digits.next().is_some_and(is_digit) && digits.next().is_none()
        })
}

/// Returns a name as systems compare it that take several for one.
fn folded(name: &str) -> String {
    let composed: String = name.nfc().collect();
    composed.to_lowercase().nfc().collect()
}

/// Refuses names that are one to some file systems.
fn refuse_twice(files: &[(&str, String, &str)]) -> Result<(), CarriedError> {
    let folders = files.iter().map(|(folder, ..)| (*folder).to_owned());
    let folders: BTreeSet<String> = folders.filter(|folder| !folder.is_empty()).collect();
    let mut seen = BTreeMap::new();
    for (folder, name, _) in files {
        let path = folded(&path_of(folder, name));
        if folders.contains(&path) {
            let message = format!("{name:?} is the name of a folder of what it carries");
            return Err(CarriedError::Names(message));
        }
        if let Some(other) = seen.insert(path, name) {
            let message = format!("{other:?} and {name:?} are one name to some systems");
            return Err(CarriedError::Names(message));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{folded, refuse_unsafe};

    #[test]
    fn names_that_are_none_on_some_system_are_refused() {
        for name in [
            "",
            ".a",
            "a/b",
            "a\\b",
            "C:a",
            "a|b",
            "a?",
            "a*",
            "<a",
            "a>",
            "a\"b",
            "a\0",
            "a\tb",
            "a\u{202E}b",
            "NUL",
            "con.yaml",
            "Aux .yaml",
            "lpt1.tar.gz",
            "COM¹",
            "a.yaml.",
            "a.yaml ",
        ] {
            assert!(refuse_unsafe(name).is_err(), "{name:?}");
        }
        for name in [
            "a.yaml",
            "a b.yaml",
            "голоси.yaml",
            "e\u{301}.yaml",
            "console.yaml",
            "com10",
            "lpt.yaml",
            "a'b & c; d.yaml",
        ] {
            assert!(refuse_unsafe(name).is_ok(), "{name:?}");
        }
    }

    #[test]
    fn what_some_system_takes_for_one_name_is_one() {
        for (one, other) in [("A.yaml", "a.yaml"), ("é", "e\u{301}"), ("É", "e\u{301}")] {
            assert_eq!(folded(one), folded(other));
        }
        assert_ne!(folded("a"), folded("b"));
    }
}
