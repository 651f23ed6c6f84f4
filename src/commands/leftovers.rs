//! Tells what a run is working with from what a killed run left behind, and clears the latter.
//!
//! Whatever is temporary has a name of this program's, and is locked as long as the run that made it
//! lives: the system takes the lock back, however that ends.

use std::ffi::OsStr;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// How many letters make the name of a temporary file its own.
const LETTERS: usize = 6;

/// Locks what was made under a temporary name. Says whether it is still there: another run may have
/// taken it for a leftover before.
pub(super) fn keep(made: &File) -> io::Result<bool> {
    // Where the system has no locks, nothing is cleared either.
    match made.lock() {
        Err(error) if error.kind() != io::ErrorKind::Unsupported => Err(error),
        Ok(()) | Err(_) => Ok(is_linked(made)),
    }
}

#[cfg(unix)]
fn is_linked(made: &File) -> bool {
    use std::os::unix::fs::MetadataExt;
    made.metadata().is_ok_and(|found| found.nlink() > 0)
}

#[cfg(not(unix))]
fn is_linked(_: &File) -> bool {
    true
}

/// Returns what killed runs left in a folder: those with a name between these that nobody has locked.
/// Each stays locked as long as it is held.
pub(super) fn of_killed_runs(
    folder: &Path,
    prefix: &str,
    suffix: &str,
) -> impl Iterator<Item = (PathBuf, File)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let ours = entries.filter(move |entry| is_ours(&entry.file_name(), prefix, suffix));
    ours.filter_map(|entry| {
        // No link is followed, and no pipe opened.
        let kind = entry.file_type().ok()?;
        if !kind.is_file() && !kind.is_dir() {
            return None;
        }
        let path = entry.path();
        let found = File::open(&path).ok()?;
        match found.try_lock() {
            Ok(()) => Some((path, found)),
            Err(TryLockError::WouldBlock | TryLockError::Error(_)) => None,
        }
    })
}

fn is_ours(name: &OsStr, prefix: &str, suffix: &str) -> bool {
    let name = name.to_str().and_then(|name| name.strip_prefix(prefix));
    let letters = name.and_then(|name| name.strip_suffix(suffix));
    letters.is_some_and(|letters| {
        letters.len() == LETTERS && letters.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::path::Path;

    use super::{keep, of_killed_runs};

    fn found(folder: &Path) -> Vec<String> {
        let found = of_killed_runs(folder, ".brief-", ".tmp");
        let names = found.map(|(path, _)| path.file_name().unwrap().to_string_lossy().into_owned());
        names.collect()
    }

    #[test]
    fn what_another_run_works_with_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(".brief-Ab12cd.tmp");
        let file = File::create(&path).unwrap();
        assert!(keep(&file).unwrap());
        assert!(found(folder.path()).is_empty());
        drop(file);
        assert_eq!(found(folder.path()), [".brief-Ab12cd.tmp"]);
    }

    #[test]
    fn what_has_another_name_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            ".brief-ab.tmp",
            ".brief-abcdef",
            "brief-abcdef.tmp",
            ".brief-abc_ef.tmp",
            "a.html",
        ] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        assert!(found(folder.path()).is_empty());
        assert!(found(&folder.path().join("absent")).is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn what_was_taken_for_a_leftover_is_not_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(".brief-Ab12cd.tmp");
        let file = File::create(&path).unwrap();
        fs::remove_file(&path).unwrap();
        assert!(!keep(&file).unwrap());
    }
}
