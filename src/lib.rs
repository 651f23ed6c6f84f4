//! `brief` compiles a YAML file of attributed claims into one self-contained, printable page.
//!
//! The library is the compiler without the command line. Its phases, in order, each a room that
//! imports only rooms below it:
//!
//! 1. [`load`]: text in, [`load::Document`] out: the shape of the input, with places.
//! 2. [`mod@check`]: document in, [`model::Brief`] out: ids resolved, every rule kept.
//! 3. [`analysis`]: what follows from a brief: chains, origins, positions, timeline.
//! 4. [`page`]: the brief as one HTML page.
//! 5. [`mod@export`]: the brief in other forms.
//!
//! [`pdf`] reads what a browser printed of a page.
//! [`import`] goes the other way: parts of a brief from what other programs write.
//! [`mod@schema`] says the format to editors.
//! [`evidence`] holds quotes against snapshots of their sources.
//!
//! [`diagnostics`] says what is wrong with an input, as data and as text.
//!
//! ```
//! let checked = brief::check(b"format: 2");
//! assert!(checked.brief.is_none());
//! assert!(checked.diagnostics.has_errors());
//! ```

pub mod analysis;
mod characters;
pub mod check;
mod describe;
pub mod diagnostics;
pub mod evidence;
pub mod export;
pub mod import;
pub mod load;
pub mod model;
pub mod page;
pub mod pdf;
pub mod schema;
pub mod word_diff;

use diagnostics::{Diagnostics, Severity};
use evidence::Lock;
use load::Reading;
use model::Brief;

pub use describe::{Locale, LocaleError, Locales};

/// What came of checking an input.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The brief that the input means; none if anything in it is an error.
    pub brief: Option<Brief>,
    /// Everything that was found, in the order of the input.
    pub diagnostics: Diagnostics,
}

/// Reads and checks an input.
pub fn check(bytes: &[u8]) -> Checked {
    check_with_evidence(bytes, None)
}

/// Reads and checks an input, and besides that its quotes are as the evidence lock beside it has
/// them, if there is one.
pub fn check_with_evidence(bytes: &[u8], lock: Option<&[u8]>) -> Checked {
    check_beside(
        bytes,
        Beside {
            evidence: lock,
            previous: None,
        },
    )
}

/// What stands beside an input.
#[derive(Clone, Copy, Default)]
pub struct Beside<'a> {
    /// Its evidence lock, if there is one.
    pub evidence: Option<&'a [u8]>,
    /// Reads the edition before by its plain name, or says why it cannot be read; without it, the
    /// edition before is not looked at.
    pub previous: Option<&'a ReadEdition<'a>>,
}

/// Reads an edition by its plain name, or says why it cannot be read.
pub type ReadEdition<'a> = dyn Fn(&str) -> Result<EditionFile, String> + 'a;

/// An edition as its file has it.
#[derive(Clone, Debug)]
pub struct EditionFile {
    /// The brief.
    pub bytes: Vec<u8>,
    /// Its evidence lock, if there is one.
    pub evidence: Option<Vec<u8>>,
}

/// Reads and checks an input as [`check()`] does, and besides what stands beside it: that its quotes
/// are as its evidence lock has them, and that it follows the edition before.
pub fn check_beside(bytes: &[u8], beside: Beside<'_>) -> Checked {
    let lock = beside.evidence.map(Lock::read);
    let reading = load::read(bytes);
    let previous = previous(&reading, bytes, beside.previous);
    let beside = check::Beside {
        evidence: lock.as_ref(),
        previous: previous.as_ref(),
    };
    let (mut brief, found) = check_document(&reading, bytes, beside);
    let mut diagnostics = reading.diagnostics;
    if diagnostics.has_errors() {
        brief = None;
    }
    diagnostics.extend(found);
    diagnostics.sort();
    Checked { brief, diagnostics }
}

/// Reads the edition before that an input names. What this one itself names is not followed.
fn previous(
    reading: &Reading,
    bytes: &[u8],
    read: Option<&ReadEdition<'_>>,
) -> Option<check::Previous> {
    let name = check::previous_name(reading.document.as_ref()?)?;
    let file = match read?(name) {
        Ok(file) if file.bytes == bytes => return Some(check::Previous::Itself),
        Ok(file) => file,
        Err(reason) => return Some(check::Previous::Unread(reason)),
    };
    let checked = check_with_evidence(&file.bytes, file.evidence.as_deref());
    Some(match checked.brief {
        Some(brief) => check::Previous::Brief(Box::new(brief)),
        None => check::Previous::Faulty(checked.diagnostics.count(Severity::Error)),
    })
}

fn check_document(
    reading: &Reading,
    bytes: &[u8],
    beside: check::Beside<'_>,
) -> (Option<Brief>, Diagnostics) {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    match &reading.document {
        Some(document) => check::check(document, text, beside),
        None => (None, Diagnostics::new()),
    }
}

/// Compares a translation with its original: the same ids in the same order, attributed, dated and
/// quoted alike, whatever the words. Both inputs are sound; what is found is about the translation.
pub fn mirror(original: &[u8], translation: &[u8]) -> Diagnostics {
    let documents = [original, translation].map(|bytes| load::read(bytes).document);
    let text = std::str::from_utf8(translation).unwrap_or_default();
    match &documents {
        [Some(original), Some(translation)] => check::mirror(original, translation, text),
        _ => Diagnostics::new(),
    }
}
