//! Judges an edit: whether it keeps the words, and whether it got the parser past a slip.

use crate::diagnostics::{Diagnostic, Remedy, Span};
use crate::load::rules::unsafe_character::UNSAFE_CHARACTER;
use crate::load::rules::{UNKNOWN_FIELD, WRONG_TYPE};

/// Says whether a fault is a key that YAML does not part from its value.
pub(super) fn is_joined(fault: &Diagnostic) -> bool {
    let is_of_reader = [WRONG_TYPE.code(), UNKNOWN_FIELD.code()].contains(&fault.code());
    let remedies = fault.remedies();
    let is_parting = |remedy: &Remedy| match remedy {
        Remedy::Edit { edits, .. } => edits.iter().all(|(_, new)| new == " " || new == ": "),
        Remedy::Instead(_) | Remedy::Adding(..) | Remedy::TakingOut(_) => false,
    };
    is_of_reader && !remedies.is_empty() && remedies.iter().all(is_parting)
}

pub(super) fn is_structural(remedy: &Remedy) -> bool {
    match remedy {
        Remedy::Edit { edits, .. } => edits.iter().all(|(_, new)| is_structure(new)),
        Remedy::Instead(_) | Remedy::Adding(..) | Remedy::TakingOut(_) => false,
    }
}

/// Says whether an edit takes commas out with which lines end.
fn ends_lines(text: &str, remedy: &Remedy) -> bool {
    let is_comma = |(span, new): &(Span, String)| {
        let behind = text.get(span.end..).and_then(|rest| rest.lines().next());
        let is_last = behind.is_none_or(|rest| rest.trim().is_empty());
        new.is_empty() && text.get(span.range()) == Some(",") && is_last
    };
    match remedy {
        Remedy::Edit { edits, .. } => edits.iter().all(is_comma),
        Remedy::Instead(_) | Remedy::Adding(..) | Remedy::TakingOut(_) => false,
    }
}

/// Says whether a text is of the signs and spaces that YAML is made of: words stay as they are.
pub(super) fn is_structure(text: &str) -> bool {
    matches!(text, " " | ": " | "- " | ", ")
}

/// Says whether the parser got past an edit. What it stumbles over in the same line or, unless the edit is
/// sure, in the next may come of the edit, if it is no slip of its own for sure.
pub(super) fn is_past(text: &str, at: Span, is_sure: bool, slip: &Diagnostic) -> bool {
    let Some(place) = slip.primary().place.span() else {
        return false;
    };
    let is_hidden = slip.code() == UNSAFE_CHARACTER.code();
    let is_sure_alone = is_hidden
        || slip
            .remedies()
            .iter()
            .any(|remedy| ends_lines(text, remedy));
    if is_sure_alone || slip.remedies().iter().any(is_structural) {
        return place.start >= at.end || place.end <= at.start;
    }
    let between = text.get(at.end..place.start);
    between.is_some_and(|between| between.matches('\n').count() > usize::from(!is_sure))
}

/// Returns where the edit that mends a fault is in the text that it makes: of several, the last up to the line
/// of the fault, since the others are alike.
pub(super) fn mended_at(text: &str, edits: &[(Span, String)], fault: &Diagnostic) -> Option<Span> {
    let place = fault.primary().place.span()?;
    let line = text
        .get(place.end..)?
        .find('\n')
        .map_or(text.len(), |end| place.end + end);
    let (mut old, mut at) = (0, Span::new(0, 0));
    for (number, (span, with)) in edits.iter().enumerate() {
        if number > 0 && span.start > line {
            break;
        }
        let start = at.end + span.start.checked_sub(old)?;
        at = Span::new(start, start + with.len());
        old = span.end;
    }
    Some(at)
}
