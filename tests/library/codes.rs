//! Holds that each code has an explanation, and a fixture that shows it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use brief::RULES;
use brief::diagnostics::Rule;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the codes that a folder's explanations are named by.
fn explained(folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(root().join(folder)).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .map(|path| {
            path.file_stem()
                .unwrap()
                .to_str()
                .unwrap()
                .replace('_', "-")
        })
        .collect()
}

#[test]
fn every_code_has_an_explanation_and_every_explanation_a_code() {
    let codes: BTreeSet<String> = RULES.iter().map(|rule| rule.code().to_owned()).collect();
    let mut files = explained("src/check/rules");
    files.extend(explained("src/load/rules"));
    assert_eq!(files, codes);
}

/// Says whether a folder has a fixture named as a code, in which the code is expected.
fn has_fixture(folder: &str, code: &str) -> bool {
    let fixture = root().join("tests/fixtures").join(folder).join(code);
    let expected = |ending: &str| {
        fs::read(fixture.with_extension(ending)).is_ok_and(|bytes| {
            let text = String::from_utf8_lossy(&bytes);
            text.split_whitespace().any(|word| word == code)
        })
    };
    expected("yaml") || expected("expected")
}

#[test]
fn every_code_has_a_fixture() {
    let without: Vec<&str> = RULES
        .iter()
        .map(Rule::code)
        // The fixture of the one would be too large: `load_limits` makes it. The other is about
        // paper: `pdf` has its test.
        .filter(|code| !matches!(*code, "input-too-large" | "too-many-pages"))
        .filter(|code| !has_fixture("load", code) && !has_fixture("check", code))
        .collect();
    assert!(without.is_empty(), "{without:?}");
}
