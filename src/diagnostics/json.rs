//! Writes diagnostics as this program's own JSON: one document for a run.
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

use serde_json::{Value, json};

use super::{Diagnostic, FileReport, Label, LineIndex};

const VERSION: u32 = 1;

/// Writes the reports of a run as one JSON document, with a line break at its end.
pub(super) fn write(to: &mut impl Write, files: &[FileReport<'_>]) -> io::Result<()> {
    let files: Vec<Value> = files.iter().map(file).collect();
    let run = json!({ "version": VERSION, "files": files });
    serde_json::to_writer_pretty(&mut *to, &run)?;
    to.write_all(b"\n")?;
    to.flush()
}

fn file(file: &FileReport<'_>) -> Value {
    let index = LineIndex::new(file.input.text);
    let diagnostics = file.diagnostics.iter().map(|one| diagnostic(one, &index));
    json!({
        "path": file.input.name,
        "failure": file.failure.map(|failure| failure.message),
        "failure_help": file.failure.and_then(|failure| failure.help),
        "diagnostics": diagnostics.collect::<Vec<_>>(),
    })
}

fn diagnostic(diagnostic: &Diagnostic, index: &LineIndex<'_>) -> Value {
    let labels = diagnostic.labels().enumerate();
    let spans = labels.filter_map(|(number, label)| span(number == 0, label, index));
    json!({
        "code": diagnostic.code(),
        "severity": diagnostic.severity().word(),
        "message": diagnostic.message(),
        "notes": diagnostic.notes().collect::<Vec<_>>(),
        "help": diagnostic.help_lines(),
        "spans": spans.collect::<Vec<_>>(),
    })
}

fn span(primary: bool, label: &Label, index: &LineIndex<'_>) -> Option<Value> {
    let span = label.place.span()?;
    Some(json!({
        "primary": primary,
        "label": label.text,
        "start": point(span.start, index),
        "end": point(span.end, index),
    }))
}

fn point(byte: usize, index: &LineIndex<'_>) -> Value {
    let at = index.line_column(byte);
    json!({
        "byte": byte.min(index.text().len()),
        "code_point": index.code_points(byte),
        "line": at.line,
        "column": at.column,
    })
}
