//! The quotes beside the evidence lock, for the rules that share the walk: `changed-quote`,
//! `absent-quote`, `unverified-quote`, `other-snapshot`, `stale-evidence`, `invalid-evidence`.

use super::{
    absent_quote, changed_quote, invalid_evidence, other_snapshot, stale_evidence, unverified_quote,
};
use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::evidence::{Lock, Paired, Words, pair};
use crate::model::QuoteStatus;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    match cx.beside.evidence {
        Some(Ok(lock)) => compare(cx, lock, out),
        Some(Err(reason)) => out.push(invalid_evidence::fault(reason)),
        None => {}
    }
}

fn compare(cx: &Context<'_>, lock: &Lock, out: &mut Findings) {
    let claims = cx.document.claims.iter();
    let quotes = claims.flat_map(|claim| claim.quotes.iter().map(move |quote| (claim, quote)));
    let quotes: Vec<_> = quotes.collect();
    let words: Vec<Words<'_>> = quotes
        .iter()
        .map(|(claim, quote)| Words {
            claim: &claim.id,
            text: &quote.text,
            original: quote.original.as_ref().map(|original| original.as_str()),
        })
        .collect();
    let (paired, stale) = pair(lock, &words);
    let mut snapshots = other_snapshot::Snapshots::of(cx.document);
    for (&(claim, quote), paired) in quotes.iter().zip(paired) {
        let text = quote.original.as_ref().unwrap_or(&quote.text);
        match paired {
            Paired::Same(record) => {
                if let Some(fault) = snapshots.judge(claim, text, record) {
                    out.push(fault);
                }
                if record.status == QuoteStatus::Absent {
                    out.push(absent_quote::fault(text, record));
                } else if !record.status.is_verified() {
                    out.warn(&claim.allow, unverified_quote::fault(quote, Some(record)));
                }
            }
            Paired::Changed(record) => out.push(changed_quote::fault(quote, record)),
            Paired::None => out.warn(&claim.allow, unverified_quote::fault(quote, None)),
        }
    }
    for record in stale {
        out.push(stale_evidence::fault(record));
    }
}
