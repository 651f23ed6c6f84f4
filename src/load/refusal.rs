//! The wording for what YAML has and the format does not take.

use super::limits::{MOST_ALIASED, MOST_DEPTH};
use crate::diagnostics::{Diagnostic, Place};
use crate::load::rules::{ALIAS_EXPANSION, MISSING_FIELD, NESTING_TOO_DEEP, UNSUPPORTED_YAML};

pub(super) fn second_document(place: Place) -> Diagnostic {
    Diagnostic::new(&UNSUPPORTED_YAML, place, "a second document begins here")
        .help("a file holds one brief: remove this line and what follows it")
}

pub(super) fn tag(place: Place) -> Diagnostic {
    Diagnostic::new(&UNSUPPORTED_YAML, place, "a tag, which briefs do not use")
        .help("remove the tag, or quote the text if it begins with `!`")
}

pub(super) fn key(place: Place) -> Diagnostic {
    Diagnostic::new(&UNSUPPORTED_YAML, place, "a key has to be a text")
        .help("quote the text if it begins with `[` or `{`")
}

pub(super) fn too_deep(place: Place) -> Diagnostic {
    let message = format!("values are nested deeper than {MOST_DEPTH} levels");
    Diagnostic::new(&NESTING_TOO_DEEP, place, message)
}

pub(super) fn endless_alias(place: Place) -> Diagnostic {
    Diagnostic::new(&ALIAS_EXPANSION, place, "an alias within its own anchor")
        .help("an alias cannot stand for a value that contains it")
}

pub(super) fn too_many_aliased(place: Place) -> Diagnostic {
    let message = format!("the aliases up to here stand for more than {MOST_ALIASED} values");
    Diagnostic::new(&ALIAS_EXPANSION, place, message)
        .help("write the values out, or refer to them by id")
}

pub(super) fn empty() -> Diagnostic {
    Diagnostic::new(&MISSING_FIELD, Place::Whole, "the input is empty")
        .help("a brief is a mapping that begins with `format: 1`")
}
