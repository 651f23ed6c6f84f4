#![doc = include_str!("empty_text.md")]

use crate::check::context::Findings;
use crate::diagnostics::{Diagnostic, Part, Place, Rule};
use crate::load::Text;
use crate::model::{InvalidText, Line};

pub(super) static EMPTY_TEXT: Rule = Rule::error(include_str!("empty_text.md"));

pub(in crate::check) fn read(text: &Text, out: &mut Findings) -> Option<Line> {
    match Line::parse(text) {
        Ok(line) => Some(line),
        Err(InvalidText::Empty) => {
            out.push(fault(text.place));
            None
        }
        // The reader has reported these.
        Err(InvalidText::Unsafe(..) | InvalidText::Form) => None,
    }
}

pub(in crate::check) fn fault(place: Place) -> Diagnostic {
    Diagnostic::new(&EMPTY_TEXT, place, "this text says nothing")
        .help("write it, or leave the field out if the format lets you")
        .taking_out(Part::Value)
}
