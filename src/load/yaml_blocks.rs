//! Finds a slip in the first line of a block or an item, where the parser stumbles over a later line that
//! is sound.

use std::ops::Range;

use super::key_slips;
use super::rules::SYNTAX;
use super::text_fields::holds_text;
use super::yaml_foreign;
use super::yaml_lines::{Line, lettered_sign, lines_before, odd_space_name, parted_sign};
use super::yaml_mends::odd_indentation;
use crate::diagnostics::{Diagnostic, Span};

/// How many lines are looked at.
const MOST_LINES: usize = 200;

/// What the parser says of a key that follows what it took for a text.
const AFTER_TEXT: [&str; 4] = [
    "simple key expect",
    "mapping values are not allowed",
    "illegal placement of ':'",
    "expected '-' indicator",
];

/// What it says of a line that does not belong to the block above.
const MISPLACED: &str = "did not find expected key";

/// How many lines are looked at for several slips.
const MOST_SLIPS: usize = 10;

const OR_INDENT: &str = ", or indent the line if it goes on with the text above";

/// Reports the slip, if one is found.
pub(super) fn slip(text: &str, byte: usize, info: &str) -> Option<Diagnostic> {
    let is_misplaced = info.contains(MISPLACED);
    let lines = lines_before(text, byte).filter(|line| !line.text.trim_start().starts_with('#'));
    let lines: Vec<Line<'_>> = lines.take(MOST_LINES).collect();
    let [here, above @ ..] = &*lines else {
        return None;
    };
    let mut above_text = above.iter().filter(|line| announces_text(line.text));
    let marked = above_text
        .next()
        .and_then(|line| yaml_foreign::marked_key(text, line));
    if let Some(fault) = marked.or_else(|| text_under_key(&lines)) {
        return Some(fault);
    }
    if !is_misplaced && !AFTER_TEXT.iter().any(|phrase| info.contains(phrase)) {
        return None;
    }
    if let Some(fault) = before_brace(here).or_else(|| unparted_key(here, above)) {
        return Some(fault);
    }
    if !is_misplaced {
        return None;
    }
    odd_spaces(text, above).or_else(|| first_without_dash(here, above))
}

/// Says whether a text begins on the line below, under `|` or `>`.
fn announces_text(line: &str) -> bool {
    let mark = line.rsplit_once(':').map(|(_, mark)| mark.trim());
    mark.is_some_and(|mark| ["|", ">", "|-", ">-", "|+", ">+"].contains(&mark))
}

/// Finds a line of a text under `|` or `>` that YAML takes for none of it: the first, if it is not indented, or
/// one that is indented less than the first.
fn text_under_key(lines: &[Line<'_>]) -> Option<Diagnostic> {
    let announced = |line: &Line<'_>| {
        let (key, _) = line.parted_key()?;
        announces_text(line.text).then(|| key.to_owned())
    };
    let (at, key) = lines
        .iter()
        .enumerate()
        .skip(1)
        .find_map(|(at, line)| Some((at, announced(line)?)))?;
    let column = lines.get(at)?.column();
    let of_text = lines.get(..at)?;
    let [rest @ .., first] = of_text else {
        return None;
    };
    let is_sound = |line: &Line<'_>| {
        let text = line.text.trim_start();
        line.parted_key().is_some() || text == "-" || text.starts_with("- ")
    };
    if first.indent() <= column {
        let message = format!("the text of `{key}` is not indented deeper than `{key}`");
        let at = first.start + first.indent();
        let help = "indent each of its lines deeper";
        return (!is_sound(first)).then(|| key_slips::fault(&SYNTAX, first, at, &message, help));
    }
    let mut rest = rest.iter().rev();
    let less = rest.find(|line| line.indent() < first.indent())?;
    (less.indent() > column).then(|| {
        let message = "this line of the text is indented less than its first line";
        let at = less.start + less.indent();
        let fault = key_slips::fault(
            &SYNTAX,
            less,
            at,
            message,
            "indent all lines of the text alike",
        );
        let blank = Span::new(first.start, first.start + first.indent());
        fault.edit(
            "Indent the first line of the text as this one",
            [(blank, " ".repeat(less.indent()))],
        )
    })
}

/// Reports an item that YAML takes for more of the one before it, since it is indented deeper. A text that goes on
/// may have a line that begins so.
pub(super) fn item_in_item(text: &str, item: Range<usize>) -> Option<Diagnostic> {
    let mut breaks = text.get(item.clone())?.match_indices('\n');
    let dash = breaks.find_map(|(at, _)| {
        let begin = item.start + at + 1;
        let rest = text.get(begin..item.end)?;
        let line = rest.trim_start_matches(' ');
        line.starts_with("- ")
            .then(|| begin + (rest.len() - line.len()))
    })?;
    let begins = lines_before(text, item.start).next()?;
    let is_item = begins.text.trim_start().starts_with("- ");
    let line = lines_before(text, dash).next()?;
    if !is_item || holds_text(text, item.start) != Some(false) {
        return None;
    }
    let message = "this item is indented deeper than the one before it";
    let help = "begin all items in one column";
    let fault = key_slips::fault(&SYNTAX, &line, dash, message, help);
    let blank = Span::new(line.start, dash);
    Some(fault.edit(
        "Indent it as the item before it",
        [(blank, " ".repeat(begins.indent()))],
    ))
}

/// Reports a key that YAML takes for one with the mapping in braces behind it.
pub(super) fn key_before_brace(text: &str, key: usize) -> Option<Diagnostic> {
    let line = lines_before(text, key).next()?;
    let is_first = line.start + line.column() == key;
    is_first.then(|| before_brace(&line)).flatten()
}

/// Finds the key of a mapping in braces that is not parted from it.
fn before_brace(line: &Line<'_>) -> Option<Diagnostic> {
    let rest = line.text.get(line.column() + line.word()?.len()..)?;
    let (sign, within) = rest.split_once('{')?;
    let is_sign = sign.trim().chars().count() <= 1;
    let within = Line {
        start: 0,
        text: within,
    };
    let is_mapping = within
        .parted_key()
        .is_some_and(|(key, _)| key_slips::is_field(key));
    (is_sign && is_mapping)
        .then(|| key_slips::unparted(&SYNTAX, line, "", |_| true))
        .flatten()
}

/// Finds the key that is not parted from its value, with which the text begins that ends above.
fn unparted_key(here: &Line<'_>, above: &[Line<'_>]) -> Option<Diagnostic> {
    let begins = beginning(above)?;
    let word = begins.word()?;
    let rest = begins.text.get(begins.column() + word.len()..)?;
    let goes_on = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let is_before_key = || here.key().is_some_and(|(key, _)| key_slips::is_field(key));
    if goes_on && !is_before_key() {
        return None;
    }
    let is_id = rest.trim().is_empty() && here.column() > begins.column();
    let is_key = |key: &str| is_id || key_slips::is_field(key);
    key_slips::unparted(&SYNTAX, begins, OR_INDENT, is_key)
}

/// Finds the first of several slips in the lines directly above one that is sound: YAML takes them all for
/// one text.
pub(super) fn first_of_several(text: &str, byte: usize) -> Option<Diagnostic> {
    let lines = lines_before(text, byte).filter(|line| !line.text.trim_start().starts_with('#'));
    let lines: Vec<Line<'_>> = lines.take(MOST_SLIPS + 1).collect();
    let [here, above @ ..] = &*lines else {
        return None;
    };
    let mut first = None;
    for line in above {
        let item = parted_sign(line).or_else(|| lettered_sign(line));
        let words = item.map_or(line.text, |(_, rest)| rest);
        let words = words.trim_start_matches(|c: char| !c.is_alphanumeric());
        let mut words = words.split(|c: char| !c.is_alphanumeric() && c != '_');
        let is_of_field = words.next().is_some_and(key_slips::is_field);
        let slip = is_of_field
            .then(|| key_slips::no_dash(text, line).or_else(|| key_slips::joined(&SYNTAX, line)));
        match slip.flatten() {
            Some(slip) => first = Some(slip),
            None if line.parted_key().is_some() && line.column() <= here.column() => break,
            None => {}
        }
    }
    first
}

/// Finds the line with which the text begins that ends above.
fn beginning<'l, 't>(above: &'l [Line<'t>]) -> Option<&'l Line<'t>> {
    let mut least = usize::MAX;
    for (line, before) in above
        .iter()
        .zip(above.iter().skip(1).map(Some).chain([None]))
    {
        if line.parted_key().is_some() || line.column() > least {
            return None;
        }
        least = line.column();
        if line.text.trim_start().starts_with('-') {
            return Some(line);
        }
        let Some(before) = before else {
            return Some(line);
        };
        if let Some((_, value)) = before.parted_key() {
            let has_value = !value.trim_start().is_empty() && !value.trim_start().starts_with('#');
            let goes_on = has_value && line.column() > before.column();
            return (!goes_on).then_some(line);
        }
    }
    None
}

/// Finds a key that spaces indent which are none for YAML.
fn odd_spaces(text: &str, above: &[Line<'_>]) -> Option<Diagnostic> {
    above.iter().find_map(|line| {
        let indented = line.text.trim_start_matches([' ', '-']);
        let name = odd_space_name(indented)?;
        let key = Line {
            start: 0,
            text: indented.trim_start(),
        };
        key.parted_key()?;
        let begin = line.start + (line.text.len() - indented.len());
        let message = format!("{name} in the indentation");
        let fault = key_slips::fault(&SYNTAX, line, begin, &message, "type spaces");
        Some(fault.edit("Indent with spaces", odd_indentation(text)))
    })
}

/// Finds the first item of a list that has no dash, where another has one.
fn first_without_dash(here: &Line<'_>, above: &[Line<'_>]) -> Option<Diagnostic> {
    let (dash, column) = (here.indent(), here.column());
    if !here.text.trim_start().starts_with("- ") {
        return None;
    }
    let key = above.iter().position(|line| line.indent() < dash)?;
    let (_, value) = above.get(key)?.parted_key()?;
    let first = above.get(key.checked_sub(1)?)?;
    let (name, _) = first.parted_key()?;
    let has_none = first.indent() == first.column() && value.trim().is_empty();
    let is_item = has_none && [dash, column].contains(&first.indent());
    let help = format!("put `- ` before it: `- {name}: …`");
    let at = first.start + first.indent();
    let message = "no `- ` before the first item, as the others have it";
    is_item.then(|| {
        let fault = key_slips::fault(&SYNTAX, first, at, message, &help);
        if first.indent() != column {
            return fault;
        }
        fault.edit(
            "Write `- `",
            [(Span::new(first.start + dash, at), "- ".to_owned())],
        )
    })
}
