//! What is fuzzed: functions of bytes that panic where something that holds for every input does
//! not hold. `cargo fuzz run NAME` calls them, and so does the replay, on stable Rust.

mod forms;
mod grammar;
pub mod mutate;
mod targets;

use targets::{
    article, brief, capture, carried, dates, draft, editions, library, locale, lock, saved,
    snapshot,
};

/// A function of any bytes.
pub type Target = fn(&[u8]);

/// The targets by name: that of the binary for cargo-fuzz, and of the folder in `corpus`.
pub const TARGETS: &[(&str, Target)] = &[
    ("article", article::run),
    ("brief", brief::run),
    ("capture", capture::run),
    ("carried", carried::run),
    ("dates", dates::run),
    ("draft", draft::run),
    ("editions", editions::run),
    ("library", library::run),
    ("locale", locale::run),
    ("lock", lock::run),
    ("saved", saved::run),
    ("snapshot", snapshot::run),
];

/// Runs a target.
///
/// # Panics
/// Something does not hold, or there is no such target.
pub fn run(name: &str, bytes: &[u8]) {
    let target = TARGETS.iter().find(|(known, _)| *known == name);
    let (_, target) = target.expect("a target of TARGETS");
    target(bytes);
}
