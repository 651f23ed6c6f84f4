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
//!     }],
//!     "strength": {
//!       "headline": {
//!         "text": "No named person says it. …",
//!         "claims": ["C1"],
//!         "rests_on": ["C1"],
//!         "weakest": ["C1"],
//!         "origins": 1,
//!         "on_one_origin": ["C1"],
//!         "read": false,
//!         "not_read": ["S1"]
//!       },
//!       "bottom_line": { … },
//!       "on_one_text": { "source": "S2", "claims": 20, "of": 28 }
//!     }
//!   }]
//! }
//! ```
//!
//! Bytes and code points count from 0, lines and columns from 1; columns count code points; a span
//! ends before its `end`. A span in a file that the input includes has that file's `path`. A diagnostic about the whole input has no primary span. `failure` says
//! why a file could not be read or its page not be made or written, which is no fault of its text,
//! and `failure_help` what to do, where something is to be done.
//! `strength` is what the headline and the bottom line rest on, by the labels that the page shows: the
//! claims that they cite, and those of others that these rest on; which of them can be checked least,
//! how many origins there are together, and which claims have but one; whether all first reports were
//! read, and which were not. `on_one_text` is the text by which alone most claims came. Each is null where
//! nothing is known of it: all of it outside of `check`, and where the file has errors.
//! `notes`, where there are any, are lines for people: where a page was written, and what of its sources goes
//! out with it.
//! Fields may be added; none is removed or changes its meaning without a new `version`.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::files::{File, Files};
use super::{Diagnostic, FileReport, Label};

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
    let files = Files::of(file.input);
    let diagnostics = file.diagnostics.iter().map(|one| diagnostic(one, &files));
    let mut told = json!({
        "path": file.input.name,
        "failure": file.failure.map(|failure| failure.message),
        "failure_help": file.failure.and_then(|failure| failure.help),
        "diagnostics": diagnostics.collect::<Vec<_>>(),
        "strength": file.strength,
    });
    if !file.notes.is_empty() {
        told["notes"] = file.notes.into();
    }
    told
}

fn diagnostic(diagnostic: &Diagnostic, files: &Files<'_>) -> Value {
    let labels = diagnostic.labels().enumerate();
    let spans = labels.filter_map(|(number, label)| span(number == 0, label, files));
    json!({
        "code": diagnostic.code(),
        "severity": diagnostic.severity().word(),
        "message": diagnostic.message(),
        "notes": diagnostic.notes().collect::<Vec<_>>(),
        "help": diagnostic.help_lines(),
        "spans": spans.collect::<Vec<_>>(),
    })
}

fn span(primary: bool, label: &Label, files: &Files<'_>) -> Option<Value> {
    let span = label.place.span()?;
    let file = files.at(span.start);
    let mut told = json!({
        "primary": primary,
        "label": label.text,
        "start": point(span.start, file),
        "end": point(span.end, file),
    });
    if !files.is_own(span.start) {
        told["path"] = file.name.as_str().into();
    }
    Some(told)
}

fn point(byte: usize, file: &File<'_>) -> Value {
    let at = file.line_column(byte);
    let (byte, code_point) = file.offsets(byte);
    json!({
        "byte": byte,
        "code_point": code_point,
        "line": at.line,
        "column": at.column,
    })
}
