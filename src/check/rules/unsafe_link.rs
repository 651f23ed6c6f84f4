#![doc = include_str!("unsafe_link.md")]

use crate::diagnostics::{Diagnostic, Place, Rule};

pub(super) static UNSAFE_LINK: Rule = Rule::error(include_str!("unsafe_link.md"));

/// A link to something else.
pub(in crate::check) fn fault(place: Place) -> Diagnostic {
    Diagnostic::new(
        &UNSAFE_LINK,
        place,
        "this link leads to no http, https or mailto address",
    )
    .help("write the whole address, such as `https://example.org/a`")
}
