//! Finds a key whose colon, or the space after it, is not as YAML has them. YAML then takes the key and
//! its value for one text.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use schemars::SchemaGenerator;
use serde_json::Value;

use super::document::Document;
use super::yaml_lines::Line;
use super::yaml_mends::a_space;
use crate::diagnostics::{Diagnostic, Place, Rule, Span};

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
    without_space(rule, line)
        .or_else(|| wide_colon(rule, line))
        .or_else(|| without_colon(rule, line, key, or))
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

/// Finds a key whose colon is that of another script.
pub(super) fn wide_colon(rule: &'static Rule, line: &Line<'_>) -> Option<Diagnostic> {
    let at = line.start + line.column() + line.word()?.len();
    let colon = line.text.get(at - line.start..)?.chars().next()?;
    let is_colon = matches!(colon, '：' | '﹕' | '︓' | '∶' | '꞉');
    let message = format!("`{colon}` is no colon of YAML");
    let fault = || fault(rule, line, at, &message, "type `:` and a space");
    is_colon.then(|| a_colon(fault(), line, at, at + colon.len_utf8()))
}

/// Finds a key that a `=`, a space or nothing follows.
fn without_colon(rule: &'static Rule, line: &Line<'_>, key: &str, or: &str) -> Option<Diagnostic> {
    let at = line.start + line.column() + key.len();
    let rest = line.text.get(at - line.start..)?;
    let value = rest.trim_start();
    let equal = value.strip_prefix('=');
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
