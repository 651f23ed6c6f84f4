//! A value and its place.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use schemars::generate::SchemaGenerator;
use schemars::{JsonSchema, Schema, json_schema};
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};

use crate::diagnostics::{Place, Span};
use crate::model::Key;

/// The newtype name by which [`Located`] asks a deserialiser that knows places for the place.
pub(super) const LOCATED: &str = "$brief::Located";
/// The newtype name by which [`OneOrMany`] asks for one value or a sequence.
pub(super) const ONE_OR_MANY: &str = "$brief::OneOrMany";

/// A value and where it stands in the input.
///
/// The place is known only when the input was read by the placing reader (`super::placed`).
#[derive(Clone, Debug, Default)]
pub struct Located<T> {
    /// The value as the input has it.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

/// A text of the input.
pub type Text = Located<String>;

impl<T> Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: PartialEq> PartialEq for Located<T> {
    /// Compares values alone: the same text read with and without places is the same.
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Located<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(LOCATED, LocatedVisitor(PhantomData))
    }
}

/// To an editor, a value is what it holds.
impl<T: JsonSchema> JsonSchema for Located<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

struct LocatedVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for LocatedVisitor<T> {
    type Value = Located<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        T::deserialize(deserializer).map(|value| Located {
            value,
            place: Place::Whole,
        })
    }

    /// The placing reader hands over value, start and end; start after end marks a stand-in.
    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Self::Value, A::Error> {
        let value = parts
            .next_element()?
            .ok_or_else(|| A::Error::custom("a located value has a value"))?;
        let mut bound = || {
            parts
                .next_element::<usize>()?
                .ok_or_else(|| A::Error::custom("a located value has two bounds"))
        };
        let (start, end) = (bound()?, bound()?);
        let place = if start > end {
            Place::StandIn
        } else {
            Place::At(Span::new(start, end))
        };
        Ok(Located { value, place })
    }
}

/// One value, or a sequence of them: `voice: a` and `voice: [a, b]` alike.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OneOrMany(Vec<Text>);

impl Deref for OneOrMany {
    type Target = [Text];

    fn deref(&self) -> &[Text] {
        &self.0
    }
}

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(ONE_OR_MANY, OneOrManyVisitor)
    }
}

/// Whatever can be given once or many times is an id.
impl JsonSchema for OneOrMany {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "OneOrMany".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let id = json_schema!({ "type": "string", "pattern": Key::PATTERN });
        json_schema!({
            "anyOf": [id, { "type": "array", "items": id, "uniqueItems": true }]
        })
    }
}

struct OneOrManyVisitor;

impl<'de> Visitor<'de> for OneOrManyVisitor {
    type Value = OneOrMany;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text or a sequence of texts")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(OneOrMany(vec![Text {
            value: text.to_owned(),
            place: Place::Whole,
        }]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut texts = Vec::with_capacity(items.size_hint().unwrap_or(1));
        while let Some(text) = items.next_element()? {
            texts.push(text);
        }
        Ok(OneOrMany(texts))
    }
}
