//! The outline of a text, its folds, and what is said above quotes.

use serde_json::json;

use super::desk::{BRIEF, Desk};
use crate::project::{Project, SOUND};

#[test]
fn a_text_has_an_outline_and_folds() {
    let project = Project::new();
    let mut desk = Desk::open(&project, BRIEF);
    let params = json!({ "textDocument": { "uri": desk.uri } });
    let outline = desk.client.ask("textDocument/documentSymbol", &params);
    let sections = outline["result"].as_array().unwrap();
    let names: Vec<&str> = sections
        .iter()
        .map(|one| one["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "title",
            "bottom_line",
            "voices",
            "sources",
            "issues",
            "claims",
            "positions",
            "events",
            "tensions",
            "gaps"
        ]
    );
    let title = sections[0].pointer("/children/0/name").unwrap();
    assert!(
        title
            .as_str()
            .unwrap()
            .starts_with("Harbour authority says")
    );
    let claims = sections[5]["children"].as_array().unwrap();
    assert_eq!(claims[1]["name"], "date-not-met");
    assert_eq!(
        claims[1]["detail"],
        "The date cannot be met: two cranes are still missing."
    );
    let folds = desk.client.ask("textDocument/foldingRange", &params);
    assert!(folds["result"].as_array().unwrap().len() > 10);
}

#[test]
fn each_quote_says_what_was_found() {
    let brief = SOUND.replace(
        "    said:",
        "    quotes:\n      - text: No troops will go there.\n    said:",
    );
    let lock = "format: 2\nquotes: []\n";
    let project = Project::new()
        .file("a.yaml", &brief)
        .file("a.evidence.yaml", lock);
    let mut desk = Desk::open(&project, &brief);
    let params = json!({ "textDocument": { "uri": desk.uri } });
    let lenses = desk.client.ask("textDocument/codeLens", &params);
    let lenses = lenses["result"].as_array().unwrap();
    assert_eq!(lenses.len(), 1);
    assert_eq!(lenses[0].pointer("/range/start/line"), Some(&json!(22)));
    assert!(
        lenses[0]
            .pointer("/command/title")
            .unwrap()
            .as_str()
            .unwrap()
            .contains("not")
    );
}
