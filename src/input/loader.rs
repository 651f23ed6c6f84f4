//! Gives what stands beside an input.

use crate::model::Language;

/// Why nothing can be included without a loader.
pub(super) const NOTHING_BESIDE: &str = "nothing stands beside this brief";

/// Gives what stands beside an input. The library itself opens no files.
///
/// Each method has an answer of its own: nothing stands there.
pub trait Loader {
    /// Returns the evidence lock of the input.
    fn lock(&self) -> Option<&[u8]> {
        None
    }

    /// Returns the previous edition by its plain name; without one, it is not looked at.
    ///
    /// # Errors
    /// It cannot be read: why, in words for a diagnostic.
    fn previous(&self, name: &str) -> Result<Option<Vec<u8>>, String> {
        let _ = name;
        Ok(None)
    }

    /// Returns a file that the input includes, or that its previous edition does, by its plain name.
    ///
    /// # Errors
    /// It cannot be read: why, in words for a diagnostic.
    fn included(&self, name: &str) -> Result<Vec<u8>, String> {
        let _ = name;
        Err(NOTHING_BESIDE.to_owned())
    }

    /// Counts the messages of pages of which there are no words in a language, and all of them; nothing, if
    /// that is not known.
    fn lacking_words(&self, language: &Language) -> Option<(usize, usize)> {
        let _ = language;
        None
    }

    /// Returns the evidence lock of the previous edition.
    ///
    /// # Errors
    /// There is one that cannot be read: why, in words for a diagnostic.
    fn previous_lock(&self, name: &str) -> Result<Option<Vec<u8>>, String> {
        let _ = name;
        Ok(None)
    }
}
