//! Defines the kinds of values that a field has: located, one or many, by id.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use schemars::generate::SchemaGenerator;
use schemars::{JsonSchema, Schema, json_schema};
use serde::de::{
    Deserialize, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};

use crate::diagnostics::{Place, Span};
use crate::model::Key;

/// The newtype name by which [`Located`] asks the reader for the place.
pub(super) const LOCATED: &str = "$brief::Located";

/// A value and where it stands in the input.
#[derive(Clone, Debug)]
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
    /// Compares values alone: the same text at another place is the same.
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

    /// The reader hands over the value, its start and its end; a placeholder has neither.
    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Self::Value, A::Error> {
        let value = parts
            .next_element()?
            .ok_or_else(|| A::Error::invalid_length(0, &self))?;
        let place = match (parts.next_element()?, parts.next_element()?) {
            (Some(start), Some(end)) => Place::At(Span::new(start, end)),
            _ => Place::Placeholder,
        };
        Ok(Located { value, place })
    }

    /// Any other deserialiser, such as that of `serde_yaml` in tests, knows no places.
    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        let value = T::deserialize(deserializer)?;
        let place = Place::Whole;
        Ok(Located { value, place })
    }

    /// Of a text that stands for a sequence of one.
    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        let value = T::deserialize(text.into_deserializer())?;
        let place = Place::Whole;
        Ok(Located { value, place })
    }
}

/// One text, or a sequence of them: `voice: a` and `voice: [a, b]` alike.
#[derive(Clone, Debug, PartialEq)]
pub struct OneOrMany<T = Text>(Vec<T>);

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Deref for OneOrMany<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneOrManyVisitor(PhantomData))
    }
}

/// Returns the schema of one value, or a sequence of such.
pub(super) fn one_or_many(one: &Schema) -> Schema {
    json_schema!({
        "anyOf": [one, { "type": "array", "items": one, "uniqueItems": true }]
    })
}

/// Texts that can be given once or many times are ids.
impl JsonSchema for OneOrMany {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "OneOrMany".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let id = json_schema!({ "type": "string", "pattern": Key::PATTERN });
        one_or_many(&id)
    }
}

struct OneOrManyVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for OneOrManyVisitor<T> {
    type Value = OneOrMany<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text or a sequence of texts")
    }

    /// The reader hands over one text as a sequence, too.
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut values = Vec::with_capacity(1);
        while let Some(value) = items.next_element()? {
            values.push(value);
        }
        Ok(OneOrMany(values))
    }

    /// Any other deserialiser knows no places.
    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        let one = T::deserialize(text.into_deserializer())?;
        Ok(OneOrMany(vec![one]))
    }
}

/// Values by id in the order of the input. Repeated ids are kept, so that a rule can report them.
#[derive(Clone, Debug, PartialEq)]
pub struct Entries<T, K = Text>(pub Vec<(K, T)>);

impl<T, K> Default for Entries<T, K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T, K> Entries<T, K> {
    /// Goes through ids and values.
    pub fn iter(&self) -> std::slice::Iter<'_, (K, T)> {
        self.0.iter()
    }
}

impl<'a, T, K> IntoIterator for &'a Entries<T, K> {
    type Item = &'a (K, T);
    type IntoIter = std::slice::Iter<'a, (K, T)>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'de, T: Deserialize<'de>, K: Deserialize<'de>> Deserialize<'de> for Entries<T, K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}

impl<T: JsonSchema> JsonSchema for Entries<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Entries_of_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "propertyNames": { "pattern": Key::PATTERN },
            "additionalProperties": generator.subschema_for::<T>(),
        })
    }
}

struct EntriesVisitor<T, K>(PhantomData<(T, K)>);

impl<'de, T: Deserialize<'de>, K: Deserialize<'de>> Visitor<'de> for EntriesVisitor<T, K> {
    type Value = Entries<T, K>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a mapping from ids to values")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let entries = std::iter::from_fn(|| map.next_entry().transpose());
        entries.collect::<Result<_, _>>().map(Entries)
    }
}
