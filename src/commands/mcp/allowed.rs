//! Decides which files an assistant may have read: those in some folders, wherever links lead.

use std::fs;
use std::path::{Path, PathBuf};

use brief::diagnostics::printable;

use crate::commands::input::{cannot, identity};
use crate::commands::snapshots::{Folder, open_folder};
use crate::outcome::Failure;

/// The folders, by their real paths: the one in which the server was started first.
pub(super) struct Allowed(Vec<PathBuf>);

impl Allowed {
    /// Allows this folder, and those that are named.
    pub(super) fn new(named: &[PathBuf]) -> Result<Self, Failure> {
        let this = PathBuf::from(".");
        let real = std::iter::once(&this).chain(named).map(|folder| {
            let help = "name a folder that you may read: `brief mcp --allow DIR`";
            let failed = |error| Failure::new(cannot("read", folder.display(), &error), help);
            let real = fs::canonicalize(folder).map_err(failed)?;
            // What is no folder cannot be listed.
            fs::read_dir(&real).map_err(failed)?;
            Ok(real)
        });
        Ok(Self(real.collect::<Result<_, _>>()?))
    }

    /// Returns the path of a brief, whether or not it is there.
    pub(super) fn path(&self, named: &str) -> Result<PathBuf, Failure> {
        let path = PathBuf::from(named);
        self.hold(&path)?;
        if path.exists() && !path.is_file() {
            let message = format!("`{}` is no file", printable(named));
            return Err(Failure::new(message, "name the file of one brief"));
        }
        Ok(path)
    }

    /// Opens a folder of snapshots, of which none may lead out.
    pub(super) fn snapshots(&self, named: &str) -> Result<Folder, Failure> {
        let path = PathBuf::from(named);
        self.hold(&path)?;
        let folder = open_folder(&path)?;
        let entries = fs::read_dir(&path);
        let entries =
            entries.map_err(|error| Failure::of_machine(cannot("read", path.display(), &error)))?;
        for entry in entries.flatten() {
            self.hold(&entry.path())?;
        }
        Ok(folder)
    }

    /// Refuses what is elsewhere, and does not tell whether it is there.
    fn hold(&self, path: &Path) -> Result<(), Failure> {
        let real = identity(path);
        if self.0.iter().any(|folder| real.starts_with(folder)) {
            return Ok(());
        }
        let shown = printable(&path.display().to_string());
        Err(Failure::new(
            format!("`{shown}` is outside of what the assistant may have read"),
            "name a file in the folder in which `brief mcp` was started, or start it with `--allow DIR`",
        ))
    }
}
