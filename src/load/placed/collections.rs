//! The items of a sequence and the entries of a mapping from ids.

use serde::de::{DeserializeSeed, MapAccess, SeqAccess};

use super::broken::Broken;
use super::faults::Faults;
use super::reader::Reader;
use crate::load::tree::{Children, Cursor, Entries};

/// The items of a sequence, or one value as if it were one.
pub(super) struct ItemAccess<'t> {
    one: Option<Cursor<'t>>,
    many: Option<Children<'t>>,
    faults: &'t Faults,
}

impl<'t> ItemAccess<'t> {
    /// Gives the items of a sequence.
    pub(super) fn many(sequence: Cursor<'t>, faults: &'t Faults) -> Self {
        Self {
            one: None,
            many: Some(sequence.children()),
            faults,
        }
    }

    /// Gives a value alone.
    pub(super) fn one(value: Cursor<'t>, faults: &'t Faults) -> Self {
        Self {
            one: Some(value),
            many: None,
            faults,
        }
    }
}

impl<'de> SeqAccess<'de> for ItemAccess<'_> {
    type Error = Broken;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Broken> {
        let item = self.one.take().or_else(|| self.many.as_mut()?.next());
        item.map(|item| seed.deserialize(Reader::item(item, self.faults)))
            .transpose()
    }
}

/// The entries of a mapping from ids. An entry whose key is no text is left out; the tree's builder
/// has reported it.
pub(super) struct EntryAccess<'t> {
    entries: Entries<'t>,
    current: Option<(Cursor<'t>, Cursor<'t>)>,
    faults: &'t Faults,
}

impl<'t> EntryAccess<'t> {
    /// Gives the entries of a mapping.
    pub(super) fn new(mapping: Cursor<'t>, faults: &'t Faults) -> Self {
        Self {
            entries: mapping.entries(),
            current: None,
            faults,
        }
    }
}

impl<'de> MapAccess<'de> for EntryAccess<'_> {
    type Error = Broken;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Broken> {
        self.current = self.entries.find(|(key, _)| key.text().is_some());
        self.current
            .map(|(key, _)| seed.deserialize(Reader::item(key, self.faults)))
            .transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Broken> {
        match self.current.take() {
            Some((key, value)) => seed.deserialize(Reader::keyed(key.span(), value, self.faults)),
            None => seed.deserialize(super::stand_in::StandIn),
        }
    }
}
