//! Finds the slip of typing behind what the parser stumbles over: a space that is none, a space too
//! many, or one too few. The parser's own place is often the line after.

use super::key_slips;
use super::rules::{SYNTAX, unsafe_character};
use super::yaml_blocks;
use super::yaml_brackets::odd_brackets;
use super::yaml_foreign;
use super::yaml_lines::{Line, lines_before, lines_of, lines_up_to, odd_space_name};
use super::yaml_mends::{a_space, marks, odd_indentation};
use crate::diagnostics::{Diagnostic, Place, Span};
use crate::model::hiding;

/// How many lines are looked at for one that only looks blank.
const MOST_LINES: usize = 200;

/// Reports the slip, if one is found where the parser stumbled.
pub(super) fn slip(text: &str, byte: usize, info: &str) -> Option<Diagnostic> {
    let lines = lines_up_to(text, byte);
    odd_space_near(text, byte, &lines)
        .or_else(|| lines.iter().find_map(unseen))
        .or_else(|| yaml_foreign::slip(text, &lines))
        .or_else(|| lines.iter().find_map(|line| mark_of_mail(text, line)))
        .or_else(|| key_slips::comma_at_end(lines.first()?, byte))
        .or_else(|| key_slips::other_sign(text, &lines))
        .or_else(|| odd_brackets(text, lines.first()?))
        .or_else(|| yaml_blocks::slip(text, byte, info))
        .or_else(|| slip_by_message(text, byte, info, &lines))
}

/// Finds a space that is none for YAML in the lines around a byte, or a line above that only looks blank.
fn odd_space_near(text: &str, byte: usize, lines: &[Line<'_>]) -> Option<Diagnostic> {
    let looks_blank = |line: &Line<'_>| line.text.trim().is_empty();
    let mut far = lines_before(text, byte).take(MOST_LINES);
    let blank = far.find(|line| line.indent() == 0 && looks_blank(line));
    // What looks blank and is indented may be of a text.
    let here = lines.first().map_or(0, Line::indent);
    let is_of_text = |line: &&Line<'_>| looks_blank(line) && line.indent() > here;
    let near = lines.iter().filter(|line| !is_of_text(line));
    let mut all = blank.iter().chain(near);
    all.find_map(|line| odd_space(text, line))
}

/// Finds the slip that the words of the parser tell of.
fn slip_by_message(text: &str, byte: usize, info: &str, lines: &[Line<'_>]) -> Option<Diagnostic> {
    let says = |phrase: &str| info.contains(phrase);
    if says("did not find expected key") {
        let [line, above @ ..] = lines else {
            return None;
        };
        let fault = text_after_bracket(line, byte);
        let fault = fault.or_else(|| key_slips::no_dash(text, above.first()?));
        let fault = fault.or_else(|| too_deep(line, above.first()?, byte));
        return fault.or_else(|| yaml_blocks::first_of_several(text, byte));
    }
    if says("expected '-' indicator") {
        let twice = || key_slips::two_dashes(text, lines.first()?);
        let dash = lines
            .first()
            .and_then(|line| key_slips::no_dash(text, line));
        return dash.or_else(twice);
    }
    if says("anchor or alias") {
        return lines.first().and_then(|line| key_slips::star(text, line));
    }
    if says("did not find expected node content") {
        return key_slips::two_commas(text, byte);
    }
    if says("must be followed by a valid YAML whitespace") {
        return lines.first().and_then(|line| tab_after_colon(line));
    }
    if says("simple key expect") {
        let has_no_space = |line: &Line<'_>| key_slips::without_space(&SYNTAX, line);
        let joined = lines.iter().find_map(has_no_space);
        let joined = joined.or_else(|| lines.iter().find_map(key_slips::quoted_without_space));
        let wide = |line: &Line<'_>| key_slips::wide_colon(&SYNTAX, line);
        let joined = joined.or_else(|| lines.iter().find_map(wide));
        return joined.or_else(|| no_colon(lines));
    }
    if says("mapping values are not allowed") || says("illegal placement of ':'") {
        if let Some(fault) = lines.iter().take(2).find_map(curly_quote) {
            return Some(fault);
        }
        let [line, before, ..] = lines else {
            return None;
        };
        let dash = key_slips::no_dash(text, before);
        if let Some(fault) = dash.or_else(|| key_slips::no_dash(text, line)) {
            return Some(fault);
        }
        // What is not indented goes on with no text above.
        let is_key = line.column() == 0 && before.column() == 0;
        let no_colon = || is_key.then(|| no_colon(lines)).flatten();
        let fault = too_deep(line, before, byte).or_else(no_colon);
        return fault.or_else(|| yaml_blocks::first_of_several(text, byte));
    }
    None
}

/// Finds a space that is none for YAML in the indentation or after a key's colon.
fn odd_space(text: &str, line: &Line<'_>) -> Option<Diagnostic> {
    odd_indent(text, line).or_else(|| key_slips::odd_space(&SYNTAX, line))
}

fn odd_indent(text: &str, line: &Line<'_>) -> Option<Diagnostic> {
    let indentation = line.text.trim_start_matches([' ', '\t', '-']);
    let begin = line.start + (line.text.len() - indentation.len());
    let name = odd_space_name(indentation)?;
    if indentation.trim().is_empty() {
        let message = format!("a line of nothing but {name}");
        let fault = fault(line, begin, &message, "take it out");
        return Some(fault.edit("Take the line out", blank_lines(text)));
    }
    let message = format!("{name} in the indentation");
    let fault = fault(line, begin, &message, "type spaces");
    Some(fault.edit("Indent with spaces", odd_indentation(text)))
}

/// Takes out all lines that only look blank.
fn blank_lines(text: &str) -> Vec<(Span, String)> {
    let looks_blank = |line: &Line<'_>| {
        let line = line.text.trim_matches([' ', '\t', '\n', '\r']);
        !line.is_empty() && line.trim().is_empty()
    };
    let lines = lines_of(text).filter(looks_blank);
    let whole = |line: Line<'_>| Span::new(line.start, line.start + line.text.len());
    lines.map(|line| (whole(line), String::new())).collect()
}

/// Reports the space that is none for YAML with which a key begins its line: YAML takes it for a letter of
/// the key, and the key for one of another mapping.
pub(super) fn key_after_odd_space(text: &str, key: usize) -> Option<Diagnostic> {
    odd_space_name(text.get(key..)?)?;
    let line = lines_up_to(text, key).first().copied()?;
    let before = text.get(line.start..key)?;
    let is_first = before.trim_start_matches([' ', '-']).is_empty();
    is_first.then(|| odd_indent(text, &line)).flatten()
}

/// Finds a character that cannot be seen before a key or before its value, where YAML takes it for a letter.
fn unseen(line: &Line<'_>) -> Option<Diagnostic> {
    let begin = line.text.trim_start_matches([' ', '\t', '-']);
    let before_key = (line.start + (line.text.len() - begin.len()), begin);
    let before_value = line.key().map(|(key, rest)| (line.after_colon(key), rest));
    let mut places = std::iter::once(before_key).chain(before_value);
    places.find_map(|(at, rest)| {
        let (_, first) = hiding(rest).into_iter().find(|(at, _)| *at == 0)?;
        let place = Place::At(Span::new(at, at + first.len_utf8()));
        Some(unsafe_character::fault(place, first))
    })
}

/// Finds the line without a colon where a key stands: the parser stumbles over the key after it.
fn no_colon(lines: &[Line<'_>]) -> Option<Diagnostic> {
    let [_, line, ..] = lines else {
        return None;
    };
    let rest = line.text.get(line.column()..)?;
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let word = rest.len() - rest.trim_start_matches(is_word).len();
    if line.key().is_some() || word == 0 {
        return None;
    }
    let at = line.start + line.column();
    let help =
        "put `:` and a space after the key, or indent the line if it goes on with the text above";
    Some(fault(line, at + word, "no `:` after a key", help))
}

/// Finds a line that begins as those of a quoted e-mail do: nothing of a brief begins so.
fn mark_of_mail(text: &str, line: &Line<'_>) -> Option<Diagnostic> {
    let marks = |line: &str| {
        let rest = line.trim_start_matches('>');
        let rest = rest.strip_prefix(' ').unwrap_or(rest);
        line.len() - rest.len()
    };
    let found = marks(line.text);
    let key = Line {
        start: 0,
        text: line.text.get(found..)?,
    };
    if !line.text.starts_with('>') || key.parted_key().is_none() {
        return None;
    }
    let mut start = 0;
    let mut edits = Vec::new();
    for line in text.split_inclusive('\n') {
        if line.starts_with('>') {
            edits.push((Span::new(start, start + marks(line)), String::new()));
        }
        start += line.len();
    }
    let message = "`>` begins the line, as in a quoted e-mail";
    let help = "take the `>` out at the beginning of each line";
    Some(fault(line, line.start, message, help).edit("Take the `>` out", edits))
}

/// Finds a text that begins with brackets, which YAML takes for a sequence or a mapping.
fn text_after_bracket(line: &Line<'_>, byte: usize) -> Option<Diagnostic> {
    let (_, value) = line.key()?;
    let opening = value.trim_start().chars().next()?;
    let before = line.text.get(..byte.checked_sub(line.start)?)?;
    let is_closed = match opening {
        '[' => before.trim_end().ends_with(']'),
        '{' => before.trim_end().ends_with('}'),
        _ => false,
    };
    let message = format!("text after what begins with `{opening}`");
    let help = "put the whole text in quote marks";
    let value_at = line.start + (line.text.len() - value.trim_start().len());
    is_closed.then(|| marks(fault(line, byte, &message, help), line, value_at))
}

/// Finds a text in quote marks that are none for YAML, and with a colon in it.
fn curly_quote(line: &Line<'_>) -> Option<Diagnostic> {
    let (key, rest) = line.key()?;
    let value = rest.trim_start();
    let mark = value.chars().next().filter(|c| *c != '"' && is_mark(*c))?;
    let at = line.after_colon(key) + (rest.len() - value.len());
    if !value.contains(": ") {
        return None;
    }
    let message = format!("`{mark}` is no quote mark of YAML, and `:` follows it");
    let value = value.trim_end();
    let closing = value.chars().next_back();
    let closing = closing.filter(|c| "”“’»‟″＂＇".contains(*c));
    let within = closing.and_then(|closing| value.strip_prefix(mark)?.strip_suffix(closing));
    // Marks within are of quotations of their own, or these are.
    let is_whole = within.is_some_and(|within| !within.contains(is_mark) && !within.contains('\\'));
    let Some(closing) = closing.filter(|_| is_whole) else {
        let help = "put the whole text, these marks with it, in quote marks as YAML has them: `\"…\"` or `'…'`";
        return Some(marks(fault(line, at, &message, help), line, at));
    };
    let help = "write `\"` in place of both marks, or put the whole text, these marks with it, in quote marks as YAML \
        has them: `\"…\"` or `'…'`";
    let fault = fault(line, at, &message, help);
    let end = at + value.len();
    let both = [
        Span::new(at, at + mark.len_utf8()),
        Span::new(end - closing.len_utf8(), end),
    ];
    let edits = both.map(|span| (span, "\"".to_owned()));
    Some(fault.edit("Write quote marks of YAML", edits))
}

fn is_mark(c: char) -> bool {
    "\"“”„‟«»‘’‚‛″′＂＇".contains(c)
}

fn tab_after_colon(line: &Line<'_>) -> Option<Diagnostic> {
    let at = line.start + line.text.find(":\t")? + 1;
    Some(a_space(
        fault(line, at, "a tab after the colon", "type a space"),
        line,
        at,
    ))
}

/// Finds a key that is indented deeper than the key before it, which has a value of its own.
fn too_deep(line: &Line<'_>, before: &Line<'_>, byte: usize) -> Option<Diagnostic> {
    let (key, _) = line.key()?;
    let (neighbour, value) = before.key()?;
    let deeper = line
        .column()
        .checked_sub(before.column())
        .filter(|by| *by > 0)?;
    let value = value.trim_start();
    let is_open = value.starts_with(['{', '[']) && !value.trim_end().ends_with(['}', ']']);
    let has_value = !value.is_empty() && !value.starts_with(['#', '|', '>']) && !is_open;
    let is_key =
        byte == line.start + line.column() + key.len() && !line.text.trim_start().starts_with('-');
    if !has_value || !is_key {
        return None;
    }
    let by = if deeper == 1 {
        "one".to_owned()
    } else {
        deeper.to_string()
    };
    let message = format!("`{key}` is indented {by} deeper than its neighbours");
    let help = format!("begin it in the same column as `{neighbour}`");
    let diagnostic = fault(line, line.start + line.column(), &message, &help);
    let title = format!("Begin `{key}` in the column of `{neighbour}`");
    let column = before.column();
    let indentation = Span::new(line.start, line.start + line.column());
    let diagnostic = diagnostic.edit(title, [(indentation, " ".repeat(column))]);
    Some(diagnostic.help("if it goes on with the text above, put the whole text in quote marks"))
}

fn fault(line: &Line<'_>, byte: usize, message: &str, help: &str) -> Diagnostic {
    key_slips::fault(&SYNTAX, line, byte, message, help)
}
