//! How much input is read at most, so that no file can exhaust time or memory.

/// The size of an input, in bytes.
pub const MOST_BYTES: usize = 16 * 1024 * 1024;

/// How deep values may be nested; the format itself needs eight.
pub(super) const MOST_DEPTH: usize = 64;

/// How many values all aliases together may stand for.
pub(super) const MOST_ALIASED: usize = 100_000;

/// How many faults of shape are reported; a file with more is not a brief.
pub(super) const MOST_FAULTS: usize = 1_000;
