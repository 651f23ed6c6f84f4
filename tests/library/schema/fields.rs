//! Every field is explained, and shown by an example that holds.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::schema;

/// A field of the format.
struct Field {
    /// Where it stands, such as `Claim.says`.
    name: String,
    schema: Map<String, Value>,
}

/// Returns every field of every type.
fn fields() -> Vec<Field> {
    let schema = schema();
    let definitions = schema["definitions"].as_object().unwrap();
    let types = definitions
        .iter()
        .map(|(name, schema)| (name.as_str(), schema));
    let mut found = Vec::new();
    for (name, schema) in types.chain([("Document", &schema)]) {
        collect(name, schema, &mut found);
    }
    found
}

/// Collects the fields of a type, and those of the types that stand in its fields.
fn collect(name: &str, schema: &Value, found: &mut Vec<Field>) {
    for (field, schema) in schema["properties"].as_object().unwrap() {
        let name = format!("{name}.{field}");
        if schema.get("properties").is_some() {
            collect(&name, schema, found);
        }
        let schema = schema.as_object().unwrap().clone();
        found.push(Field { name, schema });
    }
}

impl Field {
    /// Says whether its value is made of fields, which have examples of their own.
    fn is_made_of_fields(&self) -> bool {
        let of =
            |schema: &Value| schema.get("$ref").is_some() || schema.get("properties").is_some();
        let inner = ["items", "additionalProperties"].map(|key| self.schema.get(key));
        let inner = inner.into_iter().flatten();
        ["properties", "allOf"]
            .iter()
            .any(|key| self.schema.contains_key(*key))
            || inner
                .flat_map(|inner| [Some(inner), inner.get("then")])
                .flatten()
                .any(of)
    }
}

#[test]
fn every_field_is_explained_and_shown() {
    let mut wrong = String::new();
    let fields = fields();
    assert!(fields.len() > 60, "{}", fields.len());
    for field in fields {
        let description = field.schema.get("description").and_then(Value::as_str);
        if description.is_none_or(|text| text.len() < 8) {
            _ = writeln!(
                wrong,
                "{}: write a doc comment for people who write briefs",
                field.name
            );
        }
        if !field.is_made_of_fields() && !field.schema.contains_key("examples") {
            _ = writeln!(
                wrong,
                "{}: write `#[schemars(example = &\"…\")]` above it in src/load/document",
                field.name
            );
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_value_of_a_list_of_words_is_explained() {
    for field in fields() {
        let items = field.schema.get("items").and_then(Value::as_object);
        for schema in [Some(&field.schema), items].into_iter().flatten() {
            assert!(!schema.contains_key("oneOf"), "{}", field.name);
            let Some(Value::Array(words)) = schema.get("enum") else {
                continue;
            };
            let meanings = schema["enumDescriptions"].as_array().unwrap();
            assert_eq!(meanings.len(), words.len(), "{}", field.name);
            let are_long = meanings.iter().all(|text| text.as_str().unwrap().len() > 4);
            assert!(are_long, "{}: {meanings:?}", field.name);
        }
    }
}

#[test]
fn examples_hold() {
    let definitions = schema()["definitions"].clone();
    for field in fields() {
        let mut schema = Value::Object(field.schema.clone());
        schema["definitions"] = definitions.clone();
        let validator = jsonschema::draft7::new(&schema).unwrap();
        let none = json!([]);
        for example in field
            .schema
            .get("examples")
            .unwrap_or(&none)
            .as_array()
            .unwrap()
        {
            assert!(validator.is_valid(example), "{}: {example}", field.name);
        }
    }
}
