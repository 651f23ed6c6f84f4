#![doc = include_str!("duplicate_id.md")]
//! Ids are unique within their kind: a voice and a source may share one.

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::Text;

pub(super) static DUPLICATE_ID: Rule = Rule::error(include_str!("duplicate_id.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for table in cx.index.tables() {
        for (first, second) in table.repeated() {
            out.push(fault(first, second, table.noun));
        }
    }
}

fn fault(first: &Text, second: &Text, noun: &str) -> Diagnostic {
    let message = format!("`{}` is the id of {noun} already", second.value);
    let fault = Diagnostic::new(&DUPLICATE_ID, second.place, message);
    if first.place == second.place {
        return fault.help(
            "an alias repeats it with all else: write the second out, with an id of its own",
        );
    }
    fault.also(first.place, "first defined here")
}
