//! `self-tension`: a tension names one claim twice, or only one.

use std::collections::HashMap;

use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::diagnostics::{Code, Diagnostic, Place};
use crate::load::{Tension, Text};

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
        Code::SelfTension,
        place,
        "a tension is between two claims or more",
    )
    .help("name each: `between: [one, another]`")
}

fn twice(id: &Text, first: Place) -> Diagnostic {
    Diagnostic::new(
        Code::SelfTension,
        id.place,
        format!("`{}` is in tension with itself", id.value.escape_debug()),
    )
    .also(first, "first named here")
}
