//! The locale files of a folder of the user's.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use super::{LocaleError, Locales};

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
                let text = fs::read_to_string(&path).map_err(unreadable(&path))?;
                files.insert(tag.into_owned(), text);
            }
        }
        Self::with_files(&files)
    }
}

fn unreadable(path: &Path) -> impl Fn(io::Error) -> LocaleError {
    move |error| LocaleError::Unreadable {
        path: path.to_owned(),
        error,
    }
}
