//! Chooses the words of a language: from the embedded locale files, and those of the user.

mod error;
mod locale;
mod message;
mod nesting;
mod soundness;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::typography::{QuoteMarks, Typography, marks_of};
use crate::model::Language;

pub use error::LocaleError;
pub use locale::Locale;
pub(crate) use message::Message;

// `EMBEDDED`, the tag and the text of every file of the folder `locales`: `build.rs` makes it.
include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// The language whose words are taken where a locale file has none.
const ENGLISH: &str = "en";

/// Chooses the words of a language: from the embedded locale files, and those of the user.
#[derive(Clone, Debug, Default)]
pub struct Locales {
    /// The user's, by their tags in lower case.
    given: BTreeMap<String, Arc<Locale>>,
}

impl Locales {
    /// Returns the embedded locale files alone.
    pub fn embedded() -> &'static Self {
        static LOCALES: Locales = Locales {
            given: BTreeMap::new(),
        };
        &LOCALES
    }

    /// Adds locale files to the embedded ones: tags, such as `uk`, and texts. Of a language that is
    /// embedded, a given file replaces message by message.
    ///
    /// # Errors
    /// A file is at fault.
    pub fn with_files(files: &BTreeMap<String, String>) -> Result<Self, LocaleError> {
        let mut locales = Self::default();
        // English comes first, since the others rest on it; a region comes after its language.
        let english = files.get_key_value(ENGLISH);
        let others = files.iter().filter(|(tag, _)| *tag != ENGLISH);
        for (tag, text) in english.into_iter().chain(others) {
            let next = locales.nearest(tag).unwrap_or_else(|| locales.last());
            let locale = Locale::read(tag, text, next.clone())?;
            let tag = tag.to_ascii_lowercase();
            locales.given.insert(tag, Arc::new(locale));
        }
        Ok(locales)
    }

    /// Says whether a locale file is the embedded one of its tag.
    pub fn is_embedded(tag: &str, text: &str) -> bool {
        EMBEDDED.contains(&(tag, text))
    }

    /// Returns the words of a language: of its whole tag, else with subtags left out from the end
    /// (RFC 4647, lookup), else English ones.
    pub fn of(&self, language: &Language) -> &Locale {
        self.nearest(language).unwrap_or_else(|| self.last())
    }

    /// Counts the messages of which there are no words in a language, and all of them.
    pub fn lacking(&self, language: &Language) -> (usize, usize) {
        let all = Message::all().count();
        let lacking = self.nearest(language).map_or(all, |locale| {
            let is_lacking = |message: &Message| !locale.has_in_its_language(*message);
            Message::all().filter(is_lacking).count()
        });
        (lacking, all)
    }

    pub(crate) fn typography(&self, language: &Language) -> Typography<'_> {
        Typography {
            quotes: self.quote_marks(language),
            binding: self.of(language).binding(),
        }
    }

    /// Returns a language's quote marks: its locale's, else those that Unicode CLDR gives it, else
    /// English ones.
    pub(crate) fn quote_marks(&self, language: &Language) -> QuoteMarks<'_> {
        match self.nearest(language) {
            Some(locale) => locale.quote_marks(),
            None => marks_of(language).unwrap_or_else(|| self.last().quote_marks()),
        }
    }

    /// Returns the locale of the longest part of a tag that has one.
    fn nearest(&self, tag: &str) -> Option<&Arc<Locale>> {
        let whole = tag.to_ascii_lowercase();
        let mut tag = whole.as_str();
        loop {
            if let Some(found) = self.given.get(tag).or_else(|| embedded(tag)) {
                return Some(found);
            }
            (tag, _) = tag.rsplit_once('-')?;
        }
    }

    #[expect(clippy::expect_used, reason = "a test reads every embedded file")]
    fn last(&self) -> &Arc<Locale> {
        let given = self.given.get(ENGLISH);
        given.unwrap_or_else(|| embedded(ENGLISH).expect("English words are embedded"))
    }
}

/// Returns the embedded locale of a tag, which is read when it is first asked for.
fn embedded(tag: &str) -> Option<&'static Arc<Locale>> {
    static READ: [OnceLock<Arc<Locale>>; EMBEDDED.len()] =
        [const { OnceLock::new() }; EMBEDDED.len()];
    let mut files = EMBEDDED.iter().zip(&READ);
    let ((tag, text), read) = files.find(|((known, _), _)| known.eq_ignore_ascii_case(tag))?;
    Some(read.get_or_init(|| Arc::new(Locale::embedded(tag, text))))
}
