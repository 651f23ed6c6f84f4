//! Judges positions: `position-without-claim`, `duplicate-position`, `long-cell`.

use std::collections::HashMap;

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Place, Rule};

pub(super) static POSITION_WITHOUT_CLAIM: Rule =
    Rule::error(include_str!("position_without_claim.md"));
pub(super) static DUPLICATE_POSITION: Rule = Rule::error(include_str!("duplicate_position.md"));
pub(super) static LONG_CELL: Rule = Rule::warning(include_str!("long_cell.md"));

/// How many words fit in a cell of the matrix.
const WORDS: usize = 6;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let mut seen = HashMap::new();
    for position in &cx.document.positions {
        let (of, on) = (&position.of, &position.on);
        if position.claims.is_empty() {
            let message = "this position rests on no claim";
            out.push(
                Diagnostic::new(&POSITION_WITHOUT_CLAIM, of.place, message)
                    .help("name the claims: `claims: [claim-id]`")
                    .help("where a voice said nothing, leave the position out: the matrix says so"),
            );
        }
        if of.place != Place::Placeholder && on.place != Place::Placeholder {
            if let Some(first) = seen.get(&(of.as_str(), on.as_str())) {
                let (voice, issue) = (of.value.escape_debug(), on.value.escape_debug());
                let message = format!("`{voice}` has a position on `{issue}` already");
                out.push(
                    Diagnostic::new(&DUPLICATE_POSITION, of.place, message)
                        .also(*first, "the first")
                        .help("keep one, and let it rest on the claims of both"),
                );
            } else {
                seen.insert((of.as_str(), on.as_str()), of.place);
            }
        }
        let words = position.in_short.split_whitespace().count();
        if words > WORDS {
            let message = format!("this cell has {words} words");
            let help = format!("a cell holds {WORDS}; the claims that it cites say the rest");
            let fault = Diagnostic::new(&LONG_CELL, position.in_short.place, message).help(help);
            out.warn(&position.allow, fault);
        }
    }
}
