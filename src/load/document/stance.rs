//! Who stands where.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Allow;
use crate::load::located::{Located, OneOrMany, Text};
use crate::model::{Key, Stance};

/// Where a voice stands on an issue.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// The voice: the row of the table.
    #[schemars(extend("pattern" = Key::PATTERN), example = &"zelenskyy")]
    pub of: Text,
    /// The issue: the column of the table.
    #[schemars(extend("pattern" = Key::PATTERN), example = &"us-troops")]
    pub on: Text,
    /// How the voice stands on the issue; no statement is no position.
    #[schemars(example = &"supports")]
    pub stance: Located<Stance>,
    /// The position in at most six words.
    #[schemars(example = &"wants lasting guarantees")]
    pub in_short: Text,
    /// The claims that it rests on.
    #[schemars(example = &"no-us-troops", example = ["no-us-troops", "long-term"])]
    pub claims: OneOrMany,
    /// Rules silenced for this position.
    #[serde(default)]
    pub allow: Vec<Allow>,
}
