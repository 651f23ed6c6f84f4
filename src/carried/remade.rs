//! Makes the page of carried sources again.

use std::collections::BTreeSet;
use std::fmt;

use super::recorder::{Given, Recorder};
use super::sources::{CarriedError, Sources};
use crate::analysis::Edition;
use crate::describe::{LocaleError, Locales};
use crate::diagnostics::Severity;
use crate::input::{Input, Loader};
use crate::model::Language;
use crate::page::{Design, Page, TemplateError};

/// Whether templates of a page's own are run. They are programs: nothing bounds how long one runs, and a
/// page may be anybody's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Templates {
    Run,
    Refused,
}

/// What this program makes of carried sources.
#[derive(Debug)]
#[non_exhaustive]
pub struct Remade {
    /// The brief, and what follows from it.
    pub edition: Edition,
    /// Its page, which carries the sources.
    pub page: String,
}

/// Why no page can be made of carried sources.
#[derive(Debug)]
pub enum NotRemade {
    /// It has templates of its own, and they are not to be run.
    OwnTemplates,
    /// The brief has so many errors.
    Faulty(usize),
    /// Words of its own are at fault.
    Words(LocaleError),
    /// Templates of its own are at fault.
    Design(TemplateError),
    /// The sources cannot be carried.
    Carried(CarriedError),
    /// It carries so many files that nothing reads.
    Unread(usize),
}

impl fmt::Display for NotRemade {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OwnTemplates => formatter.write_str("it has templates of its own"),
            Self::Faulty(1) => formatter.write_str("its brief has an error"),
            Self::Faulty(count) => write!(formatter, "its brief has {count} errors"),
            // What is wrong in them would be told in their own words, which are anybody's.
            Self::Words(_) => formatter.write_str("its locale files are at fault"),
            Self::Design(_) => formatter.write_str("its design is at fault"),
            Self::Carried(error) => write!(formatter, "{error}"),
            Self::Unread(1) => formatter.write_str("it carries a file that nothing reads"),
            Self::Unread(count) => write!(formatter, "it carries {count} files that nothing reads"),
        }
    }
}

impl std::error::Error for NotRemade {}

impl Sources {
    /// Makes the page again, as this version makes it.
    ///
    /// # Errors
    /// Nothing can be made of them.
    pub fn remake(&self, templates: Templates) -> Result<Remade, NotRemade> {
        let packed = self.packed().map_err(NotRemade::Carried)?;
        self.make(templates, &packed)
    }

    /// Makes it with the sources packed so.
    pub(super) fn make(&self, templates: Templates, packed: &str) -> Result<Remade, NotRemade> {
        let own = &self.own;
        if templates == Templates::Refused && !own.templates.is_empty() {
            return Err(NotRemade::OwnTemplates);
        }
        let words = Locales::with_files(&own.locales).map_err(NotRemade::Words)?;
        let design = Design::new(&own.templates, &own.style_sheets).map_err(NotRemade::Design)?;
        let loader = Carried {
            sources: self,
            words: &words,
        };
        let recorder = Recorder::of(&loader);
        let input = Input::new(&self.brief).with(&recorder);
        let checked = input.as_draft(self.set.draft).check();
        let Some(brief) = checked.brief else {
            let errors = checked.diagnostics.count(Severity::Error);
            return Err(NotRemade::Faulty(errors));
        };
        match self.unread(&recorder.given()) {
            0 => {}
            count => return Err(NotRemade::Unread(count)),
        }
        let edition = Edition::of(brief);
        let page = Page::new(&edition)
            .design(&design)
            .locales(&words)
            .large_print(self.set.large_print)
            .carrying(Some(packed))
            .render();
        let page = page.map_err(NotRemade::Design)?;
        Ok(Remade { edition, page })
    }

    /// Counts what rides along: a page that is built carries what was read, and nothing else.
    fn unread(&self, given: &Given) -> usize {
        let beside = self
            .beside
            .keys()
            .filter(|name| !given.beside.contains_key(*name));
        let locks = self
            .locks
            .keys()
            .filter(|name| !given.locks.contains_key(*name));
        let known: BTreeSet<&str> = Design::style_sheet_names()
            .chain(Design::template_names())
            .collect();
        let own = [&self.own.style_sheets, &self.own.templates];
        let own = own.into_iter().flat_map(|files| files.keys());
        let own = own.filter(|name| !known.contains(name.as_str()));
        beside.chain(locks).chain(own).count()
    }
}

/// The sources that a page carries, in the place of files.
struct Carried<'a> {
    sources: &'a Sources,
    words: &'a Locales,
}

impl Loader for Carried<'_> {
    fn lock(&self) -> Option<&[u8]> {
        self.sources.lock.as_deref().map(str::as_bytes)
    }

    fn previous(&self, name: &str) -> Result<Option<Vec<u8>>, String> {
        self.included(name).map(Some)
    }

    fn included(&self, name: &str) -> Result<Vec<u8>, String> {
        let text = self.sources.beside.get(name);
        let bytes = text.map(|text| text.clone().into_bytes());
        bytes.ok_or_else(|| "the page does not carry it".to_owned())
    }

    fn lacking_words(&self, language: &Language) -> Option<(usize, usize)> {
        Some(self.words.lacking(language))
    }

    fn previous_lock(&self, name: &str) -> Result<Option<Vec<u8>>, String> {
        let text = self.sources.locks.get(name);
        Ok(text.map(|text| text.clone().into_bytes()))
    }
}
