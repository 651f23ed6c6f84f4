//! `unattributed-claim`: a claim has no voice or no source.

use crate::check::context::{Context, Findings};
use crate::diagnostics::Diagnostic;
use crate::load::Text;
use crate::load::rules::UNATTRIBUTED_CLAIM;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for claim in &cx.document.claims {
        if claim.voice.is_empty() {
            out.push(no_voice(&claim.id));
        }
        if claim.source.is_empty() {
            out.push(no_source(&claim.id));
        }
    }
}

fn no_voice(id: &Text) -> Diagnostic {
    Diagnostic::new(
        &UNATTRIBUTED_CLAIM,
        id.place,
        format!("nobody says `{}`", id.value.escape_debug()),
    )
    .help("name who says so: `voice: voice-id`")
    .help("a judgement of your own has a voice too: one with `writer`")
}

fn no_source(id: &Text) -> Diagnostic {
    Diagnostic::new(
        &UNATTRIBUTED_CLAIM,
        id.place,
        format!("`{}` stands in no source", id.value.escape_debug()),
    )
    .help("name the work that carries it: `in: source-id`")
}
