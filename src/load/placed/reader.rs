//! A value of the tree, given to whatever type asks for it.

use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::broken::Broken;
use super::collections::{EntryAccess, ItemAccess};
use super::faults::Faults;
use super::fields::Fields;
use super::parts::Parts;
use super::plain;
use super::stand_in::{Empty, StandIn};
use crate::diagnostics::{Place, Span};
use crate::load::located::{LOCATED, ONE_OR_MANY};
use crate::load::tree::{Cursor, Value};

/// Reads one value. A value of the wrong type is reported and a stand-in takes its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'t> {
    value: Cursor<'t>,
    /// The place to blame where the value as a whole lacks something.
    home: Place,
    faults: &'t Faults,
}

impl<'t> Reader<'t> {
    /// Makes a reader of the outermost value.
    pub(super) fn root(value: Cursor<'t>, faults: &'t Faults) -> Self {
        Self {
            value,
            home: Place::Whole,
            faults,
        }
    }

    /// Makes a reader of a value that has a key.
    pub(super) fn keyed(key: Span, value: Cursor<'t>, faults: &'t Faults) -> Self {
        Self {
            value,
            home: Place::At(key),
            faults,
        }
    }

    /// Makes a reader of an item of a sequence; its first key stands for it.
    pub(super) fn item(value: Cursor<'t>, faults: &'t Faults) -> Self {
        let first = match value.value() {
            Value::Mapping => value.children().next(),
            Value::Scalar { .. } | Value::Sequence | Value::Alias(_) => None,
        };
        Self {
            value,
            home: Place::At(first.unwrap_or(value).span()),
            faults,
        }
    }

    fn wrong(self, expected: &str) -> StandIn {
        self.faults.wrong_type(expected, self.value);
        StandIn
    }

    fn plain_text(self) -> Option<&'t str> {
        match self.value.value() {
            Value::Scalar { text, plain: true } => Some(text),
            Value::Scalar { .. } | Value::Sequence | Value::Mapping | Value::Alias(_) => None,
        }
    }

    fn one_or_many<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        let is_text = !self.plain_text().is_some_and(plain::is_no_text);
        match self.value.value() {
            Value::Sequence => visitor.visit_seq(ItemAccess::many(self.value, self.faults)),
            Value::Scalar { .. } if is_text => {
                visitor.visit_seq(ItemAccess::one(self.value, self.faults))
            }
            Value::Scalar { .. } | Value::Mapping | Value::Alias(_) => self
                .wrong("a text or a sequence of texts")
                .deserialize_newtype_struct(ONE_OR_MANY, visitor),
        }
    }
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Broken;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        match self.value.text() {
            Some(text) => visitor.visit_str(text),
            None => self.wrong("a text").deserialize_any(visitor),
        }
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        match self.plain_text().and_then(plain::unsigned) {
            Some(number) => visitor.visit_u64(number),
            None => self.wrong("a number").deserialize_u64(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        if self.plain_text().is_some_and(plain::is_null) {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        match self.value.value() {
            Value::Sequence => visitor.visit_seq(ItemAccess::many(self.value, self.faults)),
            _ if self.value.is_blank() => visitor.visit_seq(Empty),
            Value::Scalar { .. } | Value::Mapping | Value::Alias(_) => {
                self.wrong("a sequence").deserialize_seq(visitor)
            }
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        match self.value.value() {
            Value::Mapping => visitor.visit_map(EntryAccess::new(self.value, self.faults)),
            _ if self.value.is_blank() => visitor.visit_map(Empty),
            Value::Scalar { .. } | Value::Sequence | Value::Alias(_) => self
                .wrong("a mapping from ids to values")
                .deserialize_map(visitor),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Broken> {
        match name {
            LOCATED => visitor.visit_seq(Parts::at(self, self.value.span(), self.faults)),
            ONE_OR_MANY => self.one_or_many(visitor),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Broken> {
        let is_mapping = matches!(self.value.value(), Value::Mapping) || self.value.is_blank();
        if !is_mapping {
            return self
                .wrong("a mapping")
                .deserialize_struct(name, fields, visitor);
        }
        let mut given = Fields::sort(name, fields, self.value, self.faults);
        let made = visitor.visit_map(&mut given)?;
        given.report_missed(self.home);
        Ok(made)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Broken> {
        let Some(word) = self.value.text() else {
            let stand_in = self.wrong("a word");
            return stand_in.deserialize_enum(name, variants, visitor);
        };
        if variants.contains(&word) {
            return visitor.visit_enum(word.into_deserializer());
        }
        let place = self.value.span();
        self.faults.unknown_value(name, variants, word, place);
        StandIn.deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct tuple tuple_struct identifier ignored_any
    }
}
