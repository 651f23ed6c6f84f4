//! The schema for editors: that it says all that a schema can say, and nothing that is wrong.

mod fields;
mod fixtures;
mod never_stricter;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::Value;

use crate::{golden, json};

/// A validator of the schema that we did not write.
static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::draft7::new(&schema()).unwrap());

/// Returns the schema as JSON.
fn schema() -> Value {
    serde_json::from_str(&brief::schema::text()).unwrap()
}

/// Returns why the schema refuses a value; nothing if it does not.
fn refusals(value: &Value) -> Vec<String> {
    VALIDATOR
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

#[test]
fn the_committed_copy_is_up_to_date() {
    golden::assert_golden("content/brief.schema.json", &brief::schema::text());
}

#[test]
fn it_is_a_schema_of_draft_7() {
    let schema = schema();
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    let errors = jsonschema::draft7::meta::validate(&schema);
    assert!(errors.is_ok(), "{errors:?}");
}

#[test]
fn a_schema_is_known_as_ours_and_another_is_not() {
    assert!(brief::schema::is_ours(&brief::schema::text()));
    for other in ["", "{}", "[]", "null", r#"{ "$comment": "Another" }"#] {
        assert!(!brief::schema::is_ours(other), "{other}");
    }
}

/// Returns the briefs of the repository in which nothing is wrong.
fn sound_briefs() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let content = fs::read_dir(root.join("content")).unwrap();
    let mut paths: Vec<PathBuf> = content
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            name.ends_with(".yaml") && !name.ends_with(".evidence.yaml")
        })
        .collect();
    assert!(!paths.is_empty());
    let named = [
        "fixtures/page",
        "fixtures/two-outlets",
        "fixtures/check/sound",
    ];
    paths.extend(named.map(|name| root.join(format!("tests/{name}.yaml"))));
    let started = ["en", "uk"].map(|lang| root.join(format!("src/commands/new/{lang}.yaml")));
    paths.extend(started);
    paths
}

#[test]
fn sound_briefs_are_accepted() {
    for path in sound_briefs() {
        // What a new brief starts with has a place for the day.
        let text = fs::read_to_string(&path)
            .unwrap()
            .replace("{day}", "2026-11-23");
        let value = json::of_text(text.as_bytes()).unwrap();
        let refusals = refusals(&value);
        assert!(refusals.is_empty(), "{}: {refusals:#?}", path.display());
    }
}

#[test]
fn briefs_name_the_schema_beside_them() {
    let line = format!(
        "# yaml-language-server: $schema={}\n",
        brief::schema::FILE_NAME
    );
    for path in sound_briefs() {
        if !path.components().any(|part| part.as_os_str() == "tests") {
            let text = fs::read_to_string(&path).unwrap();
            assert!(text.starts_with(&line), "{}", path.display());
        }
    }
}
