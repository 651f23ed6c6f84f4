//! Finds what a brief cannot do without and is empty: `missing-field`.

use crate::check::context::{Context, Findings, key};
use crate::diagnostics::{Diagnostic, Place};
use crate::load::Text;
use crate::load::rules::MISSING_FIELD;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let document = cx.document;
    let mut not_included = Vec::new();
    for (name, is_empty) in [
        ("voices", document.voices.0.is_empty()),
        ("sources", document.sources.0.is_empty()),
        ("claims", document.claims.is_empty()),
    ] {
        let may_be_included = cx.beside.is_unread && name != "claims";
        // Without its key, the list is missing, and the reader has said so.
        if may_be_included || !is_empty {
            continue;
        }
        if cx.beside.unless_included.contains(&name) {
            not_included.push(format!("`{name}`"));
        } else if let Some(place) = key(cx.text, name) {
            let fault = Diagnostic::new(&MISSING_FIELD, place, format!("`{name}` is empty"));
            out.push(fault.help("a brief has at least one voice, one source and one claim"));
        }
    }
    if !not_included.is_empty() {
        let message = format!("this brief has no {}", not_included.join(" and "));
        let fault = Diagnostic::new(&MISSING_FIELD, Place::Whole, message);
        out.push(fault.help("what it includes has none that it mentions"));
    }
    for event in document
        .events
        .iter()
        .filter(|event| event.claims.is_empty())
    {
        let message = "this event rests on no claim";
        let fault = Diagnostic::new(&MISSING_FIELD, event.what.place, message);
        out.push(fault.help("name the claims that say so: `claims: [claim-id]`"));
    }
}

/// Reports a source that attribution lines could not call by any name.
pub(in crate::check) fn unnamed_source(id: &Text) -> Diagnostic {
    let message = format!("`{}` has no name", id.value.escape_debug());
    Diagnostic::new(&MISSING_FIELD, id.place, message)
        .help("give its `publisher`, its `title` or a `short` name")
}
