//! What editors offer to write for a whole voice, source or issue, id included. For items of a
//! list, they offer the required fields of themselves.
//!
//! `defaultSnippets` is an extension of the language servers of Visual Studio Code; others pass
//! over it.

use schemars::Schema;
use serde_json::{Value, json};

/// Adds the snippets.
pub(super) fn add(schema: &mut Schema) {
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
