//! Dates as the file gives them.

use serde::Deserialize;

use crate::load::located::Text;

/// A date and the words by which the source gave it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Date {
    /// The date, EDTF level 1; left out where nothing more than `as_given` is known.
    pub date: Option<Text>,
    /// The source's own words for it, such as "Saturday"; then the date is inferred from them.
    pub as_given: Option<Text>,
}
