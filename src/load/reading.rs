//! The two ways to read an input.

use super::document::Document;
use super::harmless::is_harmless;
use super::input::Input;
use super::{placed, syntax};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// What was read from an input.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The document. With faults of shape, stand-ins take the place of what is wrong or missing;
    /// there is none if the input is no text, not well-formed, empty or beyond a limit.
    pub document: Option<Document>,
    /// What is wrong with the input's shape, in the order of the input.
    pub diagnostics: Diagnostics,
    /// Whether the document knows its places.
    pub placed: bool,
}

/// Reads an input; with places only if anything is wrong with its shape.
pub fn read(bytes: &[u8]) -> Reading {
    match Input::new(bytes) {
        Ok(input) if is_harmless(input.text) => read_quickly(input),
        Ok(input) => Reading::placed(input),
        Err(fault) => Reading::refused(*fault),
    }
}

/// Reads an input with places: what to do when a later stage has something to report on a
/// document that [`read`] gave without.
pub fn read_placed(bytes: &[u8]) -> Reading {
    match Input::new(bytes) {
        Ok(input) => Reading::placed(input),
        Err(fault) => Reading::refused(*fault),
    }
}

fn read_quickly(input: Input<'_>) -> Reading {
    match serde_yaml::from_str(input.text) {
        Ok(document) => Reading {
            document: Some(document),
            diagnostics: Diagnostics::new(),
            placed: false,
        },
        Err(error) => {
            let mut reading = Reading::placed(input);
            if reading.diagnostics.is_empty() {
                let location = error.location().map(|at| (at.line(), at.column()));
                let fault = syntax::refused(input, location, &error.to_string());
                reading.diagnostics.push(fault);
            }
            reading
        }
    }
}

impl Reading {
    fn placed(input: Input<'_>) -> Self {
        let (document, diagnostics) = placed::read(input);
        Self {
            document,
            diagnostics,
            placed: true,
        }
    }

    fn refused(fault: Diagnostic) -> Self {
        let mut diagnostics = Diagnostics::new();
        diagnostics.push(fault);
        Self {
            document: None,
            diagnostics,
            placed: true,
        }
    }
}
