//! Holds what is known of a text that is open in an editor.

use std::sync::OnceLock;

use super::mention::Mention;
use crate::analysis::Edition;
use crate::input::{Begun, Checked, Input};
use crate::load::{self, Document, Kept, Shared};

/// A text that was read and checked, with what stands beside it.
#[derive(Debug)]
pub struct Opened {
    /// What was found.
    pub checked: Checked,
    pub(super) document: Option<Document>,
    kept: Kept,
    /// What it shares, of a file that briefs include.
    pub(super) shared: Option<Shared>,
    /// Every id, once they were asked for.
    pub(super) mentions: OnceLock<Vec<Mention>>,
    /// The brief with its analysis, once it was asked for.
    pub(super) edition: OnceLock<Option<Edition>>,
}

impl Opened {
    /// Reads and checks an input.
    pub fn read(input: Input<'_>) -> Self {
        Self::of(input.after(&Kept::default()).begin())
    }

    /// Reads and checks an input that mostly is as it was: only what changed is parsed. Between reading
    /// and checking, it can be given up.
    ///
    /// # Errors
    /// It was given up.
    pub fn read_again<E>(
        input: Input<'_>,
        before: &Self,
        between: impl FnOnce() -> Result<(), E>,
    ) -> Result<Self, E> {
        let begun = input.after(&before.kept).begin();
        between()?;
        Ok(Self::of(begun))
    }

    fn of(begun: Begun<'_>) -> Self {
        let (checked, document, kept) = begun.check();
        Self {
            checked,
            document,
            kept,
            shared: None,
            mentions: OnceLock::new(),
            edition: OnceLock::new(),
        }
    }

    /// Reads a file of voices and sources that briefs include.
    pub fn read_shared(text: &str) -> Self {
        let (shared, mut diagnostics) = load::read_shared(text.as_bytes(), 0);
        diagnostics.sort();
        Self {
            checked: Checked {
                brief: None,
                diagnostics,
                text: text.to_owned(),
                included: Vec::new(),
            },
            document: None,
            kept: Kept::default(),
            shared,
            mentions: OnceLock::new(),
            edition: OnceLock::new(),
        }
    }

    /// Returns where the text itself ends, in the text with all that it includes.
    pub fn end(&self) -> usize {
        let first = self.checked.included.first();
        first.map_or(self.checked.text.len(), |file| file.start.saturating_sub(1))
    }

    /// Returns the text itself.
    pub fn text(&self) -> &str {
        self.checked.text.get(..self.end()).unwrap_or("")
    }

    /// Returns the brief with its analysis, if nothing in it is an error.
    pub(super) fn edition(&self) -> Option<&Edition> {
        let brief = self.checked.brief.as_ref();
        let edition = self.edition.get_or_init(|| brief.cloned().map(Edition::of));
        edition.as_ref()
    }

    /// Says whether the text is YAML, so that its places are those of its values.
    pub fn is_read(&self) -> bool {
        self.document.is_some() || self.shared.is_some()
    }
}
