//! Looks up what may stand at a place of the format, in its JSON Schema.

use std::sync::LazyLock;

use serde_json::Value;

use super::path::Step;

/// The format of a brief.
pub(super) static SCHEMA: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(&crate::schema::text()).unwrap_or(Value::Null));

/// How deep the alternatives of a schema are followed.
const MOST_DEPTH: usize = 12;

/// A field that may be given, or a word that may stand as its value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<'s> {
    pub(super) name: &'s str,
    /// What it means.
    pub(super) meaning: &'s str,
    pub(super) is_required: bool,
}

/// Returns what may stand at the end of a path from the top.
pub(super) fn at(path: &[Step<'_>]) -> Vec<&'static Value> {
    let mut found = expanded(&SCHEMA);
    for step in path {
        let next = found.iter().filter_map(|schema| match step {
            Step::Item => schema.get("items"),
            Step::Key(key) => {
                let own = schema.get("properties").and_then(|all| all.get(*key));
                let any = schema.get("additionalProperties");
                own.or_else(|| any.filter(|any| any.is_object()))
            }
        });
        let next: Vec<&'static Value> = next.collect();
        found = next.into_iter().flat_map(expanded).collect();
    }
    found
}

/// Returns a schema with all of its alternatives.
fn expanded(schema: &'static Value) -> Vec<&'static Value> {
    let mut found = Vec::new();
    expand(schema, 0, &mut found);
    found
}

fn expand(schema: &'static Value, depth: usize, found: &mut Vec<&'static Value>) {
    if depth > MOST_DEPTH {
        return;
    }
    found.push(schema);
    let name = schema.get("$ref").and_then(Value::as_str);
    let definition = name.and_then(|name| SCHEMA.pointer(name.trim_start_matches('#')));
    let lists = ["anyOf", "oneOf", "allOf"].into_iter();
    let several = lists.filter_map(|list| schema.get(list)?.as_array());
    let one = ["then", "else"]
        .into_iter()
        .filter_map(|name| schema.get(name));
    for other in definition.into_iter().chain(several.flatten()).chain(one) {
        expand(other, depth + 1, found);
    }
}

/// Returns the fields of the mappings that may stand at a place, each once.
pub(super) fn fields(schemas: &[&'static Value]) -> Vec<Known<'static>> {
    let required: Vec<&str> = schemas
        .iter()
        .filter_map(|schema| schema.get("required")?.as_array())
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let mut found: Vec<Known<'_>> = Vec::new();
    for schema in schemas {
        let fields = schema.get("properties").and_then(Value::as_object);
        for (name, field) in fields.into_iter().flatten() {
            let meaning = meaning(field);
            // What is only restricted there has no meaning there.
            if !meaning.is_empty() && !found.iter().any(|known| known.name == name) {
                found.push(Known {
                    name,
                    meaning,
                    is_required: required.contains(&name.as_str()),
                });
            }
        }
    }
    found
}

/// Returns what a schema says of its values.
pub(super) fn meaning(schema: &'static Value) -> &'static str {
    let of = |schema: &'static Value| schema.get("description").and_then(Value::as_str);
    of(schema).unwrap_or("")
}

/// Returns the words of which one may stand at a place, each with its meaning.
pub(super) fn words(schemas: &[&'static Value]) -> Vec<Known<'static>> {
    let mut found: Vec<Known<'_>> = Vec::new();
    for schema in schemas {
        let words = schema.get("enum").and_then(Value::as_array);
        let meanings = schema.get("enumDescriptions").and_then(Value::as_array);
        for (at, word) in words.into_iter().flatten().enumerate() {
            let meaning = meanings.and_then(|all| all.get(at)?.as_str());
            if let Some(name) = word.as_str()
                && !found.iter().any(|known| known.name == name)
            {
                found.push(Known {
                    name,
                    meaning: meaning.unwrap_or(""),
                    is_required: false,
                });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Step, at, fields, words};

    #[test]
    fn fields_and_words_are_found_by_place() {
        let names = |path: &[Step<'_>]| -> Vec<&str> {
            fields(&at(path)).iter().map(|known| known.name).collect()
        };
        assert!(names(&[]).contains(&"bottom_line"));
        let claim = [Step::Key("claims"), Step::Item];
        for name in ["id", "says", "from", "claims", "passage"] {
            assert!(names(&claim).contains(&name), "{name}");
        }
        let from = [claim.as_slice(), &[Step::Key("from")]].concat();
        assert!(names(&from).contains(&"told_to"));
        assert!(!names(&from).contains(&"says"));
        let voice = [Step::Key("voices"), Step::Key("a")];
        assert!(names(&voice).contains(&"speaks_for"));
        let kind = [
            claim.as_slice(),
            &[Step::Key("quotes"), Step::Item, Step::Key("kind")],
        ]
        .concat();
        for path in [kind.clone(), [kind.as_slice(), &[Step::Item]].concat()] {
            let words = words(&at(&path));
            let fragment = words.iter().find(|word| word.name == "fragment").unwrap();
            assert!(fragment.meaning.len() > 4);
        }
    }
}
