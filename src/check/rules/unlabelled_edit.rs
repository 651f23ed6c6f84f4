#![doc = include_str!("unlabelled_edit.md")]

use std::ops::Range;

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Part, Place, Rule};
use crate::load::Quote;
use crate::model::QuoteKind;

pub(super) static UNLABELLED_EDIT: Rule = Rule::warning(include_str!("unlabelled_edit.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for (claim, quote) in cx.quotes().filter(|(_, quote)| quote.has_known_kinds()) {
        let mut kinds = quote.kind.iter();
        let label =
            kinds.find(|kind| matches!(***kind, QuoteKind::Edited | QuoteKind::EditedInSource));
        let texts = || std::iter::once(&quote.text).chain(&quote.original);
        let Some(label) = label else {
            for text in texts() {
                if let Some(range) = mark(text) {
                    out.warn(&claim.allow, fault(cx.part(text, range)));
                }
            }
            continue;
        };
        if !texts().any(|text| is_marked(text)) {
            let message = "the quote is labelled as edited, but no mark shows where";
            let fault = Diagnostic::new(&UNLABELLED_EDIT, label.place, message)
                .help("mark cuts with … and insertions with [ ], or leave the label out")
                .taking_out(Part::Value);
            out.warn(&claim.allow, fault);
        }
    }
}

fn fault(place: Place) -> Diagnostic {
    let message = "this marks a change to the words, and the quote does not say whose";
    Diagnostic::new(&UNLABELLED_EDIT, place, message)
        .help(
            "label it: `kind: [edited]` if you made it, `kind: [edited-in-source]` if the source has it",
        )
        .help("if the speaker paused, silence the rule here: `allow: [{ rule: unlabelled-edit, reason: … }]`")
}

fn is_marked(text: &str) -> bool {
    text.contains(['…', '[', ']']) || text.contains("...")
}

/// Says whether a quote has a mark of a cut or an insertion, and no label that says so.
pub(super) fn lacks_label(quote: &Quote) -> bool {
    let mut kinds = quote.kind.iter();
    let is_labelled =
        kinds.any(|kind| matches!(**kind, QuoteKind::Edited | QuoteKind::EditedInSource));
    let text = quote.original.as_ref().unwrap_or(&quote.text);
    !is_labelled && quote.has_known_kinds() && mark(text).is_some()
}

/// Finds the first mark of a cut or an insertion. Not taken for one are dots at the end, where the
/// speaker trails off, and brackets around a number, as of a note or a year.
fn mark(text: &str) -> Option<Range<usize>> {
    let trailing = text
        .trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | ']'))
        .len();
    let dots = ["…", "..."]
        .into_iter()
        .filter_map(|dots| text.find(dots).map(|at| at..at + dots.len()))
        .filter(|range| range.start < trailing);
    let bracket = text
        .match_indices(['[', ']'])
        .map(|(at, _)| bracketed(text, at))
        .find(|range| !is_number(text, range));
    dots.chain(bracket).min_by_key(|range| range.start)
}

/// Returns a bracket with what it encloses; a closing one, or one that is not closed, alone.
fn bracketed(text: &str, at: usize) -> Range<usize> {
    let (_, rest) = text.split_at(at);
    at..at + rest.find(']').unwrap_or(0) + 1
}

/// Says whether a bracket with what it encloses is a number, or the end of one.
fn is_number(text: &str, range: &Range<usize>) -> bool {
    let (before, _) = text.split_at(range.start);
    let inner = text.get(range.clone()).unwrap_or("");
    let open = before.rfind('[').map_or(before, |at| before.split_at(at).1);
    let whole = if inner == "]" {
        [open, inner].concat()
    } else {
        inner.to_owned()
    };
    let number = whole
        .strip_prefix('[')
        .and_then(|whole| whole.strip_suffix(']'));
    number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
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
        assert_eq!(of("see [1] and [they]"), Some("[they]"));
        assert_eq!(of("a […]"), Some("[…]"));
        for text in [
            "a (b). c.. d",
            "So it is…",
            "“So it is ...”",
            "[2019] UKSC 41",
            "so [12].",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
