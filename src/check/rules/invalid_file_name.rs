#![doc = include_str!("invalid_file_name.md")]
//! A name with a folder in it could lead out of the folder of snapshots, or of the brief.

use std::collections::HashSet;

use super::empty_text;
use crate::check::context::Findings;
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::{Document, Text};
use crate::model::Line;

pub(super) static INVALID_FILE_NAME: Rule = Rule::error(include_str!("invalid_file_name.md"));

/// Says whether a text is a name without a folder.
fn is_plain(name: &str) -> bool {
    !name.starts_with('.') && !name.contains(['/', '\\', ':', '\n'])
}

pub(in crate::check) fn read(text: &Text, out: &mut Findings) -> Option<Line> {
    let name = empty_text::read(text, out)?;
    if !is_plain(&name) {
        let message = format!("`{}` is not the plain name of a file", name.escape_debug());
        let fault = Diagnostic::new(&INVALID_FILE_NAME, text.place, message)
            .help("write the name alone, without a folder, such as `nbc.txt`");
        let alone = name.rsplit(['/', '\\']).next();
        out.push(
            match alone.filter(|alone| is_plain(alone) && !alone.is_empty()) {
                Some(alone) => fault.instead(alone),
                None => fault,
            },
        );
        return None;
    }
    Some(name)
}

/// Returns the names of the files that a document includes, as far as they are plain names, each once.
pub(crate) fn included_names(document: &Document) -> Vec<&Text> {
    let mut seen = HashSet::new();
    let names = document.include.iter();
    names
        .filter(|name| is_plain(name) && seen.insert(name.as_str()))
        .collect()
}

/// Says whether all files that a document includes have plain names; no others are read.
pub(crate) fn are_plain(document: &Document) -> bool {
    document.include.iter().all(|name| is_plain(name))
}

/// Returns the name by which a document names the previous edition, if it is the plain name of a
/// file.
pub(crate) fn previous_name(document: &Document) -> Option<&str> {
    let name = document.previous.as_ref()?.as_str();
    is_plain(name).then_some(name)
}
