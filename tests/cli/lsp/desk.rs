//! A desk at which a test writes, and asks about the place of its cursor.

use serde_json::{Value, json};

use super::client::{Client, uri};
use crate::project::Project;

pub(super) const BRIEF: &str = include_str!("../../fixtures/minimal.yaml");
/// Marks the cursor.
pub(super) const CURSOR: char = '‸';

/// An open brief, and a cursor in it.
pub(super) struct Desk {
    pub(super) client: Client,
    pub(super) uri: String,
}

impl Desk {
    #[track_caller]
    pub(super) fn open(project: &Project, text: &str) -> Self {
        let mut client = Client::start(project, "utf-16");
        let uri = uri(project, "a.yaml");
        client.open(&uri, text);
        Self { client, uri }
    }

    /// Types a text with a cursor, and asks about its place.
    #[track_caller]
    pub(super) fn ask(&mut self, method: &str, marked: &str, more: &Value) -> Value {
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
    pub(super) fn completed(&mut self, marked: &str) -> Vec<Value> {
        let answer = self.ask("completion", marked, &json!({}));
        let items = answer
            .pointer("/result/items")
            .unwrap_or_else(|| panic!("{answer}"));
        items.as_array().unwrap().clone()
    }

    #[track_caller]
    pub(super) fn labels(&mut self, marked: &str) -> Vec<String> {
        let items = self.completed(marked);
        let label = |item: &Value| item["label"].as_str().unwrap().to_owned();
        items.iter().map(label).collect()
    }
}

/// Puts a cursor behind the first of a text, which may be replaced.
pub(super) fn typed(before: &str, after: &str) -> String {
    assert!(BRIEF.contains(before), "{before}");
    BRIEF.replacen(before, after, 1)
}

/// Makes edits of the file at an address, the last first.
pub(super) fn edited(text: &str, edits: &Value) -> String {
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

#[track_caller]
pub(super) fn changes(answer: &Value) -> Value {
    let changes = answer.pointer("/result/changes");
    changes.unwrap_or_else(|| panic!("{answer}")).clone()
}
