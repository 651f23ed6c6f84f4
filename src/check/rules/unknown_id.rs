#![doc = include_str!("unknown_id.md")]

use crate::diagnostics::{Diagnostic, Place, Rule};

pub(super) static UNKNOWN_ID: Rule = Rule::error(include_str!("unknown_id.md"));

/// An id that nothing of the wanted kind has, though something of another kind may.
pub(in crate::check) fn fault(
    id: &str,
    place: Place,
    wanted: &str,
    other: Option<&str>,
) -> Diagnostic {
    let id = id.escape_debug();
    let message = match other {
        Some(other) => format!("`{id}` is {other}, not {wanted}"),
        None => format!("`{id}` is not the id of {wanted}"),
    };
    Diagnostic::new(&UNKNOWN_ID, place, message)
}

/// Says what to write where a name or a number stands in the place of an id.
pub(in crate::check) fn by_name(written: &str, id: &str) -> String {
    format!(
        "`{}` has the id `{}`: write that",
        written.escape_debug(),
        id.escape_debug()
    )
}
