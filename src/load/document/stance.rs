//! Who stands where.

use serde::Deserialize;

use super::Allow;
use crate::load::located::{Located, OneOrMany, Text};
use crate::model::Stance;

/// Where a voice stands on an issue.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// The voice.
    pub of: Text,
    /// The issue.
    pub on: Text,
    /// The stance.
    pub stance: Located<Stance>,
    /// The position in at most six words.
    pub in_short: Text,
    /// The claims that it rests on.
    pub claims: OneOrMany,
    /// Rules silenced for this position.
    #[serde(default)]
    pub allow: Vec<Allow>,
}
