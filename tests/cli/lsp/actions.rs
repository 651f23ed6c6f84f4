//! Edits that do away with faults.

use serde_json::json;

use super::client::{Client, told, uri};
use super::desk::edited;
use crate::project::{Project, SOUND, doubtful};

#[test]
fn actions_for_a_whole_text_are_bounded_and_keep_nobody_waiting() {
    let project = Project::new();
    let claims = (0..60).map(|number| {
        format!("  - id: c{number}\n    says: It will not go, he claimed.\n    voice: trump\n    in: nbc\n    said: {{ date: 2025-08-16 }}\n")
    });
    let text = SOUND.to_owned() + &claims.collect::<String>() + "# " + &"a".repeat(2 << 20);
    let mut client = Client::start(&project, "utf-16");
    let a = uri(&project, "a.yaml");
    let problems = client.open(&a, &text);
    let count = told(&problems)
        .iter()
        .filter(|told| told.starts_with("loaded-verb"))
        .count();
    assert_eq!(count, 60);
    let params = json!({
        "textDocument": { "uri": a }, "context": { "diagnostics": [] },
        "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 99_999, "character": 0 } },
    });
    let actions = client.ask("textDocument/codeAction", &params);
    let found = actions["result"].as_array().unwrap();
    assert!((1..10).contains(&found.len()), "{}", found.len());
}

#[test]
fn what_keeps_a_text_from_being_yaml_is_mended_by_an_action() {
    let project = Project::new();
    let mut client = Client::start(&project, "utf-16");
    for (name, slip) in [("a.yaml", "voice:trump"), ("b.yaml", "voice：trump")] {
        let brief = uri(&project, name);
        let text = SOUND.replace("voice: trump", slip);
        assert_ne!(text, SOUND);
        let problems = client.open(&brief, &text);
        let params = json!({
            "textDocument": { "uri": brief }, "range": problems[0]["range"],
            "context": { "diagnostics": [problems[0]] },
        });
        let actions = client.ask("textDocument/codeAction", &params);
        let changes = actions.pointer("/result/0/edit/changes").unwrap();
        assert_eq!(edited(&text, &changes[&brief]), SOUND, "{slip}");
    }
}

#[test]
fn what_is_meant_is_written_by_an_action() {
    let project = Project::new();
    let mut client = Client::start(&project, "utf-16");
    let a = uri(&project, "a.yaml");
    let brief = doubtful().replace("voice: trump", "voice: trmup");
    let problems = client.open(&a, &brief);
    let mut text = brief.clone();
    for problem in problems.iter().rev() {
        let params = json!({
            "textDocument": { "uri": a }, "range": problem["range"],
            "context": { "diagnostics": [problem] },
        });
        let actions = client.ask("textDocument/codeAction", &params);
        let first = &actions["result"][0];
        assert_eq!(
            told(first["diagnostics"].as_array().unwrap()),
            told(std::slice::from_ref(problem))
        );
        text = edited(&text, &first.pointer("/edit/changes").unwrap()[&a]);
    }
    assert_eq!(text, SOUND);
    let params = json!({
        "textDocument": { "uri": a }, "range": problems[0]["range"],
        "context": { "diagnostics": [], "only": ["refactor"] },
    });
    let none = client.ask("textDocument/codeAction", &params);
    assert_eq!(none["result"], json!([]));
}
