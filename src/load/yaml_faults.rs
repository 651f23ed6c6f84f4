//! Words what is wrong with an input as YAML: what is not well-formed, what exceeds a limit, and
//! what the format does not take.

use super::positions;
use super::quoting::told_of_marks_before;
use super::rules::{ALIAS_EXPANSION, INPUT_TOO_LARGE, NESTING_TOO_DEEP, SYNTAX, UNSUPPORTED_YAML};
use super::text_fields::holds_text;
use super::tree::MOST_VALUES;
use super::yaml_brackets::{odd_close, odd_comma, unclosed_bracket};
use super::yaml_mends::{in_quote_marks, mended, without_property, without_sign};
use super::yaml_slips::slip;
use crate::diagnostics::{Diagnostic, Place, Span};

/// How deep values may be nested; the format itself needs eight.
pub(super) const MOST_DEPTH: usize = 64;

/// How many values all aliases together may stand for.
pub(super) const MOST_ALIASED: usize = 100_000;

/// How many bytes of text all aliases together may stand for, as many as an input may have: the
/// reader copies a text each time.
pub(super) const MOST_ALIASED_BYTES: usize = 8 * 1024 * 1024;

const QUOTE: &str = "put the text in quote marks, or under `|` on lines of its own";

/// What the parser says and what it means to a writer: phrases of which one is in the parser's
/// message, ours, and help. The first that fits is taken.
const WORDINGS: &str = include_str!("yaml_faults.txt");

fn wordings() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    WORDINGS.trim_end().split("\n\n").filter_map(|entry| {
        let (phrases, ours) = entry.split_once('\n')?;
        let (message, help) = ours.split_once('\n')?;
        Some((phrases, message, help))
    })
}

/// Reports what the parser says at a byte of the text.
pub(super) fn malformed(text: &str, byte: usize, info: &str) -> Diagnostic {
    if info.contains("recursion limit") {
        let message = "`[` and `{` are nested too deep";
        return Diagnostic::new(&NESTING_TOO_DEEP, character(text, byte), message);
    }
    if let Some(slip) = slip(text, byte, info) {
        return slip;
    }
    if let Some(bracket) = unclosed_bracket(text, byte, info) {
        return bracket;
    }
    let sign = odd_comma(text, byte, info).or_else(|| odd_close(text, byte));
    if let Some(sign) = sign {
        return sign;
    }
    if info.starts_with("unexpected character") {
        let message = "a text cannot begin with this character";
        if holds_text(text, byte) == Some(false) {
            let fault = Diagnostic::new(&SYNTAX, character(text, byte), message);
            return without_sign(fault.help("take it out"), text, byte);
        }
        let fault = Diagnostic::new(&SYNTAX, character(text, byte), message).help(QUOTE);
        return in_quote_marks(fault, text, byte);
    }
    let says = |phrases: &str| phrases.split(" | ").any(|phrase| info.contains(phrase));
    let Some((phrases, message, help)) = wordings().find(|(phrases, ..)| says(phrases)) else {
        return Diagnostic::new(&SYNTAX, character(text, byte), info);
    };
    let byte = if phrases == "tab" {
        first_tab(text, byte)
    } else {
        byte
    };
    let fault = Diagnostic::new(&SYNTAX, character(text, byte), message);
    if phrases == "unknown anchor" && holds_text(text, byte) == Some(false) {
        let fault = fault.help("take the `*` out, or mark what it repeats");
        return without_sign(fault, text, byte);
    }
    let fault = fault.help(help);
    let fault = mended(fault, text, byte, phrases, help);
    told_of_marks_before(text, byte, fault)
}

/// Returns where the first tab is that indents a line: the parser takes some, and notes another where the value
/// before it ends.
fn first_tab(text: &str, byte: usize) -> usize {
    let found = text.get(byte..).and_then(|rest| rest.find('\t'));
    let found = found.map_or(byte, |tab| byte + tab);
    let line = text.get(..found).and_then(|before| before.rfind('\n'));
    let is_at_once = line.map_or(0, |line| line + 1) == found;
    let first = text.get(..found).and_then(|before| before.find("\n\t"));
    first.filter(|_| is_at_once).map_or(found, |line| line + 1)
}

fn character(text: &str, byte: usize) -> Place {
    Place::At(positions::character(text, byte))
}

pub(super) fn second_document(place: Place) -> Diagnostic {
    Diagnostic::new(&UNSUPPORTED_YAML, place, "a second document begins here")
        .help("a file holds one brief: take this line out, or what follows it as well")
}

/// Returns where a tag or a mark begins that stands in place of an id, a number or a word of a list.
fn in_place_of_value(text: &str, place: Place) -> Option<usize> {
    let span = place.span()?;
    (is_all_there_is(text, span) && holds_text(text, span.start) == Some(false))
        .then_some(span.start)
}

/// Says whether no value follows a tag or a mark in its line.
pub(super) fn is_all_there_is(text: &str, mark: Span) -> bool {
    let rest = text.get(mark.end..).unwrap_or("");
    let rest = rest.trim_start_matches([' ', '\t']);
    rest.is_empty() || rest.starts_with([',', ']', '}', '#', '\n', '\r'])
}

pub(super) fn tag(text: &str, place: Place) -> Diagnostic {
    let fault = Diagnostic::new(&UNSUPPORTED_YAML, place, "a tag, which briefs do not use");
    if let Some(byte) = in_place_of_value(text, place) {
        return without_sign(fault.help("take the `!` out"), text, byte);
    }
    let fault = fault.help("remove the tag, or quote the text if it begins with `!`");
    without_property(fault, text, "Take the tag out")
}

pub(super) fn unused_anchor(text: &str, place: Place, name: &str) -> Diagnostic {
    let message = format!("`&{name}` marks a value that nothing repeats");
    let fault = Diagnostic::new(&UNSUPPORTED_YAML, place, message);
    if let Some(byte) = in_place_of_value(text, place) {
        return without_sign(fault.help("take the `&` out"), text, byte);
    }
    let fault = fault.help("quote the text if it begins with `&`; else take the mark out");
    without_property(fault, text, "Take the mark out")
}

pub(super) fn merge_key(place: Place) -> Diagnostic {
    Diagnostic::new(
        &UNSUPPORTED_YAML,
        place,
        "a merge key, which briefs do not use",
    )
    .help("write the fields out")
}

pub(super) fn key(place: Place) -> Diagnostic {
    Diagnostic::new(&UNSUPPORTED_YAML, place, "a key has to be a text")
        .help("quote the text if it begins with `[` or `{`")
}

pub(super) fn too_deep(place: Place) -> Diagnostic {
    let message = format!("values are nested deeper than {MOST_DEPTH} levels");
    Diagnostic::new(&NESTING_TOO_DEEP, place, message)
}

pub(super) fn too_many(place: Place) -> Diagnostic {
    let message = format!("there are more than {MOST_VALUES} values up to here");
    Diagnostic::new(&INPUT_TOO_LARGE, place, message)
}

pub(super) fn endless_alias(place: Place) -> Diagnostic {
    Diagnostic::new(&ALIAS_EXPANSION, place, "an alias within its own anchor")
        .help("an alias cannot stand for a value that contains it")
}

pub(super) fn too_many_aliased(place: Place) -> Diagnostic {
    aliased_beyond(place, &format!("{MOST_ALIASED} values"))
}

pub(super) fn too_much_aliased(place: Place) -> Diagnostic {
    aliased_beyond(place, &format!("{MOST_ALIASED_BYTES} bytes of text"))
}

fn aliased_beyond(place: Place, limit: &str) -> Diagnostic {
    let message = format!("the aliases up to here stand for more than {limit}");
    Diagnostic::new(&ALIAS_EXPANSION, place, message)
        .help("write the values out, or refer to them by id")
}

#[cfg(test)]
mod tests {
    use super::{WORDINGS, wordings};

    #[test]
    fn every_wording_has_phrases_a_message_and_help() {
        assert_eq!(wordings().count(), WORDINGS.split("\n\n").count());
        for (phrases, message, help) in wordings() {
            let parts = phrases.split(" | ").chain([message, help]);
            assert!(
                parts
                    .into_iter()
                    .all(|part| !part.is_empty() && !part.contains('\n'))
            );
        }
    }
}
