//! Questions that are cancelled, come late, or are about any place.

use serde_json::json;

use super::desk::{BRIEF, CURSOR, Desk, edited};
use crate::project::{Project, SOUND};

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
