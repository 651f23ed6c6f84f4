//! Words what editors show: descriptions as Markdown, what a form asks for, and snippets.

use schemars::Schema;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::{Value, json};

use crate::load::FILE_NAME_PATTERN;
use crate::model::{Edtf, HttpUrl, Key, Language};

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
pub(super) fn add_snippets(schema: &mut Schema) {
    for (field, snippets) in [
        ("voices", voices()),
        ("sources", sources()),
        ("issues", issues()),
    ] {
        let place = format!("/properties/{field}");
        if let Some(Value::Object(field)) = schema.pointer_mut(&place) {
            field.insert("defaultSnippets".to_owned(), snippets);
        }
    }
}

fn snippet(label: &str, description: &str, body: &Value) -> Value {
    json!({ "label": label, "description": description, "body": body })
}

fn voices() -> Value {
    let voice =
        |label, description, body| snippet(label, description, &json!({ "${1:voice-id}": body }));
    json!([
        voice(
            "person",
            "A person who speaks by name",
            json!({ "name": "$2", "role": "$3" })
        ),
        voice(
            "group",
            "A group or an institution that speaks",
            json!({ "group": "$2" })
        ),
        voice(
            "anonymous",
            "People who are not named",
            json!({ "anonymous": "${2:unknown}", "described_as": "$3" })
        ),
        voice(
            "outlet",
            "The own reporting of a source",
            json!({ "outlet": "${2:source-id}" })
        ),
    ])
}

fn sources() -> Value {
    json!([snippet(
        "source",
        "A work that is cited",
        &json!({ "${1:source-id}": {
            "type": "${2:article-newspaper}",
            "title": "$3",
            "publisher": "$4",
            "issued": { "date": "${5:2025-08-16}" },
            "url": "https://$6",
        } })
    )])
}

fn issues() -> Value {
    json!([snippet(
        "issue",
        "What is being decided",
        &json!({ "${1:issue-id}": { "name": "$2", "question": "$3" } })
    )])
}
