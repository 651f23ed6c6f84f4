//! Proposes edits for slips of YAML. Whether each does away with the slip, and reads as the format has
//! it, is for the program to try that offers it.

use super::positions;
use super::quoting::in_marks;
use super::yaml_lines::{Line, lines_up_to, odd_space_name};
use crate::diagnostics::{Diagnostic, Span};

/// How long a line may be that is put in quote marks: there may be very many faults in one.
const LONGEST: usize = 4_000;

/// Writes a space for each that is none in YAML, in the indentation of all lines: they come together, as
/// a text is pasted.
pub(super) fn odd_indentation(text: &str) -> Vec<(Span, String)> {
    let mut start = 0;
    let mut edits = Vec::new();
    for line in text.split_inclusive('\n') {
        let indentation = line
            .char_indices()
            .take_while(|(_, c)| c.is_whitespace() || *c == '-');
        let odd = indentation.filter(|(at, _)| {
            line.get(*at..)
                .is_some_and(|rest| odd_space_name(rest).is_some())
        });
        edits.extend(odd.map(|(at, c)| {
            (
                Span::new(start + at, start + at + c.len_utf8()),
                " ".to_owned(),
            )
        }));
        start += line.len();
    }
    edits
}

/// Proposes one space in place of all that is blank from a byte on.
pub(super) fn a_space(fault: Diagnostic, line: &Line<'_>, from: usize) -> Diagnostic {
    let rest = line.text.get(from - line.start..).unwrap_or("");
    let end = from + (rest.len() - rest.trim_start().len());
    fault.edit("Write a space", [(Span::new(from, end), " ".to_owned())])
}

/// Proposes quote marks around the rest of a line from a byte on, up to a comment.
pub(super) fn marks(fault: Diagnostic, line: &Line<'_>, from: usize) -> Diagnostic {
    let rest = line.text.get(from - line.start..).unwrap_or("");
    let rest = rest.split(" #").next().unwrap_or(rest).trim_end();
    if rest.len() > LONGEST {
        return fault;
    }
    let span = Span::new(from, from + rest.len());
    fault.edit("Put the text in quote marks", [(span, in_marks(rest))])
}

/// Proposes quote marks around the value of the first key, or of the item, in the line of a byte.
pub(super) fn in_quote_marks(fault: Diagnostic, text: &str, byte: usize) -> Diagnostic {
    let near = text.floor_char_boundary(byte.saturating_sub(LONGEST));
    let far = text.ceil_char_boundary(byte + LONGEST).min(text.len());
    let has_break = |range| {
        text.get(range)
            .is_some_and(|part: &str| part.contains('\n'))
    };
    let is_short =
        (near == 0 || has_break(near..byte)) && (far == text.len() || has_break(byte..far));
    let Some(line) = is_short
        .then(|| lines_up_to(text, byte))
        .and_then(|lines| lines.first().copied())
    else {
        return fault;
    };
    let before = text.get(line.start..byte).unwrap_or("");
    if before.contains(['{', '[']) {
        let rest = text.get(byte..).unwrap_or("");
        let rest = rest
            .split([',', ']', '}', '\n'])
            .next()
            .unwrap_or(rest)
            .trim_end();
        let span = Span::new(byte, byte + rest.len());
        return fault.edit("Put the text in quote marks", [(span, in_marks(rest))]);
    }
    let value = match line.key() {
        Some((key, rest)) => line.after_colon(key) + (rest.len() - rest.trim_start().len()),
        None => line.start + line.column(),
    };
    marks(fault, &line, value.min(line.start + line.text.len()))
}

/// Proposes what help says, where one edit of a line can be it.
pub(super) fn mended(
    fault: Diagnostic,
    text: &str,
    byte: usize,
    phrases: &str,
    help: &str,
) -> Diagnostic {
    let is = |phrase: &str| phrases.starts_with(phrase);
    if is("tab") {
        return without_tabs(fault, text, byte);
    }
    if is("unexpected end of stream") || is("invalid indentation in quoted scalar") {
        return closed(fault, text, byte);
    }
    if is("unknown escape") {
        return fault.edit("Write `\\\\` for each backslash", backslashes(text, byte));
    }
    if is("block sequence entries") {
        return below_key(fault, text, byte);
    }
    if is("misplaced bracket") {
        let bracket = positions::character(text, byte);
        return fault.edit("Take the bracket out", [(bracket, String::new())]);
    }
    if ["quote the text", "put the text", "put the whole text"]
        .iter()
        .any(|quote| help.starts_with(quote))
    {
        return in_quote_marks(fault, text, byte);
    }
    fault
}

/// Doubles each backslash that begins no known escape, in the text in quote marks that begins at a byte.
fn backslashes(text: &str, byte: usize) -> Vec<(Span, String)> {
    const KNOWN: &str = "0abtnvfre \"/\\N_LPxuU\t\n\r";
    let mut edits = Vec::new();
    let rest = text.get(byte..).unwrap_or("");
    let rest = rest.strip_prefix('"').unwrap_or(rest);
    let begin = text.len() - rest.len();
    let mut letters = rest.char_indices().take(LONGEST);
    while let Some((at, c)) = letters.next() {
        match c {
            '"' => break,
            '\\' => {
                let next = letters.next();
                if !next.is_some_and(|(_, next)| KNOWN.contains(next)) {
                    let at = begin + at;
                    edits.push((Span::new(at, at), "\\".to_owned()));
                }
            }
            _ => {}
        }
    }
    edits
}

/// Proposes to begin a sequence on the line below its key.
fn below_key(fault: Diagnostic, text: &str, byte: usize) -> Diagnostic {
    let lines = lines_up_to(text, byte);
    let Some((line, (key, rest))) = lines.first().and_then(|line| Some((line, line.key()?))) else {
        return fault;
    };
    let after = line.after_colon(key);
    let blank = rest.len() - rest.trim_start().len();
    let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let indentation = " ".repeat(line.column() + 2);
    let span = Span::new(after, after + blank);
    let title = format!("Begin the list on the line below `{key}`");
    fault.edit(title, [(span, format!("{line_break}{indentation}"))])
}

/// The widths of a tab that programs take several spaces for.
const WIDTHS: [usize; 3] = [2, 4, 8];

/// Proposes spaces in place of the tabs with which lines begin: as many for each as it stands for, in all lines,
/// or as many as the line above has.
fn without_tabs(fault: Diagnostic, text: &str, byte: usize) -> Diagnostic {
    let mut start = 0;
    let mut edits = Vec::new();
    for line in text.split_inclusive('\n') {
        let content = line.trim_start_matches([' ', '\t']);
        let indentation = line.len() - content.len();
        if let Some(indented) = line
            .get(..indentation)
            .filter(|indented| indented.contains('\t'))
        {
            let span = Span::new(start, start + indentation);
            edits.push((span, indented));
        }
        start += line.len();
    }
    // Fewer spaces than a tab stands for follow it.
    let behind = |indented: &str| indented.len() - indented.trim_end_matches(' ').len();
    let spaces = edits.iter().map(|(_, indented)| behind(indented)).max();
    let width = WIDTHS
        .into_iter()
        .find(|width| spaces.is_none_or(|spaces| spaces < *width));
    let width = width.unwrap_or(2);
    let edits: Vec<_> = edits
        .into_iter()
        .map(|(span, indented)| (span, indented.replace('\t', &" ".repeat(width))))
        .collect();
    let own = edits
        .iter()
        .find(|(span, _)| span.start <= byte && byte <= span.end);
    let as_above = own.and_then(|(span, two)| {
        let above = text
            .get(..span.start)?
            .lines()
            .rev()
            .find(|line| !line.trim().is_empty())?;
        let column = above.len() - above.trim_start_matches([' ', '-']).len();
        // Under a line that has tabs as well, as many spaces would be a guess.
        let is_sure = !above.trim_start_matches(' ').starts_with('\t');
        (is_sure && column != two.len()).then(|| (*span, " ".repeat(column)))
    });
    let words = if width == 2 {
        "two"
    } else if width == 4 {
        "four"
    } else {
        "eight"
    };
    let fault = fault.edit(format!("Indent with {words} spaces for each tab"), edits);
    match as_above {
        Some(edit) => fault.edit("Indent as the line above", [edit]),
        None => fault,
    }
}

/// Proposes a quote mark at the end of the line in which one opens that is never closed.
fn closed(fault: Diagnostic, text: &str, byte: usize) -> Diagnostic {
    let before = text.get(..byte).unwrap_or("");
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = text
        .get(start..)
        .and_then(|rest| rest.lines().next())
        .unwrap_or("");
    let value = line.split_once(": ").map_or(line, |(_, value)| value);
    let value = value.trim_start_matches([' ', '-']).trim_end();
    let Some(mark) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
        return fault;
    };
    let end = start + line.trim_end().len();
    let title = format!("Close the quote mark: `{mark}`");
    fault.edit(title, [(Span::new(end, end), mark.to_string())])
}

/// Proposes to take the tag or the mark at a place out, with the spaces behind it, or to put the text in
/// quote marks that begins with it.
pub(super) fn without_property(fault: Diagnostic, text: &str, title: &str) -> Diagnostic {
    let Some(span) = fault
        .primary()
        .place
        .span()
        .filter(|span| span.start < span.end)
    else {
        return fault;
    };
    let rest = text.get(span.end..).unwrap_or("");
    let end = span.end + (rest.len() - rest.trim_start_matches(' ').len());
    let fault = fault.edit(title, [(Span::new(span.start, end), String::new())]);
    in_quote_marks(fault, text, span.start)
}

/// Proposes to take the sign at a byte out with which a value begins, and the same one at its end.
pub(super) fn without_sign(fault: Diagnostic, text: &str, byte: usize) -> Diagnostic {
    let rest = text.get(byte..).unwrap_or("");
    let end = |c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}');
    let value = rest.split(end).next().unwrap_or(rest);
    let Some(sign) = value
        .chars()
        .next()
        .filter(|sign| sign.len_utf8() < value.len())
    else {
        return fault;
    };
    let mut edits = vec![(Span::new(byte, byte + sign.len_utf8()), String::new())];
    if value.ends_with(sign) {
        let end = byte + value.len();
        edits.push((Span::new(end - sign.len_utf8(), end), String::new()));
    }
    fault.edit(format!("Take the `{sign}` out"), edits)
}

/// Makes edits, which are in order; nothing where they overlap.
pub(super) fn written(text: &str, edits: &[(Span, String)]) -> Option<String> {
    let mut made = String::with_capacity(text.len() + 16);
    let mut from = 0;
    for (span, new) in edits {
        made.push_str(text.get(from..span.start)?);
        made.push_str(new);
        from = span.end;
    }
    made.push_str(text.get(from..)?);
    Some(made)
}
