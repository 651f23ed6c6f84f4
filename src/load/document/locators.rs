//! Defines where in its source something stands.

use std::borrow::Cow;

use schemars::generate::SchemaGenerator;
use schemars::{JsonSchema, Schema, json_schema};
use serde_json::{Map, Value, json};

use crate::load::values::{Entries, Located, Text};
use crate::model::LocatorLabel;

/// Places in a source by what is counted: `{ page: "12" }`.
pub type Locators = Entries<Text, Located<LocatorLabel>>;

/// To an editor, each locator is a field.
impl JsonSchema for Locators {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Locators".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let words = LocatorLabel::json_schema(generator);
        let words = words.get("oneOf").and_then(Value::as_array);
        let fields = words.into_iter().flatten().filter_map(|word| {
            let name = word.get("const")?.as_str()?;
            let field = json!({
                "description": word.get("description")?,
                "type": "string",
                "examples": [example(name)],
            });
            Some((name.to_owned(), field))
        });
        json_schema!({
            "type": "object",
            "properties": fields.collect::<Map<String, Value>>(),
            "additionalProperties": false,
        })
    }
}

fn example(name: &str) -> &'static str {
    match name {
        "page" => "12–14",
        "sub-verbo" => "harbour",
        "timestamp" => "00:12:30",
        _ => "4",
    }
}
