//! `uncited-sentence`: a sentence of the bottom line cites no claim.

use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::diagnostics::{Code, Diagnostic, Place};

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
    Diagnostic::new(Code::UncitedSentence, place, "this sentence cites no claim")
        .help("end it with the claims that it rests on: `[@claim-id]`")
}
