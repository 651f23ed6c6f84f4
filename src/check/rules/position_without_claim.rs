//! `position-without-claim`: a position rests on no claim.

use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::diagnostics::{Code, Diagnostic};
use crate::load::Position;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for position in &cx.document.positions {
        if position.claims.is_empty() {
            out.push(fault(position));
        }
    }
}

fn fault(position: &Position) -> Diagnostic {
    Diagnostic::new(
        Code::PositionWithoutClaim,
        position.of.place,
        "this position rests on no claim",
    )
    .help("name the claims: `claims: [claim-id]`")
    .help("where a voice said nothing, leave the position out: the matrix says so")
}
