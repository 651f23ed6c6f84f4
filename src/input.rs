//! Reads and checks an input with what stands beside it.

mod loader;

pub use loader::Loader;
use loader::NOTHING_BESIDE;

use crate::check::{self, Numbers, PageLimit, Previous};
use crate::diagnostics::{Diagnostic, Diagnostics, Included, Place, Severity};
use crate::evidence::Lock;
use crate::load::rules::unfinished::UNFINISHED;
use crate::load::{self, Document, Kept, Reading};
use crate::model::{Brief, Language};
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
    is_draft: bool,
    /// What was kept of the input when it was read before.
    before: Option<&'a Kept>,
}

/// What earlier editions say to an input.
#[derive(Default)]
struct Earlier {
    previous: Option<Previous>,
    /// The numbers of its claims, where it follows an edition.
    numbers: Option<Numbers>,
}

/// How many files a brief includes at most.
const MOST_INCLUDED: usize = 64;
/// How many editions are read to number the claims of the last.
const MOST_EDITIONS: usize = 1_000;
/// How many bytes these may have together.
const MOST_BYTES: usize = 8 * load::MOST_BYTES;

/// What came of checking an input.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Checked {
    /// The brief that the input means; none if anything in it is an error.
    pub brief: Option<Brief>,
    /// Everything that was found, in the order of the input; places are those in `text`.
    pub diagnostics: Diagnostics,
    /// The text of the input, then that of each file which it includes; what is not UTF-8 in its
    /// lossy reading.
    pub text: String,
    /// Where the included files begin in the text.
    pub included: Vec<Included>,
}

/// An input that was read, and is not checked yet.
pub(crate) struct Begun<'a> {
    input: Input<'a>,
    loaded: Loaded,
    kept: Kept,
}

impl Begun<'_> {
    /// Checks the input, and keeps the document, if the input is YAML, and what a next reading can take.
    pub(crate) fn check(self) -> (Checked, Option<Document>, Kept) {
        let earlier = self.input.earlier(&self.loaded.reading);
        let lock = self.input.loader.and_then(Loader::lock);
        let is_yaml = self.loaded.reading.read_on.is_none();
        let (checked, document) = Input::judge(lock, self.loaded, &earlier);
        (checked, document.filter(|_| is_yaml), self.kept)
    }
}

/// What was read of an input and of what it includes.
struct Loaded {
    reading: Reading,
    text: String,
    included: Vec<Included>,
    /// Whether something that it includes could not be read.
    is_unread: bool,
    /// How many messages of its page have no words in its language, and how many there are.
    lacking_words: (usize, usize),
}

impl<'a> Input<'a> {
    /// Takes a text, or bytes that should be one.
    pub fn new(text: &'a (impl AsRef<[u8]> + ?Sized)) -> Self {
        Self {
            bytes: text.as_ref(),
            loader: None,
            is_draft: false,
            before: None,
        }
    }

    /// Lets texts stand that are still to be written: they are warnings, and the brief is made.
    #[must_use]
    pub fn as_draft(self, is_draft: bool) -> Self {
        Self { is_draft, ..self }
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

    /// Takes what was kept of the input when it was read before: only what changed is parsed.
    #[must_use]
    pub(crate) fn after(self, before: &'a Kept) -> Self {
        Self {
            before: Some(before),
            ..self
        }
    }

    /// Reads and checks the input; every fault is reported in one run.
    pub fn check(self) -> Checked {
        self.begin().check().0
    }

    /// Reads the input, to be checked next.
    pub(crate) fn begin(self) -> Begun<'a> {
        let (loaded, kept) = self.load();
        Begun {
            input: self,
            loaded,
            kept,
        }
    }

    /// Reads the input, and what it includes, which follows it in one text.
    fn load(self) -> (Loaded, Kept) {
        let (mut reading, kept) = match self.before {
            Some(before) => load::read_again(self.bytes, before),
            None => (load::read(self.bytes), Kept::default()),
        };
        let mut text = String::from_utf8_lossy(self.bytes).into_owned();
        let (mut included, mut faults, mut shared) = (Vec::new(), Vec::new(), Vec::new());
        let names = reading.document.as_ref().map(check::included_names);
        let mut is_unread = reading.document.as_ref().is_some_and(|document| {
            let mut names = document.include.iter();
            names.any(|name| name.place == Place::Placeholder) || !check::are_plain(document)
        });
        for (count, name) in names.into_iter().flatten().enumerate() {
            if count >= MOST_INCLUDED {
                let reason = format!("a brief includes at most {MOST_INCLUDED} files");
                faults.push(check::unreadable_include(name, &reason));
                is_unread = true;
                break;
            }
            let bytes = match self.included(name, text.len()) {
                Ok(bytes) => bytes,
                Err(reason) => {
                    faults.push(check::unreadable_include(name, &reason));
                    is_unread = true;
                    continue;
                }
            };
            text.push('\n');
            let start = text.len();
            let (found, of_file) = load::read_shared(&bytes, start);
            is_unread |= found.is_none();
            shared.extend(found);
            faults.extend(of_file.iter().cloned());
            text.push_str(&String::from_utf8_lossy(&bytes));
            let name = name.value.clone();
            included.push(Included { name, start });
        }
        if let Some(document) = &mut reading.document {
            check::include(document, shared);
        }
        for fault in faults {
            reading.diagnostics.push(fault);
        }
        let language = reading.document.as_ref();
        let language = language.and_then(|document| Language::parse(&document.lang).ok());
        let words = self.loader.zip(language);
        let lacking = words.and_then(|(loader, of)| loader.lacking_words(&of));
        if self.is_draft {
            reading.diagnostics.only_warn_of(&UNFINISHED);
        }
        let loaded = Loaded {
            lacking_words: lacking.unwrap_or_default(),
            reading,
            text,
            included,
            is_unread,
        };
        (loaded, kept)
    }

    /// Reads a file that the input includes, after so many bytes that were read before it.
    fn included(self, name: &str, before: usize) -> Result<Vec<u8>, String> {
        let loader = self.loader.ok_or(NOTHING_BESIDE)?;
        let bytes = loader.included(name)?;
        if bytes == self.bytes {
            return Err("a brief cannot include itself".to_owned());
        }
        let most = load::MOST_BYTES;
        if before.saturating_add(bytes.len()) > most {
            return Err(format!("with it, the brief has more than {most} bytes"));
        }
        Ok(bytes)
    }

    #[expect(
        clippy::expect_used,
        reason = "without the brief and without an error, nothing would be made and nothing said"
    )]
    fn judge(
        lock: Option<&[u8]>,
        loaded: Loaded,
        earlier: &Earlier,
    ) -> (Checked, Option<Document>) {
        let Loaded {
            reading,
            text,
            included,
            is_unread,
            lacking_words,
        } = loaded;
        let lock = lock.map(Lock::read);
        let beside = check::Beside {
            evidence: lock.as_ref(),
            previous: earlier.previous.as_ref(),
            numbers: earlier.numbers.as_ref(),
            unless_included: &reading.unless_included,
            is_unread,
            is_faulty: reading.is_faulty(),
            lacking_words,
        };
        let (brief, found) = match &reading.document {
            Some(document) => check::check(document, &text, beside),
            // The reading says why there is no document.
            None => (None, Diagnostics::new()),
        };
        let found = found.without(|fault| reading.is_in_doubt(fault));
        let mut diagnostics = reading.diagnostics;
        diagnostics.extend(found);
        let mut diagnostics = diagnostics.told(|fault| load::told_of_signs(&text, fault));
        diagnostics.sort();
        let brief = if diagnostics.has_errors() {
            None
        } else {
            Some(brief.expect("whatever leaves a part out of the brief is reported as an error"))
        };
        let checked = Checked {
            brief,
            diagnostics,
            text,
            included,
        };
        (checked, reading.document)
    }

    /// Says that a page of this input, as it was printed, takes more paper than it may: how many
    /// words are to be cut, from which sections they stick out, and which claims are the longest.
    pub fn too_many_pages(self, printed: &Printed, limit: PageLimit) -> Diagnostic {
        let reading = self.load().0.reading;
        let numbers = self.earlier(&reading).numbers;
        check::too_many_pages(printed, limit, reading.document.as_ref(), numbers.as_ref())
    }

    /// Reads and checks the previous edition that the input names, and reads those before it: the
    /// numbers of claims are counted from the first on.
    fn earlier(self, reading: &Reading) -> Earlier {
        let only = |previous| Earlier {
            previous: Some(previous),
            numbers: None,
        };
        let named = reading.document.as_ref();
        let named = named.and_then(|document| Some((document, check::previous_name(document)?)));
        let Some(((document, name), loader)) = named.zip(self.loader) else {
            return Earlier::default();
        };
        let bytes = match loader.previous(name) {
            Ok(Some(bytes)) if bytes == self.bytes => return only(Previous::Itself),
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Earlier::default(),
            Err(reason) => return only(Previous::Unread(reason)),
        };
        let lock = match loader.previous_lock(name) {
            Ok(lock) => lock,
            Err(reason) => return only(Previous::Unread(reason)),
        };
        let before = Input {
            bytes: &bytes,
            loader: self.loader,
            is_draft: false,
            before: None,
        };
        let (before, _) = before.load();
        let mut numbers = None;
        let mut own = Earlier::default();
        if let Some(before) = &before.reading.document {
            let editions = match editions_before(before, loader) {
                Ok(editions) => editions,
                Err((name, reason)) => return only(Previous::Unnumbered(name, reason)),
            };
            let of_previous = Numbers::over(editions.iter().rev().chain([before]));
            own.numbers = Some(of_previous.then(before, document));
            numbers = Some(of_previous);
        }
        let of_previous = Earlier {
            previous: None,
            numbers,
        };
        let (checked, _) = Self::judge(lock.as_deref(), before, &of_previous);
        own.previous = Some(match checked.brief {
            Some(brief) => Previous::Brief(Box::new(brief)),
            None => Previous::Faulty(checked.diagnostics.count(Severity::Error)),
        });
        own
    }
}

/// Reads the editions before one, the latest first; they are not judged.
///
/// # Errors
/// One of them cannot be read, or is no earlier edition: its file, and why.
fn editions_before(
    edition: &Document,
    loader: &dyn Loader,
) -> Result<Vec<Document>, (String, String)> {
    let mut editions: Vec<Document> = Vec::new();
    let mut bytes_left = MOST_BYTES;
    loop {
        let last = editions.last().unwrap_or(edition);
        let Some(name) = check::previous_name(last).map(str::to_owned) else {
            return Ok(editions);
        };
        let fault = |reason: &str| (name.clone(), reason.to_owned());
        let bytes = match loader.previous(&name) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Ok(editions),
            Err(reason) => return Err(fault(&reason)),
        };
        let left = bytes_left.checked_sub(bytes.len());
        if editions.len() >= MOST_EDITIONS || left.is_none() {
            return Err(fault("there are too many editions before it"));
        }
        bytes_left = left.unwrap_or(0);
        let reading = load::read(&bytes);
        let is_error = |found: &&Diagnostic| found.severity() == Severity::Error;
        if let Some(found) = reading.diagnostics.iter().find(is_error) {
            return Err(fault(&format!("it is at fault: {}", found.message())));
        }
        // What is no document has an error.
        let document = reading.document.ok_or_else(|| fault("it is no brief"))?;
        if document.edition.value >= last.edition.value {
            let reason = "it has no lower number than the edition that names it";
            return Err(fault(reason));
        }
        editions.push(document);
    }
}

/// Compares a translation with its original: the same ids in the same order, numbered, attributed,
/// dated and quoted alike, whatever the words. What is found is about the translation.
///
/// # Errors
/// One of them is no sound brief: what [`Input::check`] finds in the original, and in the
/// translation.
pub fn mirror(
    original: Input<'_>,
    translation: Input<'_>,
) -> Result<Diagnostics, [Diagnostics; 2]> {
    let inputs = [original, translation];
    let checked = inputs.map(Input::check);
    let readings = inputs.map(|input| {
        let (loaded, _) = input.load();
        let numbers = input.earlier(&loaded.reading).numbers;
        let document = loaded.reading.document?;
        let numbers = numbers.unwrap_or_else(|| Numbers::of(&document));
        Some((document, numbers, loaded.text))
    });
    match &readings {
        [
            Some((original, before, _)),
            Some((translation, after, text)),
        ] if checked.iter().all(|checked| checked.brief.is_some()) => Ok(check::mirror(
            (original, before),
            (translation, after),
            text,
        )),
        _ => Err(checked.map(|checked| checked.diagnostics)),
    }
}
