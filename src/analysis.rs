//! Finds what follows from a brief: total functions over a valid [`Brief`](crate::model::Brief).
//!
//! No input, no errors, no HTML, no wording. [`Edition::of`] does it all. It takes time in
//! proportion to the brief, and depends on nothing but the brief: the same brief has the same
//! analysis.
//!
//! Within a claim, `ties` say who speaks in which work; across works, `chain` says by which
//! roads a work reaches the reader. All that is said about independence follows from the first
//! (`origins`), all that is said about nearness from both (`distance`).

pub(crate) mod chain;
pub(crate) mod changes;
pub(crate) mod citations;
pub(crate) mod distance;
mod edition;
pub(crate) mod figure;
pub(crate) mod origins;
pub(crate) mod positions;
#[cfg(test)]
mod properties;
pub(crate) mod quotes;
#[cfg(test)]
mod sample;
pub(crate) mod source_link;
pub(crate) mod status;
pub(crate) mod summary;
pub(crate) mod ties;
pub(crate) mod timeline;

pub use chain::{Route, Routes};
pub use edition::{Analysis, Edition};
pub use quotes::{QuoteId, Quotes};
