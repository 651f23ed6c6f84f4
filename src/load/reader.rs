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

use super::document::Document;
use super::plain;
use super::rules::WRONG_TYPE;
use super::shape_faults::{self, Faults};
use super::tree::{Children, Cursor, Entries, Tree};
use super::values::LOCATED;
use crate::diagnostics::{Diagnostic, Place};

/// Sequences and mappings that a file has to give. They could be left out as far as their type
/// goes; a test keeps this in step with `document`.
const REQUIRED: &[(&str, &[&str])] = &[
    ("Document", &["voices", "sources", "claims"]),
    ("Claim", &["voice", "in"]),
    ("Position", &["claims"]),
    ("Event", &["claims"]),
    ("Tension", &["between"]),
];

/// Makes the document. Of an empty input there is none; any other fault leaves one with
/// placeholders.
pub(super) fn document(tree: &Tree<'_>, faults: &mut Vec<Diagnostic>) -> Option<Document> {
    let root = tree.root().filter(|root| !root.is_blank());
    let Some(root) = root else {
        faults.push(shape_faults::empty());
        return None;
    };
    let found = Faults::of(tree.text);
    let made = Document::deserialize(Reader {
        given: Given::Value(root),
        blamed: Place::Whole,
        faults: &found,
    });
    faults.extend(found.into_list());
    // Only a type with rules of its own could raise an error here, and the format has none.
    made.map_err(|error| {
        let message = error.to_string();
        faults.push(Diagnostic::new(&WRONG_TYPE, Place::Whole, message));
    })
    .ok()
}

/// Hands a value over to whatever type asks for it.
#[derive(Clone, Copy)]
struct Reader<'t> {
    given: Given<'t>,
    /// The place to blame where the value as a whole lacks something.
    blamed: Place,
    faults: &'t Faults<'t>,
}

/// What the input has where a value is asked for.
#[derive(Clone, Copy)]
enum Given<'t> {
    Value(Cursor<'t>),
    /// No such field. Whether it may be left out shows in what its type asks for: an `Option` may;
    /// a sequence or a mapping may unless it is required; anything else is required.
    Absent {
        owner: &'static str,
        field: &'static str,
        /// The fields of the owner that turned out to be missing.
        missing: &'t RefCell<Vec<&'static str>>,
    },
    /// A fault that is reported already: the value is as small as can be.
    Placeholder,
}

impl<'t> Reader<'t> {
    /// Reads a value that has a key.
    fn keyed(key: Cursor<'t>, value: Cursor<'t>, faults: &'t Faults<'t>) -> Self {
        Self {
            given: Given::Value(value),
            blamed: Place::At(key.span()),
            faults,
        }
    }

    /// Reads an item of a sequence or a key of a mapping; an item's first key stands for it.
    fn item(value: Cursor<'t>, faults: &'t Faults<'t>) -> Self {
        let first = value.mapping().and_then(|mut entries| entries.next());
        Self::keyed(first.map_or(value, |(key, _)| key), value, faults)
    }

    fn placeholder(self) -> Self {
        Self {
            given: Given::Placeholder,
            ..self
        }
    }

    /// Reads something from the value. Where that fails, the fault is reported, and a placeholder has
    /// to take its place.
    fn take<T>(self, expected: &str, read: impl FnOnce(Cursor<'t>) -> Option<T>) -> Option<T> {
        match self.given {
            Given::Value(value) => {
                let made = read(value);
                if made.is_none() {
                    self.faults.wrong_type(expected, value);
                }
                made
            }
            Given::Absent { field, missing, .. } => {
                missing.borrow_mut().push(field);
                None
            }
            Given::Placeholder => None,
        }
    }

    /// Says whether the value, a sequence or mapping, is left out and may be.
    fn is_left_out(self) -> bool {
        let Given::Absent { owner, field, .. } = self.given else {
            return false;
        };
        !REQUIRED
            .iter()
            .any(|(name, fields)| *name == owner && fields.contains(&field))
    }

    fn items<'de>(
        self,
        items: Option<Children<'t>>,
    ) -> SeqDeserializer<impl Iterator<Item = impl IntoDeserializer<'de, Error>>, Error> {
        let items = items.into_iter().flatten();
        SeqDeserializer::new(items.map(move |item| Reader::item(item, self.faults)))
    }

    /// Says of each field of a struct what is given, and reports keys that are unknown or repeated.
    fn fields<'s>(
        self,
        owner: &'static str,
        fields: &'static [&'static str],
        entries: Entries<'t>,
        missing: &'s RefCell<Vec<&'static str>>,
    ) -> Vec<Reader<'s>>
    where
        't: 's,
    {
        let absent = |field: &&'static str| Reader {
            given: Given::Absent {
                owner,
                field,
                missing,
            },
            ..self
        };
        let mut readers: Vec<Reader<'s>> = fields.iter().map(absent).collect();
        for (key, value) in entries {
            let Some(name) = key.text() else { continue };
            let at = |name| fields.iter().position(|field| *field == name);
            match at(name).and_then(|at| readers.get_mut(at)) {
                Some(reader) if matches!(reader.given, Given::Value(_)) => {
                    self.faults.duplicate_field(name, key.span(), reader.blamed);
                }
                Some(reader) => *reader = Reader::keyed(key, value, self.faults),
                None => {
                    let meant = self.faults.unknown_field(owner, fields, name, key.span());
                    let reader = meant.and_then(at).and_then(|at| readers.get_mut(at));
                    if let Some(reader) = reader
                        && matches!(reader.given, Given::Absent { .. })
                    {
                        *reader = reader.placeholder();
                    }
                }
            }
        }
        readers
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
        let text = self.take("a text", Cursor::text).unwrap_or("");
        if let Given::Value(value) = self.given {
            self.faults.unsafe_character(text, value.span());
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
            Given::Value(_) | Given::Absent { .. } | Given::Placeholder => visitor.visit_none(),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let items = if self.is_left_out() {
            None
        } else {
            self.take("a sequence", Cursor::sequence)
        };
        visitor.visit_seq(self.items(items))
    }

    /// Reads a mapping from ids. An entry whose key is no text is left out; the tree's builder has
    /// reported it.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let entries = if self.is_left_out() {
            None
        } else {
            self.take("a mapping from ids to values", Cursor::mapping)
        };
        let entries = entries.into_iter().flatten();
        let entries = entries.filter(|(key, _)| key.text().is_some());
        visitor.visit_map(MapDeserializer::new(entries.map(|(key, value)| {
            let id = Self::item(key, self.faults);
            (id, Self::keyed(key, value, self.faults))
        })))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        match name {
            LOCATED => visitor.visit_seq(Parts::of(self)),
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
        let readers = match self.take("a mapping", Cursor::mapping) {
            Some(entries) => self.fields(name, fields, entries, &missing),
            None => vec![self.placeholder(); fields.len()],
        };
        let made = visitor.visit_map(MapDeserializer::new(readers.into_iter().enumerate()))?;
        let missing = missing.into_inner();
        if !missing.is_empty() {
            self.faults.missing_fields(name, &missing, self.blamed);
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
            Given::Absent { .. } | Given::Placeholder => None,
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
