//! Finds values that are an id, a number or a word of a list, and begin with a sign of YAML: which is meant
//! is not known, nor what follows from it.

use crate::diagnostics::{Diagnostic, Span};
use crate::load::quoting::in_marks;
use crate::load::rules::UNSUPPORTED_YAML;
use crate::load::text_fields::holds_text;
use crate::load::yaml_faults::is_all_there_is;

/// Says whether an edit makes such a value what it may be.
pub(super) fn is_unread(text: &str, span: Span, new: &str) -> bool {
    let old = text.get(span.range()).unwrap_or("");
    let is_sign_taken = new.is_empty() && matches!(old, "@" | "`" | "%" | "*");
    (is_sign_taken || new == in_marks(old)) && holds_text(text, span.start) != Some(true)
}

/// Returns the tags and marks that stand in place of a value of which the words are not free.
pub(super) fn unread_marks(text: &str, found: &[Diagnostic]) -> Vec<Span> {
    let marks = found
        .iter()
        .filter(|fault| fault.code() == UNSUPPORTED_YAML.code())
        .filter_map(|fault| fault.primary().place.span())
        .filter(|mark| {
            let raw = text.get(mark.range()).unwrap_or("");
            raw.starts_with(['&', '!']) && is_all_there_is(text, *mark)
        });
    marks
        .filter(|mark| holds_text(text, mark.start) != Some(true))
        .collect()
}
