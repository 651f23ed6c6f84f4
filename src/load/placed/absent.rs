//! A field that is not given: nothing if it may be left out, else a stand-in and a fault.

use std::cell::Cell;

use serde::de::{Deserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::broken::Broken;
use super::stand_in::{Empty, StandIn};
use crate::load::located::ONE_OR_MANY;

/// The value of a field that is not given.
///
/// Whether the field may be left out shows in what its type asks for: an `Option` may; a sequence
/// or a mapping may unless the format says otherwise; anything else is required.
pub(super) struct Absent<'c> {
    /// Whether the field is required even as a sequence or a mapping.
    pub(super) is_required: bool,
    /// Set if the field turns out to be missed.
    pub(super) is_missed: &'c Cell<bool>,
}

impl Absent<'_> {
    fn missed(&self) -> StandIn {
        self.is_missed.set(true);
        StandIn
    }
}

impl<'de> Deserializer<'de> for Absent<'_> {
    type Error = Broken;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        self.missed().deserialize_any(visitor)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        self.missed().deserialize_u64(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        visitor.visit_none()
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        if self.is_required {
            self.missed();
        }
        visitor.visit_seq(Empty)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        if self.is_required {
            self.missed();
        }
        visitor.visit_map(Empty)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Broken> {
        if name == ONE_OR_MANY && !self.is_required {
            return visitor.visit_seq(Empty);
        }
        self.missed().deserialize_newtype_struct(name, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Broken> {
        self.missed().deserialize_struct(name, fields, visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Broken> {
        self.missed().deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct tuple tuple_struct identifier ignored_any
    }
}
