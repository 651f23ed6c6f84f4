//! Whether a locale file can be used: parsed, and nothing in it that would show only in a page.

use std::collections::BTreeSet;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::Entry;

use super::contents::Contents;
use super::error::LocaleError;
use super::message::Message;
use super::reach::{Astray, Entries, Id, Reach, Values};
use crate::model::unsafe_character;

/// Parses a locale file.
pub(super) fn resource(tag: &str, text: &str) -> Result<FluentResource, LocaleError> {
    let resource = FluentResource::try_new(text.to_owned()).map_err(|(resource, errors)| {
        let (byte, message) = errors.first().map_or((0, String::new()), |error| {
            (error.pos.start, error.kind.to_string())
        });
        LocaleError::at(tag, resource.source(), byte, lowered(&message))
    })?;
    match first_fault(&resource) {
        Some((byte, message)) => Err(LocaleError::at(tag, resource.source(), byte, message)),
        None => Ok(resource),
    }
}

fn lowered(message: &str) -> String {
    let mut letters = message.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// An entry of a file.
struct Defined<'a> {
    id: Id<'a>,
    contents: Contents<'a>,
}

fn first_fault(resource: &FluentResource) -> Option<(usize, String)> {
    let source = resource.source();
    let place = |part: &str| part.as_ptr() as usize - source.as_ptr() as usize;
    let entries: Vec<Defined<'_>> = resource.entries().filter_map(Defined::of).collect();
    let referenced: BTreeSet<&str> = entries
        .iter()
        .flat_map(|entry| entry.contents.messages.iter().copied())
        .collect();
    let by_id: Entries<'_, '_> = entries.iter().map(|one| (one.id, &one.contents)).collect();
    entries
        .iter()
        .find_map(|entry| {
            entry
                .unused(&referenced)
                .or_else(|| entry.markup())
                .or_else(|| entry.unsafe_character())
                .or_else(|| entry.function())
                .or_else(|| entry.unknown_reference(&by_id))
                .or_else(|| entry.astray(&by_id))
        })
        .map(|(part, message)| (place(part), message))
}

impl<'a> Defined<'a> {
    fn of(entry: &Entry<&'a str>) -> Option<Self> {
        let (id, value, attributes) = match entry {
            Entry::Message(message) => {
                let value = message.value.as_ref();
                (Id::Message(message.id.name), value, &message.attributes)
            }
            Entry::Term(term) => (Id::Term(term.id.name), Some(&term.value), &term.attributes),
            // Junk is an error of the parser.
            Entry::Comment(_)
            | Entry::GroupComment(_)
            | Entry::ResourceComment(_)
            | Entry::Junk { .. } => return None,
        };
        let mut contents = Contents::default();
        for pattern in value
            .into_iter()
            .chain(attributes.iter().map(|one| &one.value))
        {
            contents.of_pattern(pattern);
        }
        Some(Self { id, contents })
    }

    fn message(&self) -> Option<&'static Message> {
        let mut all = Message::ALL.iter();
        all.find(|message| Id::Message(message.id()) == self.id)
    }

    /// A message that only others of the file refer to is the file's own affair.
    fn unused(&self, referenced: &BTreeSet<&str>) -> Option<(&'a str, String)> {
        let Id::Message(id) = self.id else {
            return None;
        };
        let unused = self.message().is_none() && !referenced.contains(id);
        unused.then(|| (id, format!("no message `{id}` is used")))
    }

    fn markup(&self) -> Option<(&'a str, String)> {
        let mut texts = self.contents.texts.iter();
        let found = texts.find(|text| text.shown.contains(['<', '>', '&']))?;
        let message = format!("`{}` has markup: `<`, `>` or `&`", self.id);
        Some((found.written, message))
    }

    /// What a brief may not hold, a page holds by no other way. Right-to-left marks too: nobody can
    /// review what leaves no mark.
    fn unsafe_character(&self) -> Option<(&'a str, String)> {
        let mut texts = self.contents.texts.iter();
        texts.find_map(|text| {
            let (_, found) = unsafe_character(&text.shown)?;
            let point = u32::from(found);
            let message = format!(
                "`{}` has U+{point:04X}: a control, bidi or zero-width character",
                self.id
            );
            Some((text.written, message))
        })
    }

    fn function(&self) -> Option<(&'a str, String)> {
        let found = self.contents.functions.first()?;
        let message = format!("`{}` calls `{found}`, and there are no functions", self.id);
        Some((found, message))
    }

    fn unknown_reference(&self, entries: &Entries<'_, 'a>) -> Option<(&'a str, String)> {
        let messages = self.contents.messages.iter().map(|id| Id::Message(id));
        let terms = self.contents.terms.iter().map(|term| Id::Term(term.id));
        let found = messages.chain(terms).find(|id| !entries.contains_key(id))?;
        let message = format!(
            "`{}` refers to `{found}`, which is not in this file",
            self.id
        );
        Some((found.name(), message))
    }

    fn astray(&self, entries: &Entries<'_, 'a>) -> Option<(&'a str, String)> {
        let values = Values::OfMessage(self.message()?.variables());
        Some(match Reach::new(entries).visit(self.id, &values)? {
            Astray::Unknown(found) => (found, format!("`{}` is given no `${found}`", self.id)),
            Astray::Cycle(found) => (found, format!("`{}` comes back to `{found}`", self.id)),
        })
    }
}
