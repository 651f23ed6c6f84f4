//! Judges attribution: `unattributed-claim`.

use crate::check::context::{Context, Findings};
use crate::diagnostics::Diagnostic;
use crate::load::rules::UNATTRIBUTED_CLAIM;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for claim in &cx.document.claims {
        let (id, place) = (claim.id.value.escape_debug(), claim.id.place);
        if claim.voice.is_empty() {
            let message = format!("nobody says `{id}`");
            out.push(
                Diagnostic::new(&UNATTRIBUTED_CLAIM, place, message)
                    .help("name who says so: `voice: voice-id`")
                    .help("a judgement of your own has a voice too: one with `writer`"),
            );
        }
        if claim.source.is_empty() {
            let message = format!("`{id}` stands in no source");
            out.push(
                Diagnostic::new(&UNATTRIBUTED_CLAIM, place, message)
                    .help("name the source that carries it: `in: source-id`"),
            );
        }
    }
}
