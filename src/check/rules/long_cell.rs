#![doc = include_str!("long_cell.md")]

use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::Text;

pub(super) static LONG_CELL: Rule = Rule::warning(include_str!("long_cell.md"));

/// How many words fit.
const WORDS: usize = 6;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for position in &cx.document.positions {
        let words = position.in_short.split_whitespace().count();
        if words > WORDS {
            out.warn(&position.allow, fault(&position.in_short, words));
        }
    }
}

fn fault(text: &Text, words: usize) -> Diagnostic {
    Diagnostic::new(
        &LONG_CELL,
        text.place,
        format!("this cell has {words} words"),
    )
    .help(format!(
        "a cell holds {WORDS}; the claims that it cites say the rest"
    ))
}
