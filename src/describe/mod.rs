//! What people read, whatever it is printed in: numbers, lists, names, dates, statuses, quote marks.
//!
//! Every word is a message of a locale file (`locales/*.ftl`). Plain text, no markup: the page and
//! every export set it in their own way.

pub(crate) mod changes;
pub(crate) mod dates;
mod locales;
pub(crate) mod names;
pub(crate) mod statuses;
pub(crate) mod typography;
pub(crate) mod verification;
pub(crate) mod words;

pub use locales::{Locale, LocaleError, Locales};
pub(crate) use locales::{Message, Value};
