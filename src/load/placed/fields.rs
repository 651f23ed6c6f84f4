//! The fields of a struct: given, unknown, repeated, missing.

use std::cell::Cell;

use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess};

use super::absent::Absent;
use super::broken::Broken;
use super::faults::Faults;
use super::names::is_required;
use super::reader::Reader;
use super::stand_in::StandIn;
use crate::diagnostics::{Place, Span};
use crate::load::tree::{Cursor, Entries, Value};

/// Every field of a struct in the order of its definition, whether given or not.
///
/// All fields are handed over, so that the struct's own code never finds one missing and gives up.
pub(super) struct Fields<'t> {
    owner: &'static str,
    slots: std::vec::IntoIter<Slot<'t>>,
    current: Option<Slot<'t>>,
    missed: Vec<&'static str>,
    faults: &'t Faults,
}

struct Slot<'t> {
    field: &'static str,
    state: State<'t>,
}

enum State<'t> {
    Given(Span, Cursor<'t>),
    /// Given under a name that is nearly right, and reported there.
    Misspelt,
    Absent,
}

impl<'t> Fields<'t> {
    /// Goes through a mapping and reports the keys that are unknown or repeated.
    pub(super) fn sort(
        owner: &'static str,
        fields: &'static [&'static str],
        mapping: Cursor<'t>,
        faults: &'t Faults,
    ) -> Self {
        let mut slots: Vec<Slot<'t>> = fields
            .iter()
            .map(|field| Slot {
                field,
                state: State::Absent,
            })
            .collect();
        for (key, value) in entries(mapping) {
            let Some(name) = key.text() else { continue };
            let place = key.span();
            let slot = slots.iter_mut().find(|slot| slot.field == name);
            let Some(slot) = slot else {
                let meant = faults.unknown_field(owner, fields, name, place);
                misspell(&mut slots, meant);
                continue;
            };
            if let State::Given(first, _) = slot.state {
                faults.duplicate_field(slot.field, place, first);
            } else {
                slot.state = State::Given(place, value);
            }
        }
        Self {
            owner,
            slots: slots.into_iter(),
            current: None,
            missed: Vec::new(),
            faults,
        }
    }

    /// Reports the required fields that turned out to be missing.
    pub(super) fn report_missed(&self, home: Place) {
        if !self.missed.is_empty() {
            self.faults.missing_fields(self.owner, &self.missed, home);
        }
    }
}

fn misspell(slots: &mut [Slot<'_>], meant: Option<&str>) {
    let slot = slots.iter_mut().find(|slot| Some(slot.field) == meant);
    if let Some(slot) = slot
        && matches!(slot.state, State::Absent)
    {
        slot.state = State::Misspelt;
    }
}

fn entries<'t>(value: Cursor<'t>) -> impl Iterator<Item = (Cursor<'t>, Cursor<'t>)> {
    let mapping = match value.value() {
        Value::Mapping => Some(value.entries()),
        Value::Scalar { .. } | Value::Sequence | Value::Alias(_) => None,
    };
    mapping.into_iter().flat_map(|entries: Entries<'t>| entries)
}

impl<'de> MapAccess<'de> for &mut Fields<'_> {
    type Error = Broken;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Broken> {
        self.current = self.slots.next();
        self.current
            .as_ref()
            .map(|slot| seed.deserialize(slot.field.into_deserializer()))
            .transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Broken> {
        let Some(slot) = self.current.take() else {
            return seed.deserialize(StandIn);
        };
        match slot.state {
            State::Given(key, value) => seed.deserialize(Reader::keyed(key, value, self.faults)),
            State::Misspelt => seed.deserialize(StandIn),
            State::Absent => {
                let is_missed = Cell::new(false);
                let value = seed.deserialize(Absent {
                    is_required: is_required(self.owner, slot.field),
                    is_missed: &is_missed,
                })?;
                if is_missed.get() {
                    self.missed.push(slot.field);
                }
                Ok(value)
            }
        }
    }
}
