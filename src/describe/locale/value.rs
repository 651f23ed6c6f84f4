//! What is filled in to a message.

use std::borrow::Cow;
use std::fmt::Write as _;

use fluent_bundle::FluentValue;

/// A value for a place in a message.
#[derive(Clone, Debug)]
pub(crate) enum Value<'a> {
    /// A text, set as it is.
    Text(Cow<'a, str>),
    /// A number to choose a form by.
    Number(usize),
}

impl Value<'_> {
    pub(super) fn append_to(&self, out: &mut String) {
        match self {
            Self::Text(text) => out.push_str(text),
            // Writing to a string cannot fail.
            Self::Number(number) => _ = write!(out, "{number}"),
        }
    }

    pub(super) fn to_fluent(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::from(&**text),
            Self::Number(number) => FluentValue::from(*number),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}
