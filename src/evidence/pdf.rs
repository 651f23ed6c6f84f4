//! Reads the text of a PDF as its pages show it, and tells which page each piece of it is on.
//!
//! `hayro-syntax` reads the file and `hayro-font` its fonts, by the author of `krilla`; both forbid unsafe
//! code. What a page draws is followed here, since the interpreter beside them passes over what is hidden, which
//! must not be `absent`, and cannot be stopped. Letters are taken in the order in which the file sets them,
//! which is that of reading in what programs write today: column by column, without heads.

mod about;
mod clip;
mod colours;
mod content;
mod filled;
mod fonts;
mod ground;
mod gutters;
mod heads;
mod labels;
mod layers;
mod lines;
mod marked;
mod matrix;
mod notes;
mod outline;
mod painting;
mod setting;
mod spent;
mod state;
mod text;
mod turned;

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_syntax::object::dict::Dict;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::html::Page as Text;
use super::paging::Paging;
use crate::model::Obstacle;
pub use about::AboutPdf;
use content::Reader;

/// A PDF with more letters without a Unicode value than one of so many cannot be read.
const FEW_UNMAPPED: usize = 5;
/// Of pages further on the numbers are not told.
const MOST_PAGES: usize = 50_000;

thread_local! {
    static IS_READING: Cell<bool> = const { Cell::new(false) };
}

/// Says whether this thread is reading a PDF: if the reader of PDFs panics, that is told as an obstacle, and
/// needs no message of its own.
pub fn is_reading_pdf() -> bool {
    IS_READING.get()
}

/// What was read of a PDF.
#[derive(Clone, Debug)]
pub(super) struct Read {
    pub(super) page: Text,
    pub(super) paging: Paging,
    pub(super) about: AboutPdf,
    /// Its text with heads and feet between the pages, and by the places of its lines.
    pub(super) otherwise: Vec<String>,
    /// Why there is more to it that is not read.
    pub(super) more: Option<Obstacle>,
}

/// Reads a PDF.
///
/// # Errors
/// It has no text, or none that can be read.
pub(super) fn read(bytes: &[u8]) -> Result<Read, Obstacle> {
    if !spent::opens(bytes) {
        return Err(Obstacle::OpensTooLarge);
    }
    IS_READING.set(true);
    let read = catch_unwind(AssertUnwindSafe(|| read_whole(bytes)));
    IS_READING.set(false);
    read.unwrap_or(Err(Obstacle::BrokenPdf))
}

fn read_whole(bytes: &[u8]) -> Result<Read, Obstacle> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected
            | DecryptionError::MissingIDEntry
            | DecryptionError::InvalidEncryption
            | DecryptionError::UnsupportedAlgorithm,
        ) => Obstacle::EncryptedPdf,
        LoadPdfError::Invalid => Obstacle::BrokenPdf,
    })?;
    let root: Dict<'_> = pdf.xref().get(pdf.xref().root_id()).unwrap_or_default();
    let mut reader = Reader::new(&root);
    let (mut is_scanned, mut unread) = (false, false);
    for (number, page) in pdf.pages().iter().enumerate() {
        let before = (reader.lines.lines.len(), reader.mapped);
        if number >= MOST_PAGES || reader.page(number, page).is_err() {
            return Err(Obstacle::Tangled);
        }
        let shows = reader.lines.lines.get(before.0..).unwrap_or_default();
        let has_words = shows
            .iter()
            .filter(|line| !line.is_hidden && !line.is_doubtful())
            .any(|line| line.text.contains(char::is_alphanumeric));
        is_scanned |= reader.has_picture && !has_words;
        unread |= reader.mapped > before.1;
    }
    if reader.unmapped * FEW_UNMAPPED > reader.mapped + reader.unmapped {
        return Err(Obstacle::UnmappedPdf);
    }
    if !unread {
        return Err(if is_scanned {
            Obstacle::ScannedPdf
        } else {
            Obstacle::NoWords
        });
    }
    if reader.fields(&root).is_err() {
        return Err(Obstacle::Tangled);
    }
    let labels = labels::labels(&root, pdf.pages().len());
    let mut set = text::set(&reader.lines.lines, labels);
    set.page.hidden.push_str(&text::whole(&reader.whole.lines));
    set.page.hidden.push_str(&reader.unseen);
    Ok(Read {
        page: set.page,
        paging: set.paging,
        about: AboutPdf::of(pdf.metadata()),
        otherwise: set.otherwise,
        more: is_scanned.then_some(Obstacle::ScannedPdf),
    })
}

#[cfg(test)]
mod tests;
