//! What changed between two editions, as reviewed: one golden file a form.

#![allow(
    clippy::unwrap_used,
    reason = "a test fails by panicking, and so do its helpers"
)]

#[path = "support/golden.rs"]
mod golden;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use brief::Locales;
use brief::analysis::Analysis;
use brief::analysis::changes::{Changes, Comparison, Edition};
use brief::export::changes::{self, Marks};
use brief::export::{json, markdown};
use brief::model::Brief;
use brief::{Beside, EditionFile};

const EDITIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/editions");
const OLD: &str = "bridge-1.yaml";
const NEW: &str = "bridge-2.yaml";

/// Reads an edition and its evidence lock.
fn read(name: &str) -> Result<EditionFile, String> {
    let path = Path::new(EDITIONS).join(name);
    Ok(EditionFile {
        bytes: fs::read(&path).map_err(|error| error.to_string())?,
        evidence: fs::read(path.with_extension("evidence.yaml")).ok(),
    })
}

/// Makes the brief of an edition, with the edition before that it names.
fn brief(name: &str) -> Brief {
    let file = read(name).unwrap();
    let beside = Beside {
        evidence: file.evidence.as_deref(),
        previous: Some(&read),
    };
    let checked = brief::check_beside(&file.bytes, beside);
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
    let locales = Locales::default();
    let changes = Changes::between(old, new);
    let comparison = Comparison {
        old,
        new,
        changes: &changes,
    };
    [
        ("txt", changes::text(&comparison, &locales, Marks::Plain)),
        (
            "coloured.txt",
            changes::text(&comparison, &locales, Marks::Coloured),
        ),
        ("json", changes::json(&comparison, &locales)),
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
        "quote-status",
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
    assert!(plain.ends_with("\nNothing changed.\n"), "{plain}");
    assert_eq!(plain, coloured);
    assert!(json.contains("\"changed\": false"), "{json}");
}

/// The section and the field are the exports' own; the rest is tested with the exports.
#[test]
fn exports_say_what_changed_since_the_edition_before() {
    let brief = brief(NEW);
    let (analysis, locales) = (Analysis::of(&brief), Locales::default());
    let text = markdown::render(&brief, &analysis, &locales);
    let (_, section) = text.split_once("\n## Changes since edition 1\n\n").unwrap();
    let (section, _) = section.split_once("\n## ").unwrap();
    golden::assert_golden("tests/golden/changes/bridge.md", section);
    let text = json::render(&brief, &analysis, &locales);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let [_, _, (_, changes)] = compare(OLD, NEW);
    let changes: serde_json::Value = serde_json::from_str(&changes).unwrap();
    assert_eq!(value["changes"], changes);
}
