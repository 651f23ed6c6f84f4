//! What a fixture expects to be reported, and what is: `# ~ CODE COLUMN` at the end of the faulty
//! line, or `# ~ CODE whole` anywhere. Fixtures that cannot hold comments have a file
//! `NAME.expected` beside them with lines `LINE COLUMN CODE`.

use std::fs;
use std::path::{Path, PathBuf};

use brief::diagnostics::{Diagnostics, LineIndex};

/// The endings of files that stand beside a fixture and are none.
const BESIDE: &[&str] = &[".evidence.yaml", ".original.yaml", ".previous.yaml"];
const MARK: &str = "# ~ ";

/// What is reported where: line and column from 1, or 0 for the whole input.
pub(crate) type Report = Vec<(usize, usize, String)>;

/// Returns the fixtures of a folder under `tests/fixtures`, by name.
pub(crate) fn fixtures(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let entries = fs::read_dir(root.join(folder)).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "yaml")
            && !BESIDE
                .iter()
                .any(|ending| path.to_string_lossy().ends_with(ending))
    });
    paths.sort();
    paths
}

/// Returns what a fixture expects, in order.
pub(crate) fn expected(path: &Path, text: &str) -> Report {
    let beside = path.with_extension("expected");
    let mut report = match fs::read_to_string(beside) {
        Ok(lines) => lines.lines().map(beside_expectation).collect(),
        Err(_) => comment_expectations(text),
    };
    report.sort();
    report
}

fn beside_expectation(line: &str) -> (usize, usize, String) {
    let words: Vec<_> = line.split(' ').collect();
    let [line, column, code] = words.as_slice() else {
        panic!("expected `LINE COLUMN CODE`, found `{line}`");
    };
    (
        line.parse().unwrap(),
        column.parse().unwrap(),
        (*code).to_owned(),
    )
}

fn comment_expectations(text: &str) -> Report {
    let mut report = Report::new();
    for (line, content) in (1..).zip(text.lines()) {
        for expectation in content.split(MARK).skip(1) {
            let mut words = expectation.split_whitespace();
            let (code, column) = (words.next().unwrap(), words.next().unwrap());
            report.push(match column {
                "whole" => (0, 0, code.to_owned()),
                column => (line, column.parse().unwrap(), code.to_owned()),
            });
        }
    }
    report
}

/// Returns what was reported, in order.
pub(crate) fn reported(text: &str, diagnostics: &Diagnostics) -> Report {
    let index = LineIndex::new(text);
    let mut report: Report = diagnostics
        .iter()
        .map(|diagnostic| {
            let code = diagnostic.code().to_owned();
            diagnostic
                .primary()
                .place
                .span()
                .map_or((0, 0, code.clone()), |span| {
                    let at = index.line_column(span.start);
                    (at.line, at.column, code)
                })
        })
        .collect();
    report.sort();
    report
}
