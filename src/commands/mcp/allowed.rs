//! Decides which files an assistant may have read: those in some folders, wherever links lead.

use std::fs;
use std::path::{Path, PathBuf};

use brief::diagnostics::printable;

use crate::commands::input::cannot;
use crate::commands::resolve::CONTENT;
use crate::commands::snapshots::{Folder, open_folder};
use crate::commands::write::folder_of;
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

    /// Returns the path of a brief, whether or not it is there. No link is on the way to it, so that what
    /// stands beside it, and does not lead out of its folder, is in an allowed folder too.
    pub(super) fn path(&self, named: &str) -> Result<PathBuf, Failure> {
        let place = self.held(named)?;
        if place.exists() && !place.is_file() {
            let message = format!("`{}` is no file", printable(named));
            return Err(Failure::new(message, "name the file of one brief"));
        }
        if !self.holds(&folder_of(&place)) {
            return Err(outside(named));
        }
        Ok(place)
    }

    /// Returns the path of a brief that is to be read.
    pub(super) fn saved(&self, named: &str) -> Result<PathBuf, Failure> {
        let path = self.path(named)?;
        // What is not there would be looked for among the briefs of these folders.
        if path.exists() || self.hold_all(&folder_of(&path)) && self.hold_all(Path::new(CONTENT)) {
            return Ok(path);
        }
        let message = format!("`{}` is not there", printable(named));
        Err(Failure::new(message, "name a file that is there"))
    }

    /// Opens a folder of snapshots, of which none, and no record of one, may lead out.
    pub(super) fn snapshots(&self, named: &str) -> Result<Folder, Failure> {
        let place = self.held(named)?;
        let folder = open_folder(&place)?;
        if self.hold_all(&place) {
            Ok(folder)
        } else {
            Err(outside(named))
        }
    }

    /// Returns the place that is named, if that is allowed; whether something is there elsewhere is not told.
    fn held(&self, named: &str) -> Result<PathBuf, Failure> {
        let place = place(&self.first.join(named)).filter(|place| self.holds(place));
        let place = place.ok_or_else(|| outside(named))?;
        // As people know it: from where relative paths begin.
        match self.real.first().map(|first| place.strip_prefix(first)) {
            Some(Ok(below)) if below.file_name().is_some() => Ok(self.first.join(below)),
            Some(_) | None => Ok(place),
        }
    }

    /// Says whether a path leads into an allowed folder.
    fn holds(&self, path: &Path) -> bool {
        let real = match fs::canonicalize(path) {
            Ok(real) => Some(real),
            // Where a link leads that is broken is not known.
            Err(_) if path.is_symlink() => None,
            Err(_) => place(path),
        };
        real.is_some_and(|real| self.real.iter().any(|folder| real.starts_with(folder)))
    }

    /// Says whether a folder and all that is there to be read in it are allowed, or there is no such folder.
    fn hold_all(&self, folder: &Path) -> bool {
        // The folder of a bare name is empty, and means this one.
        let folder = Path::new(".").join(folder);
        let Ok(entries) = fs::read_dir(&folder) else {
            return !folder.exists() || self.holds(&folder);
        };
        let mut entries = entries.flatten().map(|entry| entry.path());
        self.holds(&folder) && entries.all(|entry| !entry.exists() || self.holds(&entry))
    }
}

/// Returns where a file stands, or would stand: its folder by its real path, and its name; or a folder by its
/// real path. What comes before `..` has to be there: else nobody knows where that leads.
fn place(path: &Path) -> Option<PathBuf> {
    let Some(name) = path.file_name().filter(|_| !path.is_dir()) else {
        return fs::canonicalize(Path::new(".").join(path)).ok();
    };
    let folder = folder_of(path);
    let folder = match fs::canonicalize(&folder) {
        Ok(folder) => folder,
        Err(_) if folder.is_symlink() => return None,
        Err(_) => place(&folder)?,
    };
    Some(folder.join(name))
}

fn outside(named: &str) -> Failure {
    Failure::new(
        format!(
            "`{}` is, or may lead, outside of what the assistant may have read",
            printable(named)
        ),
        "name a file in a folder for which the server was started: `brief mcp DIR`; `..` only after a folder \
         that is there",
    )
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
