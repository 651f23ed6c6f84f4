//! What stands beside a document: its evidence lock, and the edition before.

use super::rules::invalid_file_name;
use crate::evidence::{InvalidLock, Lock};
use crate::load::Document;
use crate::model::Brief;

/// What stands beside a document, as far as it was looked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside<'a> {
    /// The evidence lock, if there is one.
    pub evidence: Option<&'a Result<Lock, InvalidLock>>,
    /// What came of reading the edition before, if the document names one.
    pub previous: Option<&'a Previous>,
}

impl<'a> Beside<'a> {
    /// Returns the evidence lock, if there is one that can be read.
    pub(super) fn lock(self) -> Option<&'a Lock> {
        self.evidence.and_then(|lock| lock.as_ref().ok())
    }
}

/// What came of reading the edition before.
#[derive(Clone, Debug)]
pub enum Previous {
    /// It is a brief.
    Brief(Box<Brief>),
    /// It is faulty: it has so many errors.
    Faulty(usize),
    /// It is the document itself.
    Itself,
    /// It could not be read, for this reason.
    Unread(String),
}

/// Returns the name by which a document names the edition before, if it is the plain name of a file.
pub fn previous_name(document: &Document) -> Option<&str> {
    let name = document.previous.as_ref()?.as_str();
    invalid_file_name::is_plain(name).then_some(name)
}
