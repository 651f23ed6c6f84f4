//! Judges attribution: `unattributed-claim`.

use crate::check::context::{Context, Findings};
use crate::diagnostics::Diagnostic;
use crate::load::rules::UNATTRIBUTED_CLAIM;

use super::mixed_judgement::Kinds;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let kinds = Kinds {
        document: cx.document,
        index: cx.index,
    };
    for claim in &cx.document.claims {
        let (id, place) = (claim.id.value.escape_debug(), claim.id.place);
        if claim.voice.is_empty() {
            let message = format!("nobody says `{id}`");
            out.push(
                Diagnostic::new(&UNATTRIBUTED_CLAIM, place, message)
                    .help("name who says so: `voice: voice-id`")
                    .help("a judgement of your own has a voice too, one with `writer`, and `rests_on`"),
            );
        }
        if kinds.is_judgement(claim) {
            // Its source, if it has one, is reported with what to write in its place.
            if claim.rests_on.is_empty() && claim.source.is_empty() {
                let message = format!("`{id}` rests on no claim");
                let fault = Diagnostic::new(&UNATTRIBUTED_CLAIM, place, message);
                out.push(
                    fault.help("name the claims from which you judge: `rests_on: [claim-id]`"),
                );
            }
            continue;
        }
        if claim.source.is_empty() {
            let message = format!("`{id}` stands in no source");
            out.push(
                Diagnostic::new(&UNATTRIBUTED_CLAIM, place, message)
                    .help("name the source that carries it first: `in: source-id`"),
            );
        }
    }
}
