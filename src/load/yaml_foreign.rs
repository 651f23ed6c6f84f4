//! Finds what is of another form than YAML: the fences that Markdown has around code, as chat programs give texts,
//! its marks around keys, the tags of HTML, lines of one sign, and the marks of conflicts between versions.

use super::key_slips;
use super::rules::SYNTAX;
use super::yaml_lines::{Line, lines_before, lines_of};
use crate::diagnostics::{Diagnostic, Span};

const FENCES: [&str; 2] = ["```", "~~~"];
const MARKS: [&str; 4] = ["**", "__", "*", "`"];

/// Reports such a line, if it is one of those at which the parser stumbled, or begins the text.
pub(super) fn slip(text: &str, lines: &[Line<'_>]) -> Option<Diagnostic> {
    let found = lines.iter().find_map(|line| {
        mark_of_merge(line)
            .or_else(|| fence(text, line))
            .or_else(|| rule(text, line))
            .or_else(|| {
                let item = Some(line).filter(|line| !is_in_text(text, line));
                item.and_then(|line| key_slips::ticked_item(text, line.start))
            })
            .or_else(|| marked_key(text, line))
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
    MARKS.contains(&taken_out)
        || key_slips::box_of(taken_out).is_some()
        || closing_of(taken_out.trim()).is_some()
        || taken_out.trim().starts_with(['[', '{']) && taken_out.ends_with('\n')
        || is_of_tags(taken_out.trim())
        || taken_out
            .lines()
            .any(|line| is_fence(line) || sign_of(line).is_some())
}

/// Reports the tags of HTML between which a brief stands.
pub(super) fn tags(text: &str) -> Option<Diagnostic> {
    let before = text.trim_start();
    let tag = before
        .split_inclusive('>')
        .next()
        .filter(|tag| is_of_tags(tag))?;
    let mut rest = before;
    while let Some((tag, behind)) = rest.split_once('>').filter(|(tag, _)| begins_tag(tag)) {
        debug_assert!(!tag.is_empty(), "a tag begins with a sign");
        rest = behind.trim_start_matches([' ', '\t']);
        rest = rest.trim_start_matches(['\n', '\r']);
    }
    let begin = text.len() - rest.len();
    let mut end = rest.trim_end();
    while let Some((before, tag)) = end.rsplit_once("</").filter(|(_, tag)| tag.ends_with('>')) {
        if !is_of_tags(&format!("</{tag}")) {
            break;
        }
        end = before.trim_end();
    }
    let is_comment = rest.starts_with('#');
    let key = Line {
        start: 0,
        text: rest.lines().next()?,
    }
    .parted_key();
    if !is_comment && !key.is_some_and(|(key, _)| key_slips::is_field(key)) {
        return None;
    }
    let line = Line {
        start: text.len() - before.len(),
        text: before.lines().next()?,
    };
    let message = format!("`{tag}` is of HTML, and not of the brief");
    let help = "take out the tags that stand before the brief and behind it";
    let fault = key_slips::fault(&SYNTAX, &line, line.start, &message, help);
    let edits = [
        Span::new(0, begin),
        Span::new(begin + end.len(), text.len()),
    ];
    let edits = edits.into_iter().filter(|span| span.start < span.end);
    Some(fault.edit("Take the tags out", edits.map(|span| (span, String::new()))))
}

/// Reports the lines in which a program or a forum has code, of which one stands before a brief and one behind it.
pub(super) fn wrapped(text: &str) -> Option<Diagnostic> {
    let mut lines = lines_of(text).filter(|line| !line.text.trim().is_empty());
    let first = lines.next()?;
    let open = first.text.trim();
    let close = closing_of(open)?;
    let lines: Vec<Line<'_>> = lines.collect();
    let (last, lines) = lines.split_last()?;
    let is_of_brief = |line: &Line<'_>| {
        let key = line.parted_key();
        key.is_some_and(|(key, _)| key_slips::is_field(key))
    };
    if close != last.text.trim() || !lines.iter().any(is_of_brief) {
        return None;
    }
    let message = format!("`{open}` stands around the brief, and is none of it");
    let help = "take out the line, and the last one";
    let fault = key_slips::fault(&SYNTAX, &first, first.start, &message, help);
    let edits = [first, *last].map(|line| (whole(line), String::new()));
    Some(fault.edit("Take both lines out", edits))
}

/// Returns the line that ends what a line begins, where such lines stand around code.
fn closing_of(open: &str) -> Option<String> {
    if matches!(open, "\"\"\"" | "'''") {
        return Some(open.to_owned());
    }
    let is_name = |c: char| c.is_ascii_alphanumeric();
    let (begin, end) = [("[", "]"), ("{", "}")]
        .into_iter()
        .find(|(begin, _)| open.starts_with(begin))?;
    let inner = open.strip_prefix(begin)?.strip_suffix(end)?;
    let name = inner
        .split([':', '='])
        .next()
        .filter(|name| !name.is_empty() && name.chars().all(is_name))?;
    let slash = if begin == "[" { "/" } else { "" };
    Some(format!("{begin}{slash}{name}{end}"))
}

fn begins_tag(text: &str) -> bool {
    let name = text.strip_prefix('<');
    let name = name.map(|name| name.strip_prefix('/').unwrap_or(name));
    name.is_some_and(|name| {
        name.starts_with(|c: char| c.is_ascii_alphabetic()) && !name.contains(['<', '\n'])
    })
}

/// Says whether a text is tags of HTML and what is blank.
fn is_of_tags(text: &str) -> bool {
    let mut parts = text.split('>');
    let is_closed = parts.next_back().is_some_and(str::is_empty);
    !text.is_empty() && is_closed && parts.all(|part| begins_tag(part.trim_start()))
}

/// Finds a key within marks of Markdown.
pub(super) fn marked_key(text: &str, line: &Line<'_>) -> Option<Diagnostic> {
    let (mark, spans) = marks_around_key(line)?;
    let [open, close] = spans;
    let key = line
        .text
        .get(open.end - line.start..close.start - line.start)?;
    let key = key.trim_end_matches(':');
    let message = format!("`{mark}` around a key is of Markdown, and none of YAML");
    let help = format!("take it out before and behind `{key}`");
    let fault = key_slips::fault(&SYNTAX, line, open.start, &message, &help);
    // What begins so within a text may be meant as Markdown, but not where it is a word of the format, or an id.
    let is_of_key = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ":_-".contains(c);
    let others = lines_of(text).filter_map(|other| {
        let is_this = other.start == line.start;
        let (_, spans) = marks_around_key(&other).filter(|(other, _)| *other == mark)?;
        let [open, close] = spans;
        let key = text.get(open.end..close.start)?;
        (is_this || key.chars().all(is_of_key)).then_some(spans)
    });
    let edits = others.flatten().map(|span| (span, String::new()));
    Some(fault.edit(format!("Take each `{mark}` out"), edits))
}

/// Returns the marks of Markdown around the key with which a line begins, and their places.
fn marks_around_key(line: &Line<'_>) -> Option<(&'static str, [Span; 2])> {
    let begins = line.text.get(line.column()..)?;
    let mark = MARKS.into_iter().find(|mark| begins.starts_with(mark))?;
    let (key, behind) = begins.strip_prefix(mark)?.split_once(mark)?;
    let is_parted = behind.starts_with(':') || key.ends_with(':');
    let word = key.strip_suffix(':').unwrap_or(key);
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let start = line.start + line.column();
    let close = start + mark.len() + key.len();
    let spans = [
        Span::new(start, start + mark.len()),
        Span::new(close, close + mark.len()),
    ];
    (is_parted && !word.is_empty() && word.chars().all(is_word)).then_some((mark, spans))
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
    !text.lines().any(|text| has_field(Line { start: 0, text }))
}

/// Finds a line of one sign, as under a heading or between parts.
fn rule(text: &str, line: &Line<'_>) -> Option<Diagnostic> {
    let sign = sign_of(line.text).filter(|_| !is_in_text(text, line))?;
    let message = format!("a line of `{sign}`, which is none of YAML");
    let at = line.start + line.indent();
    let fault = key_slips::fault(&SYNTAX, line, at, &message, "take the line out");
    Some(fault.edit("Take the line out", [(whole(*line), String::new())]))
}

/// Says whether a line is of a text that one further up begins, as `note: |` does.
fn is_in_text(text: &str, line: &Line<'_>) -> bool {
    let mut indent = line.indent();
    for above in lines_before(text, line.start) {
        let words = above.text.trim();
        if indent == 0 {
            break;
        }
        if words.is_empty() || above.indent() >= indent {
            continue;
        }
        indent = above.indent();
        let begins = words.trim_end_matches(|c: char| matches!(c, '+' | '-') || c.is_ascii_digit());
        if begins.ends_with(" |") || begins.ends_with(" >") {
            return true;
        }
    }
    false
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
