//! The locale files of a folder of the user's.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::{LocaleError, Locales};

/// The size of a locale file at most, in bytes.
const MOST_BYTES: u64 = 1 << 20;

impl Locales {
    /// Reads the locale files of a folder, such as `uk.ftl`. Other files are left alone. Without a
    /// folder, there are those embedded.
    ///
    /// # Errors
    /// The folder or a file cannot be read, or a file is no sound locale file.
    pub fn read(folder: Option<&Path>) -> Result<Self, LocaleError> {
        let Some(folder) = folder else {
            return Ok(Self::default());
        };
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(folder).map_err(unreadable(folder))? {
            let path = entry.map_err(unreadable(folder))?.path();
            let tag = path.file_stem().unwrap_or_default().to_string_lossy();
            if path.extension().is_some_and(|ending| ending == "ftl") {
                let text = text_of(&path).map_err(unreadable(&path))?;
                files.insert(tag.into_owned(), text);
            }
        }
        Self::with_files(&files)
    }
}

fn text_of(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|read| read > MOST_BYTES) {
        let message = format!("it has more than {MOST_BYTES} bytes");
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
    }
    String::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

fn unreadable(path: &Path) -> impl Fn(io::Error) -> LocaleError {
    move |error| LocaleError::Unreadable {
        path: path.to_owned(),
        error,
    }
}
