//! Checks every fixture under `fixtures/check` and compares what is reported with what the fixture
//! expects: the rules' failing cases, one or more a code, and a sound brief.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use brief::RULES;
use brief::diagnostics::{Diagnostics, Rule};

use crate::beside::check;
use crate::expectations::{self, expected, reported};
use crate::golden;

/// What is reported in other ways: of reading, and of paper.
const OF_OTHERS: &[&str] = &[
    "not-utf8",
    "input-too-large",
    "nesting-too-deep",
    "alias-expansion",
    "syntax",
    "unsupported-yaml",
    "unknown-field",
    "duplicate-field",
    "too-many-pages",
];

/// Goes through the codes of the rules that are checked on a document.
fn of_check() -> impl Iterator<Item = &'static str> {
    let codes = RULES.iter().map(Rule::code);
    codes.filter(|code| !OF_OTHERS.contains(code))
}

fn fixtures() -> Vec<PathBuf> {
    expectations::fixtures("check")
}

/// Checks a fixture, and that it mirrors the original beside it, if it has one.
fn found(path: &Path) -> Diagnostics {
    let mut found = check(path).diagnostics;
    if let Ok(original) = fs::read(path.with_extension("original.yaml")) {
        found.extend(
            brief::mirror(
                brief::Input::new(&original),
                brief::Input::new(&fs::read(path).unwrap()),
            )
            .unwrap(),
        );
    }
    found
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

#[test]
fn fixtures_report_what_they_expect() {
    let mut wrong = String::new();
    for path in fixtures() {
        let text = fs::read_to_string(&path).unwrap();
        let checked = check(&path);
        let found = reported(&text, &found(&path));
        let expected = expected(&path, &text);
        if found != expected {
            let name = name(&path);
            wrong.push_str(&format!(
                "{name}\n  found {found:?}\n  expected {expected:?}\n"
            ));
        }
        assert_eq!(
            checked.brief.is_none(),
            checked.diagnostics.has_errors(),
            "{}: a brief is made unless there is an error",
            path.display()
        );
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_code_of_the_rules_has_a_fixture() {
    let codes: BTreeSet<String> = fixtures()
        .into_iter()
        .flat_map(|path| expected(&path, &fs::read_to_string(&path).unwrap()))
        .map(|(_, _, code)| code)
        .collect();
    let without: Vec<_> = of_check().filter(|code| !codes.contains(*code)).collect();
    assert!(without.is_empty(), "{without:?}");
}

/// Every message, as people read it, in one reviewed place.
#[test]
fn fixtures_are_worded_as_reviewed() {
    let mut words = String::new();
    for path in fixtures() {
        words.push_str(&format!("{}\n", name(&path)));
        for diagnostic in &found(&path) {
            let code = diagnostic.code();
            words.push_str(&format!("  {code}: {}\n", diagnostic.message()));
            for label in diagnostic.secondary() {
                words.push_str(&format!("    also: {}\n", label.text));
            }
            for help in diagnostic.help_lines() {
                words.push_str(&format!("    help: {help}\n"));
            }
        }
    }
    golden::assert_golden("tests/golden/diagnostics/check.txt", &words);
}
