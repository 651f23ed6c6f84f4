//! Finds a bracket that is not closed, or that a comment keeps open. The parser stumbles only over what
//! comes after it, such as the `:` of the next key.

use super::key_slips;
use super::positions;
use super::quoting::in_marks;
use super::rules::SYNTAX;
use super::text_fields::holds_text;
use super::yaml_lines::{Line, lines_before};
use crate::diagnostics::{Diagnostic, Place, Span};

/// How many bytes before the parser's place are looked at.
const NEAR: usize = 2_000;

/// Reports a bracket that is not closed.
pub(super) fn unclosed_bracket(text: &str, byte: usize, info: &str) -> Option<Diagnostic> {
    const PHRASES: [&str; 6] = [
        "is only valid inside a block",
        "invalid indentation",
        "mapping values are not allowed",
        "illegal placement of ':'",
        "did not find expected ','",
        "expected ',' or ']'",
    ];
    if !PHRASES.iter().any(|phrase| info.contains(phrase)) {
        return None;
    }
    let here = lines_before(text, byte).next()?;
    let is_item = here.text.trim_start().starts_with("- ");
    // A line of the sequence itself may be indented too little.
    if info.contains("invalid indentation") && !is_item && !begins_key(text.get(byte..)?) {
        return None;
    }
    let open = last_open_bracket(text, here.start)?;
    if let Some(hash) = open.comment {
        return Some(kept_open(text, &open, hash));
    }
    if let Some(sign) = closed_oddly(text, &open) {
        return Some(sign);
    }
    let (opening, closing) = (open.opening, open.closing);
    let (here, byte) = first_behind(text, &open, here, byte);
    let message = format!("expected `{closing}` before this");
    let fault = Diagnostic::new(&SYNTAX, character(text, byte), message)
        .also(character(text, open.start), "opened here")
        .help(format!(
            "close it with `{closing}`, or quote the text if it begins with `{opening}`"
        ));
    // Where the line ends that has the last of it.
    let last = text.get(..here.start)?.trim_end().len();
    let title = format!("Close it with `{closing}`");
    Some(fault.edit(title, [(Span::new(last, last), closing.to_string())]))
}

/// Returns the first line behind a bracket with a key or an item that is indented no deeper than the key of its
/// value, and where it begins: the parser may read such lines on. Else that is where the parser stumbled.
fn first_behind<'t>(text: &'t str, open: &Open, here: Line<'t>, byte: usize) -> (Line<'t>, usize) {
    let Some(opened) = lines_before(text, open.start).next() else {
        return (here, byte);
    };
    let behind = lines_before(text, here.start.saturating_sub(1));
    let is_sound = |line: &Line<'_>| {
        let is_item = line.text.trim_start().starts_with("- ");
        line.indent() <= opened.column() && (is_item || line.parted_key().is_some())
    };
    let behind = behind.take_while(|line| line.start > open.start);
    let first = behind.filter(is_sound).last();
    first.map_or((here, byte), |line| (line, line.start + line.indent()))
}

/// Signs of other scripts, or of another kind, that people write for the commas of a list.
const COMMAS: [char; 7] = ['，', '、', '﹐', '；', '،', '؛', ';'];

/// Reports a sign in a mapping or sequence in brackets where a comma is to part two values.
pub(super) fn odd_comma(text: &str, byte: usize, info: &str) -> Option<Diagnostic> {
    if ![
        "did not find expected ','",
        "expected ',' or",
        "invalid trailing content",
    ]
    .iter()
    .any(|phrase| info.contains(phrase))
    {
        return None;
    }
    let line = lines_before(text, byte).next()?;
    let (before, behind) = line.text.split_at_checked(byte.checked_sub(line.start)?)?;
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ' | '"' | '\'');
    let at = match behind.trim_start() {
        rest if rest.starts_with(COMMAS) => line.text.len() - rest.len(),
        _ => {
            before
                .trim_end_matches(is_word)
                .char_indices()
                .next_back()?
                .0
        }
    };
    let sign = line.text.get(at..)?.chars().next()?;
    let is_within = before.contains(['{', '[']) && COMMAS.contains(&sign);
    let message = format!("`{sign}` is no comma of YAML");
    let here = key_slips::fault(
        &SYNTAX,
        &line,
        line.start + at,
        &message,
        "type `,` and a space",
    );
    is_within.then(|| here.edit("Write `,` and a space", commas(&line, sign, at)))
}

/// Writes commas for a sign from a place on, wherever a key follows.
fn commas(line: &Line<'_>, sign: char, from: usize) -> Vec<(Span, String)> {
    let places = line.text.match_indices(sign).filter(|(at, _)| *at >= from);
    let commas = places.filter_map(|(at, sign)| {
        let rest = line.text.get(at + sign.len()..)?;
        let value = rest.trim_start();
        let start = line.start + at;
        let end = start + sign.len() + (rest.len() - value.len());
        (at == from || begins_key(value)).then(|| (Span::new(start, end), ", ".to_owned()))
    });
    commas.collect()
}

/// Pairs of signs that people write for the brackets of a mapping.
const BRACKETS: [(char, char); 7] = [
    ('｛', '｝'),
    ('（', '）'),
    ('(', ')'),
    ('［', '］'),
    ('【', '】'),
    ('<', '>'),
    ('«', '»'),
];

/// Finds a value within signs that are no brackets of YAML, and has a field.
pub(super) fn odd_brackets(text: &str, line: &Line<'_>) -> Option<Diagnostic> {
    let begins = line.text.get(line.column()..)?;
    let value = line.key().map_or(begins, |(_, value)| value).trim_start();
    let open = value.chars().next()?;
    let (_, close) = BRACKETS.iter().find(|(opens, _)| *opens == open)?;
    let written = value.trim_end();
    let within = written.strip_prefix(open)?.strip_suffix([*close, '}'])?;
    let within = Line {
        start: 0,
        text: within.trim_start(),
    };
    let key = within
        .parted_key()
        .filter(|(key, _)| key_slips::is_field(key));
    let start = line.start + (line.text.len() - value.len());
    key.filter(|_| holds_text(text, start) != Some(true))
        .map(|_| {
            let message = format!("`{open}` opens no mapping in YAML");
            let help = "write `{` in its place, and `}` at the end";
            let end = start + written.len();
            let edits = [
                (Span::new(start, start + open.len_utf8()), "{".to_owned()),
                (
                    Span::new(
                        end - written.chars().next_back().map_or(0, char::len_utf8),
                        end,
                    ),
                    "}".to_owned(),
                ),
            ];
            key_slips::fault(&SYNTAX, line, start, &message, help).edit("Write `{` and `}`", edits)
        })
}

/// Reports the sign at a byte that closes no bracket, where one is open.
pub(super) fn odd_close(text: &str, byte: usize) -> Option<Diagnostic> {
    let rest = text.get(byte..)?;
    let sign = rest.trim_start_matches(' ').chars().next()?;
    BRACKETS.iter().find(|(_, close)| *close == sign)?;
    let end = byte + rest.find('\n').unwrap_or(rest.len());
    closed_oddly(text, &last_open_bracket(text, end + 1)?)
}

/// Reports the sign at the end of the line of a bracket that does not close it.
fn closed_oddly(text: &str, open: &Open) -> Option<Diagnostic> {
    let line = lines_before(text, open.start).next()?;
    let written = line.text.trim_end().trim_end_matches(',');
    let sign = written.chars().next_back()?;
    let (opens, _) = BRACKETS.iter().find(|(_, close)| *close == sign)?;
    // It may close another one of its kind.
    let within = line.text.get(open.start - line.start..written.len())?;
    if within.matches(*opens).count() >= within.matches(sign).count() {
        return None;
    }
    let at = written.len() - sign.len_utf8();
    let (start, closing) = (line.start + at, open.closing);
    let message = format!("`{sign}` closes nothing in YAML");
    let help = format!("write `{closing}` in its place");
    let edit = (
        Span::new(start, start + sign.len_utf8()),
        closing.to_string(),
    );
    let fault = key_slips::fault(&SYNTAX, &line, start, &message, &help);
    let fault = fault.also(character(text, open.start), "opened here");
    Some(fault.edit(format!("Write `{closing}`"), [edit]))
}

/// Reports a comment that has the bracket which would close another.
fn kept_open(text: &str, open: &Open, hash: usize) -> Diagnostic {
    let (opening, closing) = (open.opening, open.closing);
    let message = format!("a comment begins here, and cuts the `{closing}` off");
    let fault = Diagnostic::new(&SYNTAX, character(text, hash), message)
        .also(character(text, open.start), "opened here")
        .help(format!(
            "quote the text if ` #` belongs to it; else put the comment behind the `{closing}`"
        ));
    let before = text.get(open.start..hash).unwrap_or("");
    let ends = [": ", ", ", "\n"].map(|end| before.rfind(end).map(|at| at + end.len()));
    let from = ends
        .into_iter()
        .flatten()
        .max()
        .unwrap_or(opening.len_utf8());
    let value = before.get(from..).unwrap_or("");
    let start = hash - value.trim_start().len();
    let rest = text.get(start..).unwrap_or("");
    let end = rest.find([',', ']', '}', '\n']).unwrap_or(rest.len());
    let written = rest.get(..end).unwrap_or("").trim_end();
    if written.starts_with(['"', '\'', '&', '*', '!']) {
        return fault;
    }
    let span = Span::new(start, start + written.len());
    fault.edit("Put the text in quote marks", [(span, in_marks(written))])
}

/// A bracket that seems open where another value begins.
struct Open {
    start: usize,
    opening: char,
    closing: char,
    /// The comment that has a bracket which would close it.
    comment: Option<usize>,
}

/// Finds a bracket that begins a value on a line before a byte and seems open there: one that nothing
/// closes, or that a bracket of the other kind closes.
fn last_open_bracket(text: &str, byte: usize) -> Option<Open> {
    let mut closed = Vec::new();
    let mut comments: Vec<Line<'_>> = Vec::new();
    let lines = lines_before(text, byte.checked_sub(1)?);
    for line in lines.take_while(|line| byte - line.start < NEAR) {
        let (values, comment) = line.text.split_at(comment_start(line.text));
        comments.push(Line {
            start: line.start + values.len(),
            text: comment,
        });
        for (at, c) in values.char_indices().rev() {
            let closing = match c {
                ']' | '}' => {
                    closed.push(c);
                    continue;
                }
                '[' => ']',
                '{' => '}',
                _ => continue,
            };
            if closed.last() == Some(&closing) {
                closed.pop();
                continue;
            }
            let comment = comments
                .iter()
                .rev()
                .find(|line| closes_another(line.text, c, closing));
            return begins_value(values.get(..at)?).then(|| Open {
                start: line.start + at,
                opening: c,
                closing,
                comment: comment.map(|line| line.start),
            });
        }
    }
    None
}

/// Says whether a text has a closing bracket more than it opens.
fn closes_another(text: &str, opening: char, closing: char) -> bool {
    text.matches(closing).count() > text.matches(opening).count()
}

/// Returns where the comment of a line begins; where it has none, its end.
fn comment_start(line: &str) -> usize {
    let mut quote = None;
    let mut is_escaped = false;
    for (at, c) in line.char_indices() {
        let before = line.get(..at).unwrap_or("");
        match quote {
            Some('"') if is_escaped => is_escaped = false,
            Some('"') if c == '\\' => is_escaped = true,
            Some(open) if c == open => quote = None,
            None if c == '#' && (at == 0 || before.ends_with([' ', '\t'])) => return at,
            // Within single marks two stand for one, which ends nothing.
            None if matches!(c, '"' | '\'') => {
                let begins = begins_value(before) || (c == '\'' && before.ends_with(c));
                quote = begins.then_some(c);
            }
            Some(_) | None => {}
        }
    }
    line.len()
}

fn begins_key(text: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let rest = text.trim_start_matches(is_word);
    rest.len() < text.len() && rest.starts_with(':')
}

fn begins_value(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with([':', '-', '[', '{', ','])
}

fn character(text: &str, byte: usize) -> Place {
    Place::At(positions::character(text, byte))
}
