#![doc = include_str!("uncited_sentence.md")]

use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::diagnostics::{Diagnostic, Place, Rule};

pub(super) static UNCITED_SENTENCE: Rule = Rule::error(include_str!("uncited_sentence.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for sentence in cx.bottom_line.into_iter().flatten() {
        if sentence.text.cited().is_empty() {
            out.push(fault(
                cx.part(&cx.document.bottom_line, sentence.range.clone()),
            ));
        }
    }
}

fn fault(place: Place) -> Diagnostic {
    Diagnostic::new(&UNCITED_SENTENCE, place, "this sentence cites no claim")
        .help("end it with the claims that it rests on: `[@claim-id]`")
}
