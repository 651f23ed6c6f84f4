//! What people read, whatever it is printed in: numbers, lists, names, dates, statuses, quote marks.
//!
//! Plain text, no markup: the page and every export set it in their own way.

pub(crate) mod changes;
pub(crate) mod dates;
pub(crate) mod names;
pub(crate) mod statuses;
pub(crate) mod typography;
pub(crate) mod words;
