//! `unsafe-link`: a link that is not http, https or mailto.

use crate::diagnostics::{Code, Diagnostic, Place};

/// A link to something else.
pub(in crate::check) fn fault(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::UnsafeLink,
        place,
        "this link leads to no http, https or mailto address",
    )
    .help("write the whole address, such as `https://example.org/a`")
}
