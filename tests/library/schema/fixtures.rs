//! What the schema says of each brief in which something is wrong.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use brief::RULES;
use brief::diagnostics::{Diagnostic, Rule};

use super::refusals;
use crate::{expectations, json};

/// What a schema sees: whenever a brief has one of these, it is refused.
const SEEN: &[&str] = &[
    "unsupported-format",
    "unknown-field",
    "missing-field",
    "wrong-type",
    "unknown-value",
    "empty-text",
    "invalid-id",
    "repeated-value",
    "invalid-language",
    "invalid-file-name",
    "invalid-url",
    "invalid-doi",
    "ambiguous-voice",
];

/// What it sees of some fixtures that have it and not of others: it knows the shape of a date and
/// not the calendar, that no id has spaces, and what else is wrong where such a fault stands.
const SEEN_IN_PART: &[&str] = &[
    "invalid-date",
    "unsafe-character",
    "self-tension",
    "nesting-too-deep",
    "unsupported-yaml",
    "unknown-id",
];

/// What no schema can tell: what goes across values, what takes reading the words, what is a matter
/// of the text before there are values, and what another file says.
const UNSEEN: &[&str] = &[
    "not-utf8",
    "input-too-large",
    "alias-expansion",
    "syntax",
    "duplicate-field",
    "cut-text",
    "unfinished",
    "duplicate-id",
    "english-words",
    "unused-id",
    "contradicted-date",
    "impossible-date",
    "said-after-issue",
    "untimely-date",
    "raw-html",
    "unsafe-link",
    "unsupported-markdown",
    "undescribed-anonymous",
    "unexplained-anonymity",
    "uncited-title",
    "weak-headline",
    "uncounted-sources",
    "same-voice",
    "through-cycle",
    "too-long-chain",
    "shared-roots",
    "found-elsewhere",
    "unattributed-claim",
    "mixed-judgement",
    "judgement-cycle",
    "unplaced-locator",
    "doubled-label",
    "unspoken-quote",
    "outer-quote-marks",
    "unbalanced-quote-marks",
    "unlabelled-fragment",
    "unlabelled-edit",
    "unlabelled-translation",
    "invalid-evidence",
    "changed-quote",
    "absent-quote",
    "other-snapshot",
    "stale-evidence",
    "unverified-quote",
    "cut-negation",
    "joined-quote",
    "struck-quote",
    "written-quote",
    "changed-passage",
    "absent-passage",
    "unverified-passage",
    "struck-passage",
    "long-passage",
    "claimed-left-out",
    "borrowed-words",
    "position-without-claim",
    "duplicate-position",
    "unordered-positions",
    "claim-without-position",
    "mixed-stances",
    "speaks-for-cycle",
    "long-cell",
    "uncited-sentence",
    "long-bottom-line",
    "loaded-verb",
    "foggy-attribution",
    "unused-allow",
    "broken-mirror",
    "over-budget",
    "unreadable-previous",
    "unreadable-include",
    "faulty-previous",
    "unrelated-previous",
    "wrong-withdrawal",
    "unexplained-withdrawal",
    "too-long-name",
    "too-many-cells",
    "too-many-pages",
];

/// Fixtures of codes that are seen elsewhere, in which they go across values.
const ACROSS_VALUES: &[(&str, &str)] = &[
    (
        "check/ambiguous-voice-4",
        "an id of a voice of the wrong kind",
    ),
    ("check/empty-text-3", "a text that cites and says nothing"),
    ("check/missing-field", "one of several fields, whichever"),
    ("check/missing-field-2", "a date, or claims that have one"),
];

#[test]
fn of_every_code_it_is_written_whether_the_schema_sees_it() {
    let listed = [SEEN, SEEN_IN_PART, UNSEEN].concat();
    for code in RULES.iter().map(Rule::code) {
        let times = listed.iter().filter(|listed| **listed == code).count();
        assert_eq!(
            times, 1,
            "{code}: put it into one list of tests/library/schema/fixtures.rs"
        );
    }
}

#[test]
fn each_fixture_is_refused_exactly_where_a_schema_can_tell() {
    let mut wrong = String::new();
    let mut seen = BTreeSet::new();
    for path in ["load", "check"]
        .iter()
        .flat_map(|folder| expectations::fixtures(folder))
    {
        let bytes = fs::read(&path).unwrap();
        // What is not well-formed is refused before the schema is asked.
        let Some(value) = json::of_text(&bytes) else {
            continue;
        };
        let codes: BTreeSet<&str> = brief::Input::new(&bytes)
            .check()
            .diagnostics
            .iter()
            .map(Diagnostic::code)
            .collect();
        // A tab after a colon is YAML to the other reader.
        if codes.contains("syntax") {
            continue;
        }
        let refusals = refusals(&value);
        if !is_as_written(&name(&path), &codes, !refusals.is_empty()) {
            _ = writeln!(wrong, "{}: {codes:?} {refusals:?}", path.display());
        }
        seen.extend(codes);
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    let without: Vec<_> = SEEN.iter().filter(|code| !seen.contains(**code)).collect();
    assert!(without.is_empty(), "no fixture has {without:?}");
}

/// Says whether it is as the lists say that the schema refuses a fixture, or accepts it.
fn is_as_written(name: &str, codes: &BTreeSet<&str>, refused: bool) -> bool {
    let is_across = ACROSS_VALUES.iter().any(|(fixture, _)| *fixture == name);
    let has = |list: &[&str]| codes.iter().any(|code| list.contains(code));
    if has(SEEN) && !is_across {
        refused
    } else {
        !refused || has(SEEN_IN_PART)
    }
}

/// Returns a fixture's folder and name, such as `check/empty-text-3`.
fn name(path: &Path) -> String {
    let folder = path.parent().and_then(Path::file_name).unwrap();
    let name = Path::new(folder).join(path.file_stem().unwrap());
    name.to_string_lossy().into_owned()
}
