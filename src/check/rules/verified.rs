//! The quotes beside the evidence lock, for the rules that share the walk: `changed-quote`,
//! `absent-quote`, `unverified-quote`, `other-snapshot`, `stale-evidence`, `invalid-evidence`.

use super::{
    absent_quote, changed_quote, invalid_evidence, other_snapshot, stale_evidence, unverified_quote,
};
use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::evidence::{Lock, Paired, Status, pair};

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    match cx.evidence {
        Some(Ok(lock)) => compare(cx, lock, out),
        Some(Err(reason)) => out.push(invalid_evidence::fault(reason)),
        None => {}
    }
}

fn compare(cx: &Context<'_>, lock: &Lock, out: &mut Findings) {
    let claims = cx.document.claims.iter();
    let quotes =
        claims.flat_map(|claim| claim.quotes.iter().map(move |quote| (claim, &quote.text)));
    let quotes: Vec<_> = quotes.collect();
    let keys: Vec<(&str, &str)> = quotes
        .iter()
        .map(|(claim, text)| (claim.id.as_str(), text.as_str()))
        .collect();
    let (paired, stale) = pair(lock, &keys);
    let mut snapshots = other_snapshot::Snapshots::of(cx.document);
    for (&(claim, text), paired) in quotes.iter().zip(paired) {
        match paired {
            Paired::Same(record) => {
                if let Some(fault) = snapshots.judge(claim, text, record) {
                    out.push(fault);
                }
                if record.status == Status::Absent {
                    out.push(absent_quote::fault(text, record));
                } else if !record.status.is_verified() {
                    out.warn(&claim.allow, unverified_quote::fault(text, Some(record)));
                }
            }
            Paired::Changed(record) => out.push(changed_quote::fault(text, record)),
            Paired::None => out.warn(&claim.allow, unverified_quote::fault(text, None)),
        }
    }
    for record in stale {
        out.push(stale_evidence::fault(record));
    }
}
