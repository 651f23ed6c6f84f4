#![doc = include_str!("cut_text.md")]

use crate::diagnostics::{Diagnostic, Place, Rule, Span};

pub(crate) static CUT_TEXT: Rule = Rule::warning(include_str!("cut_text.md")).never_silenced();

/// Warns of a comment that cuts a text off, or leaves nothing of it.
pub(crate) fn fault(comment: Span, leaves: bool) -> Diagnostic {
    let message = if leaves {
        "the text ends here: ` #` begins a comment"
    } else {
        "this is read as a comment"
    };
    let hash = comment.start + 1;
    Diagnostic::new(&CUT_TEXT, Place::At(comment), message)
        .help(
            "quote the whole text if this belongs to it; if it is a comment, put a space after the `#`",
        )
        .edit("It is a comment: put a space after the `#`", [(Span::new(hash, hash), " ".to_owned())])
}
