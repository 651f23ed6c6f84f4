//! `brief lsp`, as editors speak to it, and as they should not.

mod actions;
mod client;
mod completion;
mod definition;
mod desk;
mod links;
mod outline;
mod questions;
mod rename;

use serde_json::{Value, json};

use crate::project::{Project, SOUND, doubtful, faulty};
use client::{Client, told, uri};

#[test]
fn what_is_wrong_is_said_as_check_says_it() {
    let text = include_str!("../fixtures/check/unknown-id.yaml");
    let project = Project::new().file("a.yaml", text);
    let mut client = Client::start(&project, "utf-32");
    let problems = client.open(&uri(&project, "a.yaml"), text);
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_brief"))
        .args(["check", "--format", "json"])
        .arg(project.path("a.yaml"))
        .output()
        .unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let expected = report.pointer("/files/0/diagnostics").unwrap();
    let expected: Vec<&Value> = expected.as_array().unwrap().iter().collect();
    assert_eq!(problems.len(), expected.len());
    assert!(!expected.is_empty());
    for (problem, expected) in problems.iter().zip(expected) {
        assert_eq!(problem["code"], expected["code"]);
        let severity = if expected["severity"] == "error" {
            1
        } else {
            2
        };
        assert_eq!(problem["severity"], severity);
        let message = problem["message"].as_str().unwrap();
        assert!(message.starts_with(expected["message"].as_str().unwrap()));
        for help in expected["help"].as_array().unwrap() {
            assert!(message.contains(&format!("\nhelp: {}", help.as_str().unwrap())));
        }
        let one_less = |pointer: &str| expected.pointer(pointer).unwrap().as_u64().unwrap() - 1;
        let place = format!(
            "{} {}:{}-{}:{}",
            expected["code"].as_str().unwrap(),
            one_less("/spans/0/start/line"),
            one_less("/spans/0/start/column"),
            one_less("/spans/0/end/line"),
            one_less("/spans/0/end/column"),
        );
        assert_eq!(told(std::slice::from_ref(problem)), [place]);
    }
    assert_eq!(client.end(), Some(0));
}

#[test]
fn columns_are_counted_as_agreed() {
    let before = "    says: \"🙂 Київ: no US troops will go to Ukraine, he ";
    let text = SOUND.replace(
        "    says: No US troops will go to Ukraine, he said.",
        &format!("{before}claimed.\""),
    );
    let text = text.replace('\n', "\r\n");
    let project = Project::new();
    let letters = |of: fn(char) -> usize| before.chars().map(of).sum::<usize>();
    for (encoding, column) in [
        ("utf-8", letters(char::len_utf8)),
        ("utf-16", letters(char::len_utf16)),
        ("utf-32", letters(|_| 1)),
    ] {
        let column = u32::try_from(column).unwrap();
        let mut client = Client::start(&project, encoding);
        let problems = client.open(&uri(&project, "a.yaml"), &text);
        let expected = format!("loaded-verb 18:{column}-18:{}", column + 7);
        assert!(
            told(&problems).contains(&expected),
            "{expected}: {:?}",
            told(&problems)
        );
        // The same place can be changed by it.
        client.change(
            &uri(&project, "a.yaml"),
            Some([18, column, 18, column + 7]),
            "said",
        );
        assert_eq!(told(&client.problems(&uri(&project, "a.yaml"))), [""; 0]);
    }
}

#[test]
fn unsaved_texts_count_beside_each_other() {
    let brief = SOUND.replace(
        "voices:\n  trump: { name: Donald Trump, role: President of the United States }\n",
        "include: desk.yaml\n",
    );
    let desk = "voices:\n  trump: { name: Donald Trump }\n";
    let project = Project::new()
        .file("a.yaml", &brief)
        .file("desk.yaml", "voices: {}\n");
    let (a, desk_uri) = (uri(&project, "a.yaml"), uri(&project, "desk.yaml"));
    let mut client = Client::start(&project, "utf-16");
    assert_eq!(
        told(&client.open(&a, &brief)),
        ["unknown-id 18:11-18:16", "missing-field 0:0-0:9"]
    );
    // The desk's voices are typed, and not saved.
    client.open_as(&desk_uri, "yaml", desk);
    let problems = client.wait(|message| {
        message.pointer("/params/uri") == Some(&json!(a))
            && message.pointer("/params/diagnostics") == Some(&json!([]))
    });
    assert_eq!(problems["method"], "textDocument/publishDiagnostics");
    // A fault in what is included is shown there.
    client.change(
        &desk_uri,
        None,
        "voices:\n  trump: { nmae: Donald Trump }\n",
    );
    let has_fault = |message: &Value| {
        message.pointer("/params/uri") == Some(&json!(desk_uri))
            && message.to_string().contains("unknown-field")
    };
    client.wait(has_fault);
    // What was typed is given up.
    client.tell(
        "textDocument/didClose",
        &json!({ "textDocument": { "uri": desk_uri } }),
    );
    client.wait(|message| {
        message.pointer("/params/uri") == Some(&json!(a))
            && message.to_string().contains("unknown-id")
    });
}

#[cfg(unix)]
#[test]
fn what_a_link_includes_stands_beside_the_link() {
    let brief = SOUND.replace(
        "voices:\n  trump: { name: Donald Trump, role: President of the United States }\n",
        "include: desk.yaml\n",
    );
    let desk = "voices:\n  trump: { name: Donald Trump }\n";
    let project = Project::new()
        .file("real/a.yaml", &brief)
        .file("real/desk.yaml", desk)
        .file("other/b.txt", "");
    let link = project.path("other/s.yaml");
    std::os::unix::fs::symlink(project.path("real/a.yaml"), link).unwrap();
    let mut client = Client::start(&project, "utf-16");
    let problems = client.open(&uri(&project, "other/s.yaml"), &brief);
    assert!(
        told(&problems)
            .iter()
            .any(|told| told.starts_with("unreadable-include")),
        "{:?}",
        told(&problems)
    );
}

#[test]
fn other_yaml_is_left_alone() {
    let project = Project::new();
    let mut client = Client::start(&project, "utf-16");
    let other = uri(&project, "compose.yaml");
    client.open_as(&other, "yaml", "services:\n  a: [\n");
    let a = uri(&project, "a.yaml");
    client.open(&a, SOUND);
    let published = client.published(&other);
    assert_eq!(published, 0);
    assert_eq!(client.end(), Some(0));
}

#[test]
fn the_last_of_a_burst_is_what_counts() {
    let project = Project::new();
    let mut client = Client::start(&project, "utf-16");
    let a = uri(&project, "a.yaml");
    client.open(&a, SOUND);
    for (at, letter) in (0..).zip("claimed".repeat(30).chars()) {
        client.change(&a, Some([18, 45 + at, 18, 45 + at]), &letter.to_string());
    }
    client.change(&a, None, &doubtful());
    assert_eq!(told(&client.problems(&a)), ["loaded-verb 18:46-18:53"]);
}

#[test]
fn what_is_out_of_order_or_broken_ends_nothing() {
    let project = Project::new();
    let mut client = Client::silent(&project, &[]);
    let early = client.ask("textDocument/hover", &json!({}));
    assert_eq!(early.pointer("/error/code"), Some(&json!(-32002)));
    client.tell("textDocument/didOpen", &json!({ "textDocument": 1 }));
    let answer = client.ask("initialize", &json!({ "capabilities": 1 }));
    assert_eq!(
        answer.pointer("/result/capabilities/positionEncoding"),
        Some(&json!("utf-16"))
    );
    let again = client.ask("initialize", &json!({ "capabilities": {} }));
    assert_eq!(again.pointer("/error/code"), Some(&json!(-32600)));
    client.send_raw(b"Content-Length: 3\r\n\r\n{a}");
    assert_eq!(
        client.answer(&Value::Null).pointer("/error/code"),
        Some(&json!(-32700))
    );
    client.send(&json!({ "id": 99 }));
    assert_eq!(
        client.answer(&json!(99)).pointer("/error/code"),
        Some(&json!(-32600))
    );
    let unknown = client.ask("workspace/unheardOf", &json!({}));
    assert_eq!(unknown.pointer("/error/code"), Some(&json!(-32601)));
    let a = uri(&project, "a.yaml");
    // Changed, saved and closed before it was opened.
    client.change(&a, None, SOUND);
    client.change(&a, Some([9, 9, 3, 3]), "x");
    for method in ["textDocument/didSave", "textDocument/didClose"] {
        client.tell(method, &json!({ "textDocument": { "uri": a } }));
        client.tell(method, &json!([]));
    }
    for params in [json!(null), json!({ "textDocument": {} }), json!("a")] {
        for method in [
            "textDocument/didOpen",
            "textDocument/didChange",
            "$/cancelRequest",
        ] {
            client.tell(method, &params);
        }
    }
    assert_eq!(told(&client.open(&a, &faulty())).len(), 1);
    // A range that no text has, and one that runs backwards.
    client.change(&a, Some([400, 4, 500, 5]), "\n");
    client.change(&a, Some([2, 5, 2, 0]), "topic");
    assert_eq!(told(&client.problems(&a)), [""; 0]);
    assert_eq!(client.end(), Some(0));
}

#[test]
fn who_leaves_without_a_word_is_told_by_the_exit_code() {
    let project = Project::new();
    assert_eq!(Client::start(&project, "utf-8").leave(), Some(1));
    let mut client = Client::start(&project, "utf-8");
    client.tell("exit", &Value::Null);
    assert_eq!(client.leave(), Some(1));
    let mut client = Client::start(&project, "utf-8");
    client.ask("shutdown", &Value::Null);
    let late = client.ask("textDocument/hover", &json!({}));
    assert_eq!(late.pointer("/error/code"), Some(&json!(-32600)));
    assert_eq!(client.leave(), Some(0));
}
