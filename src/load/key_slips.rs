//! Finds a key whose colon, or the space after it, is not as YAML has them, or an item whose dash is not.
//! YAML then takes the key and its value for one text.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use schemars::SchemaGenerator;
use serde_json::Value;

use super::document::Document;
use super::rules::SYNTAX;
use super::yaml_lines::{Line, lettered_sign, lines_before, lines_of, odd_space_name, parted_sign};
use super::yaml_mends::a_space;
use crate::diagnostics::{Diagnostic, Place, Rule, Span};

/// How many lines above a field its item is looked for in.
const MOST_LINES: usize = 200;

/// The names of all fields of the format.
static FIELDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let schema = SchemaGenerator::default().into_root_schema_for::<Document>();
    let mut names = BTreeSet::new();
    collect(schema.as_value(), &mut names);
    names
});

fn collect(schema: &Value, names: &mut BTreeSet<String>) {
    let of_mapping = schema.as_object().into_iter().flat_map(|all| all.values());
    for value in of_mapping.chain(schema.as_array().into_iter().flatten()) {
        collect(value, names);
    }
    let properties = schema.get("properties").and_then(Value::as_object);
    names.extend(properties.into_iter().flat_map(|all| all.keys().cloned()));
}

/// Says whether the format has a field of this name.
pub(super) fn is_field(name: &str) -> bool {
    FIELDS.contains(name)
}

/// Finds a key, by its name, that its colon and a space do not part from its value. `or` is said besides
/// where there is no colon at all.
pub(super) fn unparted(
    rule: &'static Rule,
    line: &Line<'_>,
    or: &str,
    is_field: impl Fn(&str) -> bool,
) -> Option<Diagnostic> {
    let key = line.word().filter(|key| is_field(key))?;
    joined(rule, line).or_else(|| without_colon(rule, line, key, or))
}

/// Finds a key whose colon is there, and parts nothing.
pub(super) fn joined(rule: &'static Rule, line: &Line<'_>) -> Option<Diagnostic> {
    without_space(rule, line)
        .or_else(|| odd_space(rule, line))
        .or_else(|| wide_colon(rule, line))
}

/// Finds a key whose value follows its colon at once.
pub(super) fn without_space(rule: &'static Rule, line: &Line<'_>) -> Option<Diagnostic> {
    let (key, rest) = line.key()?;
    let is_joined = rest.starts_with(|c: char| !c.is_whitespace() && !matches!(c, '/' | ':'));
    let help = format!("put a space after `{key}:`");
    let at = line.after_colon(key);
    let fault = || fault(rule, line, at, "no space after the colon", &help);
    is_joined.then(|| a_space(fault(), line, at))
}

/// Finds a key in quote marks whose value follows its colon at once.
pub(super) fn quoted_without_space(line: &Line<'_>) -> Option<Diagnostic> {
    let begins = line.text.get(line.column()..)?;
    let mark = begins.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (key, rest) = begins.get(1..)?.split_once(mark)?;
    let value = rest.strip_prefix(':')?;
    if key.is_empty() || !value.starts_with(|c: char| !c.is_whitespace()) {
        return None;
    }
    let at = line.start + (line.text.len() - value.len());
    let help = format!("put a space after `{mark}{key}{mark}:`");
    let fault = fault(&SYNTAX, line, at, "no space after the colon", &help);
    Some(a_space(fault, line, at))
}

/// Finds a comma with nothing between it and the one before it, or the bracket.
pub(super) fn two_commas(text: &str, byte: usize) -> Option<Diagnostic> {
    let line = lines_before(text, byte).next()?;
    let before = text.get(..byte)?.trim_end();
    let is_second = before.ends_with([',', '[', '{']) && text.get(byte..)?.starts_with(',');
    let help = "take it out, or write what is to stand before it";
    let fault = || fault(&SYNTAX, &line, byte, "a comma with nothing before it", help);
    let comma = (Span::new(byte, byte + 1), String::new());
    is_second.then(|| fault().edit("Take the comma out", [comma]))
}

/// Finds a key whose colon a space follows that is none for YAML.
pub(super) fn odd_space(rule: &'static Rule, line: &Line<'_>) -> Option<Diagnostic> {
    let (key, rest) = line.key()?;
    let message = format!("{} after the colon", odd_space_name(rest)?);
    let at = line.after_colon(key);
    Some(a_space(
        fault(rule, line, at, &message, "type a space"),
        line,
        at,
    ))
}

/// Finds a key whose colon is that of another script.
pub(super) fn wide_colon(rule: &'static Rule, line: &Line<'_>) -> Option<Diagnostic> {
    let at = line.start + line.column() + line.word()?.len();
    let colon = line.text.get(at - line.start..)?.chars().next()?;
    let is_colon = matches!(colon, '：' | '﹕' | '︓' | '∶' | '꞉');
    let message = format!("`{colon}` is no colon of YAML");
    let fault = || fault(rule, line, at, &message, "type `:` and a space");
    is_colon.then(|| a_colon(fault(), line, at, at + colon.len_utf8()))
}

/// Finds a key that a `=`, a `;`, a space or nothing follows.
fn without_colon(rule: &'static Rule, line: &Line<'_>, key: &str, or: &str) -> Option<Diagnostic> {
    let at = line.start + line.column() + key.len();
    let rest = line.text.get(at - line.start..)?;
    let value = rest.trim_start();
    let equal = value.strip_prefix(['=', ';']);
    if equal.is_none() && value.len() == rest.len() && !value.is_empty() {
        return None;
    }
    let help = format!("put `:` and a space after `{key}`{or}");
    let fault = fault(rule, line, at, "no `:` after a key", &help);
    Some(match equal {
        Some(value) => a_colon(fault, line, at, line.start + line.text.len() - value.len()),
        None => fault,
    })
}

/// Finds an item of fields that begins with another sign than `- `, or without the space.
pub(super) fn no_dash(text: &str, line: &Line<'_>) -> Option<Diagnostic> {
    let (sign, rest) = parted_sign(line).or_else(|| lettered_sign(line))?;
    let (key, _) = rest.trim_start_matches([' ', '{']).split_once(':')?;
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    if key.is_empty() || !key.chars().all(is_word) {
        return None;
    }
    if sign != "-" {
        return Some(of_other_sign(text, line, sign));
    }
    let begin = if rest.starts_with('{') { "{ " } else { "" };
    let help = format!("put a space after `-`: `- {begin}{key}: …`");
    let at = line.start + line.indent();
    let fault = || {
        fault(
            &SYNTAX,
            line,
            at,
            "no space after the `-` of an item",
            &help,
        )
    };
    (!rest.starts_with(' ')).then(|| with_dashes(fault(), text, line, sign))
}

fn of_other_sign(text: &str, line: &Line<'_>, sign: &str) -> Diagnostic {
    let message = format!("`{sign}` begins no item in YAML");
    let at = line.start + line.indent();
    let fault = fault(&SYNTAX, line, at, &message, "begin each item with `- `");
    with_dashes(fault, text, line, sign)
}

/// Proposes `- ` in place of a sign, and of those like it before the items that follow in the same list.
fn with_dashes(fault: Diagnostic, text: &str, line: &Line<'_>, sign: &str) -> Diagnostic {
    let is_counted = |sign: &str| sign.contains(|c: char| c.is_ascii_alphanumeric());
    let is_alike = |other: &str| other == sign || is_counted(other) && is_counted(sign);
    let edits = items_from(text, line).filter_map(|item| {
        let (other, rest) = parted_sign(&item).or_else(|| lettered_sign(&item))?;
        let is_slip = is_alike(other) && (other != "-" || !rest.starts_with(' '));
        let end = item.start + item.text.len() - rest.trim_start().len();
        let span = Span::new(item.start + item.indent(), end);
        is_slip.then(|| (span, "- ".to_owned()))
    });
    fault.edit("Write `- `", edits.collect::<Vec<_>>())
}

/// Goes through the lines from one on that begin in its column, up to one that begins before it.
fn items_from<'t>(text: &'t str, line: &Line<'_>) -> impl Iterator<Item = Line<'t>> {
    let (indent, start) = (line.indent(), line.start);
    let lines = lines_of(text.get(start..).unwrap_or(""));
    let lines = lines.map(move |line| Line {
        start: start + line.start,
        ..line
    });
    let is_within = move |line: &Line<'_>| line.text.trim().is_empty() || line.indent() >= indent;
    lines
        .take_while(is_within)
        .filter(move |line| line.indent() == indent)
}

/// Says what a text begins with if that is a box to tick, as lists of tasks have one.
pub(super) fn box_of(text: &str) -> Option<&str> {
    let end = text.strip_prefix('[')?.find(']')? + 2;
    let (ticked, rest) = text.split_at_checked(end)?;
    let is_box = matches!(ticked, "[]" | "[ ]" | "[x]" | "[X]" | "[✓]" | "[✔]");
    (is_box && rest.starts_with(' ')).then_some(ticked)
}

/// Finds an item with a box to tick before its words or fields in the line of a byte.
pub(super) fn ticked_item(text: &str, byte: usize) -> Option<Diagnostic> {
    let line = &lines_before(text, byte).next()?;
    let after = |line: &Line<'_>| line.text.trim_start().strip_prefix("- ").map(str::len);
    let box_at = |line: &Line<'_>| {
        let start = line.text.len() - after(line)?;
        let ticked = box_of(line.text.get(start..)?)?;
        Some(Span::new(
            line.start + start,
            line.start + start + ticked.len() + 1,
        ))
    };
    let at = box_at(line)?;
    let edits = items_from(text, line).filter_map(|item| Some((box_at(&item)?, String::new())));
    let ticked = text.get(at.range())?.trim_end();
    let message = format!("`{ticked}` is of a list of tasks, and begins a sequence in YAML");
    let fault = fault(
        &SYNTAX,
        line,
        at.start,
        &message,
        "take it out of each item",
    );
    Some(fault.edit("Take the boxes out", edits.collect::<Vec<_>>()))
}

/// Finds an item that begins with another sign than `- `, beside one that begins with that.
pub(super) fn other_sign(text: &str, lines: &[Line<'_>]) -> Option<Diagnostic> {
    let mut beside = lines
        .iter()
        .zip(lines.iter().skip(1))
        .flat_map(|(a, b)| [(a, b), (b, a)]);
    beside.find_map(|(line, other)| {
        let (sign, _) = parted_sign(line).filter(|(sign, _)| *sign != "-")?;
        let is_beside =
            other.indent() == line.indent() && other.text.trim_start().starts_with("- ");
        is_beside.then(|| of_other_sign(text, line, sign))
    })
}

/// Finds an item that begins with a star.
pub(super) fn star(text: &str, line: &Line<'_>) -> Option<Diagnostic> {
    let (sign, _) = parted_sign(line).filter(|(sign, _)| *sign == "*")?;
    Some(of_other_sign(text, line, sign))
}

/// Finds an item of fields with two dashes, of which a later field stands as if it had one.
pub(super) fn two_dashes(text: &str, line: &Line<'_>) -> Option<Diagnostic> {
    let above = lines_before(text, line.start.checked_sub(1)?).take(MOST_LINES);
    let mut above = above.filter(|other| other.indent() < line.indent());
    let before = above.next()?;
    let rest = before.text.trim_start().strip_prefix("- ")?;
    let (key, _) = before.parted_key()?;
    let is_field = line.indent() == before.indent() + 2 && line.column() == line.indent();
    if !rest.starts_with("- ") || !is_field || line.parted_key().is_none() {
        return None;
    }
    let at = before.start + before.indent();
    let message = format!("`- ` stands twice before `{key}`");
    let fault = fault(&SYNTAX, &before, at, &message, "take one out");
    Some(fault.edit(
        "Take one `- ` out",
        [(Span::new(at, at + 2), String::new())],
    ))
}

/// Finds a comma behind a value that ends its line, as JSON has them.
pub(super) fn comma_at_end(line: &Line<'_>, byte: usize) -> Option<Diagnostic> {
    let (before, rest) = line.text.split_at_checked(byte.checked_sub(line.start)?)?;
    let is_ended = before.trim_end().ends_with(['"', '\'', ']', '}']);
    let message = "a comma at the end of the line, as in JSON";
    let fault = || fault(&SYNTAX, line, byte, message, "take it out");
    let comma = (Span::new(byte, byte + 1), String::new());
    (is_ended && rest.trim_end() == ",").then(|| fault().edit("Take the comma out", [comma]))
}

/// Proposes a colon and a space in place of what stands between two bytes, and of the spaces behind.
fn a_colon(fault: Diagnostic, line: &Line<'_>, from: usize, to: usize) -> Diagnostic {
    let value = line.text.get(to - line.start..).unwrap_or("").trim_start();
    let end = line.start + line.text.len() - value.len();
    let edit = (Span::new(from, end), ": ".to_owned());
    fault.edit("Write `:` and a space", [edit])
}

/// Reports something at a character of a line.
pub(super) fn fault(
    rule: &'static Rule,
    line: &Line<'_>,
    byte: usize,
    message: &str,
    help: &str,
) -> Diagnostic {
    let at = line
        .text
        .get(byte - line.start..)
        .and_then(|rest| rest.chars().next());
    let place = Span::new(byte, byte + at.map_or(0, char::len_utf8));
    Diagnostic::new(rule, Place::At(place), message).help(help)
}
