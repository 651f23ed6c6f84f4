//! Makes the format's JSON Schema, by which editors complete, explain and check a brief as it is
//! written.
//!
//! It is made from the types that read the format, and says what can be said of a value by itself;
//! the checks say the rest. It never refuses what a check accepts, apart from one thing:
//! a required text written `~` or `null`, which YAML takes for nothing and the reader for a text.
//!
//! Draft 7, since that is what the editors in use read in full: the YAML language server (Visual
//! Studio Code, Neovim, Emacs, Helix), other IDEs, and catalogues of schemas. Later drafts bring
//! nothing that the format needs.

mod types;
mod words;

use schemars::generate::SchemaSettings;
use schemars::transform::Transform as _;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use crate::check::RULES;
use crate::load::{Document, Shared};

/// The name of the file that editors look for beside a brief.
pub const FILE_NAME: &str = "brief.schema.json";

/// The schema's remark on itself; by it, a file is known to be a schema of `brief`, of any version.
const REMARK: &str = "The format of a brief, for editors; made by `brief schema`.";

fn schema_for<T: JsonSchema>() -> Schema {
    let generator = SchemaSettings::draft07().into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    schema.remove("title");
    schema.insert("$comment".to_owned(), REMARK.into());
    list_rules(&mut schema);
    types::set_voices_apart(&mut schema);
    types::Types.transform(&mut schema);
    words::Words.transform(&mut schema);
    words::add_snippets(&mut schema);
    schema
}

fn list_rules(schema: &mut Schema) {
    if let Some(Value::Object(rule)) = schema.pointer_mut("/definitions/Allow/properties/rule") {
        let rules = RULES.iter().filter(|rule| rule.can_be_silenced());
        let words = rules.map(
            |rule| json!({ "description": rule.meaning(), "type": "string", "const": rule.code() }),
        );
        rule.remove("type");
        rule.insert("oneOf".to_owned(), words.collect());
    }
}

/// Returns the schema as JSON text.
pub fn text() -> String {
    let mut schema = schema_for::<Document>();
    types::let_be_included(&mut schema);
    format!("{:#}\n", schema.to_value())
}

/// Returns the schema of a file that briefs include, as JSON text.
pub fn shared_text() -> String {
    format!("{:#}\n", schema_for::<Shared>().to_value())
}

/// Says whether a text is a schema that `brief` made, perhaps an earlier one.
pub fn is_ours(text: &str) -> bool {
    let schema: Result<Schema, _> = serde_json::from_str(text);
    schema.is_ok_and(|schema| {
        schema
            .get("$comment")
            .is_some_and(|remark| remark == REMARK)
    })
}
