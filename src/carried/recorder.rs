//! Notes what is read beside a brief.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::input::Loader;
use crate::model::Language;

/// What was read beside a brief.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// Its evidence lock.
    pub lock: Option<Vec<u8>>,
    /// Files that it includes, and editions before it, by name.
    pub beside: BTreeMap<String, Vec<u8>>,
    /// The evidence locks of those editions, by the names of the editions.
    pub locks: BTreeMap<String, Vec<u8>>,
}

/// A loader that notes what it gave.
pub struct Recorder<'a> {
    loader: &'a dyn Loader,
    given: RefCell<Given>,
}

impl<'a> Recorder<'a> {
    /// Asks another loader for all.
    pub fn of(loader: &'a dyn Loader) -> Self {
        Self {
            loader,
            given: RefCell::default(),
        }
    }

    /// Returns what was given.
    pub fn given(self) -> Given {
        Given {
            lock: self.loader.lock().map(<[u8]>::to_vec),
            ..self.given.into_inner()
        }
    }
}

impl Loader for Recorder<'_> {
    fn lock(&self) -> Option<&[u8]> {
        self.loader.lock()
    }

    fn previous(&self, name: &str) -> Result<Option<Vec<u8>>, String> {
        let bytes = self.loader.previous(name)?;
        let noted = bytes.iter().map(|bytes| (name.to_owned(), bytes.clone()));
        self.given.borrow_mut().beside.extend(noted);
        Ok(bytes)
    }

    fn included(&self, name: &str) -> Result<Vec<u8>, String> {
        let bytes = self.loader.included(name)?;
        let mut given = self.given.borrow_mut();
        given.beside.insert(name.to_owned(), bytes.clone());
        Ok(bytes)
    }

    fn lacking_words(&self, language: &Language) -> Option<(usize, usize)> {
        self.loader.lacking_words(language)
    }

    fn previous_lock(&self, name: &str) -> Result<Option<Vec<u8>>, String> {
        let bytes = self.loader.previous_lock(name)?;
        let noted = bytes.iter().map(|bytes| (name.to_owned(), bytes.clone()));
        self.given.borrow_mut().locks.extend(noted);
        Ok(bytes)
    }
}
