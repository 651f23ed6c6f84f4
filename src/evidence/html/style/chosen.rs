//! Keeps which declarations count for an element, of those that were seen.

use super::declared::{Declaration, Property, Value};

/// What decides which of two declarations counts, in order of weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Weight {
    pub(super) is_important: bool,
    /// Whether the rule is of the tree that the element is in; of important ones the others win.
    pub(super) is_outer: bool,
    pub(super) is_attached: bool,
    pub(super) layer: isize,
    pub(super) specificity: u32,
    pub(super) order: usize,
}

/// The declarations that count so far.
pub(super) struct Chosen([Option<Counted>; Property::COUNT]);

impl Default for Chosen {
    fn default() -> Self {
        Self([None; Property::COUNT])
    }
}

/// The declaration of a property that counts so far.
#[derive(Clone, Copy)]
struct Counted {
    weight: Weight,
    value: Value,
    /// Whether another value may count in its place, which would hide what this shows, or the reverse.
    is_doubtful: bool,
}

impl Chosen {
    pub(super) fn get(&self, property: Property) -> Option<Value> {
        let chosen = self.0.get(property as usize).copied().flatten();
        chosen.map(|counted| counted.value)
    }

    /// Says whether it cannot be told how a property is set.
    pub(super) fn is_doubtful(&self, property: Property) -> bool {
        let chosen = self.0.get(property as usize).copied().flatten();
        chosen.is_some_and(|counted| counted.is_doubtful)
    }

    pub(super) fn add(&mut self, declared: Declaration, weight: Weight) {
        let Declaration {
            property, value, ..
        } = declared;
        let Some(chosen) = self.0.get_mut(property as usize) else {
            return;
        };
        if chosen.is_some_and(|known| known.weight > weight) {
            return;
        }
        if declared.is_certain && value != Value::Unknown {
            *chosen = Some(Counted {
                weight,
                value,
                is_doubtful: false,
            });
            return;
        }
        let known = chosen.map_or(Value::Revert, |known| known.value);
        if value == Value::Unknown || value.hides(property) != known.hides(property) {
            *chosen = Some(Counted {
                weight,
                value: known,
                is_doubtful: true,
            });
        }
    }

    /// Adds the declarations of a style attribute.
    pub(super) fn add_attached(&mut self, declared: &[Declaration]) {
        for (order, declared) in declared.iter().enumerate() {
            self.add(
                *declared,
                Weight {
                    is_important: declared.is_important,
                    is_outer: !declared.is_important,
                    is_attached: true,
                    layer: 0,
                    specificity: 0,
                    order,
                },
            );
        }
    }
}
