//! The wording for what YAML has and the format does not take.

use super::limits::{MOST_ALIASED, MOST_DEPTH};
use crate::diagnostics::{Code, Diagnostic, Place};

pub(super) fn second_document(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::UnsupportedYaml,
        place,
        "a second document begins here",
    )
    .help("a file holds one brief: remove this line and what follows it")
}

pub(super) fn tag(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::UnsupportedYaml,
        place,
        "a tag, which briefs do not use",
    )
    .help("remove the tag, or quote the text if it begins with `!`")
}

pub(super) fn key(place: Place) -> Diagnostic {
    Diagnostic::new(Code::UnsupportedYaml, place, "a key has to be a text")
        .help("quote the text if it begins with `[` or `{`")
}

pub(super) fn too_deep(place: Place) -> Diagnostic {
    let message = format!("values are nested deeper than {MOST_DEPTH} levels");
    Diagnostic::new(Code::NestingTooDeep, place, message)
}

pub(super) fn endless_alias(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::AliasExpansion,
        place,
        "an alias within its own anchor",
    )
    .help("an alias cannot stand for a value that contains it")
}

pub(super) fn too_many_aliased(place: Place) -> Diagnostic {
    let message = format!("the aliases up to here stand for more than {MOST_ALIASED} values");
    Diagnostic::new(Code::AliasExpansion, place, message)
        .help("write the values out, or refer to them by id")
}

pub(super) fn empty() -> Diagnostic {
    Diagnostic::new(Code::MissingField, Place::Whole, "the input is empty")
        .help("a brief is a mapping that begins with `format: 1`")
}
