//! Puts into words what readers are told, once for every form: names, dates, records, chains,
//! quotes, sources, and what changed.
//!
//! Every word is a message of a locale file (`locales/*.ftl`). What may be linked or marked is a
//! [`Description`] in segments, which each form writes by a [`Sink`] of its own; nothing here is
//! markup.

/// Fills a message of a locale with texts and numbers: `filled!(locale, ToldTo, "audience": name)`.
macro_rules! filled {
    ($locale:expr, $message:ident, $($name:literal: $value:expr),+ $(,)?) => {
        $locale.with($crate::describe::Message::$message, [$(($name, $value.into())),+])
    };
}

/// Fills a message of a locale with descriptions as well.
macro_rules! described {
    ($locale:expr, $message:ident, $($name:literal: $value:expr),+ $(,)?) => {
        $locale.describe($crate::describe::Message::$message, [$(($name, $value.into())),+])
    };
}

mod capitals;
pub(crate) mod chains;
pub(crate) mod changes;
pub(crate) mod dates;
mod describer;
mod finding;
mod isolation;
mod judgements;
mod locales;
mod locators;
mod positions;
mod quotes;
mod record;
mod segments;
mod sources;
mod strength;
pub(crate) mod typography;
mod updates;
mod voices;
pub(crate) mod words;

pub(crate) use describer::Describer;
pub(crate) use isolation::{
    END_OF_ISOLATE, IN_BRIEF, IN_WORDS, Piece, begins_right_to_left, has_isolates,
    is_quoted_right_to_left, pieces,
};
pub(crate) use locales::Message;
pub use locales::{Locale, LocaleError, Locales};
pub(crate) use positions::Statement;
pub(crate) use quotes::CheckInWords;
pub(crate) use segments::{
    Anchor, Description, Mark, Sink, labels, plain_parts, plain_prose, write_parts,
};
pub(crate) use updates::UpdateDates;
pub(crate) use {described, filled};
