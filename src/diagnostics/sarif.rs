//! Writes diagnostics as SARIF 2.1.0 (OASIS), for code-scanning views: one run, and the rules of
//! which anything was found.
//!
//! Lines and columns count from 1, columns in code points (`columnKind`); a region ends before its
//! `endColumn`. A problem of the input as a whole has the region of its first character: GitHub
//! takes no result without one, and shows none in a pull request that does not hold all its lines.
//! A file that could not be read, or its page not be made, is a notification of the tool and no
//! result. There are no fingerprints: what uploads the file makes them of the lines of the source.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::files::{File, Files};
use super::report::lines;
use super::{Diagnostic, FileReport, Label, Rule, Rules, Severity, Span};

/// Writes the reports of a run as one log, with a line break at its end.
pub(super) fn write(
    to: &mut impl Write,
    files: &[FileReport<'_>],
    rules: &Rules,
) -> io::Result<()> {
    let diagnostics = files.iter().flat_map(|file| file.diagnostics);
    let found: BTreeSet<&str> = diagnostics.map(Diagnostic::code).collect();
    let rules = rules.iter().filter(|rule| found.contains(rule.code()));
    let rules: Vec<&Rule> = rules.collect();
    let numbers = rules.iter().zip(0..);
    let numbers = numbers
        .map(|(rule, number)| (rule.code(), number))
        .collect();
    let results = files.iter().flat_map(|file| results(file, &numbers));
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "brief",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.into_iter().map(described).collect::<Vec<_>>(),
            } },
            "invocations": [invocation(files)],
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<_>>(),
        }],
    });
    serde_json::to_writer_pretty(&mut *to, &log)?;
    to.write_all(b"\n")?;
    to.flush()
}

fn described(rule: &Rule) -> Value {
    json!({
        "id": rule.code(),
        "shortDescription": { "text": rule.meaning() },
        "fullDescription": { "text": rule.description() },
        "help": { "text": rule.explanation(), "markdown": rule.explanation() },
        "defaultConfiguration": { "level": rule.severity().word() },
    })
}

fn invocation(files: &[FileReport<'_>]) -> Value {
    let notification = |file: &FileReport<'_>| {
        let failure = file.failure?;
        Some(json!({
            "level": Severity::Error.word(),
            "message": { "text": failure.lines().join("\n") },
            "locations": [location(file.input.name, None, None)],
        }))
    };
    let notes = files.iter().flat_map(|file| {
        file.notes.iter().map(|note| {
            json!({
                "level": "note",
                "message": { "text": note },
                "locations": [location(file.input.name, None, None)],
            })
        })
    });
    let failures = files.iter().filter_map(notification);
    let notifications: Vec<Value> = failures.chain(notes).collect();
    let is_whole = files.iter().all(|file| file.failure.is_none());
    let mut invocation = json!({ "executionSuccessful": is_whole });
    if !notifications.is_empty() {
        invocation["toolExecutionNotifications"] = notifications.into();
    }
    invocation
}

/// Returns the results of a file; `numbers` are the places of the rules in the run's list.
fn results(file: &FileReport<'_>, numbers: &BTreeMap<&str, usize>) -> Vec<Value> {
    let files = Files::of(file.input);
    let result = |diagnostic: &Diagnostic| {
        let (code, primary) = (diagnostic.code(), diagnostic.primary());
        let span = primary.place.span();
        let at = span.unwrap_or(Span::new(0, 0));
        let file = files.at(at.start);
        let mut result = json!({
            "ruleId": code,
            "ruleIndex": numbers.get(code),
            "level": diagnostic.severity().word(),
            "message": { "text": lines(diagnostic).join("\n") },
            "locations": [location(&file.name, Some(region(at, file)), span.map(|_| primary))],
        });
        let related = related(diagnostic, &files);
        if !related.is_empty() {
            result["relatedLocations"] = related.into();
        }
        result
    };
    file.diagnostics.iter().map(result).collect()
}

fn related(diagnostic: &Diagnostic, files: &Files<'_>) -> Vec<Value> {
    let location = |label: &Label| {
        let span = label.place.span()?;
        let file = files.at(span.start);
        Some(location(&file.name, Some(region(span, file)), Some(label)))
    };
    diagnostic.secondary().iter().filter_map(location).collect()
}

fn location(name: &str, region: Option<Value>, label: Option<&Label>) -> Value {
    let mut physical = Map::new();
    physical.insert("artifactLocation".into(), json!({ "uri": reference(name) }));
    physical.extend(region.map(|region| ("region".into(), region)));
    let text = label.map(|label| label.text.as_str());
    match text.filter(|text| !text.is_empty()) {
        Some(text) => json!({ "physicalLocation": physical, "message": { "text": text } }),
        None => json!({ "physicalLocation": physical }),
    }
}

fn region(span: Span, file: &File<'_>) -> Value {
    let (start, end) = (file.line_column(span.start), file.line_column(span.end));
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

/// Returns a path, as the user gave it, as a URI reference (RFC 3986): relative to where the program ran, or a
/// `file` URI.
pub fn reference(path: &str) -> String {
    let path = if cfg!(windows) {
        path.replace('\\', "/")
    } else {
        path.to_owned()
    };
    let path = path.strip_prefix("./").unwrap_or(&path);
    match path.as_bytes() {
        [b'/', ..] => format!("file://{}", encoded(path)),
        [drive, b':', b'/', ..] if cfg!(windows) && drive.is_ascii_alphabetic() => {
            format!("file:///{}", encoded(path))
        }
        _ => encoded(path),
    }
}

fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::reference;

    #[test]
    fn paths_become_references() {
        for (path, uri) in [
            ("content/a.yaml", "content/a.yaml"),
            ("./a b.yaml", "a%20b.yaml"),
            ("a:b#c?.yaml", "a%3Ab%23c%3F.yaml"),
            ("Зе.yaml", "%D0%97%D0%B5.yaml"),
            ("<stdin>", "%3Cstdin%3E"),
        ] {
            assert_eq!(reference(path), uri);
        }
    }

    #[cfg(unix)]
    #[test]
    fn absolute_paths_become_file_uris() {
        assert_eq!(reference("/tmp/a.yaml"), "file:///tmp/a.yaml");
    }
}
