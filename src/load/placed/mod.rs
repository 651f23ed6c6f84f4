//! The placing reader: every value's place, every fault of shape.
//!
//! It is a `serde::Deserializer` over the input's [`Tree`](super::tree::Tree), so that it reads the
//! very types that `serde_yaml` reads. Where a deserialiser would give up, it notes the fault and
//! hands over a [`stand_in`]; so one run reports everything, and the rules of later stages run on
//! what is sound.

mod absent;
mod broken;
mod collections;
mod faults;
mod fields;
mod names;
mod parts;
mod plain;
mod reader;
mod stand_in;

use serde::Deserialize;

use self::faults::Faults;
use self::reader::Reader;
use super::build::build;
use super::document::Document;
use super::input::Input;
use super::refusal;
use super::tree::Tree;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::load::rules::WRONG_TYPE;

/// Reads a text with places. There is no document if the text is not well-formed YAML, exceeds a
/// limit or is empty; any other fault leaves a document with stand-ins.
pub(super) fn read(input: Input<'_>) -> (Option<Document>, Diagnostics) {
    let built = build(input);
    let mut faults = built.faults;
    let document = built.tree.and_then(|tree| document(&tree, &mut faults));
    let mut diagnostics = Diagnostics::new();
    for fault in faults {
        diagnostics.push(fault);
    }
    diagnostics.sort();
    (document, diagnostics)
}

fn document(tree: &Tree<'_>, faults: &mut Vec<Diagnostic>) -> Option<Document> {
    let root = tree.root().filter(|root| !root.is_blank());
    let Some(root) = root else {
        faults.push(refusal::empty());
        return None;
    };
    let found = Faults::default();
    let made = Document::deserialize(Reader::root(root, &found));
    faults.extend(found.into_list());
    made.map_err(|error| {
        faults.push(Diagnostic::new(
            &WRONG_TYPE,
            Place::Whole,
            error.to_string(),
        ));
    })
    .ok()
}
