#![doc = include_str!("unlabelled_edit.md")]

use std::ops::Range;

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::Text;
use crate::model::QuoteKind;

pub(super) static UNLABELLED_EDIT: Rule = Rule::error(include_str!("unlabelled_edit.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for (_, quote) in cx.quotes() {
        let mut kinds = quote.kind.iter();
        let label =
            kinds.find(|kind| matches!(***kind, QuoteKind::Edited | QuoteKind::EditedInSource));
        if let Some(label) = label {
            if mark(&quote.text).is_none() {
                let message = "the quote is labelled as edited, but no mark shows where";
                let fault = Diagnostic::new(&UNLABELLED_EDIT, label.place, message);
                out.push(
                    fault.help("mark cuts with … and insertions with [ ], or leave the label out"),
                );
            }
            continue;
        }
        for text in quote.original.iter().chain([&quote.text]) {
            refuse_mark(cx, text, out);
        }
    }
}

fn refuse_mark(cx: &Context<'_>, text: &Text, out: &mut Findings) {
    if let Some(range) = mark(text) {
        let message = "this marks a change to the words, and the quote does not say whose";
        let fault = Diagnostic::new(&UNLABELLED_EDIT, cx.part(text, range), message);
        out.push(fault.help(
            "label it: `kind: [edited]` if you made it, `kind: [edited-in-source]` if the source has it",
        ));
    }
}

/// Finds the first mark of a cut or an insertion.
fn mark(text: &str) -> Option<Range<usize>> {
    let dots = ["…", "..."]
        .into_iter()
        .filter_map(|dots| text.find(dots).map(|at| at..at + dots.len()));
    let bracket = text.find(['[', ']']).map(|at| {
        let (_, rest) = text.split_at(at);
        at..at + rest.find(']').unwrap_or(0) + 1
    });
    dots.chain(bracket).min_by_key(|range| range.start)
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
