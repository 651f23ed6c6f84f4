//! Reads PDFs as a browser prints them: what they hold, and how much of it is too much.
//!
//! Bytes in, facts out: no browser is started here. [`Printed::read`] reads what browsers of the
//! Chromium family write; [`settle`] makes the same PDF of the same page, and [`make_accessible`] adds
//! what they leave out.

mod accessible;
mod content;
mod printed;
mod settle;

pub use accessible::make_accessible;
pub use printed::{PdfError, Printed, Section};
pub use settle::settle;
