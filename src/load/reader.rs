//! Makes the document from the tree: the error-recovering reader.
//!
//! It is a `serde::Deserializer`, so that the format is defined once, by the types of `document`.
//! Where another deserialiser would give up, it reports the fault and hands over a placeholder; so
//! one run reports everything, and the rules of later stages run on what is sound.

use std::cell::RefCell;
use std::{iter, option};

use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error as _, IntoDeserializer, SeqAccess, Visitor};
use serde::{Deserialize as _, forward_to_deserialize_any};

use super::document::{CLAIMS, Document, Shared};
use super::given::{Given, Reader};
use super::rules::WRONG_TYPE;
use super::shape_faults::{self, Faults};
use super::tree::{Children, Cursor, Tree, Value};
use super::values::LOCATED;
use super::{plain, runs};
use crate::diagnostics::{Diagnostic, Place, Span};

/// Makes the document. Of an empty input there is none; any other fault leaves one with
/// placeholders.
///
/// Of a brief that includes files, what those may have is noted apart.
pub(super) fn document(
    tree: &Tree<'_>,
    faults: &mut Vec<Diagnostic>,
    unless_included: &mut Vec<&'static str>,
) -> Option<Document> {
    let root = tree.root().filter(|root| !root.is_blank());
    let Some(root) = root else {
        faults.push(shape_faults::empty());
        return None;
    };
    let mut keys = root.mapping().into_iter().flatten();
    let is_shared = |key: Cursor<'_>| matches!(key.text(), Some("voices" | "sources"));
    if matches!(root.value(), Value::Mapping) && keys.all(|(key, _)| is_shared(key)) {
        shared(tree, 0, faults);
        faults.push(shape_faults::no_brief());
        return None;
    }
    let found = Faults::of(tree.text);
    let made = Document::deserialize(Reader::new(Given::Value(root), Place::Whole, &found));
    *unless_included = found.unless_included.take();
    faults.extend(found.into_list());
    // Only a type with rules of its own could raise an error here, and the format has none.
    made.map_err(|error| {
        let message = error.to_string();
        faults.push(Diagnostic::new(&WRONG_TYPE, Place::Whole, message));
    })
    .ok()
}

/// Makes what an included file shares, which begins at a byte.
pub(super) fn shared(tree: &Tree<'_>, start: usize, faults: &mut Vec<Diagnostic>) -> Shared {
    let Some(root) = tree.root().filter(|root| !root.is_blank()) else {
        return Shared::default();
    };
    let found = Faults::of(tree.text);
    let blamed = Place::At(Span::new(start, start));
    let made = Shared::deserialize(Reader::new(Given::Value(root), blamed, &found));
    faults.extend(found.into_list());
    made.unwrap_or_default()
}

impl<'t> Reader<'t> {
    /// Says whether a brief names files that it includes.
    fn includes(self) -> bool {
        let Given::Value(value) = self.given else {
            return false;
        };
        let mut entries = value.mapping().into_iter().flatten();
        entries.any(|(key, _)| key.text() == Some("include"))
    }

    fn items<'de>(
        self,
        items: impl IntoIterator<Item = Children<'t>>,
    ) -> SeqDeserializer<impl Iterator<Item = impl IntoDeserializer<'de, Error>>, Error> {
        let items = items.into_iter().flatten();
        SeqDeserializer::new(items.map(move |item| Reader {
            field: self.field,
            ..Reader::item(item, self.faults)
        }))
    }
}

impl IntoDeserializer<'_> for Reader<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Error;

    /// Reads one text or a sequence of texts: [`OneOrMany`](super::OneOrMany) alone takes any value.
    /// Its placeholder has one item, so that no rule misses any.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.is_left_out() {
            return visitor.visit_seq(self.items(None));
        }
        match self.take("a text or a sequence of texts", one_or_many) {
            Some(items) => visitor.visit_seq(self.items(Some(items))),
            None => visitor.visit_seq(SeqDeserializer::new(iter::once(self.placeholder()))),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let text = self.take("a text", text).unwrap_or("");
        if let Given::Value(value) = self.given {
            self.faults.unsafe_character(text, value.span());
            self.faults.unfinished(text, value.span());
        }
        visitor.visit_str(text)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let number = self.take("a number", |value| plain::unsigned(value.plain_text()?));
        visitor.visit_u64(number.unwrap_or(0))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.given {
            Given::Value(value) if !value.plain_text().is_some_and(plain::is_null) => {
                visitor.visit_some(self)
            }
            // YAML takes them for nothing; they may be a name.
            Given::Value(value) if matches!(value.plain_text(), Some("Null" | "NULL")) => {
                self.faults.wrong_type("a value", value, self.field);
                visitor.visit_none()
            }
            Given::Absent { field, missing, .. } => {
                if !self.is_left_out() {
                    missing.borrow_mut().push(field);
                }
                visitor.visit_none()
            }
            // The page would say that the source gives no date.
            Given::Value(value) if matches!(self.field, Some("said" | "issued")) => {
                self.faults.left_open(self.field, Place::At(value.span()));
                visitor.visit_none()
            }
            Given::Misnamed => visitor.visit_some(self.placeholder()),
            Given::Value(_) | Given::Placeholder => visitor.visit_none(),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let items = if self.is_left_out() {
            None
        } else {
            self.take("a sequence", Cursor::sequence)
        };
        let more = self
            .more
            .map(|more| Reader::new(Given::Value(more), self.blamed, self.faults));
        let more = more.and_then(|more| more.take("a sequence", Cursor::sequence));
        visitor.visit_seq(self.items(items.into_iter().chain(more)))
    }

    /// Reads a mapping from ids. An entry whose key is no text is left out; the tree's builder has
    /// reported it. The placeholder has one entry, so that no rule misses any.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let entries = if self.is_left_out() {
            None
        } else {
            self.take("a mapping from ids to values", Cursor::mapping)
        };
        let is_at_fault = entries.is_none() && !self.is_absent();
        let placeholder = is_at_fault.then(|| (self.placeholder(), self.placeholder()));
        let entries = entries.into_iter().flatten();
        let entries = entries.filter(|(key, _)| key.text().is_some());
        let entries = entries.map(|(key, value)| {
            let id = Self::item(key, self.faults);
            (id, Self::keyed(key, value, self.faults))
        });
        visitor.visit_map(MapDeserializer::new(entries.chain(placeholder)))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        match name {
            LOCATED => visitor.visit_seq(Parts::of(self)),
            CLAIMS => visitor.visit_newtype_struct(Claims(self)),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    /// Hands all fields over in the order of their definition, by their index, so that the struct's
    /// own code never finds one missing and gives up.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let missing = RefCell::default();
        let readers = match self.mapping_with(fields) {
            Some(entries) => self.fields(name, fields, entries, &missing),
            None => vec![self.placeholder(); fields.len()],
        };
        let made = visitor.visit_map(MapDeserializer::new(readers.into_iter().enumerate()))?;
        let mut missing = missing.into_inner();
        if name == "Document" && self.includes() {
            let is_shared = |field: &mut &str| matches!(*field, "voices" | "sources");
            let shared = missing.extract_if(.., is_shared).collect();
            self.faults.unless_included.replace(shared);
        }
        if !missing.is_empty() {
            let run = self.shared.and_then(|shared| shared.place);
            self.faults.missing_fields(name, &missing, self.blamed, run);
        }
        Ok(made)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let [first, ..] = variants else {
            return Err(Error::custom("no word is allowed here"));
        };
        let word = match self.take("a word", |value| Some((value.text()?, value.span()))) {
            Some((word, _)) if variants.contains(&word) => word,
            Some((word, place)) => {
                self.faults.unknown_value(name, variants, word, place);
                first
            }
            None => first,
        };
        visitor.visit_enum(word.into_deserializer())
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u128 f32 f64 char bytes byte_buf unit
        unit_struct tuple tuple_struct identifier ignored_any
    }
}

/// The claims of a brief, those of runs among them. Their placeholder is one claim.
struct Claims<'t>(Reader<'t>);

impl<'de> Deserializer<'de> for Claims<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let Self(reader) = self;
        let missing = RefCell::default();
        let items = reader.take("a sequence", Cursor::sequence);
        let is_at_fault = items.is_none() && !reader.is_absent();
        let items = items.into_iter().flatten();
        let entries = runs::entries(items, reader.faults, &missing);
        let claims = entries.iter().flat_map(|entry| entry.claims(reader.faults));
        let placeholder = is_at_fault.then(|| reader.placeholder());
        visitor.visit_seq(SeqDeserializer::new(claims.chain(placeholder)))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}

/// Returns a text. Nothing written is an empty one; `~` and `null` are none.
fn text(value: Cursor<'_>) -> Option<&str> {
    let is_nothing = |text: &str| !text.is_empty() && plain::is_null(text);
    let text = value.text()?;
    (!value.plain_text().is_some_and(is_nothing)).then_some(text)
}

/// Returns the items of a sequence, or a text as if it were the only one.
fn one_or_many(value: Cursor<'_>) -> Option<Children<'_>> {
    match value.text() {
        Some(_) if value.plain_text().is_some_and(plain::is_no_text) => None,
        Some(_) => Some(value.alone()),
        None => value.sequence(),
    }
}

/// The parts of a [`Located`](super::Located): the value, then its start and its end. A placeholder
/// has neither.
struct Parts<'t> {
    value: Option<Reader<'t>>,
    bounds: iter::Flatten<option::IntoIter<[usize; 2]>>,
}

impl<'t> Parts<'t> {
    fn of(value: Reader<'t>) -> Self {
        let bounds = match value.given {
            Given::Value(value) => Some([value.span().start, value.span().end]),
            Given::Absent { .. } | Given::Placeholder | Given::Misnamed => None,
        };
        Self {
            value: Some(value),
            bounds: bounds.into_iter().flatten(),
        }
    }
}

impl<'de> SeqAccess<'de> for Parts<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let Some(value) = self.value.take() else {
            let bound = self.bounds.next();
            return bound
                .map(|bound| seed.deserialize(bound.into_deserializer()))
                .transpose();
        };
        let faults_before = value.faults.count();
        let made = seed.deserialize(value)?;
        if value.faults.count() > faults_before {
            self.bounds = None.into_iter().flatten();
        }
        Ok(Some(made))
    }
}
