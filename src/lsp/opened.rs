//! Holds what is known of a text that is open in an editor.

use crate::input::{Checked, Input};
use crate::load::{self, Document, Shared};

/// A text that was read and checked, with what stands beside it.
#[derive(Clone, Debug)]
pub struct Opened {
    /// What was found.
    pub checked: Checked,
    #[expect(dead_code, reason = "what answers questions follows")]
    pub(super) document: Option<Document>,
    /// What it shares, of a file that briefs include.
    #[expect(dead_code, reason = "what answers questions follows")]
    pub(super) shared: Option<Shared>,
}

impl Opened {
    /// Reads and checks an input.
    pub fn read(input: Input<'_>) -> Self {
        let (checked, document) = input.check_and_keep();
        Self {
            checked,
            document,
            shared: None,
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
            shared,
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
}
