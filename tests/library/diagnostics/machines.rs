//! What a machine reads.

use brief::RULES;
use brief::diagnostics::{Diagnostics, Failure, FileReport, MachineFormat, NamedText};

use super::sample;
use crate::golden::assert_golden;

/// Writes a run over a file with problems and one that cannot be read.
fn written(format: MachineFormat) -> String {
    let mixed = sample::mixed();
    let none = Diagnostics::new();
    let files = [
        FileReport {
            input: NamedText {
                name: "content/ukraine.yaml",
                text: sample::TEXT,
                included: &[],
            },
            diagnostics: &mixed,
            failure: None,
            notes: &[],
            strength: None,
        },
        FileReport {
            input: NamedText {
                name: "content/50%: a, b.yaml",
                text: "",
                included: &[],
            },
            diagnostics: &none,
            failure: Some(Failure {
                message: "cannot be read:\nno such file",
                help: Some("did you mean `40%.yaml`?"),
            }),
            notes: &[],
            strength: None,
        },
    ];
    let mut actual = Vec::new();
    format.write(&mut actual, &files, &RULES).unwrap();
    String::from_utf8(actual).unwrap()
}

#[test]
fn a_run_is_one_document() {
    assert_golden(
        "tests/golden/diagnostics/run.json",
        &written(MachineFormat::Json),
    );
}

#[test]
fn a_run_is_one_log() {
    let actual = written(MachineFormat::Sarif);
    assert_golden("tests/golden/diagnostics/run.sarif", &actual);
}

#[test]
fn a_problem_is_one_workflow_command() {
    let actual = written(MachineFormat::Github);
    assert_golden("tests/golden/diagnostics/run.github.txt", &actual);
    let lines = sample::mixed().len() + 1;
    assert_eq!(actual.lines().count(), lines);
    assert!(actual.lines().all(|line| line.starts_with("::")));
}
