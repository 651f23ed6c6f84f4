//! Rules silenced in place.

use std::borrow::Cow;

use schemars::generate::SchemaGenerator;
use schemars::{JsonSchema, Schema, json_schema};
use serde::Deserialize;

use crate::diagnostics::Code;
use crate::load::located::Text;

/// The codes that can be silenced, for editors.
struct Rule;

impl JsonSchema for Rule {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Rule".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let codes = Code::ALL.iter().filter(|code| code.can_be_silenced());
        let codes: Vec<Schema> = codes
            .map(|code| {
                json_schema!({
                    "description": code.summary(),
                    "type": "string",
                    "const": code.slug(),
                })
            })
            .collect();
        json_schema!({ "oneOf": codes })
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
