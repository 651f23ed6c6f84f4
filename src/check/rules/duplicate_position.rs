#![doc = include_str!("duplicate_position.md")]

use std::collections::HashMap;

use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::load::Position;

pub(super) static DUPLICATE_POSITION: Rule = Rule::error(include_str!("duplicate_position.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let mut seen = HashMap::new();
    for position in &cx.document.positions {
        if position.of.place == Place::StandIn || position.on.place == Place::StandIn {
            continue;
        }
        let cell = (position.of.as_str(), position.on.as_str());
        if let Some(first) = seen.get(&cell) {
            out.push(fault(position, *first));
        } else {
            seen.insert(cell, position.of.place);
        }
    }
}

fn fault(position: &Position, first: Place) -> Diagnostic {
    Diagnostic::new(
        &DUPLICATE_POSITION,
        position.of.place,
        format!(
            "`{}` has a position on `{}` already",
            position.of.value.escape_debug(),
            position.on.value.escape_debug()
        ),
    )
    .also(first, "the first")
    .help("keep one, and let it rest on the claims of both")
}
