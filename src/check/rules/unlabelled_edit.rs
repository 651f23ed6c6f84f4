#![doc = include_str!("unlabelled_edit.md")]

use std::ops::Range;

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::model::QuoteKind;

pub(super) static UNLABELLED_EDIT: Rule = Rule::error(include_str!("unlabelled_edit.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for (_, quote) in cx.quotes() {
        let label = quote
            .kind
            .iter()
            .find(|kind| matches!(***kind, QuoteKind::Edited | QuoteKind::EditedInSource));
        if let (Some(original), None) = (&quote.original, label)
            && let Some(range) = mark(original)
        {
            out.push(unlabelled(cx.part(original, range)));
        }
        match (mark(&quote.text), label) {
            (Some(range), None) => out.push(unlabelled(cx.part(&quote.text, range))),
            (None, Some(label)) => out.push(unmarked(label.place)),
            (Some(_), Some(_)) | (None, None) => {}
        }
    }
}

/// Finds the first mark of a cut or an insertion.
fn mark(text: &str) -> Option<Range<usize>> {
    let dots = ["…", "..."]
        .into_iter()
        .filter_map(|dots| text.find(dots).map(|at| at..at + dots.len()));
    let bracket = text.find(['[', ']']).map(|at| {
        let rest = text.get(at..).unwrap_or_default();
        at..at + rest.find(']').unwrap_or(0) + 1
    });
    dots.chain(bracket).min_by_key(|range| range.start)
}

fn unlabelled(place: Place) -> Diagnostic {
    Diagnostic::new(
        &UNLABELLED_EDIT,
        place,
        "this marks a change to the words, and the quote does not say whose",
    )
    .help("label it: `kind: [edited]` if you made it, `kind: [edited-in-source]` if the source has it")
}

fn unmarked(place: Place) -> Diagnostic {
    Diagnostic::new(
        &UNLABELLED_EDIT,
        place,
        "the quote is labelled as edited, but no mark shows where",
    )
    .help("mark cuts with … and insertions with [ ], or leave the label out")
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn the_first_mark_is_found() {
        let of = |text: &'static str| {
            mark(text).map(|range| text.get(range).expect("a range of the text"))
        };
        assert_eq!(of("a … b [c]"), Some("…"));
        assert_eq!(of("a [they] b …"), Some("[they]"));
        assert_eq!(of("a ... b"), Some("..."));
        assert_eq!(of("[a"), Some("["));
        assert_eq!(of("a (b). c.. d"), None);
    }
}
