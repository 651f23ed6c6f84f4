//! Makes references inside a brief, and lists that are never empty.

use std::fmt;
use std::ops::Deref;

macro_rules! references {
    ($($(#[$doc:meta])* $name:ident $letter:literal,)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// Makes a reference to the item at a place in the list, from 0.
            ///
            /// Lists longer than `u32::MAX` cannot be read in, so larger indices end at it.
            pub fn new(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }

            /// Returns the place in the list, from 0.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }

        /// The label that people say aloud, numbered from 1 in file order.
        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, concat!($letter, "{}"), self.index() + 1)
            }
        }
    )*};
}

references! {
    /// A source of the brief: S1, S2 …
    SourceId "S",
    /// A voice of the brief: V1, V2 …
    VoiceId "V",
    /// An issue of the brief: I1, I2 …
    IssueId "I",
}

/// A claim of the brief: C1, C2 …
///
/// Its number is not its place: numbers stay over editions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimId {
    index: u32,
    number: u32,
}

impl ClaimId {
    /// Makes a reference to the claim at a place in the list, from 0, that has a number.
    pub fn new(index: usize, number: u32) -> Self {
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        Self { index, number }
    }

    /// Returns the place in the list, from 0.
    pub fn index(self) -> usize {
        self.index as usize
    }

    /// Returns the number, from 1.
    pub fn number(self) -> u32 {
        self.number
    }

    /// Makes a reference to the claim at a place of a first edition, where numbers are places.
    #[cfg(test)]
    pub(crate) fn nth(index: usize) -> Self {
        Self::new(index, u32::try_from(index + 1).unwrap())
    }
}

/// The label that people say aloud.
impl fmt::Display for ClaimId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "C{}", self.number)
    }
}

/// A list with at least one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneOrMore<T>(Vec<T>);

impl<T> OneOrMore<T> {
    /// Takes a list that has an item.
    pub fn new(items: Vec<T>) -> Option<Self> {
        (!items.is_empty()).then_some(Self(items))
    }
}

impl<T> Deref for OneOrMore<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'a, T> IntoIterator for &'a OneOrMore<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
