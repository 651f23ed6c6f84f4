//! Fills in the messages of a language's locale file.

use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::ser::{Serialize, SerializeMap, Serializer};
use unic_langid::LanguageIdentifier;

use super::error::LocaleError;
use super::message::Message;
use super::soundness;
use crate::describe::typography::QuoteMarks;

/// The words of a language. What its file does not have is taken from the next locale.
pub struct Locale {
    tag: String,
    bundle: FluentBundle<FluentResource>,
    /// The messages that are given no values, in the order of [`Message`].
    texts: Vec<Option<String>>,
    /// The words that keep to the word after them.
    binding: Vec<String>,
    next: Option<Arc<Locale>>,
}

impl Locale {
    /// Reads a locale file. Messages that it does not have are taken from the next locale.
    ///
    /// # Errors
    /// The tag is no language, the text is not Fluent, or a message is not one that is used, has
    /// markup or a character that the page may not hold, or cannot be set.
    pub(super) fn read(tag: &str, text: &str, next: Arc<Self>) -> Result<Self, LocaleError> {
        let language = tag.parse().map_err(|_| LocaleError::of_name(tag))?;
        let bundle = bundle(language, soundness::parse(tag, text)?);
        soundness::set_each(tag, &bundle)?;
        Ok(Self::new(tag, bundle, Some(next)))
    }

    /// Reads an embedded file. Tests hold that each is sound and has every message, so that no
    /// time is spent on looking here.
    #[expect(clippy::expect_used, reason = "a test reads every embedded file")]
    pub(super) fn embedded(tag: &str, text: &str) -> Self {
        let language = tag.parse();
        let language = language.expect("an embedded file is named for its language");
        let resource = FluentResource::try_new(text.to_owned());
        let resource = resource.map_err(|(_, errors)| errors);
        let resource = resource.expect("an embedded file is Fluent");
        Self::new(tag, bundle(language, resource), None)
    }

    fn new(tag: &str, bundle: FluentBundle<FluentResource>, next: Option<Arc<Self>>) -> Self {
        let texts = Message::all().map(|message| {
            let plain = message.variables().is_empty();
            plain.then(|| set(&bundle, message, None)).flatten()
        });
        let mut locale = Self {
            tag: tag.to_owned(),
            texts: texts.collect(),
            bundle,
            binding: Vec::new(),
            next,
        };
        let binding = locale.text(Message::BindingWords).split_whitespace();
        locale.binding = binding.map(str::to_owned).collect();
        locale
    }

    /// Returns the language's tag.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    pub(super) fn quote_marks(&self) -> QuoteMarks<'_> {
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
    pub(super) fn binding(&self) -> &[String] {
        &self.binding
    }

    /// Returns the locale of which what this one does not have is taken.
    #[expect(clippy::expect_used, reason = "a test looks for every message")]
    fn next(&self) -> &Self {
        let next = self.next.as_deref();
        next.expect("an embedded file has every message, and nothing else is asked for")
    }

    pub(crate) fn text(&self, message: Message) -> &str {
        let text = self.texts[message as usize].as_deref();
        text.unwrap_or_else(|| self.next().text(message))
    }

    /// Returns a message with its values filled in.
    pub(crate) fn with<const N: usize>(
        &self,
        message: Message,
        values: [(&'static str, FluentValue<'_>); N],
    ) -> String {
        self.filled(message, &values.into_iter().collect())
    }

    /// Returns a message with its values filled in, however many they are.
    pub(super) fn filled(&self, message: Message, values: &FluentArgs<'_>) -> String {
        debug_assert!(
            values.iter().count() == message.variables().len()
                && values
                    .iter()
                    .all(|(name, _)| message.variables().contains(&name)),
            "the values of {}",
            message.id()
        );
        let text = set(&self.bundle, message, Some(values));
        text.unwrap_or_else(|| self.next().filled(message, values))
    }

    /// Says whether the file has a message, or another of its language behind it.
    pub(super) fn has_in_its_language(&self, message: Message) -> bool {
        let primary = |tag: &str| tag.split('-').next().map(str::to_ascii_lowercase);
        let Some(next) = &self.next else {
            // An embedded file has all.
            return true;
        };
        let is_same = primary(&self.tag) == primary(&next.tag);
        self.has(message) || is_same && next.has_in_its_language(message)
    }

    /// Says whether the file itself has a message.
    pub(super) fn has(&self, message: Message) -> bool {
        let found = self.bundle.get_message(message.id());
        found.is_some_and(|found| found.value().is_some())
    }
}

fn bundle(language: LanguageIdentifier, resource: FluentResource) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // The marks would stand in attributes, in style sheets and in what readers copy.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

/// Sets a message, if the file has it. That it can be set was looked at when the file was read.
fn set(
    bundle: &FluentBundle<FluentResource>,
    message: Message,
    values: Option<&FluentArgs<'_>>,
) -> Option<String> {
    let pattern = bundle.get_message(message.id())?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, values, &mut errors);
    debug_assert!(errors.is_empty(), "`{}`: {errors:?}", message.id());
    Some(text.into_owned())
}

/// The messages that are given no values, by id: what templates see.
impl Serialize for Locale {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let plain = Message::all().filter(|message| message.variables().is_empty());
        let mut map = serializer.serialize_map(None)?;
        for message in plain {
            map.serialize_entry(message.id(), self.text(message))?;
        }
        map.end()
    }
}

impl std::fmt::Debug for Locale {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("Locale").field(&self.tag).finish()
    }
}
