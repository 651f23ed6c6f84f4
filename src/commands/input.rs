//! Names inputs, and reads them.

use std::fmt::Display;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

#[cfg(unix)]
pub(super) use super::pipes::is_pipe;
use super::write::folder_of;

/// The ending of the evidence lock that stands beside a brief.
pub(super) const LOCK: &str = ".evidence.yaml";
/// The size of a brief at most, and of a file beside it, in bytes.
pub(super) const MOST_BRIEF: u64 = 8 << 20;
const _: () = assert!(MOST_BRIEF as u128 == brief::phases::MOST_BYTES as u128);

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum InputPath {
    Stdin,
    File(PathBuf),
    /// A text as an editor or an assistant has it, and the path where it stands or will stand.
    Text(Option<PathBuf>, Vec<u8>),
}

impl InputPath {
    /// Returns the input that an argument means, if it means one: `-` is standard input.
    pub(super) fn of(argument: &Path) -> Self {
        if argument.as_os_str() == "-" {
            Self::Stdin
        } else {
            Self::File(argument.to_owned())
        }
    }

    pub(super) fn path(&self) -> Option<&Path> {
        match self {
            Self::Stdin | Self::Text(None, _) => None,
            Self::File(path) | Self::Text(Some(path), _) => Some(path),
        }
    }

    pub(super) fn name(&self) -> String {
        match self {
            Self::Stdin => "<stdin>".to_owned(),
            Self::Text(None, _) => "<text>".to_owned(),
            Self::File(path) | Self::Text(Some(path), _) => path.display().to_string(),
        }
    }

    /// Says why nothing stands beside it.
    pub(super) fn without_folder(&self) -> &'static str {
        match self {
            Self::Text(..) => "the text has no folder: give its path",
            Self::Stdin | Self::File(_) => "standard input has no folder",
        }
    }

    /// Returns its name without folder and ending.
    pub(super) fn plain_stem(&self) -> String {
        let stem = self.path().and_then(Path::file_stem);
        stem.map_or_else(
            || "brief".to_owned(),
            |stem| stem.to_string_lossy().into_owned(),
        )
    }

    /// Returns where the evidence lock of the brief is kept: beside it, unless it has no place. A link beside
    /// its file has the file's, unless it has one of its own.
    pub(super) fn lock(&self) -> Option<PathBuf> {
        let path = self.path()?;
        let own = lock_of(path)?;
        let file = file_beside(path).filter(|_| !own.exists());
        Some(file.and_then(|file| lock_of(&file)).unwrap_or(own))
    }

    pub(super) fn beside(&self, name: &str) -> Option<Self> {
        Some(Self::File(self.path()?.with_file_name(name)))
    }

    /// Returns what two ways to name one input have in common.
    pub(super) fn identity(&self) -> PathBuf {
        self.path().map_or_else(|| PathBuf::from("-"), identity)
    }

    /// Returns what two ways to write one name have in common. A link is another name than its file's.
    pub(super) fn place(&self) -> PathBuf {
        let place = self.path().and_then(|path| {
            let name = path.file_name()?;
            Some(identity(&folder_of(path)).join(name))
        });
        place.unwrap_or_else(|| self.identity())
    }

    /// Reads a brief, as far as the library has to see that it is too large.
    pub(super) fn read(&self) -> io::Result<Vec<u8>> {
        self.read_up_to(MOST_BRIEF + 1)
    }

    /// Reads an input that is no brief.
    ///
    /// # Errors
    /// It cannot be read, or has more bytes than these.
    pub(super) fn read_at_most(&self, most: u64) -> io::Result<Vec<u8>> {
        if let Self::File(path) = self
            && fs::metadata(path)?.len() > most
        {
            return Err(too_large(most));
        }
        let bytes = self.read_up_to(most + 1)?;
        if u64::try_from(bytes.len()).is_ok_and(|read| read > most) {
            return Err(too_large(most));
        }
        Ok(bytes)
    }

    fn read_up_to(&self, most: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        match self {
            Self::Stdin => io::stdin().lock().take(most).read_to_end(&mut bytes),
            Self::Text(_, text) => text.as_slice().take(most).read_to_end(&mut bytes),
            #[cfg(unix)]
            Self::File(path) if is_pipe(path) => return super::pipes::read(path, most),
            Self::File(path) => File::open(path)?.take(most).read_to_end(&mut bytes),
        }?;
        Ok(bytes)
    }
}

fn lock_of(path: &Path) -> Option<PathBuf> {
    let mut name = path.file_stem()?.to_owned();
    name.push(LOCK);
    Some(path.with_file_name(name))
}

/// Returns the file in its own folder to which a link leads.
fn file_beside(path: &Path) -> Option<PathBuf> {
    if !path.is_symlink() {
        return None;
    }
    let file = fs::canonicalize(path).ok()?;
    let folder = fs::canonicalize(folder_of(path)).ok()?;
    let name = file
        .file_name()
        .filter(|_| file.parent() == Some(&folder))?;
    Some(path.with_file_name(name))
}

/// Reads a file that stands beside a brief: it, or what it is a link to, is in the brief's folder, so
/// that no message shows what others keep elsewhere.
///
/// # Errors
/// It cannot be read, leads out of the folder, or has more bytes than these.
pub(super) fn read_beside(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let real = fs::canonicalize(path)?;
    if !real.starts_with(fs::canonicalize(folder_of(path))?) {
        return Err(io::Error::other(
            "it is a link out of the folder of the brief",
        ));
    }
    read_at_most(&real, most)
}

/// Says whether a file is a pipe with a name: other systems have none among files.
#[cfg(not(unix))]
pub(super) fn is_pipe(_: &Path) -> bool {
    false
}

/// Reads a file.
///
/// # Errors
/// It cannot be read, is no regular file, or has more bytes than these.
pub(super) fn read_at_most(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    // To open a pipe would wait for somebody who writes.
    let kind = fs::metadata(path)?;
    if !kind.is_file() {
        let what = if kind.is_dir() {
            "it is a folder"
        } else {
            "it is no regular file"
        };
        return Err(io::Error::other(what));
    }
    let file = File::open(path)?;
    let mut bytes = Vec::new();
    // What has no length of its own shows only as it is read.
    let length = file.metadata()?.len();
    if length <= most {
        file.take(most + 1).read_to_end(&mut bytes)?;
    }
    if length > most || u64::try_from(bytes.len()).is_ok_and(|read| read > most) {
        return Err(too_large(most));
    }
    Ok(bytes)
}

fn too_large(most: u64) -> io::Error {
    let message = format!("it has more than {most} bytes");
    io::Error::new(io::ErrorKind::FileTooLarge, message)
}

/// Returns one path for all ways to write it, whether or not there is such a file yet.
pub(super) fn identity(path: &Path) -> PathBuf {
    if let Ok(path) = fs::canonicalize(path) {
        return path;
    }
    match path.file_name() {
        Some(name) => identity(&folder_of(path)).join(name),
        None => path.to_owned(),
    }
}

pub(super) fn cannot(verb: &str, name: impl Display, error: &io::Error) -> String {
    format!("cannot {verb} `{name}`: {error}")
}
