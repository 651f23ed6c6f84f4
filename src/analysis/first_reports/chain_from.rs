//! Puts the chains together of which nobody knows in which report they begin.

use std::collections::HashMap;

use crate::analysis::chains::Chain;
use crate::model::SourceId;

/// A chain, from what is known of its first report.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ChainFrom {
    /// Its first report; several if it was one of them and nobody knows which.
    pub(crate) first: Vec<SourceId>,
    /// The sources from there, in order; last one that was read.
    pub(crate) onward: Vec<SourceId>,
}

/// Puts chains together, each with the reports of which its first is one: from the same of these the
/// same chain onward is one.
pub(super) fn together<'a>(
    chains: impl Iterator<Item = (&'a [SourceId], Chain)>,
) -> Vec<ChainFrom> {
    let mut found: Vec<ChainFrom> = Vec::new();
    let mut places = HashMap::new();
    for (one_of, chain) in chains {
        let Some((first, onward)) = chain.sources.split_first() else {
            continue;
        };
        let place = *places
            .entry((one_of, onward.to_vec()))
            .or_insert(found.len());
        match found.get_mut(place) {
            // A source that is named beside what retells it comes by the same chain twice.
            Some(chain) if chain.first.contains(first) => {}
            Some(chain) => chain.first.push(*first),
            None => found.push(ChainFrom {
                first: vec![*first],
                onward: onward.to_vec(),
            }),
        }
    }
    found
}
