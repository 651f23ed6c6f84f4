//! What can be typed at a place.

use serde_json::{Value, json};

use super::desk::{BRIEF, Desk, typed};
use crate::project::Project;

#[test]
fn ids_are_offered_where_they_belong_with_their_names() {
    let project = Project::new();
    let mut desk = Desk::open(&project, BRIEF);
    for (before, after, expected) in [
        (
            "voice: lindqvist",
            "voice: ‸",
            &["lindqvist", "union-official"][..],
        ),
        (
            "voice: [union-official]",
            "voice: [lindqvist, u‸",
            &["lindqvist", "union-official"],
        ),
        (
            "in: coast-herald",
            "in: ‸",
            &["coast-herald", "radio-north"],
        ),
        (
            "through: coast-herald",
            "through: c‸",
            &["coast-herald", "radio-north"],
        ),
        ("\"on\": reopening-date", "\"on\": ‸", &["reopening-date"]),
        (
            "about: reopening-date",
            "about:\n      - ‸",
            &["reopening-date"],
        ),
        (
            "claims: reopens-in-may",
            "claims: [‸]",
            &["reopens-in-may", "date-not-met"],
        ),
        (
            "in May [@reopens-in-may]",
            "in May [@‸",
            &["reopens-in-may", "date-not-met"],
        ),
        (
            "be met [@date-not-met]",
            "be met [@reopens-in-may; @d‸",
            &["reopens-in-may", "date-not-met"],
        ),
    ] {
        assert_eq!(desk.labels(&typed(before, after)), expected, "{after}");
    }
    let items = desk.completed(&typed("voice: lindqvist", "voice: lin‸"));
    assert_eq!(items[0]["detail"], "Maria Lindqvist");
    assert_eq!(
        items[0].pointer("/textEdit/newText"),
        Some(&json!("lindqvist"))
    );
    // Within a flow list of one line, in the middle of what is no YAML.
    let broken = "claims:\n  - id: a\n    says: \"never closed\n    about: [reopening-date, ‸\n";
    desk.client.change(&desk.uri, None, BRIEF);
    assert_eq!(desk.labels(broken), ["reopening-date"]);
}

#[test]
fn fields_words_and_codes_are_offered_by_their_place() {
    let project = Project::new();
    let mut desk = Desk::open(&project, BRIEF);
    let fields = desk.labels(&typed("    told_to: the Coast Herald", "    ‸"));
    for field in ["told_to", "passage", "quotes", "found_out_by"] {
        assert_eq!(
            fields.contains(&field.to_owned()),
            field != "quotes",
            "{field}: {fields:?}"
        );
    }
    let items = desk.completed(&typed("    stance: supports", "    stance: ‸"));
    assert_eq!(items.len(), 11);
    assert!(items[0].pointer("/documentation/value").is_some());
    let kinds = desk.labels(&typed("kind: [full]", "kind: [‸]"));
    assert!(kinds.contains(&"fragment".to_owned()), "{kinds:?}");
    let codes = desk.labels(&typed("edition: 1\n", "edition: 1\nallow:\n  - rule: ‸\n"));
    assert!(codes.contains(&"loaded-verb".to_owned()), "{codes:?}");
    let locators = desk.labels(&typed("    told_to: the Coast Herald", "    at: { p‸"));
    assert!(locators.contains(&"page".to_owned()), "{locators:?}");
    // In the middle of a sentence there is nothing to choose.
    assert!(
        desk.labels(&typed("says: The quay", "says: The quay ‸"))
            .is_empty()
    );
}

#[test]
fn quotes_are_completed_from_the_snapshot_of_their_source() {
    let page = "<p>“It’s late: we will wait,” said Director Lindqvist. Nobody else spoke.</p>";
    let project = Project::new().file("snapshots/coast-herald.html", page);
    let mut desk = Desk::open(&project, BRIEF);
    let quote = typed(
        "- text: We will have ships at the east quay in the first week of May.",
        "- text: it’s la‸",
    );
    let items = desk.completed(&quote);
    assert_eq!(items.len(), 1, "{items:?}");
    assert_eq!(items[0]["label"], "It’s late: we will wait");
    assert_eq!(items[0]["detail"], "coast-herald.html");
    let written = items[0].pointer("/textEdit/newText").unwrap();
    assert_eq!(written, "'It’s late: we will wait'");
    assert!(desk.labels(&quote.replace("it’s la", "it’s ea")).is_empty());
}

#[test]
fn claims_are_offered_in_running_text_alone() {
    let project = Project::new();
    let mut desk = Desk::open(&project, BRIEF);
    for before in [
        "# see [@‸\n",
        "title: a # see [@‸\n",
        "title: \"a\" # see [@‸\n",
        "url: https://a.org/[@‸\n",
        "\"url\": https://a.org/[@‸\n",
        "method: see https://a.org/[@‸\n",
        "topic: a [@‸\n",
    ] {
        let text = BRIEF.to_owned() + before;
        assert!(desk.labels(&text).is_empty(), "{before}");
    }
    for before in [
        "method: \"see #1 [@‸\n",
        "method: >-\n  see\n  #1 [@‸\n",
        "method: see a#b [@‸\n",
    ] {
        let text = BRIEF.to_owned() + before;
        assert!(!desk.labels(&text).is_empty(), "{before}");
    }
}

#[test]
fn one_more_claim_is_cited_with_its_mark() {
    let project = Project::new();
    let mut desk = Desk::open(&project, BRIEF);
    for (after, expected) in [
        ("be met [@reopens-in-may; ‸", "@date-not-met"),
        ("be met [@reopens-in-may, ‸", "@date-not-met"),
        ("be met [@reopens-in-may;‸", "@date-not-met"),
        ("be met [@reopens-in-may; @‸", "date-not-met"),
    ] {
        let items = desk.completed(&typed("be met [@date-not-met]", after));
        let mut items = items.iter();
        let item = items.find(|item| item["label"] == "date-not-met");
        let item = item.unwrap_or_else(|| panic!("{after}"));
        assert_eq!(
            item.pointer("/textEdit/newText").unwrap(),
            expected,
            "{after}"
        );
    }
}

#[test]
fn files_are_offered_where_they_are_looked_for() {
    let project = Project::new()
        .file("a.yaml", BRIEF)
        .file("before.yaml", BRIEF)
        .file("desk voices.yaml", "voices: {}\nsources: {}\n")
        .file("before.evidence.yaml", "format: 3\nquotes: []\n")
        .file("compose.yaml", "services: {}\n")
        .file("folder/inner.yaml", BRIEF)
        .file("snapshots/coast-herald.html", "<p>a</p>")
        .file("snapshots/coast-herald.html.capture.yaml", "a: b\n");
    let mut desk = Desk::open(&project, BRIEF);
    for (marked, expected) in [
        ("edition: 2\nprevious: ‸\n", "before.yaml"),
        ("edition: 2\nprevious: b‸\n", "before.yaml"),
        ("edition: 1\ninclude: [‸]\n", "\"desk voices.yaml\""),
        ("edition: 1\ninclude:\n  - ‸\n", "\"desk voices.yaml\""),
    ] {
        let items = desk.completed(&typed("edition: 1\n", marked));
        let written: Vec<&Value> = items
            .iter()
            .map(|item| item.pointer("/textEdit/newText").unwrap())
            .collect();
        assert_eq!(written, [expected], "{marked}");
    }
    let marked = typed("  coast-herald:\n", "  coast-herald:\n    snapshot: ‸\n");
    assert_eq!(desk.labels(&marked), ["coast-herald.html"]);
}
