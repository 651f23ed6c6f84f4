//! Finds what follows from a brief: total functions over a valid [`Brief`](crate::model::Brief).
//!
//! No input, no errors, no HTML, no wording. [`Edition::of`] does it all. It takes time in
//! proportion to the brief, and depends on nothing but the brief: the same brief has the same
//! analysis.
//!
//! Within a claim, [`ties`] say who speaks in which work; across works, [`chain`] says by which
//! roads a work reaches the reader. All that is said about independence follows from the first
//! ([`origins`]), all that is said about nearness from both ([`distance`]).

pub mod chain;
pub mod changes;
pub mod citations;
pub mod distance;
mod edition;
pub mod figure;
pub mod origins;
pub mod positions;
#[cfg(test)]
mod properties;
pub mod quotes;
#[cfg(test)]
mod sample;
pub mod source_link;
pub mod status;
pub mod summary;
pub mod ties;
pub mod timeline;

pub use edition::{Analysis, Edition};
