//! Finds the sources behind a claim that were corrected, retracted or updated since.

use std::collections::BTreeSet;

use crate::model::{Basis, Brief, ClaimId, Report, SourceId};

/// The sources that were updated since, among those that each rests on; each once, in file order.
/// Both lists are empty where no source was.
#[derive(Clone, Debug)]
pub(super) struct Updated {
    /// A source itself, and the sources through which it is known.
    passed_on: Vec<Vec<SourceId>>,
    /// The sources that a source draws on.
    drawn_on: Vec<Vec<SourceId>>,
}

impl Updated {
    pub(super) fn of(brief: &Brief) -> Self {
        let is_any = brief
            .sources()
            .any(|(_, source)| !source.updates.is_empty());
        let count = if is_any { brief.sources().len() } else { 0 };
        let mut updated = Self {
            passed_on: vec![Vec::new(); count],
            drawn_on: vec![Vec::new(); count],
        };
        if !is_any {
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

    /// Returns those that a claim rests on; a judgement rests on those of its grounds.
    pub(super) fn behind(&self, brief: &Brief, claim: ClaimId) -> Vec<SourceId> {
        if self.passed_on.is_empty() {
            return Vec::new();
        }
        let reports = reports_behind(brief, claim).into_iter();
        each_once(reports.flat_map(|report| self.behind_report(report)))
    }

    /// Returns those that a report rests on. What a source found out itself rests on no other.
    fn behind_report<'a>(&'a self, report: &'a Report) -> impl Iterator<Item = SourceId> + 'a {
        report.sources.iter().flat_map(|id| {
            let found_out = report.found_out_by.contains(id);
            let drawn = self.drawn_on[id.index()].iter().filter(move |_| !found_out);
            self.passed_on[id.index()].iter().chain(drawn).copied()
        })
    }
}

/// Returns the reports that a claim rests on in the end: itself, or those that a judgement leads to.
fn reports_behind(brief: &Brief, claim: ClaimId) -> Vec<&Report> {
    let mut seen = BTreeSet::from([claim]);
    let mut open = vec![claim];
    let mut reports = Vec::new();
    while let Some(next) = open.pop() {
        match &brief.claim(next).basis {
            Basis::Report(report) => reports.push(&**report),
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
