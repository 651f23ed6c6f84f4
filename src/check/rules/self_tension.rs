#![doc = include_str!("self_tension.md")]

use std::collections::HashMap;

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::load::{Tension, Text};

pub(super) static SELF_TENSION: Rule = Rule::error(include_str!("self_tension.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for tension in &cx.document.tensions {
        if tension.between.len() < 2 {
            out.push(alone(tension));
        }
        let mut seen = HashMap::new();
        for id in tension.between.iter() {
            if let Some(first) = seen.insert(id.as_str(), id.place) {
                out.push(twice(id, first));
            }
        }
    }
}

fn alone(tension: &Tension) -> Diagnostic {
    let place = match tension.between.first() {
        Some(only) => only.place,
        None => tension.note.place,
    };
    Diagnostic::new(
        &SELF_TENSION,
        place,
        "a tension is between two claims or more",
    )
    .help("name each: `between: [one, another]`")
}

fn twice(id: &Text, first: Place) -> Diagnostic {
    Diagnostic::new(
        &SELF_TENSION,
        id.place,
        format!("`{}` is in tension with itself", id.value.escape_debug()),
    )
    .also(first, "first named here")
}
