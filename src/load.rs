//! Reads a text into a [`Document`]: the shape of the input, with every fault of shape in one run.
//!
//! The events of `saphyr-parser` become a tree of values and their places (`builder`, `tree`). From
//! the tree, an error-recovering reader makes the document (`reader`): where a field is missing or a
//! value is of the wrong type, it reports the fault, puts a placeholder in, and reads on.
//!
//! Reading never panics, nor takes long or much memory, whatever the bytes: size, nesting and
//! aliases are limited.

mod anything;
mod builder;
mod comments;
mod document;
mod field_faults;
mod given;
mod items;
mod key_slips;
mod part;
mod plain;
mod positions;
mod quoting;
mod reader;
pub(crate) mod rules;
mod runs;
mod shape_faults;
mod shape_help;
mod shape_mends;
mod shape_words;
mod slips;
mod text_fields;
mod tree;
mod values;
mod yaml_blocks;
mod yaml_brackets;
mod yaml_faults;
mod yaml_foreign;
mod yaml_lines;
mod yaml_margins;
mod yaml_mends;
mod yaml_slips;

pub use anything::read_like;
pub(crate) use comments::{cut, joined_paragraphs};
pub use document::{
    Allow, Archived, Claim, Claims, Date, Document, Event, FILE_NAME_PATTERN, Gap, Issue, LeftOut,
    Locators, Position, Quote, Shared, Source, Tension, Update, Voice, Withdrawn,
};
pub(crate) use items::Kept;
pub(crate) use part::Parts;
pub(crate) use quoting::{in_marks, told_of_signs};
pub use values::{Entries, Located, OneOrMany, Text};

use std::borrow::Cow;

use rules::{INPUT_TOO_LARGE, NOT_UTF8};
use tree::Tree;

use crate::diagnostics::{Diagnostic, Diagnostics, Place, Severity, Span};

/// The largest input that is read, in bytes.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;

/// What was read from an input.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The document. With faults of shape, placeholders take the place of what is wrong or missing;
    /// there is none if the input is no text, empty, beyond a limit, or not well-formed in a way that
    /// leaves open what was meant.
    pub document: Option<Document>,
    /// What is wrong with the input's shape, and which characters no text may hold, in the order of
    /// the input.
    pub diagnostics: Diagnostics,
    /// Which lists a brief that includes files does not have itself: what it includes may have them.
    pub unless_included: Vec<&'static str>,
    /// Where the input is no YAML, and is read as what was meant, the lines of which the words are not
    /// known.
    pub(crate) read_on: Option<Vec<Span>>,
}

impl Reading {
    /// Says whether a fault may come of what is not known, and is not to be told.
    pub(crate) fn is_in_doubt(&self, fault: &Diagnostic) -> bool {
        let lines = self.read_on.as_deref().unwrap_or_default();
        fault.code() != rules::SYNTAX.code() && slips::is_within(fault, lines)
    }

    /// Says whether something has no shape that could be read. What is still to be written has one.
    pub(crate) fn is_faulty(&self) -> bool {
        let unfinished = rules::unfinished::UNFINISHED.code();
        let mut faults = self.diagnostics.iter();
        faults.any(|fault| fault.severity() == Severity::Error && fault.code() != unfinished)
    }
}

/// Reads an input.
pub fn read(bytes: &[u8]) -> Reading {
    read_with(bytes, None).0
}

/// Reads an input that was read before, and mostly is as it was; keeps what a next reading can take.
pub(crate) fn read_again(bytes: &[u8], before: &Kept) -> (Reading, Kept) {
    read_with(bytes, Some(before))
}

fn read_with(bytes: &[u8], before: Option<&Kept>) -> (Reading, Kept) {
    let (mut faults, mut unless_included) = (Vec::new(), Vec::new());
    let (mut kept, mut read_on) = (Kept::default(), None);
    let document = match text(bytes) {
        Ok(text) => {
            let text = without_nulls(text, &mut faults);
            if let Some(before) = before {
                kept = Kept::of(&text, before);
            }
            let read = |tree: &Tree<'_>, faults: &mut Vec<Diagnostic>| {
                reader::document(tree, faults, &mut unless_included)
            };
            let made = slips::read(&text, before.map(|_| &kept), &mut faults, read);
            read_on = made.doubtful;
            made.read
        }
        Err(fault) => {
            faults.push(*fault);
            None
        }
    };
    let mut diagnostics = Diagnostics::new();
    for fault in faults {
        diagnostics.push(fault);
    }
    diagnostics.sort();
    let reading = Reading {
        document,
        diagnostics,
        unless_included,
        read_on,
    };
    (reading, kept)
}

/// Reads a file that a brief includes. Its places are those in a text in which so many bytes stand
/// before it.
pub fn read_shared(bytes: &[u8], start: usize) -> (Option<Shared>, Diagnostics) {
    let mut faults = Vec::new();
    let shared = match text(bytes) {
        Ok(text) => {
            // Line breaks in place of what stands before, and of a byte order mark, say nothing.
            let content = text.strip_prefix('\u{FEFF}').unwrap_or(text);
            let before = start + (text.len() - content.len());
            let text = "\n".repeat(before) + content;
            let text = without_nulls(&text, &mut faults);
            let read = |tree: &Tree<'_>, faults: &mut Vec<Diagnostic>| {
                Some(reader::shared(tree, before, faults))
            };
            let made = slips::read(&text, None, &mut faults, read);
            // While it has slips, what it shares is not held to be all of it.
            made.read.filter(|_| made.doubtful.is_none())
        }
        Err(fault) => {
            faults.push(fault.moved(start));
            None
        }
    };
    let mut diagnostics = Diagnostics::new();
    for fault in faults {
        diagnostics.push(fault);
    }
    (shared, diagnostics)
}

/// Takes bytes that are UTF-8 and not too many.
fn text(bytes: &[u8]) -> Result<&str, Box<Diagnostic>> {
    if bytes.len() > MOST_BYTES {
        return Err(too_large().into());
    }
    if let Some(what) = wide(bytes).or_else(|| foreign(bytes)) {
        return Err(what.into());
    }
    std::str::from_utf8(bytes).map_err(|error| not_utf8(error.valid_up_to()).into())
}

/// Reports bytes that are UTF-16 or UTF-32: they begin with its mark, or with a letter and nulls.
fn wide(bytes: &[u8]) -> Option<Diagnostic> {
    let first: [u8; 4] = bytes.get(..4)?.try_into().ok()?;
    let is_wide = match first.map(|byte| byte > 0) {
        _ if matches!(first, [0xFF, 0xFE, 0, 0] | [0, 0, 0xFE, 0xFF]) => Some(true),
        _ if matches!(first, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) => Some(false),
        [true, false, false, false] | [false, false, false, true] => Some(true),
        [true, false, true, false] | [false, true, false, true] => Some(false),
        _ => None,
    };
    let name = if is_wide? { "UTF-32" } else { "UTF-16" };
    let message = format!("the input is {name}");
    Some(Diagnostic::new(&NOT_UTF8, Place::Whole, message).help("save the file as UTF-8"))
}

/// Reports bytes that are no text at all, by how they begin.
fn foreign(bytes: &[u8]) -> Option<Diagnostic> {
    let kinds: [(&[u8], &str); 4] = [
        (b"%PDF-", "a PDF"),
        (b"\x1F\x8B", "compressed by gzip"),
        (
            b"PK\x03\x04",
            "a packed file or a document of an office program",
        ),
        (b"\xD0\xCF\x11\xE0", "a document of an office program"),
    ];
    let (_, kind) = kinds.iter().find(|(begin, _)| bytes.starts_with(begin))?;
    let message = format!("the input is {kind}, and no text");
    let help = "give the YAML file of the brief; `brief draft` makes one of articles";
    Some(Diagnostic::new(&NOT_UTF8, Place::Whole, message).help(help))
}

/// Reports null characters, at which the parser would end the text, and takes a space for each.
fn without_nulls<'a>(text: &'a str, faults: &mut Vec<Diagnostic>) -> Cow<'a, str> {
    const MOST: usize = 10;
    for (at, null) in text.match_indices('\0').take(MOST) {
        let place = Place::At(Span::new(at, at + null.len()));
        faults.push(rules::unsafe_character::fault(place, '\0'));
    }
    if faults.is_empty() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.replace('\0', " "))
    }
}

fn too_large() -> Diagnostic {
    let message = format!("the input has more than {MOST_BYTES} bytes");
    Diagnostic::new(&INPUT_TOO_LARGE, Place::Whole, message)
        .help("a brief is one sheet of paper; check that this is the file you meant")
}

fn not_utf8(byte: usize) -> Diagnostic {
    let place = Place::At(Span::new(byte, byte + 1));
    Diagnostic::new(&NOT_UTF8, place, "the input is not UTF-8 from here on")
        .help("save the file as UTF-8")
}
