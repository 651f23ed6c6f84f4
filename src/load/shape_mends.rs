//! Proposes edits for values of the wrong shape.

use super::quoting::{in_marks, text_with_commas, told_of_marks_before};
use super::shape_help;
use super::tree::{Cursor, Value};
use crate::diagnostics::{Diagnostic, Span};

/// Proposes what help says of a value, written out.
pub(super) fn rewritten(
    fault: Diagnostic,
    input: &str,
    expected: &str,
    found: Cursor<'_>,
    field: Option<&str>,
) -> Diagnostic {
    let span = found.span();
    let raw = input.get(span.range()).unwrap_or("");
    match found.value() {
        Value::Mapping if expected == "a sequence" => one_item(fault, input, raw, span),
        Value::Sequence | Value::Mapping
            if expected == "a text" && raw.starts_with(['[', '{']) && raw.ends_with([']', '}']) =>
        {
            fault.edit("Put the text in quote marks", [(span, in_marks(raw))])
        }
        value @ (Value::Scalar { .. } | Value::Sequence | Value::Mapping | Value::Alias(_)) => {
            match shape_help::rewritten(expected, value, field) {
                Some(written) => fault.edit(format!("Write `{written}`"), [(span, written)]),
                None => fault,
            }
        }
    }
}

/// Proposes to make a mapping the only item of a sequence.
fn one_item(fault: Diagnostic, input: &str, raw: &str, span: Span) -> Diagnostic {
    let title = "Make it the item of a list";
    if raw.starts_with('{') {
        let is_whole = raw.ends_with('}');
        return if is_whole {
            fault.edit(title, [(span, format!("[{raw}]"))])
        } else {
            fault
        };
    }
    let insert = |at, text: &str| (Span::new(at, at), text.to_owned());
    let before = input.get(..span.start).unwrap_or("");
    let column = span.start - before.rfind('\n').map_or(0, |at| at + 1);
    let mut edits = vec![insert(span.start, "- ")];
    let mut at = span.start;
    for (number, line) in input
        .get(span.start..)
        .unwrap_or("")
        .split_inclusive('\n')
        .enumerate()
    {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let is_blank = line.trim().is_empty();
        if number > 0 && !is_blank {
            if indent < column {
                break;
            }
            edits.push(insert(at, "  "));
        }
        at += line.len();
    }
    fault.edit(title, edits)
}

/// Proposes a space behind the `-` of each line of a value.
pub(super) fn dashes(fault: Diagnostic, input: &str, span: Span) -> Diagnostic {
    let mut at = span.start;
    let mut edits = Vec::new();
    for line in input.get(span.range()).unwrap_or("").split_inclusive('\n') {
        let content = line.trim_start();
        if content.starts_with('-') && !content.starts_with("- ") {
            let behind = at + (line.len() - content.len()) + 1;
            edits.push((Span::new(behind, behind), " ".to_owned()));
        }
        at += line.len();
    }
    fault.edit("Put a space after `-`", edits)
}

/// Proposes quote marks around the text from which commas cut off parts.
pub(super) fn commas(fault: Diagnostic, input: &str, parts: Span) -> Diagnostic {
    let fault = told_of_marks_before(input, parts.start, fault);
    match text_with_commas(input, parts) {
        Some(span) if fault.remedies().is_empty() => {
            let written = in_marks(input.get(span.range()).unwrap_or(""));
            fault.edit("Put the text in quote marks", [(span, written)])
        }
        Some(_) | None => fault,
    }
}
