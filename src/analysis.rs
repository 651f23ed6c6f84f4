//! Finds what follows from a brief: total functions over a valid [`Brief`](crate::model::Brief).
//!
//! No input, no errors, no HTML, no wording. [`Edition::of`] does it all. It takes time in
//! proportion to the brief, and depends on nothing but the brief: the same brief has the same
//! analysis.
//!
//! `first_reports` say which sources carry a claim first and which only retell it, `attributions` who
//! speaks in which first report, and `chains` by which relays a source reaches the reader. All that
//! is said about independence follows from the first two (`origins`), all that is said about
//! nearness from all three (`retellings`).

pub(crate) mod attribution;
pub(crate) mod chains;
pub(crate) mod changes;
mod edition;
pub(crate) mod figure;
pub(crate) mod first_reports;
pub(crate) mod origins;
pub(crate) mod positions;
#[cfg(test)]
mod properties;
pub(crate) mod quotes;
pub(crate) mod record;
pub(crate) mod retellings;
#[cfg(test)]
mod sample;
pub(crate) mod source_link;
pub(crate) mod strength;
pub(crate) mod summary;
pub(crate) mod texts;
pub(crate) mod timeline;
mod updates;
pub(crate) mod weakness;

pub use chains::{Chain, Chains};
pub use edition::{Analysis, Edition};
pub use quotes::{QuoteId, Quotes};
