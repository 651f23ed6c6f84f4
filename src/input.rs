//! Reads and checks an input with what stands beside it.

use crate::check::{self, PageLimit, Previous};
use crate::diagnostics::{Diagnostic, Diagnostics, Severity};
use crate::evidence::Lock;
use crate::load::{self, Reading};
use crate::model::Brief;
use crate::pdf::Printed;

/// A text that may be a brief, and what gives what stands beside it.
///
/// ```
/// # let text = include_str!("../content/ukraine-security-guarantees.yaml");
/// let checked = brief::Input::new(text).check();
/// assert!(!checked.diagnostics.has_errors());
/// let brief = checked.brief.expect("it has no errors");
/// ```
#[derive(Clone, Copy)]
pub struct Input<'a> {
    bytes: &'a [u8],
    loader: Option<&'a dyn Loader>,
}

/// Gives what stands beside an input. The library itself opens no files.
///
/// Each method has an answer of its own: nothing stands there.
pub trait Loader {
    /// Returns the evidence lock of the input.
    fn lock(&self) -> Option<&[u8]> {
        None
    }

    /// Returns the previous edition by its plain name; without one, it is not looked at.
    ///
    /// # Errors
    /// It cannot be read: why, in words for a diagnostic.
    fn previous(&self, name: &str) -> Result<Option<Vec<u8>>, String> {
        let _ = name;
        Ok(None)
    }

    /// Returns the evidence lock of the previous edition.
    ///
    /// # Errors
    /// There is one that cannot be read: why, in words for a diagnostic.
    fn previous_lock(&self, name: &str) -> Result<Option<Vec<u8>>, String> {
        let _ = name;
        Ok(None)
    }
}

/// What came of checking an input.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Checked {
    /// The brief that the input means; none if anything in it is an error.
    pub brief: Option<Brief>,
    /// Everything that was found, in the order of the input.
    pub diagnostics: Diagnostics,
}

impl<'a> Input<'a> {
    /// Takes a text, or bytes that should be one.
    pub fn new(text: &'a (impl AsRef<[u8]> + ?Sized)) -> Self {
        Self {
            bytes: text.as_ref(),
            loader: None,
        }
    }

    /// Checks besides that quotes are as the evidence lock has them, and that the brief follows its
    /// previous edition, as far as the loader gives them.
    #[must_use]
    pub fn with(self, loader: &'a dyn Loader) -> Self {
        Self {
            loader: Some(loader),
            ..self
        }
    }

    /// Reads and checks the input; every fault is reported in one run.
    pub fn check(self) -> Checked {
        self.check_with(self.loader.and_then(Loader::lock))
    }

    #[expect(
        clippy::expect_used,
        reason = "without the brief and without an error, nothing would be made and nothing said"
    )]
    fn check_with(self, lock: Option<&[u8]>) -> Checked {
        let lock = lock.map(Lock::read);
        let reading = load::read(self.bytes);
        let previous = self.previous(&reading);
        let beside = check::Beside {
            evidence: lock.as_ref(),
            previous: previous.as_ref(),
        };
        let (brief, found) = match (&reading.document, std::str::from_utf8(self.bytes)) {
            (Some(document), Ok(text)) => check::check(document, text, beside),
            // The reading says why there is no document.
            _ => (None, Diagnostics::new()),
        };
        let mut diagnostics = reading.diagnostics;
        diagnostics.extend(found);
        diagnostics.sort();
        let brief = if diagnostics.has_errors() {
            None
        } else {
            Some(brief.expect("whatever leaves a part out of the brief is reported as an error"))
        };
        Checked { brief, diagnostics }
    }

    /// Says that a page of this input, as it was printed, takes more paper than it may: how many
    /// words are to be cut, from which sections they stick out, and which claims are the longest.
    pub fn too_many_pages(self, printed: &Printed, limit: PageLimit) -> Diagnostic {
        let document = load::read(self.bytes).document;
        check::too_many_pages(printed, limit, document.as_ref())
    }

    /// Reads and checks the previous edition that the input names. The one that this names in turn
    /// is not looked at.
    fn previous(self, reading: &Reading) -> Option<Previous> {
        let name = check::previous_name(reading.document.as_ref()?)?;
        let loader = self.loader?;
        let unread = |reason| Some(Previous::Unread(reason));
        let bytes = match loader.previous(name) {
            Ok(Some(bytes)) if bytes == self.bytes => return Some(Previous::Itself),
            Ok(bytes) => bytes?,
            Err(reason) => return unread(reason),
        };
        let lock = match loader.previous_lock(name) {
            Ok(lock) => lock,
            Err(reason) => return unread(reason),
        };
        let checked = Input::new(&bytes).check_with(lock.as_deref());
        Some(match checked.brief {
            Some(brief) => Previous::Brief(Box::new(brief)),
            None => Previous::Faulty(checked.diagnostics.count(Severity::Error)),
        })
    }
}

/// Compares a translation with its original: the same ids in the same order, attributed, dated and
/// quoted alike, whatever the words. What is found is about the translation.
///
/// # Errors
/// One of them is no sound brief: what [`Input::check`] finds in the original, and in the
/// translation.
pub fn mirror(original: &[u8], translation: &[u8]) -> Result<Diagnostics, [Diagnostics; 2]> {
    let inputs = [original, translation];
    let checked = inputs.map(|bytes| Input::new(bytes).check());
    let documents = inputs.map(|bytes| load::read(bytes).document);
    match (&documents, std::str::from_utf8(translation)) {
        ([Some(original), Some(translation)], Ok(text))
            if checked.iter().all(|checked| checked.brief.is_some()) =>
        {
            Ok(check::mirror(original, translation, text))
        }
        _ => Err(checked.map(|checked| checked.diagnostics)),
    }
}
