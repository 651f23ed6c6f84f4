#![doc = include_str!("speaks_for_cycle.md")]

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Rule};

pub(super) static SPEAKS_FOR_CYCLE: Rule = Rule::error(include_str!("speaks_for_cycle.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let voices = &cx.document.voices.0;
    let next = |at: usize| {
        let (_, voice) = voices.get(at)?;
        cx.index.voices.position(voice.speaks_for.as_ref()?)
    };
    // Each voice speaks for one at most: from wherever a way begins, there is one way on.
    let mut way_of = vec![None; voices.len()];
    for start in 0..voices.len() {
        let mut at = start;
        while way_of[at].is_none() {
            way_of[at] = Some(start);
            let Some(principal) = next(at) else {
                break;
            };
            if way_of[principal] == Some(start) {
                report(cx, at, principal, out);
            }
            at = principal;
        }
    }
}

fn report(cx: &Context<'_>, last: usize, first: usize, out: &mut Findings) {
    let Some((id, voice)) = cx.document.voices.0.get(last) else {
        return;
    };
    let Some(principal) = &voice.speaks_for else {
        return;
    };
    let [id, named] = [id, principal].map(|id| id.value.escape_debug().to_string());
    let message = if last == first {
        format!("`{id}` speaks for itself")
    } else {
        format!("`{id}` speaks for `{named}`, which speaks for `{id}`, or for one that does")
    };
    out.push(
        Diagnostic::new(&SPEAKS_FOR_CYCLE, principal.place, message).help(
            "name in `speaks_for` the voice that has a spokesperson, and leave it out of that voice",
        ),
    );
}
