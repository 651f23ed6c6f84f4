//! Changes in words: what changed, from what to what.

mod apart;
mod described;
mod heads;
mod items;
mod parts;
pub(crate) mod phrases;
mod remarks;
mod what;

use crate::analysis::changes::Diff;
use crate::describe::{Locale, Locales};
use crate::word_diff::WordDiff;

pub(crate) use parts::{Fate, Item, Part, PartName};
pub(crate) use what::What;

/// A change, ready to be set.
#[derive(Clone, Debug)]
pub(crate) struct Told<'a> {
    /// What changed.
    pub(crate) what: What,
    /// The label of the quote, where a quote changed.
    pub(crate) quote: Option<String>,
    /// From what to what.
    pub(crate) how: How<'a>,
}

/// From what to what.
#[derive(Clone, Debug)]
pub(crate) enum How<'a> {
    /// Word by word.
    Words(&'a WordDiff),
    /// From one text to another; one that is not given is none.
    Turned {
        /// In the old edition.
        was: Option<String>,
        /// In the new edition.
        is: Option<String>,
    },
}

impl<'a> Told<'a> {
    fn new(what: What, how: How<'a>) -> Self {
        Self {
            what,
            quote: None,
            how,
        }
    }

    fn turned(what: What, was: impl Into<Option<String>>, is: impl Into<Option<String>>) -> Self {
        Self::new(
            what,
            How::Turned {
                was: was.into(),
                is: is.into(),
            },
        )
    }

    /// Tells a change of which both sides were told apart.
    fn apart<T: Into<Option<String>>>(what: What, (was, is): (T, T)) -> Self {
        Self::turned(what, was, is)
    }

    fn of_quote(self, label: String) -> Self {
        Self {
            quote: Some(label),
            ..self
        }
    }
}

/// Tells the changes of a diff.
#[derive(Clone, Copy)]
pub(crate) struct Teller<'a>(pub(crate) &'a Diff<'a>, pub(crate) &'a Locales);

impl<'a> Teller<'a> {
    /// Returns the words of the new edition's language.
    fn locale(self) -> &'a Locale {
        self.1.of(&self.0.new.brief().parts().lang)
    }
}
