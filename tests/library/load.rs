//! Reads every fixture under `fixtures/load` and compares what is reported with what the fixture
//! expects.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use brief::phases;

use crate::expectations::{self, expected, reported};
use crate::golden;

fn fixtures() -> Vec<PathBuf> {
    expectations::fixtures("load")
}

pub(crate) fn minimal() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/minimal.yaml")
}

#[test]
fn fixtures_report_what_they_expect() {
    let mut wrong = String::new();
    for path in fixtures() {
        let bytes = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let reading = phases::read(&bytes);
        let (found, expected) = (
            reported(&text, &reading.diagnostics),
            expected(&path, &text),
        );
        if found != expected {
            let name = path.file_name().unwrap().to_string_lossy();
            writeln!(wrong, "{name}\n  found {found:?}\n  expected {expected:?}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Every message, as people read it, in one reviewed place.
#[test]
fn fixtures_are_worded_as_reviewed() {
    let mut words = String::new();
    for path in fixtures() {
        let name = path.file_name().unwrap().to_string_lossy();
        writeln!(words, "{name}").unwrap();
        for diagnostic in &phases::read(&fs::read(&path).unwrap()).diagnostics {
            let code = diagnostic.code();
            writeln!(words, "  {code}: {}", diagnostic.message()).unwrap();
            for help in diagnostic.help_lines() {
                writeln!(words, "    help: {help}").unwrap();
            }
        }
    }
    golden::assert_golden("tests/golden/diagnostics/load.txt", &words);
}

#[test]
fn every_code_of_the_reader_has_a_fixture() {
    let names: BTreeSet<String> = fixtures()
        .iter()
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let codes = [
        "not-utf8",
        "nesting-too-deep",
        "alias-expansion",
        "syntax",
        "unsupported-yaml",
        "cut-text",
        "unknown-field",
        "duplicate-field",
        "missing-field",
        "wrong-type",
        "unknown-value",
    ];
    for code in codes {
        assert!(names.iter().any(|name| name.starts_with(code)), "{code}");
    }
}

#[test]
fn a_sound_brief_reads_as_serde_yaml_reads_it() {
    let text = fs::read_to_string(minimal()).unwrap();
    let reading = phases::read(text.as_bytes());
    assert!(reading.diagnostics.is_empty());
    assert_eq!(
        reading.document.unwrap(),
        serde_yaml::from_str(&text).unwrap()
    );
}

#[test]
fn places_are_those_of_the_values_as_written() {
    let text = fs::read_to_string(minimal()).unwrap();
    for text in [
        text.clone(),
        format!("\u{FEFF}{text}"),
        text.replace("Maria", "Мария"),
    ] {
        let document = phases::read(text.as_bytes()).document.unwrap();
        let written = |place: phases::Text| &text[place.place.span().unwrap().range()];
        assert_eq!(written(document.topic.clone()), "East quay");
        assert_eq!(
            written(document.claims[1].says.clone()),
            "\"The date cannot be met: two cranes are still missing.\""
        );
        assert_eq!(
            written(document.claims[1].about[0].clone()),
            "reopening-date"
        );
        assert!(written(document.bottom_line.clone()).ends_with("[@date-not-met]."));
        assert_eq!(
            written(document.gaps[0].why.clone()),
            "Neither source names them."
        );
    }
}
