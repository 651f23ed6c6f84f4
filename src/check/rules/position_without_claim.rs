#![doc = include_str!("position_without_claim.md")]

use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::Position;

pub(super) static POSITION_WITHOUT_CLAIM: Rule =
    Rule::error(include_str!("position_without_claim.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for position in &cx.document.positions {
        if position.claims.is_empty() {
            out.push(fault(position));
        }
    }
}

fn fault(position: &Position) -> Diagnostic {
    Diagnostic::new(
        &POSITION_WITHOUT_CLAIM,
        position.of.place,
        "this position rests on no claim",
    )
    .help("name the claims: `claims: [claim-id]`")
    .help("where a voice said nothing, leave the position out: the matrix says so")
}
