//! `brief mcp`: an assistant that drafts, with the same compiler, and no way to write or to look elsewhere.

#[cfg(unix)]
mod outside;

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};

use crate::project::{Project, SOUND, doubtful, faulty};

const SNAPSHOT: &str = "“No troops will go there,” he said. “The door stays open for talks.”\n";

/// Returns a folder with a brief that has a quote, its source's snapshot, and no lock.
fn desk() -> Project {
    let quote = "    quotes:\n      - { text: No troops will go there, kind: [fragment] }\n";
    Project::new()
        .file("content/a.yaml", format!("{SOUND}{quote}"))
        .file("content/doubtful.yaml", format!("{}{quote}", doubtful()))
        .file("snapshots/nbc.txt", SNAPSHOT)
}

/// Opens a session in a folder, sends the requests, and returns what came of each.
fn ask(project: &Project, arguments: &str, requests: &[(&str, Value)]) -> Vec<Value> {
    let opening = json!({
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": { "name": "test", "version": "1" },
    });
    let mut lines = vec![
        json!({ "jsonrpc": "2.0", "id": 0, "method": "initialize", "params": opening }),
        json!({ "jsonrpc": "2.0", "method": "notifications/initialized" }),
    ];
    for (number, (method, params)) in requests.iter().enumerate() {
        let id = number + 1;
        lines.push(json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
    }
    let lines: Vec<String> = lines.iter().map(Value::to_string).collect();
    let lines = lines.join("\n") + "\n";
    let run = project.pipe(lines, &format!("mcp {arguments}")).code(0);
    let output = run.get_output();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let said = String::from_utf8(output.stdout.clone()).unwrap();
    let answers = said
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let answers: BTreeMap<u64, Value> = answers
        .map(|answer| (answer["id"].as_u64().unwrap(), answer))
        .collect();
    assert_eq!(answers.len(), requests.len() + 1, "{said}");
    answers.into_values().skip(1).collect()
}

/// Calls tools, and returns their results.
fn call(project: &Project, arguments: &str, calls: &[(&str, Value)]) -> Vec<Value> {
    let requests = calls.iter().map(|(tool, arguments)| {
        let params = json!({ "name": tool, "arguments": arguments });
        ("tools/call", params)
    });
    let answers = ask(project, arguments, &requests.collect::<Vec<_>>());
    answers
        .into_iter()
        .map(|mut answer| {
            assert!(answer["error"].is_null(), "{answer}");
            answer["result"].take()
        })
        .collect()
}

fn text(result: &Value) -> &str {
    result["content"][0]["text"].as_str().unwrap()
}

/// Returns all files and their texts.
fn files(project: &Project) -> Vec<(String, String)> {
    let files = project.files().into_iter();
    files.map(|file| (project.read(&file), file)).collect()
}

#[test]
fn every_tool_answers_as_its_schema_says_and_writes_nothing() {
    let desk = desk();
    let before = files(&desk);
    let path = json!({ "path": "content/doubtful.yaml" });
    let tools = ask(&desk, "", &[("tools/list", json!({}))]).remove(0);
    let tools = tools["result"]["tools"].as_array().unwrap().clone();
    let calls = ["check", "verify", "origins", "coverage"].map(|tool| (tool, path.clone()));
    let results = call(&desk, "", &calls);
    for ((name, _), result) in calls.iter().zip(&results) {
        assert_eq!(result["isError"], false, "{result}");
        let tool = tools.iter().find(|tool| tool["name"] == *name).unwrap();
        let schema = jsonschema::validator_for(&tool["outputSchema"]).unwrap();
        let faults: Vec<String> = schema
            .iter_errors(&result["structuredContent"])
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert_eq!(faults, [""; 0], "{name}");
    }
    assert!(
        text(&results[0]).contains("warning[loaded-verb]"),
        "{}",
        results[0]
    );
    assert_eq!(
        results[1]["structuredContent"]["sources"][0]["found"][0]["now"],
        "there"
    );
    assert!(
        text(&results[2]).contains("Trump → NBC News → this brief"),
        "{}",
        results[2]
    );
    assert_eq!(results[3]["structuredContent"]["sentences"]["all"], 2);
    assert_eq!(files(&desk), before);
}

#[test]
fn a_schema_and_codes_are_told() {
    let desk = desk();
    let results = call(
        &desk,
        "",
        &[
            ("schema", json!({})),
            ("schema", json!({ "shared": true })),
            ("explain", json!({ "code": "loaded-verb" })),
            ("explain", json!({})),
            ("explain", json!({ "code": "loadde-verb" })),
        ],
    );
    let schema: Value = serde_json::from_str(text(&results[0])).unwrap();
    assert!(schema["properties"]["claims"].is_object());
    assert_ne!(text(&results[0]), text(&results[1]));
    assert!(text(&results[2]).contains("loaded-verb"));
    assert!(text(&results[3]).lines().count() > 50);
    assert_eq!(results[4]["isError"], true);
    assert!(text(&results[4]).contains("did you mean `brief explain loaded-verb`?"));
}

#[test]
fn a_text_that_is_not_saved_is_checked_with_what_stands_beside_it() {
    let desk = desk();
    desk.run("verify --snapshots snapshots --day 2026-11-23")
        .code(0);
    let saved = desk.read("content/a.yaml");
    let changed = saved.replace("No troops will go there", "No troops will be there");
    let results = call(
        &desk,
        "",
        &[
            ("check", json!({ "path": "content/a.yaml", "text": saved })),
            (
                "check",
                json!({ "path": "content/a.yaml", "text": changed }),
            ),
            (
                "verify",
                json!({ "path": "content/a.yaml", "text": changed }),
            ),
            (
                "check",
                json!({ "path": "content/new.yaml", "text": SOUND }),
            ),
            ("check", json!({ "text": faulty() })),
            ("check", json!({ "text": doubtful() })),
            (
                "check",
                json!({ "text": doubtful(), "deny_warnings": true }),
            ),
            ("origins", json!({ "text": faulty() })),
        ],
    );
    let severity = |index: usize| {
        results[index]["structuredContent"]["files"][0]["diagnostics"][0]["severity"].as_str()
    };
    let codes = |index: usize| text(&results[index]);
    assert_eq!(codes(0), "no problems in content/a.yaml\n");
    assert!(codes(1).contains("error[changed-quote]"), "{}", codes(1));
    assert!(
        codes(2).contains("No troops will [-be-] {+go+} there"),
        "{}",
        codes(2)
    );
    assert_eq!(codes(3), "no problems in content/new.yaml\n");
    assert!(codes(4).contains("<text>:3:1"), "{}", codes(4));
    assert_eq!([severity(5), severity(6)], [Some("warning"), Some("error")]);
    // A check that finds something has done its work; another tool can say nothing of a faulty brief.
    assert_eq!(results[4]["isError"], false);
    assert_eq!(results[7]["isError"], true);
    assert!(codes(7).contains("unknown-field"), "{}", codes(7));
}

#[test]
fn arguments_that_say_nothing_are_told_in_results() {
    let results = call(
        &desk(),
        "",
        &[
            ("check", json!({})),
            ("check", json!({ "pth": "content/a.yaml" })),
            ("check", json!({ "path": "content/b.yaml" })),
            ("check", json!({ "path": "content" })),
            (
                "verify",
                json!({ "path": "content/a.yaml", "snapshots": "nowhere" }),
            ),
            (
                "coverage",
                json!({ "path": "content/a.yaml", "sources": ["cnn"] }),
            ),
            (
                "check",
                json!({ "text": format!("{SOUND}include: [desk.yaml]\n") }),
            ),
        ],
    );
    let expected = [
        "no brief is named",
        "unknown field `pth`",
        "did you mean `content/a.yaml`?",
        "`content` is no file",
        "`nowhere` is no folder of snapshots",
        "name one of nbc",
        "the text has no folder: give its path",
    ];
    for (result, expected) in results.iter().zip(expected) {
        assert!(text(result).contains(expected), "{expected}: {result}");
    }
    assert!(results[..6].iter().all(|result| result["isError"] == true));
    let unknown = json!({ "name": "build", "arguments": {} });
    let answers = ask(&desk(), "", &[("tools/call", unknown)]);
    assert_eq!(answers[0]["error"]["code"], -32602);
}

#[test]
#[cfg(unix)]
fn nothing_elsewhere_is_read_or_told_of_unless_that_folder_is_named() {
    use std::os::unix::fs::symlink;

    let desk = desk();
    let elsewhere = Project::new()
        .file("secret.yaml", "password: hunter2\n")
        .file("nbc.txt", SNAPSHOT);
    let outside = elsewhere.path("");
    let file = outside.join("secret.yaml");
    symlink(&file, desk.path("content/link.yaml")).unwrap();
    symlink(&outside, desk.path("linked")).unwrap();
    fs::create_dir(desk.path("mixed")).unwrap();
    symlink(outside.join("nbc.txt"), desk.path("mixed/nbc.txt")).unwrap();
    let check = |path: &str| ("check", json!({ "path": path }));
    let verify = |folder: &str| {
        (
            "verify",
            json!({ "path": "content/a.yaml", "snapshots": folder }),
        )
    };
    let calls = [
        check(file.to_str().unwrap()),
        check(outside.join("none.yaml").to_str().unwrap()),
        check("content/link.yaml"),
        check("../secret.yaml"),
        check("none/../../secret.yaml"),
        check("linked/secret.yaml"),
        verify(outside.to_str().unwrap()),
        verify("linked"),
        verify("mixed"),
    ];
    let results = call(&desk, "", &calls);
    for (call, result) in calls.iter().zip(&results) {
        assert_eq!(result["isError"], true, "{call:?}");
        let told = text(result);
        assert!(
            told.contains("outside of what the assistant may have read"),
            "{call:?}: {told}"
        );
        assert!(!told.contains("hunter2"));
    }
    let allowed = call(&desk, &format!(". {}", outside.display()), &calls);
    assert!(
        text(&allowed[0]).contains("unknown-field"),
        "{}",
        allowed[0]
    );
    assert_eq!(allowed[8]["isError"], false, "{}", allowed[8]);
    // Relative paths begin in the folder that is named, whatever starts the server where.
    let folder = desk.path("");
    let calls = [check("content/a.yaml"), check(file.to_str().unwrap())];
    let named = call(&elsewhere, folder.to_str().unwrap(), &calls);
    assert!(
        text(&named[0]).starts_with("no problems in "),
        "{}",
        named[0]
    );
    assert_eq!(named[1]["isError"], true, "{}", named[1]);
}

#[test]
fn a_text_as_large_as_a_brief_may_be_is_answered_however_it_is_written() {
    let opening = r#"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}"#;
    // Twenty megabytes, for a comment of three.
    let text = "\\u0041".repeat(7 << 19);
    let call = format!(
        r##"{{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{{"name":"check","arguments":{{"text":"# {text}"}}}}}}"##
    );
    let run = desk().pipe(format!("{opening}\n{call}\n"), "mcp").code(0);
    let said = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
    assert!(
        said.lines()
            .any(|line| line.contains(r#""id":1"#) && line.contains("missing-field")),
        "{said}"
    );
}

#[test]
fn what_speaks_no_protocol_is_told_on_standard_error() {
    let desk = desk();
    desk.pipe("", "mcp").code(0);
    desk.pipe("format: 1\n", "mcp").code(0);
    desk.run("mcp nowhere").code(2);
    desk.run("mcp content/a.yaml").code(2);
    #[cfg(unix)]
    desk.run("mcp /").code(2);
}
