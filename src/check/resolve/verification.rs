//! What the evidence lock has on the quotes.

use std::collections::BTreeMap;

use crate::evidence::{Lock, Paired, Record, Words, pair};
use crate::model::{Claim, Sought, Source, SourceId, Verification};

/// Notes with each quote whether it was found to be its source's words. A record of other words
/// says nothing of these.
pub(super) fn note(claims: &mut [Claim], sources: &[Source], lock: &Lock) {
    let words: Vec<Words<'_>> = claims
        .iter()
        .flat_map(|claim| claim.quotes.iter().map(move |quote| (claim, quote)))
        .map(|(claim, quote)| Words {
            claim: &claim.key,
            text: &quote.text,
            original: quote.original.as_deref(),
        })
        .collect();
    let (paired, _) = pair(lock, &words);
    let sources = sources.iter().enumerate();
    let ids: BTreeMap<&str, SourceId> = sources
        .map(|(index, source)| (&*source.key, SourceId::new(index)))
        .collect();
    let quotes = claims.iter_mut().flat_map(|claim| &mut claim.quotes);
    for (quote, paired) in quotes.zip(paired) {
        quote.verification = match paired {
            Paired::Same(record) => Verification::Sought(Box::new(sought(record, &ids))),
            Paired::Changed(_) | Paired::None => Verification::NotYet,
        };
    }
}

fn sought(record: &Record, ids: &BTreeMap<&str, SourceId>) -> Sought {
    let source = record.source.as_deref();
    Sought {
        status: record.status,
        day: record.checked.date().clone(),
        source: source.and_then(|key| ids.get(key).copied()),
        at: record.at.clone(),
    }
}
