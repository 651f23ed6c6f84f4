#![doc = include_str!("repeated_value.md")]

use std::collections::HashMap;

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Part, Place, Rule};
use crate::load::Text;

pub(super) static REPEATED_VALUE: Rule = Rule::error(include_str!("repeated_value.md"));

/// The longest list in which each id is compared with each.
const SHORT: usize = 8;

pub(in crate::check) fn check_ids(ids: &[Text], out: &mut Findings) {
    if ids.len() <= SHORT && !has_repeated(ids) {
        return;
    }
    let mut seen = HashMap::with_capacity(ids.len());
    for id in ids {
        if let Some(first) = seen.insert(id.as_str(), id.place) {
            out.push(fault(id, id.place, first));
        }
    }
}

fn has_repeated(ids: &[Text]) -> bool {
    (1..)
        .zip(ids)
        .any(|(after, id)| ids.iter().skip(after).any(|other| other == id))
}

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for (_, quote) in cx.quotes() {
        for (at, kind) in quote.kind.iter().enumerate() {
            if let Some(first) = quote.kind.iter().take(at).find(|first| *first == kind) {
                out.push(fault(kind.word(), kind.place, first.place));
                break;
            }
        }
    }
}

fn fault(name: &str, place: Place, first: Place) -> Diagnostic {
    Diagnostic::new(
        &REPEATED_VALUE,
        place,
        format!("`{}` is named twice", name.escape_debug()),
    )
    .also(first, "first named here")
    .help("name it once")
    .taking_out(Part::Value)
}
