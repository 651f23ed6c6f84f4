//! The problems found so far, and which of the silenced rules had something to say.

use std::collections::HashSet;
use std::ptr;

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::load::Allow;

/// Collects problems.
#[derive(Default)]
pub(super) struct Findings {
    diagnostics: Diagnostics,
    /// The `allow` entries that silenced something, by address: they live in the document.
    used: HashSet<*const Allow>,
}

impl Findings {
    /// Adds a problem.
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds a warning, unless one of these entries silences its rule.
    pub(super) fn warn(&mut self, allow: &[Allow], diagnostic: Diagnostic) {
        let code = diagnostic.code();
        match allow.iter().find(|entry| *entry.rule == *code) {
            Some(entry) => {
                self.used.insert(ptr::from_ref(entry));
            }
            None => self.push(diagnostic),
        }
    }

    /// Says whether an `allow` entry silenced anything.
    pub(super) fn was_used(&self, entry: &Allow) -> bool {
        self.used.contains(&ptr::from_ref(entry))
    }

    /// Returns all problems.
    pub(super) fn into_diagnostics(self) -> Diagnostics {
        self.diagnostics
    }
}
