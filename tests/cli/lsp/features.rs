//! What a writer asks of the language server: what can stand here, what is this, where is it, call it
//! something else, mend it.

use serde_json::{Value, json};

use super::client::{Client, told, uri};
use crate::project::{Project, SOUND, doubtful};

const BRIEF: &str = include_str!("../../fixtures/minimal.yaml");
/// Marks the cursor.
const CURSOR: char = '‸';

/// An open brief, and a cursor in it.
struct Desk {
    client: Client,
    uri: String,
}

impl Desk {
    #[track_caller]
    fn open(project: &Project, text: &str) -> Self {
        let mut client = Client::start(project, "utf-16");
        let uri = uri(project, "a.yaml");
        client.open(&uri, text);
        Self { client, uri }
    }

    /// Types a text with a cursor, and asks about its place.
    #[track_caller]
    fn ask(&mut self, method: &str, marked: &str, more: &Value) -> Value {
        let before: Vec<&str> = marked.split(CURSOR).next().unwrap().split('\n').collect();
        let column = before.last().unwrap().encode_utf16().count();
        self.client
            .change(&self.uri, None, &marked.replace(CURSOR, ""));
        let mut params = json!({
            "textDocument": { "uri": self.uri },
            "position": { "line": before.len() - 1, "character": column },
        });
        let fields = params.as_object_mut().unwrap();
        fields.extend(more.as_object().unwrap().clone());
        self.client.ask(&format!("textDocument/{method}"), &params)
    }

    #[track_caller]
    fn completed(&mut self, marked: &str) -> Vec<Value> {
        let answer = self.ask("completion", marked, &json!({}));
        let items = answer
            .pointer("/result/items")
            .unwrap_or_else(|| panic!("{answer}"));
        items.as_array().unwrap().clone()
    }

    #[track_caller]
    fn labels(&mut self, marked: &str) -> Vec<String> {
        let items = self.completed(marked);
        let label = |item: &Value| item["label"].as_str().unwrap().to_owned();
        items.iter().map(label).collect()
    }
}

/// Puts a cursor behind the first of a text, which may be replaced.
fn typed(before: &str, after: &str) -> String {
    assert!(BRIEF.contains(before), "{before}");
    BRIEF.replacen(before, after, 1)
}

/// Makes edits of the file at an address, the last first.
fn edited(text: &str, edits: &Value) -> String {
    let mut text = text.to_owned();
    let starts: Vec<usize> = std::iter::once(0)
        .chain(text.match_indices('\n').map(|(at, _)| at + 1))
        .collect();
    let byte = |point: &Value, text: &str| {
        let line = usize::try_from(point["line"].as_u64().unwrap()).unwrap();
        let column = usize::try_from(point["character"].as_u64().unwrap()).unwrap();
        let rest = text.get(starts[line]..).unwrap();
        let units = rest.char_indices().scan(0, |units, (at, c)| {
            let before = *units;
            *units += c.len_utf16();
            Some((before, at))
        });
        let at = units.into_iter().find(|(before, _)| *before == column);
        starts[line] + at.map_or(rest.len(), |(_, at)| at)
    };
    let mut edits: Vec<(usize, usize, String)> = edits
        .as_array()
        .unwrap()
        .iter()
        .map(|edit| {
            let at = |pointer| byte(edit.pointer(pointer).unwrap(), &text);
            let new = edit["newText"].as_str().unwrap().to_owned();
            (at("/range/start"), at("/range/end"), new)
        })
        .collect();
    edits.sort();
    for (start, end, new) in edits.into_iter().rev() {
        text.replace_range(start..end, &new);
    }
    text
}

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
fn what_an_id_is_of_is_found_and_explained() {
    let project = Project::new();
    let mut desk = Desk::open(&project, BRIEF);
    let line_of = |text: &str| BRIEF.split(text).next().unwrap().matches('\n').count();
    for (cursor, definition) in [
        ("voice: lind‸qvist", "  lindqvist:"),
        ("in: coast‸-herald", "  coast-herald:"),
        ("about: [reopening‸-date]", "  reopening-date:"),
        (
            "between: [reopens-in-may, date-not‸-met]",
            "  - id: date-not-met",
        ),
        ("be met [@‸date-not-met]", "  - id: date-not-met"),
    ] {
        let marked = typed(&cursor.replace(CURSOR, ""), cursor);
        let found = desk.ask("definition", &marked, &json!({}));
        let line = found.pointer("/result/range/start/line").unwrap();
        assert_eq!(line, line_of(definition), "{cursor}");
        let hover = desk.ask("hover", &marked, &json!({}));
        assert!(
            hover.pointer("/result/contents/value").is_some(),
            "{cursor}: {hover}"
        );
    }
    let hover = |desk: &mut Desk, marked: &str| {
        let told = desk.ask("hover", marked, &json!({}));
        told.pointer("/result/contents/value")
            .unwrap()
            .as_str()
            .unwrap()
            .to_owned()
    };
    let claim = hover(
        &mut desk,
        &typed("- id: date-not-met", "- id: date-‸not-met"),
    );
    for part in [
        "**C2** The date cannot be met",
        "Radio North → Coast Herald",
        "third‑hand",
    ] {
        assert!(claim.contains(part), "{part}: {claim}");
    }
    let voice = hover(&mut desk, &typed("voice: lindqvist", "voice: lind‸qvist"));
    let expected = "**Maria Lindqvist**\n\nDirector of the harbour authority.\n\n`lindqvist`";
    assert_eq!(voice, expected);
    let field = hover(&mut desk, &typed("told_to: the", "told‸_to: the"));
    assert!(field.contains("To whom it was said."), "{field}");
    let word = hover(&mut desk, &typed("stance: supports", "stance: supp‸orts"));
    assert!(word.starts_with("`supports`: "), "{word}");
    let code = "edition: 1\nallow: [{ rule: loaded‸-verb, reason: a }]\n";
    let code = hover(&mut desk, &typed("edition: 1\n", code));
    assert!(code.starts_with("# loaded-verb: "), "{code}");
    // Also while something else is no YAML.
    desk.client.change(&desk.uri, None, BRIEF);
    desk.client.problems(&desk.uri);
    let broken = typed("voice: lindqvist", "voice: lind‸qvist") + "gaps: \"never closed\n";
    let found = desk.ask("definition", &broken, &json!({}));
    assert_eq!(
        found.pointer("/result/range/start/line").unwrap(),
        line_of("  lindqvist:")
    );
}

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

#[track_caller]
fn changes(answer: &Value) -> Value {
    let changes = answer.pointer("/result/changes");
    changes.unwrap_or_else(|| panic!("{answer}")).clone()
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
fn a_place_of_an_earlier_text_is_no_place_of_this_one() {
    let project = Project::new();
    let mut desk = Desk::open(&project, SOUND);
    for _ in 0..3 {
        for comment in ["# a\n", "# b\n", ""] {
            desk.client
                .change(&desk.uri, None, &(SOUND.to_owned() + comment));
        }
        // The voice of the claim, and then what stands there is the source.
        let params = json!({
            "textDocument": { "uri": desk.uri },
            "position": { "line": 19, "character": 13 }, "newName": "zzz",
        });
        let ids = ["rename", "hover", "definition", "references"].map(|method| {
            desk.client
                .begin(&format!("textDocument/{method}"), &params)
        });
        desk.client.change(&desk.uri, Some([19, 0, 20, 0]), "");
        for id in ids {
            let answer = desk.client.answer(&json!(id));
            // Whoever was quick enough answered of what was asked.
            let is_past = answer.pointer("/error/code") == Some(&json!(-32801));
            assert!(
                is_past
                    || !answer.to_string().contains("nbc") && !answer.to_string().contains("NBC"),
                "{answer}"
            );
            let edits = answer
                .pointer("/result/changes")
                .map(|all| all[&desk.uri].clone());
            if let Some(edits) = edits {
                assert!(edited(SOUND, &edits).contains("voice: zzz"), "{answer}");
            }
        }
    }
}

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

#[test]
fn claims_are_not_offered_in_comments_and_addresses() {
    let project = Project::new();
    let mut desk = Desk::open(&project, BRIEF);
    for before in ["# see [@‸\n", "url: https://a.org/[@‸\n"] {
        let text = BRIEF.to_owned() + before;
        assert!(desk.labels(&text).is_empty(), "{before}");
    }
}

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

#[test]
fn a_question_that_is_cancelled_is_answered_so_or_in_full() {
    let project = Project::new();
    let mut desk = Desk::open(&project, BRIEF);
    for _ in 0..20 {
        desk.client.change(&desk.uri, None, BRIEF);
        let params = json!({
            "textDocument": { "uri": desk.uri }, "position": { "line": 1, "character": 1 },
        });
        let id = desk.client.begin("textDocument/hover", &params);
        desk.client.tell("$/cancelRequest", &json!({ "id": id }));
        let answer = desk.client.answer(&json!(id));
        let code = answer.pointer("/error/code");
        assert!(code.is_none_or(|code| *code == json!(-32800)), "{answer}");
    }
    assert_eq!(desk.client.end(), Some(0));
}

#[test]
fn no_question_fails_anywhere() {
    let project = Project::new();
    let mut desk = Desk::open(&project, BRIEF);
    let byte_steps = BRIEF.char_indices().step_by(97);
    let places: Vec<usize> = byte_steps.map(|(at, _)| at).collect();
    for at in places {
        for method in [
            "hover",
            "definition",
            "completion",
            "prepareRename",
            "references",
        ] {
            let (before, after) = BRIEF.split_at(at);
            let marked = format!("{before}{CURSOR}{after}");
            let answer = desk.ask(method, &marked, &json!({}));
            assert!(answer.get("error").is_none(), "{method} {at}: {answer}");
        }
    }
}
