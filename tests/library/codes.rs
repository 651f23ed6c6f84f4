//! Holds that each code has an explanation, and a fixture that shows it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use brief::RULES;
use brief::diagnostics::Rule;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the Markdown files in all folders of rules: the codes that they are named as, and their
/// texts.
fn explanations() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        let holds_rules = folder.ends_with("rules");
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let is_markdown = path.extension().is_some_and(|ending| ending == "md");
            if path.is_dir() {
                folders.push(path);
            } else if holds_rules && is_markdown {
                let stem = path.file_stem().unwrap().to_str().unwrap();
                let text = fs::read_to_string(&path).unwrap();
                let twin = found.insert(stem.replace('_', "-"), text);
                assert!(twin.is_none(), "{} is there twice", path.display());
            }
        }
    }
    found
}

#[test]
fn each_explanation_is_named_as_its_code() {
    let mut files = explanations();
    for rule in RULES.iter() {
        let text = files.remove(rule.code());
        assert!(text.as_deref() == Some(rule.explanation()), "{rule:?}");
    }
    assert!(files.is_empty(), "of no rule: {:?}", files.keys());
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
