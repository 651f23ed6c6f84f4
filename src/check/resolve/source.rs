//! Sources.

use super::Resolver;
use crate::check::rules::{
    invalid_date, invalid_file_name, invalid_id, invalid_language, invalid_url, missing_field,
};
use crate::load;
use crate::load::Text;
use crate::model::{DateGiven, Source};

impl Resolver<'_, '_> {
    /// Resolves a source.
    pub(super) fn source(&mut self, (id, source): &(Text, load::Source)) -> Option<Source> {
        let key = invalid_id::read(id, self.findings);
        let title = self.optional_line(source.title.as_ref());
        let short = self.optional_line(source.short.as_ref());
        let publisher = self.optional_line(source.publisher.as_ref());
        let container_title = self.optional_line(source.container_title.as_ref());
        let author = super::brief::all(&source.author, |author| self.line(author));
        let issued = match &source.issued {
            Some(issued) => self.date(issued.date.as_ref(), issued.as_given.as_ref()),
            None => Some(DateGiven::NotGiven),
        };
        let accessed = source.accessed.as_ref();
        let accessed = accessed.and_then(|date| invalid_date::read(date, self.findings));
        let url = source.url.as_ref();
        let url = url.and_then(|url| invalid_url::read(url, self.findings));
        let lang = source.lang.as_ref();
        let lang = lang.and_then(|lang| invalid_language::read(lang, self.findings));
        let through = self.ids(&source.through);
        let snapshot = source.snapshot.as_ref();
        let snapshot = snapshot.and_then(|name| invalid_file_name::read(name, self.findings));
        let note = self.optional_prose(source.note.as_ref());
        if source.short.is_none() && source.publisher.is_none() && source.title.is_none() {
            self.findings.push(missing_field::unnamed_source(id));
        }
        let name = short
            .or_else(|| publisher.clone())
            .or_else(|| title.clone());
        Some(Source {
            key: key?,
            kind: *source.kind,
            title,
            name: name?,
            author: author?,
            publisher,
            container_title,
            issued: issued?,
            accessed,
            url,
            lang,
            through: through?,
            snapshot,
            note,
        })
    }
}
