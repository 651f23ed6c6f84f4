//! `empty-text`: a text that has to say something is empty.

use crate::check::findings::Findings;
use crate::diagnostics::{Code, Diagnostic, Place};
use crate::load::Text;
use crate::model::{InvalidText, Line};

/// Reads a line.
pub(in crate::check) fn read(text: &Text, out: &mut Findings) -> Option<Line> {
    match Line::parse(text) {
        Ok(line) => Some(line),
        Err(InvalidText::Empty) => {
            out.push(fault(text.place));
            None
        }
        // `unsafe-character` reports these.
        Err(InvalidText::Unsafe(..) | InvalidText::Form) => None,
    }
}

/// Says whether a text is not worth reading further, and reports it if it is empty.
pub(super) fn refuse(text: &Text, out: &mut Findings) -> bool {
    read(text, out).is_none()
}

/// An empty text.
pub(in crate::check) fn fault(place: Place) -> Diagnostic {
    Diagnostic::new(Code::EmptyText, place, "this text says nothing")
        .help("write it, or leave the field out if the format lets you")
}
