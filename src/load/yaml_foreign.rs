//! Finds lines that are of another form than YAML: the fences that Markdown has around code, as chat programs give
//! texts, lines of one sign, and the marks of conflicts between versions.

use super::key_slips;
use super::rules::SYNTAX;
use super::yaml_lines::Line;
use crate::diagnostics::{Diagnostic, Span};

const FENCES: [&str; 2] = ["```", "~~~"];
/// A fence opens within so many lines of what is no brief.
const MOST_LINES: usize = 200;

/// Reports such a line, if it is one of those at which the parser stumbled, or begins the text.
pub(super) fn slip(text: &str, lines: &[Line<'_>]) -> Option<Diagnostic> {
    let found = lines.iter().find_map(|line| {
        mark_of_merge(line)
            .or_else(|| fence(text, line))
            .or_else(|| rule(line))
    });
    found.or_else(|| {
        let mut all = lines_of(text).filter(|line| !line.text.trim().is_empty());
        fence(text, &all.next()?)
    })
}

/// Says whether a text that an edit takes out has nothing of a brief: a fence, with what stands outside of it, or a
/// line of one sign.
pub(super) fn is_foreign(taken_out: &str) -> bool {
    let is_fence = |line: &str| {
        FENCES
            .iter()
            .any(|fence| line.trim_start().starts_with(fence))
    };
    taken_out
        .lines()
        .any(|line| is_fence(line) || sign_of(line).is_some())
}

/// Finds a line that a program for versions wrote between two that differ.
fn mark_of_merge(line: &Line<'_>) -> Option<Diagnostic> {
    let mark = line.text.split(' ').next()?;
    let is_mark = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].contains(&mark);
    let help = "keep one of the two versions, and take out the lines that begin with `<<<<<<<`, \
        `=======` and `>>>>>>>`";
    let fault = || {
        key_slips::fault(
            &SYNTAX,
            line,
            line.start,
            "a mark of a merge conflict",
            help,
        )
    };
    is_mark.then(fault)
}

/// Finds a line that begins or ends code in Markdown.
fn fence(text: &str, line: &Line<'_>) -> Option<Diagnostic> {
    let begin = line.text.trim_start();
    let fence = FENCES.iter().find(|fence| begin.starts_with(**fence))?;
    let at = line.start + (line.text.len() - begin.len());
    let message = format!("`{fence}` is of Markdown, around code, and not of the brief");
    let help = "take out this line, the one that closes it, and what stands around the two";
    let fault = key_slips::fault(&SYNTAX, line, at, &message, help);
    let is_fence = |other: &Line<'_>| other.text.trim_start().starts_with(*fence);
    let fences: Vec<Span> = lines_of(text).filter(is_fence).map(whole).collect();
    let edits = match *fences {
        [open, close] => {
            let open = Span::new(
                if is_outside(text.get(..open.start)?) {
                    0
                } else {
                    open.start
                },
                open.end,
            );
            let behind = is_outside(text.get(close.end..)?);
            let close = Span::new(close.start, if behind { text.len() } else { close.end });
            vec![open, close]
        }
        [one] => vec![one],
        _ => return Some(fault),
    };
    let edits = edits.into_iter().map(|span| (span, String::new()));
    let edits = edits.map(|(span, new)| (Span::new(span.start, span.end.min(text.len())), new));
    Some(fault.edit(format!("Take the `{fence}` out"), edits))
}

/// Says whether what stands before or behind a fence has no field of a brief.
fn is_outside(text: &str) -> bool {
    let has_field = |line: Line<'_>| {
        line.parted_key()
            .is_some_and(|(key, _)| key_slips::is_field(key))
    };
    !text
        .lines()
        .take(MOST_LINES)
        .any(|text| has_field(Line { start: 0, text }))
}

/// Finds a line of one sign, as under a heading or between parts.
fn rule(line: &Line<'_>) -> Option<Diagnostic> {
    let sign = sign_of(line.text)?;
    let message = format!("a line of `{sign}`, which is none of YAML");
    let at = line.start + line.indent();
    let fault = key_slips::fault(&SYNTAX, line, at, &message, "take the line out");
    Some(fault.edit("Take the line out", [(whole(*line), String::new())]))
}

fn sign_of(line: &str) -> Option<char> {
    let line = line.trim();
    let sign = line.chars().next()?;
    let least = if sign == '-' { 4 } else { 3 };
    let is_rule = matches!(sign, '=' | '-' | '*' | '_') && line.len() >= least;
    (is_rule && line.chars().all(|c| c == sign)).then_some(sign)
}

/// Returns the bytes of a line with its end.
fn whole(line: Line<'_>) -> Span {
    Span::new(line.start, line.start + line.text.len())
}

fn lines_of(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |text| {
        let line = Line { start, text };
        start += text.len();
        line
    })
}
