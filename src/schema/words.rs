//! Words what editors show: descriptions as Markdown, what a form asks for, and snippets.

use schemars::Schema;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::{Map, Value};

use crate::load::FILE_NAME_PATTERN;
use crate::model::{Doi, Edtf, HttpUrl, Key, Language};

/// What is said of a text that is not of a form. `patternErrorMessage` and `markdownDescription`
/// are extensions that the language servers of Visual Studio Code share; others pass over them.
const FORMS: &[(&str, &str)] = &[
    (
        Key::PATTERN,
        "an id is lower-case words joined by hyphens, such as us-troops",
    ),
    (
        Edtf::PATTERN,
        "not a date such as 2025-08-16, 2025-08 or 2025-08-11/2025-08-15 (EDTF)",
    ),
    (
        HttpUrl::PATTERN,
        "not an http or https address such as https://example.org/a",
    ),
    (
        Doi::PATTERN,
        "not a DOI such as 10.1000/182 or https://doi.org/10.1000/182",
    ),
    (
        Language::PATTERN,
        "not a language tag such as en, en-GB or uk (BCP 47)",
    ),
    (
        FILE_NAME_PATTERN,
        "the plain name of a file, without a folder",
    ),
    (r"\S", "this text says nothing"),
];

pub(super) struct Words;

impl Transform for Words {
    fn transform(&mut self, schema: &mut Schema) {
        if let Some(text) = schema.get("description").and_then(|text| text.as_str()) {
            let text = joined(text);
            schema.insert("description".to_owned(), text.clone().into());
            if text.contains('`') {
                schema.insert("markdownDescription".to_owned(), text.into());
            }
        }
        list_words(schema);
        let pattern = schema.get("pattern").and_then(|pattern| pattern.as_str());
        let form = pattern.and_then(|given| FORMS.iter().find(|(pattern, _)| *pattern == given));
        if let Some((_, message)) = form {
            schema.insert("patternErrorMessage".to_owned(), (*message).into());
        }
        transform_subschemas(self, schema);
    }
}

/// Turns alternatives that are one word each into a list of words and what they mean.
///
/// `enumDescriptions` is such an extension, too. With it, editors show what the field is, and not
/// what one of its words is.
fn list_words(schema: &mut Schema) {
    let Some(Value::Array(alternatives)) = schema.get("oneOf") else {
        return;
    };
    let of = |key| -> Option<Vec<Value>> {
        let values = alternatives.iter().map(|word| word.get(key).cloned());
        values.collect()
    };
    if let (Some(words), Some(meanings)) = (of("const"), of("description")) {
        schema.remove("oneOf");
        schema.insert("enum".to_owned(), words.into());
        schema.insert("enumDescriptions".to_owned(), meanings.into());
    }
}

fn joined(text: &str) -> String {
    let paragraphs = text.split("\n\n");
    let paragraphs: Vec<String> = paragraphs
        .map(|lines| lines.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    paragraphs.join("\n\n")
}

/// Adds what editors offer to write for a whole voice, source or issue, id included. For items of a
/// list, they offer the required fields of themselves.
///
/// `defaultSnippets` is an extension of the language servers of Visual Studio Code; others pass
/// over it.
#[expect(
    clippy::expect_used,
    reason = "the file is embedded, and tests read it"
)]
pub(super) fn add_snippets(schema: &mut Schema) {
    let snippets: Map<String, Value> =
        serde_json::from_str(include_str!("snippets.json")).expect("a mapping from fields");
    for (field, snippets) in snippets {
        if let Some(field) = schema.pointer_mut(&format!("/properties/{field}")) {
            field["defaultSnippets"] = snippets;
        }
    }
}
