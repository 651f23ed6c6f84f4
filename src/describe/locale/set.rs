//! The locales that a run has: those of the program, and those of a folder of the user's.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Locale, LocaleError, embedded};
use crate::describe::typography::{QuoteMarks, Typography, marks_of};
use crate::model::Language;

/// The locales of a run: those embedded, unless others are given besides.
#[derive(Clone, Debug, Default)]
pub struct Locales {
    /// By their tags in lower case.
    given: BTreeMap<String, Arc<Locale>>,
}

impl Locales {
    /// Adds locale files to those embedded: tags, such as `uk`, and texts. Of a language that is
    /// embedded, a given file replaces message by message.
    ///
    /// # Errors
    /// A text is no sound locale file.
    pub fn with_files(files: &BTreeMap<String, String>) -> Result<Self, LocaleError> {
        let mut locales = Self::default();
        if let Some(text) = files.get(embedded::LAST) {
            let last = embedded::last().clone();
            locales.add(embedded::LAST, text, last)?;
            for (tag, text) in embedded::other_files() {
                let last = locales.last().clone();
                locales.add(tag, text, last)?;
            }
        }
        for (tag, text) in files.iter().filter(|(tag, _)| *tag != embedded::LAST) {
            let next = locales.nearest(tag).unwrap_or_else(|| locales.last());
            let next = next.clone();
            locales.add(tag, text, next)?;
        }
        Ok(locales)
    }

    fn add(&mut self, tag: &str, text: &str, next: Arc<Locale>) -> Result<(), LocaleError> {
        let locale = Locale::parse(tag, text, Some(next))?;
        self.given
            .insert(tag.to_ascii_lowercase(), Arc::new(locale));
        Ok(())
    }

    /// Returns the words of a language: of its whole tag, else with subtags left out from the end
    /// (RFC 4647, lookup), else English ones.
    pub fn of(&self, language: &Language) -> &Locale {
        self.own(language).unwrap_or_else(|| self.last())
    }

    /// Returns how a language is set.
    pub(crate) fn typography(&self, language: &Language) -> Typography<'_> {
        Typography {
            quotes: self.quote_marks(language),
            binding: self.of(language).binding(),
        }
    }

    /// Returns a language's quote marks: its locale's, else those that Unicode CLDR gives it, else
    /// English ones.
    pub(crate) fn quote_marks(&self, language: &Language) -> QuoteMarks<'_> {
        match self.own(language) {
            Some(locale) => locale.quote_marks(),
            None => marks_of(language).unwrap_or_else(|| self.last().quote_marks()),
        }
    }

    fn own(&self, language: &Language) -> Option<&Locale> {
        self.nearest(language).map(Arc::as_ref)
    }

    /// Returns the locale of the longest part of a tag that has one.
    fn nearest(&self, tag: &str) -> Option<&Arc<Locale>> {
        let whole = tag.to_ascii_lowercase();
        let mut tag = whole.as_str();
        loop {
            if let Some(found) = self.tagged(tag) {
                return Some(found);
            }
            (tag, _) = tag.rsplit_once('-')?;
        }
    }

    fn tagged(&self, tag: &str) -> Option<&Arc<Locale>> {
        self.given.get(tag).or_else(|| embedded::of(tag))
    }

    fn last(&self) -> &Arc<Locale> {
        self.given
            .get(embedded::LAST)
            .unwrap_or_else(|| embedded::last())
    }
}
