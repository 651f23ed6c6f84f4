//! What editors are told: that edits do away with faults, and that ids are found wherever they stand.

mod actions;
mod layouts;
mod layouts_written;
mod slips;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use brief::diagnostics::Diagnostic;
use brief::lsp::{Action, Kind, Opened};

use crate::beside::opened;

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let is_brief = |path: &PathBuf| {
        path.extension().is_some_and(|ending| ending == "yaml")
            && !path.to_string_lossy().ends_with(".evidence.yaml")
    };
    let mut paths: Vec<PathBuf> = paths.filter(is_brief).collect();
    paths.sort();
    paths
}

fn edited(text: &str, action: &Action) -> String {
    let mut text = text.to_owned();
    let mut edits = action.edits.clone();
    edits.sort_by_key(|(range, _)| range.start);
    for (range, new) in edits.into_iter().rev() {
        text.replace_range(range, &new);
    }
    text
}

/// With another id, a brief says what it said before.
#[test]
fn ids_are_found_wherever_they_stand() {
    let folders = ["tests/briefs", "content", "tests/fixtures"];
    let mut count = 0;
    for path in folders.into_iter().flat_map(files) {
        let text = fs::read_to_string(&path).unwrap();
        if Kind::of(&text, None, false) != Kind::Brief {
            continue;
        }
        let before = opened(&path, &text);
        let codes = |opened: &Opened| -> Vec<&str> {
            let all = opened.checked.diagnostics.iter();
            all.map(Diagnostic::code)
                .filter(|code| *code != "unverified-quote")
                .collect()
        };
        let ids: BTreeSet<_> = before
            .mentions()
            .iter()
            .map(|found| (found.kind, &found.id))
            .collect();
        for (kind, id) in ids.into_iter().step_by(3) {
            let own = before
                .mentions_of(kind, id)
                .filter(|found| found.span.end <= before.end());
            let edits = own
                .map(|found| (found.span.range(), format!("{id}-anew")))
                .collect();
            let action = Action {
                title: String::new(),
                edits,
                is_preferred: false,
            };
            let renamed = edited(&text, &action);
            // No lock knows the new id.
            let after = opened(Path::new("tests/fixtures/none.yaml"), &renamed);
            let of_before = opened(Path::new("tests/fixtures/none.yaml"), &text);
            assert_eq!(codes(&after), codes(&of_before), "{}: {id}", path.display());
            count += 1;
        }
    }
    assert!(count > 50, "{count}");
}
