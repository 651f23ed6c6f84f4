//! Finds the sources behind a claim that were corrected, retracted or updated since.

use crate::model::{Brief, Claim, SourceId};

/// The sources that were updated since, among those that each rests on; each once, in file order.
#[derive(Clone, Debug)]
pub(super) struct Updated {
    /// A source itself, and the sources through which it is known.
    passed_on: Vec<Vec<SourceId>>,
    /// The sources that a source draws on.
    drawn_on: Vec<Vec<SourceId>>,
}

impl Updated {
    pub(super) fn of(brief: &Brief) -> Self {
        let none = vec![Vec::new(); brief.sources().len()];
        let mut updated = Self {
            passed_on: none.clone(),
            drawn_on: none,
        };
        if brief.sources().all(|(_, source)| source.updates.is_empty()) {
            return updated;
        }
        let own = |id: &SourceId| Some(*id).filter(|id| !brief.source(*id).updates.is_empty());
        for id in brief.nearest_first() {
            let relays = brief.source(*id).through.iter();
            let relays = relays.flat_map(|relay| updated.passed_on[relay.index()].iter().copied());
            updated.passed_on[id.index()] = each_once(own(id).into_iter().chain(relays));
        }
        for id in brief.nearest_first().iter().rev() {
            let drawn = brief.source(*id).draws_on.iter();
            let drawn = drawn.flat_map(|far| {
                let farther = updated.drawn_on[far.index()].iter().copied();
                own(far).into_iter().chain(farther)
            });
            updated.drawn_on[id.index()] = each_once(drawn);
        }
        updated
    }

    /// Returns those that a claim rests on. What a source found out itself rests on no other.
    pub(super) fn behind(&self, claim: &Claim) -> Vec<SourceId> {
        let sources = claim.sources.iter();
        let behind = sources.flat_map(|id| {
            let found_out = claim.found_out_by.contains(id);
            let drawn = self.drawn_on[id.index()].iter().filter(move |_| !found_out);
            self.passed_on[id.index()].iter().chain(drawn).copied()
        });
        each_once(behind)
    }
}

fn each_once(sources: impl Iterator<Item = SourceId>) -> Vec<SourceId> {
    let mut sources: Vec<SourceId> = sources.collect();
    sources.sort_unstable();
    sources.dedup();
    sources
}
