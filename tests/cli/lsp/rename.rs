//! Another id for a voice, a source or a claim, in all files that know it.

use serde_json::{Value, json};

use super::client::uri;
use super::desk::{BRIEF, Desk, changes, edited};
use crate::project::{Project, SOUND};

const SHARED: &str =
    "voices:\n  lindqvist: { name: Maria Lindqvist }\n  other: { group: Others, one_of: [] }\n";
const LOCK: &str = "format: 2\nquotes:\n- claim: reopens-in-may\n  text: reopens-in-may\n";

/// Returns two editions of a brief that includes a file, and a project that has them, and another.
fn editions() -> (String, String, Project) {
    let voice = "  lindqvist:\n    name: Maria Lindqvist\n    role: Director of the harbour authority\n    side: authority\n";
    let first = BRIEF.replace(voice, "");
    let first = first.replace("edition: 1\n", "edition: 1\ninclude: desk.yaml\n");
    let second = first.replace("edition: 1\n", "edition: 2\nprevious: a.yaml\n");
    let second = second.replace("as_of: 2025-03-14", "as_of: 2025-03-15");
    let project = Project::new()
        .file("a.yaml", &first)
        .file("b.yaml", &second)
        .file("c.yaml", BRIEF)
        .file("a.evidence.yaml", LOCK)
        .file("desk.yaml", SHARED);
    (first, second, project)
}

#[test]
fn a_claim_is_renamed_in_its_editions_and_its_lock() {
    let (first, second, project) = editions();
    let mut desk = Desk::open(&project, &first);
    let marked = first.replacen("- id: reopens-in-may", "- id: reopens-‸in-may", 1);
    let prepared = desk.ask("prepareRename", &marked, &json!({}));
    let placeholder = prepared.pointer("/result/placeholder");
    assert_eq!(placeholder, Some(&json!("reopens-in-may")));
    let renamed = changes(&desk.ask("rename", &marked, &json!({ "newName": "opens" })));
    assert_eq!(renamed.as_object().unwrap().len(), 3);
    for (name, text, expected) in [
        (
            "a.yaml",
            first.as_str(),
            first.replace("reopens-in-may", "opens"),
        ),
        ("b.yaml", &second, second.replace("reopens-in-may", "opens")),
        (
            "a.evidence.yaml",
            LOCK,
            LOCK.replace("claim: reopens-in-may", "claim: opens"),
        ),
    ] {
        let all = edited(text, &renamed[uri(&project, name)]);
        assert_eq!(all, expected, "{name}");
    }
    let nowhere = first.replacen("topic: E", "topic: ‸E", 1);
    let nowhere = desk.ask("prepareRename", &nowhere, &json!({}));
    assert_eq!(nowhere["result"], Value::Null);
}

#[test]
fn a_voice_that_is_shared_is_renamed_in_all_that_share_it() {
    let (first, _, project) = editions();
    let mut desk = Desk::open(&project, &first);
    let marked = first.replacen("voice: lindqvist", "voice: lindqvist‸", 1);
    let renamed = changes(&desk.ask("rename", &marked, &json!({ "newName": "director" })));
    let files: Vec<&String> = renamed.as_object().unwrap().keys().collect();
    let expected = ["a.yaml", "b.yaml", "desk.yaml"].map(|name| uri(&project, name));
    assert_eq!(files, expected.iter().collect::<Vec<_>>());
    let shared = edited(SHARED, &renamed[uri(&project, "desk.yaml")]);
    assert_eq!(shared, SHARED.replace("lindqvist:", "director:"));
    let context = json!({ "context": { "includeDeclaration": true } });
    let all = desk.ask("references", &marked, &context);
    assert_eq!(all["result"].as_array().unwrap().len(), 5);
    // What cannot be is refused, with the reason.
    for (name, why) in [("Two words", "is no id"), ("union-official", "is taken")] {
        let refused = desk.ask("rename", &marked, &json!({ "newName": name }));
        let message = refused.pointer("/error/message").unwrap().as_str().unwrap();
        assert!(message.contains(why), "{message}");
    }
}

#[test]
fn what_would_break_a_brief_is_no_new_name() {
    let project = Project::new();
    let text = SOUND.replace("    in: nbc", "    in: [nbc, ghost]");
    let mut desk = Desk::open(&project, &text);
    let marked = text.replacen("  nbc:", "  n‸bc:", 1);
    for (name, why) in [
        ("null", "is no text"),
        ("true", "is no text"),
        ("no", "is no text"),
        // It is used, and not defined: two would be one.
        ("ghost", "is taken"),
    ] {
        let refused = desk.ask("rename", &marked, &json!({ "newName": name }));
        let message = refused.pointer("/error/message").and_then(Value::as_str);
        assert!(message.is_some_and(|told| told.contains(why)), "{refused}");
    }
}

#[test]
fn a_rename_in_a_large_folder_is_whole_or_refused() {
    let mut project = Project::new().file("a.yaml", SOUND);
    for number in 0..1_001 {
        project = project.file(&format!("0-{number}.evidence.yaml"), "format: 3\n");
    }
    let mut desk = Desk::open(&project, SOUND);
    let marked = SOUND.replacen("  nbc:", "  n‸bc:", 1);
    let renamed = changes(&desk.ask("rename", &marked, &json!({ "newName": "news" })));
    let all = edited(SOUND, &renamed[&desk.uri]);
    assert_eq!(
        all,
        SOUND
            .replace("nbc:", "news:")
            .replace("in: nbc", "in: news")
    );
    for number in 0..1_001 {
        project = project.file(&format!("0-{number}.yaml"), "a: 1\n");
    }
    let refused = desk.ask("rename", &marked, &json!({ "newName": "news" }));
    let message = refused.pointer("/error/message").and_then(Value::as_str);
    assert!(
        message.is_some_and(|told| told.contains("more than 1000 files")),
        "{refused}"
    );
}

#[test]
fn a_source_keeps_the_snapshot_that_its_id_finds() {
    let project = Project::new().file("snapshots/nbc.txt", "No troops.");
    let mut desk = Desk::open(&project, SOUND);
    let marked = SOUND.replacen("  nbc:", "  n‸bc:", 1);
    let refused = desk.ask("rename", &marked, &json!({ "newName": "news" }));
    let message = refused.pointer("/error/message").and_then(Value::as_str);
    assert!(
        message.is_some_and(|told| told.contains("snapshot: nbc.txt")),
        "{refused}"
    );
    let named = marked.replace("    publisher:", "    snapshot: nbc.txt\n    publisher:");
    let renamed = changes(&desk.ask("rename", &named, &json!({ "newName": "news" })));
    assert_eq!(renamed[&desk.uri].as_array().unwrap().len(), 2);
}
