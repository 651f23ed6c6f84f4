//! Builds JSON whose fields keep the order in which they are written here.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

/// A JSON value.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Json<'a> {
    Nothing,
    Flag(bool),
    Number(i128),
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    #[serde(serialize_with = "fields")]
    Object(Vec<(&'static str, Json<'a>)>),
}

fn fields<S: Serializer>(
    fields: &[(&'static str, Json<'_>)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(fields.iter().map(|(name, value)| (name, value)))
}

/// Builds an object: `object! { "id": id, "key": key }`.
macro_rules! object {
    ($($name:literal: $value:expr),* $(,)?) => {
        $crate::export::ordered::Json::Object(vec![$(($name, $value.into())),*])
    };
}
pub(super) use object;

impl Json<'_> {
    /// Lists values.
    pub(super) fn list<T: Into<Self>>(values: impl IntoIterator<Item = T>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }

    /// Lists labels.
    pub(super) fn labels<T: ToString>(ids: &[T]) -> Self {
        Self::list(ids.iter().map(ToString::to_string))
    }

    /// Leaves the fields out that say nothing.
    pub(super) fn without_nothing(mut self) -> Self {
        let says_nothing = |value: &Self| match value {
            Self::Nothing => true,
            Self::List(values) => values.is_empty(),
            Self::Flag(_) | Self::Number(_) | Self::Text(_) | Self::Object(_) => false,
        };
        if let Self::Object(fields) = &mut self {
            fields.retain(|(_, value)| !says_nothing(value));
        }
        self
    }

    /// Returns the value as text, indented, with a line break at its end.
    pub(super) fn pretty(&self) -> String {
        pretty(self)
    }
}

/// Returns a value as indented JSON with a line break at its end.
#[expect(
    clippy::expect_used,
    reason = "writing to memory cannot fail, and keys are text"
)]
pub(super) fn pretty(value: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(value);
    text.expect("all keys are text") + "\n"
}

impl<'a> From<&'a str> for Json<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Json<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<bool> for Json<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<i64> for Json<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number.into())
    }
}

impl From<u64> for Json<'_> {
    fn from(number: u64) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Json<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as i128)
    }
}

impl<'a, T: Into<Json<'a>>> From<Option<T>> for Json<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}
