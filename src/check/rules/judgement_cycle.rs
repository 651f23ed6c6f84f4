#![doc = include_str!("judgement_cycle.md")]
//! Judgements that rest on reports in the end are settled, one after the other. What is left goes
//! in a circle, or leads into one.

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Place, Rule};

pub(super) static JUDGEMENT_CYCLE: Rule = Rule::error(include_str!("judgement_cycle.md"));

/// How many names of a long circle are spelled out.
const NAMES: usize = 8;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let claims = &cx.document.claims;
    if claims.iter().all(|claim| claim.rests_on.is_empty()) {
        return;
    }
    let left = unsettled(cx);
    let mut followed = vec![false; claims.len()];
    for start in 0..claims.len() {
        let mut path = Vec::new();
        let mut at = start;
        // Each of those left rests on another of them.
        while left[at] && !followed[at] {
            followed[at] = true;
            let grounds = claims[at].rests_on.iter();
            let known = grounds.filter_map(|id| Some((id, cx.index.claims.position(id)?)));
            let Some((id, next)) = { known }.find(|(_, next)| left[*next]) else {
                break;
            };
            path.push((at, id.place));
            at = next;
        }
        let circle = path.iter().position(|(claim, _)| *claim == at);
        if let Some(circle) = circle.and_then(|from| path.get(from..)) {
            out.push(fault(cx, circle));
        }
    }
}

/// Finds the claims that rest on none in the end.
fn unsettled(cx: &Context<'_>) -> Vec<bool> {
    let claims = &cx.document.claims;
    let mut carries = vec![Vec::new(); claims.len()];
    let mut waiting = vec![0_usize; claims.len()];
    for (at, claim) in claims.iter().enumerate() {
        let grounds = claim.rests_on.iter();
        for ground in grounds.filter_map(|id| cx.index.claims.position(id)) {
            carries[ground].push(at);
            waiting[at] += 1;
        }
    }
    let mut settled: Vec<usize> = (0..claims.len()).filter(|at| waiting[*at] == 0).collect();
    while let Some(ground) = settled.pop() {
        for at in &carries[ground] {
            waiting[*at] -= 1;
            if waiting[*at] == 0 {
                settled.push(*at);
            }
        }
    }
    waiting.into_iter().map(|count| count > 0).collect()
}

fn fault(cx: &Context<'_>, circle: &[(usize, Place)]) -> Diagnostic {
    let name = |at: usize| format!("`{}`", cx.index.claims.ids[at].value.escape_debug());
    let mut names: Vec<String> = circle.iter().take(NAMES).map(|(at, _)| name(*at)).collect();
    if circle.len() > NAMES {
        names.push(format!("{} more", circle.len() - NAMES));
    }
    names.extend(circle.first().map(|(at, _)| name(*at)));
    let place = circle.last().map_or(Place::Whole, |(_, place)| *place);
    let message = format!("{} is a circle", names.join(" on "));
    Diagnostic::new(&JUDGEMENT_CYCLE, place, message)
        .help("let each rest, in the end, on what others say")
}
