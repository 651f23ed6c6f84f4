//! Diagnostics for machines: one JSON document for a run.
//!
//! ```json
//! {
//!   "version": 1,
//!   "files": [{
//!     "path": "content/ukraine.yaml",
//!     "failure": null,
//!     "failure_help": null,
//!     "diagnostics": [{
//!       "code": "unknown-id",
//!       "severity": "error",
//!       "message": "…",
//!       "notes": [],
//!       "help": ["…"],
//!       "spans": [{
//!         "primary": true,
//!         "label": "…",
//!         "start": { "byte": 9, "code_point": 9, "line": 2, "column": 4 },
//!         "end": { "byte": 12, "code_point": 12, "line": 2, "column": 7 }
//!       }]
//!     }]
//!   }]
//! }
//! ```
//!
//! Bytes and code points count from 0, lines and columns from 1; columns count code points; a span
//! ends before its `end`. A diagnostic about the whole input has no primary span. `failure` says
//! why a file could not be read or its page not be made or written, which is no fault of its text,
//! and `failure_help` what to do, where something is to be done.
//! Fields may be added; none is removed or changes its meaning without a new `version`.

use std::io::{self, Write};

use serde::Serialize;

use super::{Diagnostic, FileReport, Label, LineIndex};

/// The version of this format.
const VERSION: u32 = 1;

/// Writes the reports of a run as one JSON document, with a line break at its end.
///
/// # Errors
///
/// Fails where writing does.
pub fn write(to: &mut impl Write, files: &[FileReport<'_>]) -> io::Result<()> {
    let run = RunView {
        version: VERSION,
        files: files.iter().map(FileView::new).collect(),
    };
    serde_json::to_writer_pretty(&mut *to, &run)?;
    to.write_all(b"\n")?;
    to.flush()
}

#[derive(Serialize)]
struct RunView<'a> {
    version: u32,
    files: Vec<FileView<'a>>,
}

#[derive(Serialize)]
struct FileView<'a> {
    path: &'a str,
    failure: Option<&'a str>,
    failure_help: Option<&'a str>,
    diagnostics: Vec<DiagnosticView<'a>>,
}

impl<'a> FileView<'a> {
    fn new(file: &FileReport<'a>) -> Self {
        let index = LineIndex::new(file.input.text);
        Self {
            path: file.input.name,
            failure: file.failure.map(|failure| failure.message),
            failure_help: file.failure.and_then(|failure| failure.help),
            diagnostics: file
                .diagnostics
                .iter()
                .map(|diagnostic| DiagnosticView::new(diagnostic, &index))
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct DiagnosticView<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    notes: Vec<&'a str>,
    help: &'a [String],
    spans: Vec<SpanView<'a>>,
}

impl<'a> DiagnosticView<'a> {
    fn new(diagnostic: &'a Diagnostic, index: &LineIndex<'_>) -> Self {
        Self {
            code: diagnostic.code(),
            severity: diagnostic.severity().word(),
            message: diagnostic.message(),
            notes: diagnostic.notes().collect(),
            help: diagnostic.help_lines(),
            spans: diagnostic
                .labels()
                .enumerate()
                .filter_map(|(number, label)| SpanView::new(number == 0, label, index))
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct SpanView<'a> {
    primary: bool,
    label: &'a str,
    start: PointView,
    end: PointView,
}

impl<'a> SpanView<'a> {
    fn new(primary: bool, label: &'a Label, index: &LineIndex<'_>) -> Option<Self> {
        let span = label.place.span()?;
        Some(Self {
            primary,
            label: &label.text,
            start: PointView::new(span.start, index),
            end: PointView::new(span.end, index),
        })
    }
}

#[derive(Serialize)]
struct PointView {
    byte: usize,
    code_point: usize,
    line: usize,
    column: usize,
}

impl PointView {
    fn new(byte: usize, index: &LineIndex<'_>) -> Self {
        let at = index.line_column(byte);
        Self {
            byte: byte.min(index.text().len()),
            code_point: index.code_points(byte),
            line: at.line,
            column: at.column,
        }
    }
}
