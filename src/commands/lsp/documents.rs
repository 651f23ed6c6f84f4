//! Keeps the texts that are open, and reads what stands beside them: what is open counts before what
//! is saved.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use brief::lsp::{Encoding, Kind, Lines, Opened};
use brief::model::Language;
use brief::{Input, Loader, Locales};

use super::super::input::{InputPath, MOST_BRIEF, cannot, identity, read_beside};
use super::client::{Change, Opening, path};

/// A text that is open.
pub(super) struct Document {
    pub(super) uri: String,
    pub(super) path: Option<PathBuf>,
    /// The path as it was given: what stands beside it is looked for there.
    pub(super) given: Option<PathBuf>,
    pub(super) version: Option<i64>,
    /// The moment of its last change.
    pub(super) changed: u64,
    is_called_brief: bool,
    pub(super) text: Arc<String>,
    /// What the text is.
    pub(super) kind: Kind,
}

impl Document {
    pub(super) fn open(opening: Opening) -> Self {
        let path = path(&opening.uri);
        let mut document = Self {
            // One path for all ways to write it.
            path: path.as_deref().map(identity),
            given: path,
            uri: opening.uri,
            version: opening.version,
            changed: 0,
            is_called_brief: opening.language == "brief",
            text: Arc::new(opening.text),
            kind: Kind::Other,
        };
        document.kind = document.kind_now();
        document
    }

    /// Makes changes, one after the other.
    pub(super) fn change(&mut self, changes: Vec<Change>, encoding: Encoding) {
        let text = Arc::make_mut(&mut self.text);
        for change in changes {
            let Some(range) = change.range else {
                *text = change.text;
                continue;
            };
            let lines = Lines::of(text);
            let start = range.start.byte(text, &lines, encoding);
            let end = range.end.byte(text, &lines, encoding);
            text.replace_range(start.min(end)..start.max(end), &change.text);
        }
        self.kind = self.kind_now();
    }

    fn kind_now(&self) -> Kind {
        let name = self.path.as_deref().and_then(Path::file_name);
        let name = name.map(|name| name.to_string_lossy());
        Kind::of(&self.text, name.as_deref(), self.is_called_brief)
    }
}

/// The open texts, by their files.
pub(super) type Texts = BTreeMap<PathBuf, Arc<String>>;

/// What stands beside an open text.
pub(super) struct Beside<'a> {
    path: Option<&'a Path>,
    open: &'a Texts,
    words: &'a Locales,
    lock: Option<Vec<u8>>,
    /// What was asked for, whether it is there or not.
    touched: RefCell<BTreeSet<PathBuf>>,
}

/// What came of reading a text with what stands beside it.
pub(super) struct Looked {
    pub(super) opened: Opened,
    /// What it was read with.
    pub(super) touched: BTreeSet<PathBuf>,
    /// Why its lock could not be read, if there is one.
    pub(super) failure: Option<String>,
}

/// How a text is to be read and checked.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    pub(super) kind: Kind,
    pub(super) path: Option<&'a Path>,
    pub(super) open: &'a Texts,
    pub(super) words: &'a Locales,
    /// The text as it was before, where it was read: less is to be done then.
    pub(super) before: Option<&'a Opened>,
}

impl Look<'_> {
    /// Reads and checks a text with what stands beside it.
    pub(super) fn at(self, text: &str) -> Looked {
        let Ok(looked) = self.at_unless(text, || Ok::<(), Infallible>(()));
        looked
    }

    /// Does so, unless it is given up between.
    pub(super) fn at_unless<E>(
        self,
        text: &str,
        between: impl FnOnce() -> Result<(), E>,
    ) -> Result<Looked, E> {
        let Self {
            kind,
            path,
            open,
            words,
            before,
        } = self;
        let mut beside = Beside {
            path,
            open,
            words,
            lock: None,
            touched: RefCell::default(),
        };
        let mut failure = None;
        match path.and_then(|path| InputPath::File(path.to_owned()).lock()) {
            None => {}
            Some(lock) => match beside.read_lock(&lock) {
                Ok(lock) => beside.lock = lock,
                Err(reason) => failure = Some(reason),
            },
        }
        let opened = match kind {
            Kind::Shared => Opened::read_shared(text),
            Kind::Brief | Kind::Lock | Kind::Other => {
                let input = Input::new(text).with(&beside);
                match before {
                    Some(before) => Opened::read_again(input, before, between)?,
                    None => Opened::read(input),
                }
            }
        };
        Ok(Looked {
            opened,
            touched: beside.touched.into_inner(),
            failure,
        })
    }
}

impl Beside<'_> {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let identity = identity(path);
        self.touched.borrow_mut().insert(identity.clone());
        match self.open.get(&identity) {
            Some(text) => Ok(text.as_bytes().to_vec()),
            None => read_beside(path, MOST_BRIEF),
        }
    }

    fn read_lock(&self, path: &Path) -> Result<Option<Vec<u8>>, String> {
        match self.read(path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(cannot("read", path.display(), &error)),
        }
    }

    fn file(&self, name: &str) -> Result<PathBuf, String> {
        let path = self.path.map(|path| path.with_file_name(name));
        path.ok_or_else(|| "the text has no folder as long as it is not saved".to_owned())
    }
}

impl Loader for Beside<'_> {
    fn lock(&self) -> Option<&[u8]> {
        self.lock.as_deref()
    }

    fn previous(&self, name: &str) -> Result<Option<Vec<u8>>, String> {
        self.included(name).map(Some)
    }

    fn included(&self, name: &str) -> Result<Vec<u8>, String> {
        self.read(&self.file(name)?)
            .map_err(|error| error.to_string())
    }

    fn lacking_words(&self, language: &Language) -> Option<(usize, usize)> {
        Some(self.words.lacking(language))
    }

    fn previous_lock(&self, name: &str) -> Result<Option<Vec<u8>>, String> {
        let path = InputPath::File(self.file(name)?).lock();
        path.map_or(Ok(None), |path| self.read_lock(&path))
    }
}
