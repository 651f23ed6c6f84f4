//! Resolves sources, what became of them, and where in them something stands.

use super::{Resolver, all};
use crate::check::rules::{
    invalid_date, invalid_doi, invalid_file_name, invalid_id, invalid_language, invalid_url,
    missing_field, unplaced_locator,
};
use crate::load;
use crate::load::Text;
use crate::model::{Archived, DateGiven, Edtf, Line, Locator, Source, Update};

impl Resolver<'_, '_> {
    pub(super) fn source(&mut self, (id, source): &(Text, load::Source)) -> Option<Source> {
        let key = invalid_id::read(id, self.findings);
        let author = all(&source.author, |author| self.line(author));
        let [title, publisher, container_title, event_title, authority] = self.optional_lines([
            &source.title,
            &source.publisher,
            &source.container_title,
            &source.event_title,
            &source.authority,
        ]);
        let [volume, issue, pages, number] =
            self.optional_lines([&source.volume, &source.issue, &source.pages, &source.number]);
        let issued = match &source.issued {
            Some(issued) => self.date(issued.date.as_ref(), issued.as_given.as_ref()),
            None => Some(DateGiven::NotGiven),
        };
        let accessed = self.optional_day(source.accessed.as_ref());
        let url = source.url.as_ref();
        let url = url.and_then(|url| invalid_url::read(url, self.findings));
        let doi = source.doi.as_ref();
        let doi = doi.and_then(|doi| invalid_doi::read(doi, self.findings));
        let archived = source.archived.as_ref();
        let archived = archived.and_then(|copy| self.archived(copy));
        let updates = source.updates.iter().map(|update| self.update(update));
        let updates = updates.collect();
        let lang = source.lang.as_ref();
        let lang = lang.and_then(|lang| invalid_language::read(lang, self.findings));
        let through = self.ids(&source.through);
        let draws_on = self.ids(&source.draws_on);
        let snapshot = source.snapshot.as_ref();
        let snapshot = snapshot.and_then(|name| invalid_file_name::read(name, self.findings));
        let note = self.optional_prose(source.note.as_ref());
        let name = self.name(id, source, publisher.as_ref(), title.as_ref());
        Some(Source {
            key: key?,
            kind: *source.kind,
            title,
            name: name?,
            author: author?,
            publisher,
            container_title,
            volume,
            issue,
            pages,
            number,
            authority,
            event_title,
            issued: issued?,
            accessed,
            url,
            doi,
            archived,
            updates,
            lang,
            through: through?,
            draws_on: draws_on?,
            snapshot,
            note,
        })
    }

    /// Returns what attribution lines call a source.
    fn name(
        &mut self,
        id: &Text,
        source: &load::Source,
        publisher: Option<&Line>,
        title: Option<&Line>,
    ) -> Option<Line> {
        if source.short.is_none() && source.publisher.is_none() && source.title.is_none() {
            self.findings.push(missing_field::unnamed_source(id));
        }
        let short = self.optional_line(source.short.as_ref());
        // A body's own work is not told by the body's name: that stands before it as the voice.
        let publisher = publisher.filter(|name| title.is_none() || !self.is_voice(name));
        short.or_else(|| publisher.or(title).cloned())
    }

    /// Says whether a person or a group among the voices has this name.
    fn is_voice(&self, name: &Line) -> bool {
        let voices = self.document.voices.iter();
        let mut named = voices.flat_map(|(_, voice)| [&voice.name, &voice.group, &voice.short]);
        named.any(|text| text.as_ref().is_some_and(|text| *text.value == **name))
    }

    fn optional_lines<const N: usize>(&mut self, texts: [&Option<Text>; N]) -> [Option<Line>; N] {
        texts.map(|text| self.optional_line(text.as_ref()))
    }

    fn optional_day(&mut self, date: Option<&Text>) -> Option<Edtf> {
        date.and_then(|date| invalid_date::read(date, self.findings))
    }

    fn archived(&mut self, copy: &load::Archived) -> Option<Archived> {
        let date = self.optional_day(copy.date.as_ref());
        let url = invalid_url::read(&copy.url, self.findings)?;
        Some(Archived { url, date })
    }

    fn update(&mut self, update: &load::Update) -> Update {
        Update {
            kind: *update.kind,
            date: self.optional_day(update.date.as_ref()),
            note: self.optional_line(update.note.as_ref()),
        }
    }

    /// Resolves locators, and puts them into the order in which they are told.
    pub(super) fn locators(&mut self, at: &load::Locators) -> Option<Vec<Locator>> {
        unplaced_locator::check_repeated(at, self.findings);
        let locators = all(&at.0, |(label, value)| {
            let label = **label;
            self.line(value).map(|value| Locator { label, value })
        });
        locators.map(|mut locators| {
            locators.sort_by_key(|locator| locator.label);
            locators
        })
    }
}
