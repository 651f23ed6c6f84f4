//! Checks every fixture under `fixtures/check` and compares what is reported with what the fixture
//! expects: the rules' failing cases, one or more a code, and a sound brief.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use brief::RULES;
use brief::diagnostics::{Diagnostic, Diagnostics, Rule};

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

/// An id that is none, and is used as the one that it would be, is told once.
#[test]
fn an_id_in_capitals_is_told_where_it_is_defined() {
    let text = fs::read_to_string("tests/fixtures/minimal.yaml").unwrap();
    let text = text.replace("  lindqvist:", "  Lindqvist:");
    let all = crate::beside::opened(Path::new("tests/fixtures/none.yaml"), &text);
    let told: Vec<&str> = all
        .checked
        .diagnostics
        .iter()
        .map(Diagnostic::code)
        .collect();
    assert_eq!(told, ["invalid-id"]);
    // Another word is told, with the id that it is meant to be.
    let text = text.replace("voice: lindqvist", "voice: lindqvst");
    let all = crate::beside::opened(Path::new("tests/fixtures/none.yaml"), &text);
    let mut unknown = all
        .checked
        .diagnostics
        .iter()
        .filter(|one| one.code() == "unknown-id");
    let help = unknown.next().unwrap().help_lines();
    assert_eq!(help, ["did you mean `lindqvist`?"]);
}

/// Of entries that are at fault it is not known which claims they name.
#[test]
fn nothing_more_is_said_of_withdrawals_that_are_at_fault() {
    let path = Path::new("tests/fixtures/check/unexplained-withdrawal.yaml");
    let text = fs::read_to_string(path).unwrap() + "withdrawn: [{ id: in-may, reason: It was. }]\n";
    let all = crate::beside::opened(path, &text);
    let told: Vec<&str> = all
        .checked
        .diagnostics
        .iter()
        .map(Diagnostic::code)
        .collect();
    assert!(told.contains(&"unknown-field"), "{told:?}");
    assert!(
        !told.contains(&"unexplained-withdrawal") && !told.contains(&"missing-field"),
        "{told:?}"
    );
}

#[test]
fn a_claim_in_brackets_is_most_likely_cited() {
    let text = fs::read_to_string("tests/fixtures/minimal.yaml").unwrap();
    for written in ["[reopens-in-may]", "@reopens-in-may"] {
        let text = text.replace("[@reopens-in-may]", written);
        let all = crate::beside::opened(Path::new("tests/fixtures/none.yaml"), &text);
        let mut told = all.checked.diagnostics.iter();
        let told = told.find(|one| one.code() == "uncited-sentence").unwrap();
        assert!(
            told.help_lines()
                .contains(&"did you mean `[@reopens-in-may]`?".to_owned())
        );
    }
}

#[test]
fn what_is_found_is_the_same_on_many_threads() {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(4).build();
    let threads = threads.unwrap();
    for path in fixtures() {
        let found = format!("{:?}", check(&path).diagnostics);
        let at_once = threads.install(|| format!("{:?}", check(&path).diagnostics));
        assert!(at_once == found, "{}", path.display());
    }
}

/// A fault is shown where its words stand, whatever lines the text runs over.
#[test]
fn a_sentence_is_marked_where_it_stands() {
    let text = fs::read_to_string("tests/fixtures/minimal.yaml").unwrap();
    let start = text.find("bottom_line:").unwrap();
    let line = &text[start..text.find("\nvoices:").unwrap()];
    for written in [
        "bottom_line: >-\n  It is so [@reopens-in-may]. Nobody\n  asked her. It stays so\n  [@reopens-in-may].",
        "bottom_line: |\n  It is so [@reopens-in-may]. Nobody\n  asked her. It stays so\n  [@reopens-in-may].",
        "bottom_line: It is so\n  [@reopens-in-may]. Nobody\n  asked her. It stays so [@reopens-in-may].",
        "bottom_line: \"It is so \\\n  [@reopens-in-may]. Nobody\n  asked her. It stays so [@reopens-in-may].\"",
    ] {
        let text = text.replacen(line, written, 1);
        let all = crate::beside::opened(Path::new("tests/fixtures/none.yaml"), &text);
        let mut found = all.checked.diagnostics.iter();
        let found = found.find(|one| one.code() == "uncited-sentence").unwrap();
        let span = found.labels().next().unwrap().place.span().unwrap();
        assert_eq!(
            text.get(span.range()),
            Some("Nobody\n  asked her."),
            "{written}"
        );
    }
}
