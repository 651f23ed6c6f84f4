//! What changed between two editions, as text and as JSON.

mod json;
mod text;

pub use json::render as json;
pub(super) use json::{ChangesView, view};
pub use text::{Marks, render as text};
