//! The words of a language: the messages of its locale file, ready to be filled in.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;
use serde::ser::{Serialize, SerializeMap, Serializer};
use unic_langid::LanguageIdentifier;

use super::message::{Message, Value};
use super::soundness::{self, LocaleError};
use crate::describe::typography::{Binding, QuoteMarks};

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

/// What a locale has for a message.
enum Entry {
    /// Nothing: the next locale is asked.
    Absent,
    /// A text without gaps.
    Text(String),
    /// A text with gaps.
    Pieces(Vec<Piece>),
    /// Forms to choose from.
    Interpreted,
}

/// A piece of a text with gaps.
enum Piece {
    Text(String),
    Gap(String),
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
        let language = tag
            .parse()
            .expect("an embedded file is named for its language");
        let resource = FluentResource::try_new(text.to_owned());
        let resource = resource.map_err(|(_, errors)| errors);
        let resource = resource.expect("an embedded file is Fluent");
        Self::new(tag, bundle(language, resource), None)
    }

    fn new(tag: &str, bundle: FluentBundle<FluentResource>, next: Option<Arc<Self>>) -> Self {
        let all = Message::ALL.iter();
        let entries = all.map(|message| Entry::of(*message, &bundle)).collect();
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
    pub(super) fn binding(&self) -> &Binding {
        &self.binding
    }

    /// Says whether the file itself has a message.
    pub(super) fn has(&self, message: Message) -> bool {
        !matches!(self.entries[message as usize], Entry::Absent)
    }

    /// Returns the locale that has a message: this one, or one after it.
    #[expect(clippy::expect_used, reason = "a test looks for every message")]
    fn with_own(&self, message: Message) -> &Self {
        if self.has(message) {
            return self;
        }
        let next = self.next.as_deref();
        next.expect("an embedded file has every message")
            .with_own(message)
    }

    /// Returns a message that is given no values.
    pub(crate) fn text(&self, message: Message) -> &str {
        match &self.with_own(message).entries[message as usize] {
            Entry::Text(text) => text,
            Entry::Absent | Entry::Pieces(_) | Entry::Interpreted => {
                unreachable!("`{}` is given values", message.id())
            }
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
        let locale = self.with_own(message);
        match &locale.entries[message as usize] {
            Entry::Text(text) => text.clone(),
            Entry::Pieces(pieces) => Piece::fill(pieces, values),
            Entry::Absent | Entry::Interpreted => locale.remembered(message, values),
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

    #[expect(
        clippy::expect_used,
        reason = "a message is looked for when it is read"
    )]
    fn interpret(&self, message: Message, values: &[(&'static str, Value<'_>)]) -> String {
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            arguments.set(*name, value.to_fluent());
        }
        let found = self.bundle.get_message(message.id());
        let pattern = found.and_then(|found| found.value());
        let pattern = pattern.expect("the message was there when the file was read");
        let text = self
            .bundle
            .format_pattern(pattern, Some(&arguments), &mut Vec::new());
        text.into_owned()
    }
}

fn bundle(language: LanguageIdentifier, resource: FluentResource) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // The marks would stand in attributes, in style sheets and in what readers copy.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

impl Entry {
    /// Makes a message of a locale file ready.
    fn of(message: Message, bundle: &FluentBundle<FluentResource>) -> Self {
        let found = bundle.get_message(message.id());
        let Some(pattern) = found.and_then(|found| found.value()) else {
            return Self::Absent;
        };
        match pieces(pattern) {
            Some(pieces) => Self::of_pieces(pieces),
            None if message.variables().is_empty() => {
                let text = bundle.format_pattern(pattern, None, &mut Vec::new());
                Self::Text(text.into_owned())
            }
            None => Self::Interpreted,
        }
    }

    fn of_pieces(pieces: Vec<Piece>) -> Self {
        let mut whole = String::new();
        for piece in &pieces {
            match piece {
                Piece::Text(text) => whole.push_str(text),
                Piece::Gap(_) => return Self::Pieces(pieces),
            }
        }
        Self::Text(whole)
    }
}

impl Piece {
    /// Joins pieces with values in the gaps.
    fn fill(pieces: &[Self], values: &[(&'static str, Value<'_>)]) -> String {
        let mut out = String::new();
        for piece in pieces {
            match piece {
                Self::Text(text) => out.push_str(text),
                Self::Gap(name) => {
                    if let Some((_, value)) = values.iter().find(|(known, _)| known == name) {
                        value.append_to(&mut out);
                    }
                }
            }
        }
        out
    }
}

/// Returns the pieces of a pattern, unless it has forms to choose from.
fn pieces(pattern: &Pattern<&str>) -> Option<Vec<Piece>> {
    let elements = pattern.elements.iter();
    elements
        .map(|element| match element {
            PatternElement::TextElement { value } => Some(Piece::Text((*value).to_owned())),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => Some(Piece::Gap(id.name.to_owned())),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::StringLiteral { value }),
            } => Some(Piece::Text(unescape_unicode_to_string(value).into_owned())),
            PatternElement::Placeable { .. } => None,
        })
        .collect()
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
