//! Checks files of a folder with what stands beside them.

use std::fs;
use std::path::{Path, PathBuf};

use brief::lsp::Opened;
use brief::model::Language;
use brief::{Checked, Input, Loader, Locales};

/// What stands beside a file.
struct Beside<'a> {
    path: &'a Path,
    lock: Option<Vec<u8>>,
}

impl Beside<'_> {
    fn edition(&self, name: &str) -> PathBuf {
        self.path.with_file_name(name)
    }
}

impl Loader for Beside<'_> {
    fn lock(&self) -> Option<&[u8]> {
        self.lock.as_deref()
    }

    fn previous(&self, name: &str) -> Result<Option<Vec<u8>>, String> {
        let text = fs::read(self.edition(name));
        text.map(Some)
            .map_err(|_| "there is no such file".to_owned())
    }

    fn included(&self, name: &str) -> Result<Vec<u8>, String> {
        fs::read(self.edition(name)).map_err(|_| "there is no such file".to_owned())
    }

    fn lacking_words(&self, language: &Language) -> Option<(usize, usize)> {
        Some(Locales::embedded().lacking(language))
    }

    fn previous_lock(&self, name: &str) -> Result<Option<Vec<u8>>, String> {
        Ok(lock(&self.edition(name)))
    }
}

fn lock(path: &Path) -> Option<Vec<u8>> {
    fs::read(path.with_extension("evidence.yaml")).ok()
}

/// Opens a text in the place of a file, as an editor does.
pub(crate) fn opened(path: &Path, text: &str) -> Opened {
    let lock = lock(path);
    Opened::read(Input::new(text).with(&Beside { path, lock }))
}

/// Checks a file with its evidence lock and its previous edition, if there are such.
pub(crate) fn check(path: &Path) -> Checked {
    check_text(path, &fs::read_to_string(path).unwrap())
}

/// Checks a text in the place of a file, with what stands beside that.
pub(crate) fn check_text(path: &Path, text: &str) -> Checked {
    let lock = lock(path);
    Input::new(text).with(&Beside { path, lock }).check()
}

/// Checks a text with an evidence lock.
pub(crate) fn check_with_lock(text: &str, lock: Option<&str>) -> Checked {
    let beside = Beside {
        path: Path::new(""),
        lock: lock.map(|lock| lock.as_bytes().to_owned()),
    };
    Input::new(text).with(&beside).check()
}
