//! Finds what programs write before or behind each line of what is copied out of them: the marks of quoted mail
//! and of what differs, numbers, breaks of lines. A text in which each line has it is no brief.

use super::key_slips;
use super::rules::SYNTAX;
use super::yaml_foreign;
use super::yaml_lines::{Line, lines_of, odd_space_name};
use crate::diagnostics::{Diagnostic, Span};

const SIGNS: [char; 5] = ['>', '+', '|', '│', '┃'];
const BEHIND_NUMBERS: [char; 8] = [':', '.', ')', '|', '│', '┃', '→', '\t'];
const BREAKS: [&str; 6] = ["\\", "<br>", "<br/>", "<br />", "\u{A0}", "\u{3000}"];
const SPACE: &str = "&nbsp;";
/// What begins a line of a diff that is none of the text as it is now.
const NOT_NOW: [&str; 4] = ["-", "@@ ", "\\ No newline", "+++ "];
const DIFF_HEADS: [&str; 4] = ["diff ", "index ", "new file", "deleted file"];

type Edits = Vec<(Span, String)>;

/// Reports it, if each line has it, and what stands around the whole.
pub(super) fn around(text: &str) -> Option<Diagnostic> {
    let first = lines_of(text).find(is_written)?;
    signs(text, first)
        .or_else(|| numbers(text, first))
        .or_else(|| diff(text, first))
        .or_else(|| breaks(text, first))
        .or_else(|| elements(text, first))
        .or_else(|| yaml_foreign::tags(text))
        .or_else(|| yaml_foreign::wrapped(text))
}

/// Says whether a text that an edit takes out is such a mark.
pub(super) fn is_margin(taken_out: &str) -> bool {
    let is_number = |c: char| c.is_ascii_digit() || c == ' ' || BEHIND_NUMBERS.contains(&c);
    let begins = |begin: &&str| taken_out.starts_with(*begin);
    let is_line = taken_out.ends_with('\n');
    taken_out.chars().all(|c| c == ' ' || SIGNS.contains(&c))
        || taken_out.chars().all(is_number)
        || BREAKS.contains(&taken_out)
        || is_line && NOT_NOW.iter().chain(&DIFF_HEADS).any(begins)
}

fn is_written(line: &Line<'_>) -> bool {
    !line.text.trim().is_empty()
}

fn fault(first: Line<'_>, at: usize, message: &str, help: &str, edits: Edits) -> Diagnostic {
    let fault = key_slips::fault(&SYNTAX, &first, at, message, help);
    fault.edit("Take it out of each line", edits)
}

/// Finds the same sign before each line.
fn signs(text: &str, first: Line<'_>) -> Option<Diagnostic> {
    let sign = first.text.chars().next().filter(|c| SIGNS.contains(c))?;
    let is_mark = |c: &char| *c == sign || *c == ' ';
    let marks = first.text.chars().take_while(is_mark);
    let depth = marks.filter(|c| *c == sign).count();
    let edits = before_each(text, |line| {
        (1..depth).try_fold(line.strip_prefix(sign)?, |rest, _| {
            let rest = rest.trim_start_matches(' ');
            rest.strip_prefix(sign)
        })
    })?;
    let message = match sign {
        '>' => "`>` begins the line, as in a quoted e-mail".to_owned(),
        '+' => "`+` begins each line, as in a diff".to_owned(),
        _ => format!("`{sign}` begins each line"),
    };
    let help = format!("take the `{sign}` out at the beginning of each line");
    Some(fault(first, first.start, &message, &help, edits))
}

/// Finds a number before each line, as programs show them that number lines.
fn numbers(text: &str, first: Line<'_>) -> Option<Diagnostic> {
    let digits =
        |line: &str| line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let begin = first.text.trim_start();
    let (_, behind) = begin.split_at(digits(begin));
    let sign = behind.trim_start_matches(' ').chars().next();
    let sign = sign.filter(|sign| BEHIND_NUMBERS.contains(sign));
    let mut last = 0;
    let edits = before_each(text, |line| {
        let line = line.trim_start();
        let (number, rest) = line.split_at(digits(line));
        let number: u64 = number.parse().ok().filter(|number| *number > last)?;
        last = number;
        match sign {
            Some(sign) => rest.trim_start_matches(' ').strip_prefix(sign),
            None => Some(rest).filter(|rest| rest.is_empty() || rest.starts_with(' ')),
        }
    })?;
    let at = first.start + (first.text.len() - begin.len());
    let message = "each line begins with its number";
    let help = "take the numbers out at the beginning of each line";
    Some(fault(first, at, message, help, edits))
}

/// Returns what takes out of each line what stands before the rest of it, and the spaces that all these have;
/// nothing unless each has it, and the rest is a brief.
fn before_each<'t>(
    text: &'t str,
    mut rest: impl FnMut(&'t str) -> Option<&'t str>,
) -> Option<Edits> {
    let mut rests = Vec::new();
    for line in lines_of(text).filter(is_written) {
        let written = line.text.trim_end_matches(['\n', '\r']);
        let rest = rest(written)?;
        let start = line.start + (written.len() - rest.len());
        rests.push((line.start, Line { start, text: rest }));
    }
    let written = rests.iter().filter(|(_, rest)| is_written(rest));
    let common = written.map(|(_, rest)| rest.indent()).min()?;
    let of_brief = |(_, rest): &(usize, Line<'_>)| rest.indent() == common && is_of_brief(rest);
    rests.iter().any(of_brief).then(|| {
        let cut = |(start, rest): &(usize, Line<'_>)| {
            let end = rest.start + common.min(rest.indent());
            (Span::new(*start, end), String::new())
        };
        rests.iter().map(cut).collect()
    })
}

fn is_of_brief(line: &Line<'_>) -> bool {
    let key = line.parted_key();
    key.is_some_and(|(key, _)| key_slips::is_field(key))
}

/// Finds what a program writes that shows what differs between two texts: of the lines, one sign tells whether
/// they are of the one, of the other, or of both.
fn diff(text: &str, first: Line<'_>) -> Option<Diagnostic> {
    let mut is_head = true;
    let mut is_brief = false;
    let mut edits = Vec::new();
    for line in lines_of(text).filter(is_written) {
        let begins = |begin: &&str| line.text.starts_with(*begin);
        is_head &= DIFF_HEADS.iter().any(begins) || begins(&"--- ");
        if is_head || NOT_NOW.iter().any(begins) {
            let end = line.start + line.text.len();
            edits.push((Span::new(line.start, end), String::new()));
            continue;
        }
        let rest = line.text.strip_prefix([' ', '+'])?;
        let start = line.start + 1;
        is_brief |= begins(&"+") && is_of_brief(&Line { start, text: rest });
        edits.push((Span::new(line.start, start), String::new()));
    }
    let message = "the lines have the marks of a diff";
    let help = "take out the lines that begin with `-` or `@@`, and the first sign of all others";
    is_brief.then(|| fault(first, first.start, message, help, edits))
}

/// Finds the same tag of HTML before each line, and the one behind that ends it, if one does.
fn elements(text: &str, first: Line<'_>) -> Option<Diagnostic> {
    let (name, _) = first.text.strip_prefix('<')?.split_once('>')?;
    let word = name
        .split([' ', '/'])
        .next()
        .filter(|word| !word.is_empty())?;
    let (open, close) = (format!("<{name}>"), format!("</{word}>"));
    let mut edits = before_each(text, |line| line.strip_prefix(open.as_str()))?;
    for line in lines_of(text) {
        let written = line.text.trim_end();
        if written.ends_with(&close) {
            let end = line.start + written.len();
            edits.push((Span::new(end - close.len(), end), String::new()));
        }
        let indented = line.text.get(open.len()..).unwrap_or("");
        let spaces = indented.len() - indented.trim_start_matches(SPACE).len();
        edits.extend((0..spaces).step_by(SPACE.len()).map(|at| {
            let at = line.start + open.len() + at;
            (Span::new(at, at + SPACE.len()), " ".to_owned())
        }));
    }
    let message = format!("`{open}` begins each line, as in HTML");
    let help = "take the tags out of each line";
    (edits.len() > 2).then(|| fault(first, first.start, &message, help, edits))
}

/// Finds what each line ends with that breaks lines in Markdown or HTML, or cannot be seen.
fn breaks(text: &str, first: Line<'_>) -> Option<Diagnostic> {
    let written = first.text.trim_end_matches(['\n', '\r']);
    let mark = BREAKS.iter().find(|mark| written.ends_with(**mark))?;
    let mut edits = Vec::new();
    let mut is_brief = false;
    for line in lines_of(text).filter(is_written) {
        let rest = line.text.trim_end_matches(['\n', '\r']);
        let rest = rest.strip_suffix(mark)?;
        let (start, end) = (line.start, line.start + rest.len());
        is_brief |= is_of_brief(&Line { start, text: rest });
        edits.push((Span::new(end, end + mark.len()), String::new()));
    }
    let name = odd_space_name(mark).map_or_else(|| format!("`{mark}`"), str::to_owned);
    let message = format!("each line ends with {name}");
    let at = first.start + (written.len() - mark.len());
    let help = "take it out at the end of each line";
    (is_brief && edits.len() > 1).then(|| fault(first, at, &message, help, edits))
}
