//! Whether a locale file can be used: parsed, and nothing in it that would show only in a page.

use std::collections::BTreeSet;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::Entry;

use super::contents::Contents;
use super::error::LocaleError;
use super::message::Message;
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
    id: &'a str,
    is_term: bool,
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
    entries
        .iter()
        .find_map(|entry| {
            entry
                .unused(&referenced)
                .or_else(|| entry.markup())
                .or_else(|| entry.unsafe_character())
                .or_else(|| entry.unknown_value())
                .or_else(|| entry.unknown_reference(&entries))
        })
        .map(|(part, message)| (place(part), message))
}

impl<'a> Defined<'a> {
    fn of(entry: &Entry<&'a str>) -> Option<Self> {
        let (id, is_term, value, attributes) = match entry {
            Entry::Message(message) => {
                let value = message.value.as_ref();
                (message.id.name, false, value, &message.attributes)
            }
            Entry::Term(term) => (term.id.name, true, Some(&term.value), &term.attributes),
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
        Some(Self {
            id,
            is_term,
            contents,
        })
    }

    fn message(&self) -> Option<&'static Message> {
        let mut all = Message::ALL.iter();
        all.find(|message| !self.is_term && message.id() == self.id)
    }

    /// A message that only others of the file refer to is the file's own affair.
    fn unused(&self, referenced: &BTreeSet<&str>) -> Option<(&'a str, String)> {
        let unused = !self.is_term && self.message().is_none() && !referenced.contains(self.id);
        unused.then(|| (self.id, format!("no message `{}` is used", self.id)))
    }

    fn markup(&self) -> Option<(&'a str, String)> {
        let mut texts = self.contents.texts.iter();
        let found = texts.find(|text| text.shown.contains(['<', '>', '&']))?;
        let message = format!("`{}` has markup: `<`, `>` or `&`", self.id);
        Some((found.written, message))
    }

    /// What a brief may not hold, a page holds by no other way. Right-to-left marks too: the page
    /// isolates what it fills in.
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

    fn unknown_value(&self) -> Option<(&'a str, String)> {
        let known = self.message()?.variables();
        let (set, chosen_by) = (&self.contents.set, &self.contents.chosen_by);
        let mut variables = set.iter().chain(chosen_by);
        let found = variables.find(|name| !known.contains(*name))?;
        Some((found, format!("`{}` is given no `${found}`", self.id)))
    }

    fn unknown_reference(&self, entries: &[Self]) -> Option<(&'a str, String)> {
        let has = |id: &str, is_term| {
            let mut all = entries.iter();
            all.any(|entry| entry.id == id && entry.is_term == is_term)
        };
        let says = |shown: String| {
            format!(
                "`{}` refers to `{shown}`, which is not in this file",
                self.id
            )
        };
        let mut messages = self.contents.messages.iter();
        let message = messages.find(|id| !has(id, false));
        let mut terms = self.contents.terms.iter();
        let term = terms.find(|id| !has(id, true));
        let message = message.map(|id| (*id, says((*id).to_owned())));
        message.or_else(|| term.map(|id| (*id, says(format!("-{id}")))))
    }
}
