//! Makes the record of a work that is kept as a snapshot, and its source's entry: what the work says of
//! itself, and from where and when it came.
//!
//! Nothing is guessed: each value says which tag it comes from, and what no tag says is left out. Where
//! tags differ, `metadata` has the order in which they are believed; the others stay in the record.

mod addresses;
mod corrections;
mod entry;
mod json_ld;
mod metadata;
mod metas;
mod moments;
mod page_addresses;
mod record;
mod stated;
mod titles;
mod without_tags;

pub(crate) use corrections::{correction, is_correction};
pub(crate) use entry::corrected;
pub use record::{Captured, InvalidRecord, Record, Request};
