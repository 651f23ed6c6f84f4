//! `raw-html`: raw HTML in a text.

use crate::diagnostics::{Code, Diagnostic, Place};

/// A piece of HTML.
pub(in crate::check) fn fault(place: Place) -> Diagnostic {
    Diagnostic::new(Code::RawHtml, place, "HTML has no place in a text")
        .help("use Markdown: `*emphasis*`, `**strong**`; write `\\<` for the character itself")
}
