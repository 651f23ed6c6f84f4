//! `missing-field`: a list that a brief cannot do without is there, but empty.

use crate::check::context::{Context, Findings, key};
use crate::diagnostics::{Diagnostic, Place};
use crate::load::Text;
use crate::load::rules::MISSING_FIELD;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let document = cx.document;
    for (name, is_empty) in [
        ("voices", document.voices.0.is_empty()),
        ("sources", document.sources.0.is_empty()),
        ("claims", document.claims.is_empty()),
    ] {
        // Without its key, the list is missing, and the reader has said so.
        if let Some(key) = key(cx.text, name).filter(|_| is_empty) {
            out.push(empty_list(name, key));
        }
    }
    for event in &document.events {
        if event.claims.is_empty() {
            out.push(unsupported_event(&event.what));
        }
    }
}

fn empty_list(name: &str, key: Place) -> Diagnostic {
    Diagnostic::new(&MISSING_FIELD, key, format!("`{name}` is empty"))
        .help("a brief has at least one voice, one source and one claim")
}

fn unsupported_event(what: &Text) -> Diagnostic {
    Diagnostic::new(&MISSING_FIELD, what.place, "this event rests on no claim")
        .help("name the claims that say so: `claims: [claim-id]`")
}

/// A source that attribution lines could not call by any name.
pub(in crate::check) fn unnamed_source(id: &Text) -> Diagnostic {
    Diagnostic::new(
        &MISSING_FIELD,
        id.place,
        format!("`{}` has no name", id.value.escape_debug()),
    )
    .help("give its `publisher`, its `title` or a `short` name")
}
