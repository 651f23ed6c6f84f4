//! Reads a text of no format by the reader of briefs, so that tests can hold it against others.

use std::fmt;

use serde::Deserialize as _;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::builder;
use super::given::{Given, Reader};
use super::shape_faults::Faults;
use super::tree::Tree;
use crate::diagnostics::{Diagnostic, Place};

/// Reads the values of a text, each as a field would that takes what stands in its place in a pattern:
/// a text, a whole number, perhaps nothing, a sequence or a mapping. What no field takes, such as a
/// truth value, is read as a text. Also returns what is wrong with them.
pub fn read_like(text: &str, pattern: &Value) -> (Value, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let tree = builder::build(text, None, &mut faults);
    let Some(root) = tree.as_ref().and_then(Tree::root) else {
        return (Value::Null, faults);
    };
    let found = Faults::of(text);
    let reader = Reader::new(Given::Value(root), Place::Whole, &found);
    let read = Like(pattern).deserialize(reader);
    faults.extend(found.into_list());
    (read.unwrap_or_default(), faults)
}

#[derive(Clone, Copy)]
struct Like<'v>(&'v Value);

impl<'de> DeserializeSeed<'de> for Like<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        match self.0 {
            Value::Null => reader.deserialize_option(self),
            Value::Number(number) if number.is_u64() => reader.deserialize_u64(self),
            Value::Bool(_) | Value::Number(_) | Value::String(_) => reader.deserialize_string(self),
            Value::Array(_) => reader.deserialize_seq(self),
            Value::Object(_) => reader.deserialize_map(self),
        }
    }
}

impl<'de> Visitor<'de> for Like<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value of the pattern's kind")
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        String::deserialize(reader).map(Value::String)
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut read = Vec::new();
        while let Some(item) = items.next_element_seed(self.at(read.len()))? {
            read.push(item);
        }
        Ok(read.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut read = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            let value = entries.next_value_seed(self.at(key.as_str()))?;
            read.insert(key, value);
        }
        Ok(read.into())
    }
}

impl Like<'_> {
    fn at(self, index: impl serde_json::value::Index) -> Self {
        Self(self.0.get(index).unwrap_or(&Value::Null))
    }
}
