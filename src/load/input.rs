//! Bytes to text: size, encoding, byte order mark.

use super::limits::MOST_BYTES;
use crate::diagnostics::{Diagnostic, Place, Span};
use crate::load::rules::{INPUT_TOO_LARGE, NOT_UTF8};

const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// The text of an input, and how many bytes were skipped before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Input<'a> {
    pub(super) text: &'a str,
    pub(super) skipped: usize,
}

impl<'a> Input<'a> {
    /// Takes bytes that are not too many and UTF-8.
    pub(super) fn new(bytes: &'a [u8]) -> Result<Self, Box<Diagnostic>> {
        if bytes.len() > MOST_BYTES {
            return Err(too_large(bytes.len()).into());
        }
        let whole =
            std::str::from_utf8(bytes).map_err(|error| Box::new(not_utf8(error.valid_up_to())))?;
        let text = whole.strip_prefix(BYTE_ORDER_MARK).unwrap_or(whole);
        Ok(Self {
            text,
            skipped: whole.len() - text.len(),
        })
    }
}

fn too_large(bytes: usize) -> Diagnostic {
    let message = format!("the input has {bytes} bytes, the limit is {MOST_BYTES}");
    Diagnostic::new(&INPUT_TOO_LARGE, Place::Whole, message)
        .help("a brief is one sheet of paper; check that this is the file you meant")
}

fn not_utf8(byte: usize) -> Diagnostic {
    let place = Place::At(Span::new(byte, byte + 1));
    Diagnostic::new(&NOT_UTF8, place, "the input is not UTF-8 from here on")
        .help("save the file as UTF-8")
}
