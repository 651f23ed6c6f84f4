//! Says what may stand where a text, a list, a mapping or a voice is expected.
//!
//! YAML takes `2025`, `true` and nothing at all for what they look like; the reader takes them as
//! its field does. Editors would offer every type that a schema names, `true` at each title; so the
//! schema names the types that a field does *not* take, and says what it takes in their stead.

use schemars::transform::{Transform, transform_subschemas};
use schemars::{Schema, json_schema};
use serde_json::{Map, Value, json};

/// The types that a value can have; every integer is a number.
const TYPES: &[&str] = &["array", "boolean", "null", "number", "object", "string"];
const TEXTS: &[&str] = &["boolean", "number", "string"];

pub(super) struct Types;

impl Transform for Types {
    fn transform(&mut self, schema: &mut Schema) {
        if let Some(Value::Object(properties)) = schema.get_mut("properties") {
            let properties = properties.values_mut().filter_map(Value::as_object_mut);
            properties.for_each(let_be_empty);
        }
        transform_subschemas(self, schema);
        // How wide a number is matters to this program alone.
        schema.remove("format");
        loosen(schema);
    }
}

/// Says that a list or a mapping may be left empty, as in `events:` with nothing after it; a date may not.
fn let_be_empty(property: &mut Map<String, Value>) {
    if property.contains_key("not") {
        return;
    }
    if let Some(kind) = property.get_mut("type")
        && (kind == "array" || kind == "object")
    {
        *kind = json!([kind.clone(), "null"]);
    }
}

fn loosen(schema: &mut Schema) {
    let Some((kind, may_be_null)) = schema.get("type").and_then(kind) else {
        return;
    };
    let is_text = kind == "string";
    if is_text && schema.get("const").is_some() || !is_text && !may_be_null {
        return;
    }
    if is_text && schema.get("pattern").is_none() {
        schema.insert("pattern".to_owned(), r"\S".into());
    }
    let taken = |name: &&&str| {
        let of_its_kind = if is_text {
            TEXTS.contains(name)
        } else {
            **name == kind
        };
        of_its_kind || may_be_null && **name == "null"
    };
    let refused: Vec<&&str> = TYPES.iter().filter(|name| !taken(name)).collect();
    let refused = json_schema!({ "type": refused });
    schema.remove("type");
    schema.insert("if".to_owned(), refused.into());
    schema.insert("then".to_owned(), json!({ "type": kind }));
}

/// Returns the one type that a schema names, and whether it may be null besides.
fn kind(types: &Value) -> Option<(String, bool)> {
    match types {
        Value::String(kind) => Some((kind.clone(), false)),
        Value::Array(kinds) => match kinds.as_slice() {
            [Value::String(kind), Value::String(null)] if null == "null" => {
                Some((kind.clone(), true))
            }
            _ => None,
        },
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => None,
    }
}

/// The fields of which a voice has exactly one, and the fields that it may have with each.
const KINDS: &[(&str, &[&str])] = &[
    ("name", &["role", "speaks_for"]),
    ("group", &["role", "members", "speaks_for"]),
    (
        "anonymous",
        &["described_as", "reason", "one_of", "speaks_for"],
    ),
    ("outlet", &[]),
    ("writer", &[]),
];

/// Says that a voice is exactly one of a person, a group, an anonymous voice, an outlet and the
/// writer.
///
/// What does not go with a kind may still be there with nothing after it. `errorMessage` is an
/// extension of the YAML language server, which would else say that nothing was expected.
pub(super) fn set_voices_apart(schema: &mut Schema) {
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

/// The lists that what a brief includes may bring.
const INCLUDED: &[&str] = &["voices", "sources"];

/// Says that a brief has voices and sources, unless it includes files, which may have them.
pub(super) fn let_be_included(schema: &mut Schema) {
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(|field| !INCLUDED.iter().any(|included| field == included));
    }
    let some = INCLUDED
        .iter()
        .map(|field| ((*field).to_owned(), json!({ "minProperties": 1 })));
    let some: Map<String, Value> = some.collect();
    schema.insert("if".to_owned(), json!({ "required": ["include"] }));
    schema.insert(
        "else".to_owned(),
        json!({ "required": INCLUDED, "properties": some }),
    );
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
