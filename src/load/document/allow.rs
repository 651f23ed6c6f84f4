//! Rules silenced in place.

use std::borrow::Cow;

use schemars::generate::SchemaGenerator;
use schemars::{JsonSchema, Schema, json_schema};
use serde::Deserialize;

use crate::load::located::Text;

/// The codes that can be silenced, for editors. The schema lists them, for no reader knows them all.
struct Rule;

impl JsonSchema for Rule {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Rule".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "oneOf": [] })
    }
}

/// A rule silenced in place.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Allow {
    /// The rule's code; only warnings can be silenced.
    #[schemars(with = "Rule", example = &"long-cell")]
    pub rule: Text,
    /// Why it does not apply here.
    #[schemars(example = &"both halves matter")]
    pub reason: Text,
}
