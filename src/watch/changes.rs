//! Which files changed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::Heard;

/// Files that changed together; or files of which it is not known which they are.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    paths: BTreeSet<PathBuf>,
    /// Those that were removed, or are called otherwise.
    moved: BTreeSet<PathBuf>,
    any: bool,
    /// Whether the last of them was that a file was closed.
    closed: bool,
}

impl Changes {
    /// Adds what was heard; returns nothing if it was the wish to end.
    pub(super) fn add(&mut self, heard: Heard) -> Option<()> {
        self.closed = matches!(heard, Heard::Closed(_));
        match heard {
            Heard::Paths(paths) | Heard::Closed(paths) => self.paths.extend(paths),
            Heard::Moved(paths) => {
                self.moved.extend(paths.iter().cloned());
                self.paths.extend(paths);
            }
            Heard::Overflow => self.any = true,
            Heard::End => return None,
        }
        Some(())
    }

    /// Says whether a file or folder was removed, or is called otherwise.
    pub(super) fn moved(&self, path: &Path) -> bool {
        self.moved.contains(path)
    }

    /// Says whether the last thing heard was that a file was written and closed.
    pub(super) fn are_closed(&self) -> bool {
        self.closed
    }

    /// Says whether a file may have changed; its path begins as that of its watched folder.
    pub(crate) fn touch(&self, file: &Path) -> bool {
        self.any || self.paths.contains(file)
    }

    /// Goes through the files in a folder that are known to have changed.
    pub(crate) fn in_folder(&self, folder: &Path) -> impl Iterator<Item = &Path> {
        let paths = self.paths.iter().map(PathBuf::as_path);
        paths.filter(move |path| path.parent() == Some(folder))
    }

    /// Says whether a path of a kind may have changed.
    pub(crate) fn touch_any(&self, is_of_the_kind: impl Fn(&Path) -> bool) -> bool {
        self.any || self.paths.iter().any(|path| is_of_the_kind(path))
    }
}
