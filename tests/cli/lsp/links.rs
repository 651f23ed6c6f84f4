//! Folders and briefs that are links: a file has one address, under which the client opened it, or would.

#![cfg(unix)]

use std::os::unix::fs::symlink;

use serde_json::{Value, json};

use super::client::Client;
use super::desk::BRIEF;
use crate::project::Project;

const DESK: &str = "voices:\n  desk: { group: The desk }\n  spare: { group: Others, one_of: [] }\n";

/// Returns the address of a file, links and all.
fn uri(project: &Project, name: &str) -> String {
    let root = project.path("").canonicalize().unwrap();
    format!("file://{}", root.join(name).display())
}

/// Returns the second edition of a brief that includes a file.
fn second() -> String {
    let text = BRIEF.replace(
        "edition: 1\n",
        "edition: 2\nprevious: a.yaml\ninclude: desk.yaml\n",
    );
    let text = text.replace("as_of: 2025-03-14", "as_of: 2025-03-15");
    text.replace("voice: lindqvist", "voice: [lindqvist, desk]")
}

fn addresses(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                found.extend(value.as_str().filter(|_| name == "uri").map(str::to_owned));
                found.extend(Some(name.clone()).filter(|name| name.starts_with("file:")));
                addresses(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| addresses(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Asks all that names files, and returns the addresses, each once.
fn asked(client: &mut Client, uri: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for at in ["desk]", "reopens-in-may\n", "desk.yaml", "a.yaml"] {
        let before = text.split(at).next().unwrap();
        let line = before.matches('\n').count();
        let column = before.rsplit('\n').next().unwrap().len() + 1;
        for method in ["definition", "references", "rename"] {
            let params = json!({
                "textDocument": { "uri": uri }, "position": { "line": line, "character": column },
                "context": { "includeDeclaration": true }, "newName": "anew",
            });
            let answer = client.ask(&format!("textDocument/{method}"), &params);
            addresses(&answer, &mut found);
        }
    }
    found.sort();
    found.dedup();
    found
}

#[test]
fn what_is_opened_through_a_linked_folder_keeps_its_address() {
    let project = Project::new()
        .file("real/a.yaml", BRIEF)
        .file("real/b.yaml", second())
        .file("real/b.evidence.yaml", "format: 3\nquotes: []\n")
        .file("real/desk.yaml", DESK);
    symlink(project.path("real"), project.path("linked")).unwrap();
    let text = second();
    let mut client = Client::start(&project, "utf-8");
    let own = uri(&project, "linked/b.yaml");
    client.open(&own, &text);
    let expected = ["a.yaml", "b.yaml", "desk.yaml"];
    let expected = expected.map(|name| uri(&project, &format!("linked/{name}")));
    assert_eq!(asked(&mut client, &own, &text), expected);
    // Once a file is open under another address, that is its address.
    let desk = uri(&project, "real/desk.yaml");
    client.open(&desk, DESK);
    let found = asked(&mut client, &own, &text);
    assert_eq!(found, [expected[0].clone(), expected[1].clone(), desk]);
}

#[test]
fn what_stands_beside_a_linked_brief_is_what_is_named() {
    let project = Project::new()
        .file("real/b.yaml", second())
        .file("real/desk.yaml", "voices: {}\n")
        .file("here/a.yaml", BRIEF)
        .file("here/desk.yaml", DESK);
    symlink(project.path("real/b.yaml"), project.path("here/b.yaml")).unwrap();
    let text = second();
    let mut client = Client::start(&project, "utf-8");
    let own = uri(&project, "here/b.yaml");
    client.open(&own, &text);
    let expected = ["a.yaml", "b.yaml", "desk.yaml"];
    let expected = expected.map(|name| uri(&project, &format!("here/{name}")));
    assert_eq!(asked(&mut client, &own, &text), expected);
}

/// Two names of one file are one file to be changed.
#[test]
fn a_file_with_two_names_is_changed_once() {
    let project = Project::new()
        .file("b.yaml", second())
        .file("a.yaml", BRIEF)
        .file("desk.yaml", DESK);
    symlink(project.path("b.yaml"), project.path("0.yaml")).unwrap();
    let text = second();
    let mut client = Client::start(&project, "utf-8");
    let own = uri(&project, "b.yaml");
    client.open(&own, &text);
    let found = asked(&mut client, &own, &text);
    assert!(!found.contains(&uri(&project, "0.yaml")), "{found:?}");
}
