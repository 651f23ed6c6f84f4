//! What changed between two editions, as reviewed: one golden file a form.

#![allow(
    clippy::unwrap_used,
    reason = "a test fails by panicking, and so do its helpers"
)]

#[path = "support/golden.rs"]
mod golden;

use std::collections::BTreeSet;

use brief::analysis::Analysis;
use brief::analysis::changes::{Changes, Comparison, Edition};
use brief::export::changes::{self, Marks};
use brief::model::Brief;

const OLD: &str = include_str!("fixtures/editions/bridge-1.yaml");
const NEW: &str = include_str!("fixtures/editions/bridge-2.yaml");

fn brief(input: &str) -> Brief {
    let checked = brief::check(input.as_bytes());
    assert!(checked.diagnostics.is_empty(), "{:#?}", checked.diagnostics);
    checked.brief.unwrap()
}

/// Compares two briefs and shows what changed in every form.
fn compare(old: &str, new: &str) -> [(&'static str, String); 3] {
    let (old, new) = (brief(old), brief(new));
    let (before, after) = (Analysis::of(&old), Analysis::of(&new));
    let old = Edition {
        brief: &old,
        analysis: &before,
    };
    let new = Edition {
        brief: &new,
        analysis: &after,
    };
    let changes = Changes::between(old, new);
    let comparison = Comparison {
        old,
        new,
        changes: &changes,
    };
    [
        ("txt", changes::text(&comparison, Marks::Plain)),
        ("coloured.txt", changes::text(&comparison, Marks::Coloured)),
        ("json", changes::json(&comparison)),
    ]
}

#[test]
fn every_form_is_as_reviewed() {
    for (ending, text) in compare(OLD, NEW) {
        golden::assert_golden(&format!("tests/golden/changes/bridge.{ending}"), &text);
    }
}

/// The editions are there to show every kind of change.
#[test]
fn every_kind_of_change_is_shown() {
    let [_, _, (_, json)] = compare(OLD, NEW);
    let said: BTreeSet<&str> = json
        .lines()
        .filter_map(|line| line.trim().strip_prefix("\"what\": \""))
        .map(|line| line.trim_end_matches(['"', ',']))
        .collect();
    let expected = [
        "about",
        "characterised",
        "cites",
        "cites-no-more",
        "claims",
        "distance",
        "note",
        "question",
        "quote-added",
        "quote-label",
        "quote-reworded",
        "quote-withdrawn",
        "record",
        "reworded",
        "roads",
        "said",
        "stance",
        "told-to",
        "voice",
        "voices",
        "when",
        "why",
        "work",
        "works",
    ];
    assert_eq!(said, BTreeSet::from(expected));
    for fate in ["added", "withdrawn", "changed", "renumbered"] {
        assert!(json.contains(&format!("\"fate\": \"{fate}\"")), "{fate}");
    }
}

#[test]
fn a_brief_does_not_differ_from_itself() {
    let [(_, plain), (_, coloured), (_, json)] = compare(NEW, NEW);
    assert!(plain.ends_with("\nnothing changed\n"), "{plain}");
    assert_eq!(plain, coloured);
    assert!(json.contains("\"changed\": false"), "{json}");
}
