//! The words of a language: the messages of its locale file, ready to be filled in.

mod contents;
mod embedded;
mod error;
mod folder;
mod message;
mod pattern;
mod reach;
mod rehearsal;
mod set;
mod soundness;
mod value;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use serde::ser::{Serialize, SerializeMap, Serializer};
use unic_langid::LanguageIdentifier;

pub use error::LocaleError;
pub(crate) use message::Message;
pub use set::Locales;
pub(crate) use value::Value;

use super::typography::{Binding, QuoteMarks};
use pattern::{Entry, Piece};

/// The most sentences that are remembered: most of what repeats in a large brief, and a bound on
/// the memory of a program that runs for long.
const MOST_REMEMBERED: usize = 4096;
/// The longest that their values may be, in bytes.
const LONGEST_REMEMBERED: usize = 256;

/// The words of a language. What its file does not have is taken from the next locale.
pub struct Locale {
    tag: String,
    entries: Vec<Entry>,
    bundle: FluentBundle<FluentResource>,
    next: Option<Arc<Locale>>,
    binding: Binding,
    /// Sentences that took the interpreter, by message and values.
    remembered: Mutex<HashMap<String, String>>,
}

impl Locale {
    /// Parses a locale file. Messages that it does not have are taken from the next locale.
    ///
    /// # Errors
    /// The tag is none, the text is not Fluent, or a message is not one that is used, has markup or
    /// a character that the page may not hold, or cannot be set.
    fn parse(tag: &str, text: &str, next: Option<Arc<Self>>) -> Result<Self, LocaleError> {
        let language = tag.parse().map_err(|_| LocaleError::tag(tag))?;
        let resource = soundness::resource(tag, text)?;
        let locale = Self::new(tag, language, resource, next);
        locale.rehearse()?;
        Ok(locale)
    }

    /// Makes a locale that has no messages of its own.
    fn bare(tag: &str, next: Option<Arc<Self>>) -> Self {
        let resource = FluentResource::try_new(String::new());
        let resource = resource.unwrap_or_else(|(resource, _)| resource);
        Self::new(tag, LanguageIdentifier::default(), resource, next)
    }

    fn new(
        tag: &str,
        language: LanguageIdentifier,
        resource: FluentResource,
        next: Option<Arc<Self>>,
    ) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // The marks would stand in attributes, in style sheets and in what readers copy.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        let entries = Message::ALL.iter();
        let entries = entries
            .map(|message| Entry::of(*message, &bundle))
            .collect();
        let mut locale = Self {
            tag: tag.to_owned(),
            entries,
            bundle,
            next,
            binding: Binding::default(),
            remembered: Mutex::default(),
        };
        locale.binding = Binding::new(locale.text(Message::BindingWords));
        locale
    }

    /// Returns the language's tag.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Returns the marks around quotes.
    fn quote_marks(&self) -> QuoteMarks<'_> {
        QuoteMarks {
            outer: (
                self.text(Message::QuoteOpen),
                self.text(Message::QuoteClose),
            ),
            inner: (
                self.text(Message::QuoteOpenInner),
                self.text(Message::QuoteCloseInner),
            ),
        }
    }

    /// Returns the words that keep to the word after them.
    fn binding(&self) -> &Binding {
        &self.binding
    }

    /// Returns a message that is given no values.
    pub(crate) fn text(&self, message: Message) -> &str {
        match (&self.entries[message as usize], &self.next) {
            (Entry::Text(text), _) => text,
            (Entry::Absent, Some(next)) => next.text(message),
            (Entry::Absent | Entry::Pieces(_) | Entry::Interpreted, _) => message.id(),
        }
    }

    /// Returns a message with its values filled in.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "values are made where they are given"
    )]
    pub(crate) fn with<const N: usize>(
        &self,
        message: Message,
        values: [(&'static str, Value<'_>); N],
    ) -> String {
        self.with_all(message, &values)
    }

    /// Returns a message with its values filled in, however many they are.
    pub(crate) fn with_all(
        &self,
        message: Message,
        values: &[(&'static str, Value<'_>)],
    ) -> String {
        debug_assert!(
            values.len() == message.variables().len()
                && values
                    .iter()
                    .all(|(name, _)| message.variables().contains(name)),
            "the values of {}",
            message.id()
        );
        self.fill(message, values)
    }

    fn fill(&self, message: Message, values: &[(&'static str, Value<'_>)]) -> String {
        match (&self.entries[message as usize], &self.next) {
            (Entry::Text(text), _) => text.clone(),
            (Entry::Pieces(pieces), _) => Piece::fill(pieces, values),
            (Entry::Interpreted, _) => self.remembered(message, values),
            (Entry::Absent, Some(next)) => next.fill(message, values),
            (Entry::Absent, None) => message.id().to_owned(),
        }
    }

    fn remembered(&self, message: Message, values: &[(&'static str, Value<'_>)]) -> String {
        let mut key = message.id().to_owned();
        for (_, value) in values {
            key.push('\0');
            value.append_to(&mut key);
        }
        let lock = || {
            self.remembered
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        };
        if let Some(known) = lock().get(&key) {
            return known.clone();
        }
        let text = self.interpret(message, values);
        let mut remembered = lock();
        if remembered.len() < MOST_REMEMBERED && key.len() < LONGEST_REMEMBERED {
            remembered.insert(key, text.clone());
        }
        text
    }

    fn interpret(&self, message: Message, values: &[(&'static str, Value<'_>)]) -> String {
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            arguments.set(*name, value.to_fluent());
        }
        let pattern = self
            .bundle
            .get_message(message.id())
            .and_then(|found| found.value());
        // Soundness was checked when the file was parsed.
        pattern.map_or_else(String::new, |pattern| {
            let text = self
                .bundle
                .format_pattern(pattern, Some(&arguments), &mut Vec::new());
            Cow::into_owned(text)
        })
    }
}

/// The messages that are given no values, by id: what templates see.
impl Serialize for Locale {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let plain = Message::ALL
            .iter()
            .filter(|message| message.variables().is_empty());
        let mut map = serializer.serialize_map(None)?;
        for message in plain {
            map.serialize_entry(message.id(), self.text(*message))?;
        }
        map.end()
    }
}

impl std::fmt::Debug for Locale {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("Locale").field(&self.tag).finish()
    }
}
