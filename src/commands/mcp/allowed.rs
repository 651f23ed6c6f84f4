//! Decides which files an assistant may have read: those in some folders, wherever links lead.

use std::fs;
use std::path::{Path, PathBuf};

use brief::diagnostics::printable;

use crate::commands::input::{cannot, identity};
use crate::commands::snapshots::{Folder, open_folder};
use crate::outcome::Failure;

pub(super) struct Allowed {
    /// Where relative paths begin.
    first: PathBuf,
    /// The folders, by their real paths.
    real: Vec<PathBuf>,
}

impl Allowed {
    /// Allows the folders that are named, or else this one.
    pub(super) fn new(named: &[PathBuf]) -> Result<Self, Failure> {
        let this = [PathBuf::new()];
        let named = if named.is_empty() { &this } else { named };
        let real = named.iter().map(|folder| real(folder));
        Ok(Self {
            first: named.first().cloned().unwrap_or_default(),
            real: real.collect::<Result<_, _>>()?,
        })
    }

    /// Returns the path of a brief, whether or not it is there.
    pub(super) fn path(&self, named: &str) -> Result<PathBuf, Failure> {
        let path = self.first.join(named);
        self.hold(&path)?;
        if path.exists() && !path.is_file() {
            let message = format!("`{}` is no file", printable(named));
            return Err(Failure::new(message, "name the file of one brief"));
        }
        Ok(path)
    }

    /// Opens a folder of snapshots, of which none may lead out.
    pub(super) fn snapshots(&self, named: &str) -> Result<Folder, Failure> {
        let path = self.first.join(named);
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
        if self.real.iter().any(|folder| real.starts_with(folder)) {
            return Ok(());
        }
        let shown = printable(&path.display().to_string());
        Err(Failure::new(
            format!("`{shown}` is outside of what the assistant may have read"),
            "name a file in a folder for which the server was started: `brief mcp DIR`",
        ))
    }
}

/// Returns the real path of a folder in which files may be read: not all files that there are.
fn real(folder: &Path) -> Result<PathBuf, Failure> {
    let help = "name the folder of your briefs: `brief mcp DIR`";
    let failed = |error| Failure::new(cannot("read", folder.display(), &error), help);
    let real = fs::canonicalize(Path::new(".").join(folder)).map_err(failed)?;
    // What is no folder cannot be listed.
    fs::read_dir(&real).map_err(failed)?;
    if real.parent().is_none() {
        let message = format!(
            "in `{}`, an assistant could have every file read",
            real.display()
        );
        return Err(Failure::new(message, help));
    }
    Ok(real)
}
