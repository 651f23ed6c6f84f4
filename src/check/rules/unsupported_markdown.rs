#![doc = include_str!("unsupported_markdown.md")]

use crate::diagnostics::{Diagnostic, Place, Rule};

pub(super) static UNSUPPORTED_MARKDOWN: Rule = Rule::error(include_str!("unsupported_markdown.md"));

/// A part of Markdown that has no place in a text.
pub(in crate::check) fn fault(place: Place, what: &str) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        &UNSUPPORTED_MARKDOWN,
        place,
        format!("{what} does not fit in a line of text"),
    )
    .help("a text is one paragraph of words, `*emphasis*`, `**strong**`, `` `code` ``, links and citations");
    if what == "a list" {
        diagnostic.help(
            "if these are words and no list, put a backslash before the mark, as in `2025\\.`",
        )
    } else {
        diagnostic
    }
}

/// A citation that is not a list of claims.
pub(in crate::check) fn bad_citation(place: Place) -> Diagnostic {
    Diagnostic::new(
        &UNSUPPORTED_MARKDOWN,
        place,
        "a citation names claims and nothing else",
    )
    .help("write `[@claim-id]`, or `[@one; @another]`")
}
