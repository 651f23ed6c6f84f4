//! The folder that a browser works in: locked while its run lives, and cleared by the next run if that
//! was killed.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use tempfile::{Builder, TempDir};

use super::processes::{NOISE, PROFILE, end_all_in};
use crate::commands::leftovers::{keep, of_killed_runs};

pub(super) const PAGE: &str = "page.html";
pub(super) const PDF: &str = "page.pdf";
/// The browser's own folder for temporary files; short, since names of sockets are.
pub(super) const TEMPORARY: &str = "t";

const PREFIX: &str = ".brief-pdf-";
/// How often it is tried to clear a folder, and how long it is waited between.
const TRIES: usize = 50;
const BETWEEN: Duration = Duration::from_millis(20);

pub(super) struct Room {
    folder: TempDir,
    /// Held as long as the room is.
    _lock: Option<File>,
}

impl Room {
    /// Makes a room near a folder.
    ///
    /// # Errors
    /// It cannot be made.
    pub(super) fn new(near: &Path) -> io::Result<Self> {
        let near = fs::canonicalize(near)?;
        for (left, _held) in of_killed_runs(&near, PREFIX, "") {
            if is_room(&left) {
                clear(&left);
            }
        }
        let mut builder = Builder::new();
        builder.prefix(PREFIX);
        loop {
            let folder = builder.tempdir_in(&near)?;
            // Not every system opens folders.
            let Ok(lock) = File::open(folder.path()) else {
                return Ok(Self {
                    folder,
                    _lock: None,
                });
            };
            if keep(&lock)? {
                return Ok(Self {
                    folder,
                    _lock: Some(lock),
                });
            }
        }
    }

    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn clear(self) {
        clear(&self.folder.keep());
    }
}

/// Says whether a folder holds nothing but what is in a room.
fn is_room(folder: &Path) -> bool {
    let known = |name: &OsStr| {
        let name = name.to_str().unwrap_or_default();
        [PAGE, PDF, PROFILE, TEMPORARY].contains(&name)
            || Path::new(name).file_stem() == Some(OsStr::new(NOISE))
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names = entries.map(|entry| entry.file_name());
    names.all(|name| known(&name))
}

/// Removes the folder that a browser made for its socket, as its profile names it: where that is no folder in
/// the room, it may still be there. Nothing else is removed, whatever the profile names.
fn clear_singleton(profile: &Path) {
    const SOCKET: &str = "SingletonSocket";
    let socket = fs::read_link(profile.join(SOCKET)).ok();
    if let Some(folder) = socket.as_deref().and_then(Path::parent) {
        for name in [SOCKET, "SingletonCookie"] {
            drop(fs::remove_file(folder.join(name)));
        }
        drop(fs::remove_dir(folder));
    }
}

/// Removes a folder once nothing works in it any more: what was ended may write a while longer.
fn clear(folder: &PathBuf) {
    for _ in 0..TRIES {
        let was_in_use = end_all_in(folder);
        clear_singleton(&folder.join(PROFILE));
        let is_gone = fs::remove_dir_all(folder).is_ok() || !folder.exists();
        if is_gone && !was_in_use {
            return;
        }
        thread::sleep(BETWEEN);
    }
}
