//! A voice is exactly one of a person, a group, an anonymous voice, an outlet and the writer.

use schemars::Schema;
use schemars::transform::Transform;
use serde_json::{Map, Value, json};

/// The fields of which a voice has exactly one, and the fields that it may have with each.
const KINDS: &[(&str, &[&str])] = &[
    ("name", &["role"]),
    ("group", &["role", "members"]),
    ("anonymous", &["described_as", "reason", "one_of"]),
    ("outlet", &[]),
    ("writer", &[]),
];

/// Says so of the definition of a voice.
///
/// What does not go with a kind may still be there with nothing after it. `errorMessage` is an
/// extension of the YAML language server, which would else say that nothing was expected.
pub(super) struct Exclusive;

impl Transform for Exclusive {
    fn transform(&mut self, schema: &mut Schema) {
        if let Some(Value::Object(voice)) = schema.pointer_mut("/definitions/Voice") {
            let apart: Map<String, Value> = KINDS
                .iter()
                .map(|(kind, own)| ((*kind).to_owned(), apart(kind, own)))
                .collect();
            voice.insert("dependencies".to_owned(), apart.into());
            let given = KINDS.iter().map(|(kind, _)| json!({ "required": [kind] }));
            voice.insert("anyOf".to_owned(), given.collect());
        }
    }
}

/// Says that nothing of another kind goes with a kind that has these fields.
fn apart(kind: &str, own: &[&str]) -> Value {
    let all = KINDS
        .iter()
        .flat_map(|(other, fields)| [other].into_iter().chain(*fields));
    let others = all.filter(|field| **field != kind && !own.contains(field));
    let nothing: Map<String, Value> = others
        .map(|field| {
            let message = format!("a voice with `{kind}` has no `{field}`");
            let nothing = json!({ "type": "null", "errorMessage": message });
            ((*field).to_owned(), nothing)
        })
        .collect();
    json!({ "properties": nothing })
}
