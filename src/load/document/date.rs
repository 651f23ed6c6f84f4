//! Dates as the file gives them.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::load::located::Text;
use crate::model::Edtf;

/// A date and the words by which the source gave it.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Date {
    /// The date, EDTF level 1; left out where nothing more than `as_given` is known.
    #[schemars(extend("pattern" = Edtf::PATTERN), example = &"2025-08-16", example = &"2025-08", example = &"2025-08-11/2025-08-15", example = &"2025-08-16~")]
    pub date: Option<Text>,
    /// The source's own words for it, such as "Saturday"; then the date is inferred from them.
    #[schemars(example = &"Saturday", example = &"earlier this week")]
    pub as_given: Option<Text>,
}
