//! Writes diagnostics as workflow commands of GitHub Actions: a line each, which the runner turns into
//! annotations of the files of a pull request.
//!
//! ```text
//! ::error file=a.yaml,line=2,col=9,endLine=2,endColumn=16,title=unknown-id::…%0Ahelp: …
//! ```
//!
//! In messages `%`, carriage return and line feed are escaped, in properties `:` and `,` too.
//! Columns are left out where a place spans lines: GitHub takes them within one line only. The log
//! of a run is read on a terminal too, so what would change one is made visible.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::files::Files;
use super::report::lines;
use super::{Diagnostic, FileReport, printable};

/// Writes the reports of a run, a line each problem.
pub(super) fn write(to: &mut impl Write, files: &[FileReport<'_>]) -> io::Result<()> {
    for file in files {
        let files = Files::of(file.input);
        let name = property(&printable(file.input.name));
        for diagnostic in file.diagnostics {
            writeln!(to, "{}", command(diagnostic, &name, &files))?;
        }
        for note in file.notes {
            writeln!(
                to,
                "::notice file={name}::{}",
                joined(std::slice::from_ref(note))
            )?;
        }
        if let Some(failure) = file.failure {
            writeln!(to, "::error file={name}::{}", joined(&failure.lines()))?;
        }
    }
    to.flush()
}

fn command(diagnostic: &Diagnostic, name: &str, files: &Files<'_>) -> String {
    let kind = diagnostic.severity().word();
    let file = diagnostic.primary().place.span();
    let file = file.map(|span| property(&printable(&files.at(span.start).name)));
    let name = file.as_deref().unwrap_or(name);
    let (place, title) = (place(diagnostic, files), diagnostic.code());
    let message = joined(&lines(diagnostic));
    format!("::{kind} file={name},{place}title={title}::{message}")
}

/// Returns the properties of the primary place; nothing for the input as a whole.
fn place(diagnostic: &Diagnostic, files: &Files<'_>) -> String {
    let Some(span) = diagnostic.primary().place.span() else {
        return String::new();
    };
    let file = files.at(span.start);
    let (start, end) = (file.line_column(span.start), file.line_column(span.end));
    if start.line == end.line {
        let (line, from, to) = (start.line, start.column, end.column);
        format!("line={line},col={from},endLine={line},endColumn={to},")
    } else {
        format!("line={},endLine={},", start.line, end.line)
    }
}

/// Joins lines, each made visible.
fn joined(lines: &[String]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| printable(line)).collect();
    data(&lines.join("\n"))
}

fn data(text: &str) -> String {
    escape(text, &['%', '\r', '\n'])
}

fn property(text: &str) -> String {
    escape(text, &['%', '\r', '\n', ':', ','])
}

/// Writes the characters as `%` and two hexadecimal digits; all of them are ASCII.
fn escape(text: &str, special: &[char]) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if special.contains(&letter) {
            // Writing to a string cannot fail.
            _ = write!(out, "%{:02X}", u32::from(letter));
        } else {
            out.push(letter);
        }
    }
    out
}
