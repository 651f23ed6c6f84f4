//! Names the messages of a locale file, and what stands in their braces.

// `Message`, with a variant for every message of `locales/en.ftl` in its order, and `TABLE`, the id
// and the values of each: `build.rs` makes them.
include!(concat!(env!("OUT_DIR"), "/messages.rs"));

impl Message {
    /// Goes through all of them, in the order of the files.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|(message, _, _)| *message)
    }

    pub(super) fn id(self) -> &'static str {
        TABLE[self as usize].1
    }

    pub(super) fn variables(self) -> &'static [&'static str] {
        TABLE[self as usize].2
    }
}
