//! What a machine reads.

use brief::diagnostics::json::{FileReport, write};
use brief::diagnostics::{Diagnostics, Input};

use crate::golden::assert_golden;
use crate::sample;

#[test]
fn a_run_is_one_document() {
    let mixed = sample::mixed();
    let none = Diagnostics::new();
    let files = [
        FileReport {
            input: Input {
                name: "content/ukraine.yaml",
                text: sample::TEXT,
            },
            diagnostics: &mixed,
            failure: None,
        },
        FileReport {
            input: Input {
                name: "content/absent.yaml",
                text: "",
            },
            diagnostics: &none,
            failure: Some("cannot be read: no such file"),
        },
    ];
    let mut actual = Vec::new();
    write(&mut actual, &files).unwrap();
    let actual = String::from_utf8(actual).unwrap();
    assert_golden("tests/diagnostics/run.json", &actual);
}
