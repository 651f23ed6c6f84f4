//! Edits are offered, and are right, however a brief is laid out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_yaml::Value;

use super::actions::failure;
use super::layouts_written::{LAYOUTS, Layout};
use super::{edited, files};
use crate::beside::opened;

/// How many faults of a rule are tried in a brief.
const MOST_OF_A_RULE: usize = 1;

/// Returns how many parts differ: items and fields that are more or less, and texts that are others.
fn changes(before: &Value, after: &Value) -> usize {
    match (before, after) {
        (Value::Mapping(before), Value::Mapping(after)) => {
            let gone = before.iter().map(|(key, value)| match after.get(key) {
                Some(other) => changes(value, other),
                None => 1,
            });
            let more = after.keys().filter(|key| before.get(key).is_none());
            gone.sum::<usize>() + more.count()
        }
        (Value::Sequence(before), Value::Sequence(after)) if before.len() != after.len() => {
            let (less, more) = if before.len() < after.len() {
                (before, after)
            } else {
                (after, before)
            };
            let kept = less
                .iter()
                .zip(more)
                .take_while(|(one, other)| one == other);
            let kept = kept.count();
            let behind = more.len() - less.len();
            if less.get(kept..) == more.get(kept + behind..) {
                behind
            } else {
                usize::MAX / 4
            }
        }
        (Value::Sequence(before), Value::Sequence(after)) => {
            let all = before.iter().zip(after);
            all.map(|(one, other)| changes(one, other)).sum()
        }
        _ => usize::from(before != after),
    }
}

/// What is offered for one layout is offered for each, changes one part of the brief, and makes no other
/// fault.
#[test]
fn edits_are_the_same_in_all_layouts() {
    let mut failures = Vec::new();
    for path in files("tests/fixtures/check") {
        let source = fs::read_to_string(&path).unwrap();
        let Ok(value) = serde_yaml::from_str::<Value>(&source) else {
            continue;
        };
        let mut first: Option<BTreeSet<(String, String)>> = None;
        for layout in LAYOUTS {
            let Some(text) = layout.write(&value) else {
                continue;
            };
            assert_eq!(
                serde_yaml::from_str::<Value>(&text).unwrap(),
                value,
                "{text}"
            );
            let offered = offered(&path, &text, layout, &value, &mut failures);
            let first = first.get_or_insert_with(|| offered.clone());
            let lacks: Vec<_> = first.symmetric_difference(&offered).collect();
            if !lacks.is_empty() {
                failures.push(format!(
                    "{}: {layout:?}: differs by {lacks:?}",
                    path.display()
                ));
            }
        }
    }
    assert!(
        failures.is_empty(),
        "{}: {}",
        failures.len(),
        failures.join("\n\n")
    );
}

fn offered(
    path: &Path,
    text: &str,
    layout: Layout,
    value: &Value,
    failures: &mut Vec<String>,
) -> BTreeSet<(String, String)> {
    let before = opened(path, text);
    let mut offered = BTreeSet::new();
    let mut tried: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in &before.checked.diagnostics {
        let tried = tried.entry(diagnostic.code()).or_default();
        *tried += 1;
        if *tried > MOST_OF_A_RULE {
            continue;
        }
        for action in before.actions(diagnostic, |text| opened(path, text)) {
            failures.extend(failure(path, &before, diagnostic, &action));
            let after = edited(text, &action);
            let read: Value = serde_yaml::from_str(&after).unwrap();
            let count = changes(value, &read);
            let is_json = matches!(layout, Layout::Json | Layout::Compact);
            let stays = !is_json || serde_json::from_str::<Value>(&after).is_ok();
            // An id is written anew wherever it stands, a translation is labelled in two fields, and of two
            // names of a field one goes and one comes.
            let most = match diagnostic.code() {
                "invalid-id" => 20,
                "unlabelled-translation" | "unknown-field" => 2,
                _ => 1,
            };
            if !(1..=most).contains(&count) || !stays {
                failures.push(format!(
                    "{} {layout:?}: {} changes {count}, JSON: {stays}\n{after}",
                    path.display(),
                    action.title
                ));
            }
            offered.insert((diagnostic.code().to_owned(), action.title));
        }
    }
    offered
}
