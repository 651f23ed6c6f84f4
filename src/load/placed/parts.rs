//! What [`Located`](crate::load::Located) asks for: a value and its two bounds.

use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, SeqAccess};

use super::broken::Broken;
use super::faults::Faults;
use crate::diagnostics::Span;

/// The bounds of a value that stands in for a faulty or missing one.
const STAND_IN: (usize, usize) = (1, 0);

/// A value, then its start, then its end.
pub(super) struct Parts<'c, D> {
    value: Option<D>,
    bounds: std::array::IntoIter<usize, 2>,
    faults: Option<&'c Faults>,
}

impl<'c, D> Parts<'c, D> {
    /// Makes the parts of a value of the input; it becomes a stand-in if it is at fault.
    pub(super) fn at(value: D, span: Span, faults: &'c Faults) -> Self {
        Self {
            value: Some(value),
            bounds: [span.start, span.end].into_iter(),
            faults: Some(faults),
        }
    }

    /// Makes the parts of a stand-in.
    pub(super) fn stand_in(value: D) -> Self {
        Self {
            value: Some(value),
            bounds: <[usize; 2]>::from(STAND_IN).into_iter(),
            faults: None,
        }
    }

    fn count(&self) -> usize {
        self.faults.map_or(0, Faults::count)
    }
}

impl<'de, D: Deserializer<'de, Error = Broken>> SeqAccess<'de> for Parts<'_, D> {
    type Error = Broken;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Broken> {
        if let Some(value) = self.value.take() {
            let before = self.count();
            let value = seed.deserialize(value)?;
            if self.count() > before {
                self.bounds = <[usize; 2]>::from(STAND_IN).into_iter();
            }
            return Ok(Some(value));
        }
        let bound = self.bounds.next();
        bound
            .map(|bound| seed.deserialize(bound.into_deserializer()))
            .transpose()
    }
}
