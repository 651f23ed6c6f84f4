//! Defines what several parts of the format share: dates, file names, silenced rules.

use schemars::generate::SchemaGenerator;
use schemars::{JsonSchema, Schema, json_schema};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::load::values::{Text, one_or_many};
use crate::model::Edtf;

/// The plain name of a file, as a regular expression of ECMA-262.
pub const FILE_NAME_PATTERN: &str = r"^\s*[^./\\:\s][^/\\:]*$";

/// Returns the schema of the plain name of a file, or of several.
pub(super) fn file_names(_: &mut SchemaGenerator) -> Schema {
    one_or_many(&json_schema!({ "type": "string", "pattern": FILE_NAME_PATTERN }))
}

/// Returns the schema of a text, or of several.
pub(super) fn texts(_: &mut SchemaGenerator) -> Schema {
    one_or_many(&json_schema!({ "type": "string" }))
}

/// Returns the schema of a mapping of which the date is written and left open.
pub(super) fn left_open() -> Value {
    json!({
        "anyOf": [{ "required": ["date"] }, { "required": ["as_given"] }],
        "properties": { "date": { "type": "null" }, "as_given": { "type": "null" } },
    })
}

/// A date and the words by which the source gave it.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline, extend("not" = left_open()))]
pub struct Date {
    /// The date, EDTF level 1; left out where nothing more than `as_given` is known.
    #[schemars(extend("pattern" = Edtf::PATTERN), example = &"2025-08-16", example = &"2025-08", example = &"2025-08-11/2025-08-15", example = &"2025-08-16~", example = &"2025-08-16T09:30+02:00")]
    pub date: Option<Text>,
    /// The source's own words for it, such as "Saturday"; then the date is inferred from them.
    #[schemars(example = &"Saturday", example = &"earlier this week")]
    pub as_given: Option<Text>,
}

/// A rule silenced in place.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Allow {
    /// The rule's code; only warnings can be silenced.
    #[schemars(example = &"long-cell")]
    pub rule: Text,
    /// Why it does not apply here.
    #[schemars(example = &"both halves matter")]
    pub reason: Text,
}
