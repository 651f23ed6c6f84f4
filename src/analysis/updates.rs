//! Finds the sources behind a claim that were corrected, retracted or updated since.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::first_reports::FirstReports;
use crate::model::{Basis, Brief, ClaimId, Source, SourceId};

/// The sources that were updated since, among those through which each is known, itself included;
/// each once, in file order. Empty where no source was.
#[derive(Clone, Debug)]
pub(super) struct Updated(Vec<Vec<SourceId>>);

impl Updated {
    pub(super) fn of(brief: &Brief) -> Self {
        let is_any = brief.sources().any(|(_, source)| is_updated(source));
        let count = if is_any { brief.sources().len() } else { 0 };
        let mut updated = vec![Vec::new(); count];
        if !is_any {
            return Self(updated);
        }
        for id in brief.nearest_first() {
            let own = Some(*id).filter(|id| is_updated(brief.source(*id)));
            let relays = brief.source(*id).through.iter();
            let relays = relays.flat_map(|relay| updated[relay.index()].iter().copied());
            updated[id.index()] = each_once(own.into_iter().chain(relays));
        }
        Self(updated)
    }

    /// Returns those on the chains by which a claim came; of a judgement, its grounds.
    pub(super) fn behind(
        &self,
        brief: &Brief,
        first_reports: &[Arc<FirstReports>],
        claim: ClaimId,
    ) -> Vec<SourceId> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let reports = reports_behind(brief, claim).into_iter();
        let paths = reports.flat_map(|id| first_reports[id.index()].legs());
        each_once(paths.flat_map(|path| {
            let on_the_way = path.iter().copied();
            let on_the_way = on_the_way.filter(|id| is_updated(brief.source(*id)));
            let onward = path.last().map(|last| &self.0[last.index()]);
            on_the_way.chain(onward.into_iter().flatten().copied())
        }))
    }
}

fn is_updated(source: &Source) -> bool {
    !source.updates.is_empty()
}

/// Returns the reports that a claim rests on in the end: itself, or those that a judgement leads to.
fn reports_behind(brief: &Brief, claim: ClaimId) -> Vec<ClaimId> {
    let mut seen = BTreeSet::from([claim]);
    let mut open = vec![claim];
    let mut reports = Vec::new();
    while let Some(next) = open.pop() {
        match &brief.claim(next).basis {
            Basis::Report(_) => reports.push(next),
            Basis::Judgement(judgement) => {
                let grounds = judgement.rests_on.iter().copied();
                open.extend(grounds.filter(|ground| seen.insert(*ground)));
            }
        }
    }
    reports
}

fn each_once(sources: impl Iterator<Item = SourceId>) -> Vec<SourceId> {
    let mut sources: Vec<SourceId> = sources.collect();
    sources.sort_unstable();
    sources.dedup();
    sources
}
