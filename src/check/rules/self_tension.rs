#![doc = include_str!("self_tension.md")]

use std::collections::HashMap;

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Rule};

pub(super) static SELF_TENSION: Rule = Rule::error(include_str!("self_tension.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for tension in &cx.document.tensions {
        if tension.between.len() < 2 {
            let place = tension.between.first().unwrap_or(&tension.note).place;
            let message = "a tension is between two claims or more";
            let fault = Diagnostic::new(&SELF_TENSION, place, message);
            out.push(fault.help("name each: `between: [one, another]`"));
        }
        let mut seen = HashMap::new();
        for id in tension.between.iter() {
            if let Some(first) = seen.insert(id.as_str(), id.place) {
                let message = format!("`{}` is in tension with itself", id.value.escape_debug());
                let fault = Diagnostic::new(&SELF_TENSION, id.place, message);
                out.push(fault.also(first, "first named here"));
            }
        }
    }
}
