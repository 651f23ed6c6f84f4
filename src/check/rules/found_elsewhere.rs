#![doc = include_str!("found_elsewhere.md")]

use crate::check::context::Findings;
use crate::diagnostics::{Diagnostic, Part, Rule};
use crate::load::Claim;

pub(super) static FOUND_ELSEWHERE: Rule = Rule::error(include_str!("found_elsewhere.md"));

/// Says whether a claim names only sources of its own as those that found it out, and reports the
/// others.
pub(in crate::check) fn check(claim: &Claim, out: &mut Findings) -> bool {
    let stated_in = |id| claim.source.contains(id);
    let mut elsewhere = claim.found_out_by.iter().filter(|id| !stated_in(id));
    // That the claim has no source at all was reported.
    let elsewhere = elsewhere.next().filter(|_| !claim.source.is_empty());
    if let Some(id) = elsewhere {
        let shown = id.value.escape_debug();
        let message = format!("`{shown}` found it out, and the claim is not `in: {shown}`");
        let mut fault = Diagnostic::new(&FOUND_ELSEWHERE, id.place, message);
        if let Some(first) = claim.source.first() {
            fault = fault.also(first.place, "where the claim is");
        }
        let help = "add it to `in`, or take it out of `found_out_by`";
        out.push(fault.help(help).taking_out(Part::Value));
    }
    elsewhere.is_none()
}
