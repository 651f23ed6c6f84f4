#![doc = include_str!("borrowed_words.md")]
//! `verify` finds the words, since that takes the snapshots; the lock has them until `says` has other ones.

use std::collections::BTreeMap;

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Rule};
use crate::evidence::still_has;
use crate::load::Claim;

pub(super) static BORROWED_WORDS: Rule = Rule::warning(include_str!("borrowed_words.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let Some(Ok(lock)) = cx.beside.evidence else {
        // Without a lock, nobody has looked.
        for claim in &cx.document.claims {
            out.leave(&claim.allow, &BORROWED_WORDS);
        }
        return;
    };
    let claims = cx.document.claims.iter();
    let claims: BTreeMap<&str, &Claim> = claims.map(|claim| (claim.id.as_str(), claim)).collect();
    for borrowed in &lock.borrowed {
        let Some(claim) = claims.get(borrowed.claim.as_str()) else {
            continue;
        };
        if !still_has(&claim.says, &borrowed.words) {
            continue;
        }
        let message = format!(
            "“{}” is the wording of `{}`",
            borrowed.words, borrowed.source
        );
        let fault = Diagnostic::new(&BORROWED_WORDS, claim.says.place, message)
            .help("say it in your own words, or quote it");
        out.warn(&claim.allow, fault);
    }
}
