#![doc = include_str!("raw_html.md")]

use crate::diagnostics::{Diagnostic, Place, Rule};

pub(super) static RAW_HTML: Rule = Rule::error(include_str!("raw_html.md"));

/// A piece of HTML.
pub(in crate::check) fn fault(place: Place) -> Diagnostic {
    Diagnostic::new(&RAW_HTML, place, "HTML has no place in a text")
        .help("use Markdown: `*emphasis*`, `**strong**`; write `\\<` for the character itself")
}
