//! Finds the origins of claims and of the brief: the fewest voices and first reports that would all
//! have to be wrong for nothing to be left.

mod cover;
mod fewest;
mod lines;
mod named;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::attribution::{self, Attribution};
use super::chains::{Chains, SourceGraph};
use super::first_reports::{self, FirstReports};
use crate::model::{Brief, ClaimId, SourceId, VoiceId};
use lines::{Line, People, distinct};
pub(crate) use named::{CalledBy, Origin};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origins {
    /// The origins over all claims, by the first voice of their lines in file order.
    pub(crate) of_brief: Vec<Origin>,
    /// What the origins of each claim are called, over the lines of that claim alone; by claim.
    of_claims: Vec<Vec<CalledBy>>,
    /// The number of claims that rest on one origin alone.
    pub(crate) on_one: usize,
    /// The origins of the brief that meet a line of the claim; by claim.
    behind: Vec<Vec<usize>>,
    /// The places of the claims that an origin of the brief meets a line of; by origin.
    resting: Vec<Vec<usize>>,
}

impl Origins {
    pub(super) fn of(
        brief: &Brief,
        first_reports: &[Arc<FirstReports>],
        attributions: &[Vec<Attribution>],
    ) -> Self {
        let people = People::of(brief);
        let lines: Vec<Vec<Line<'_>>> = attributions
            .iter()
            .zip(first_reports)
            .map(|(attributions, first)| lines::of(&people, attributions, first))
            .collect();
        let of_claims: Vec<Vec<CalledBy>> = lines
            .iter()
            .map(|lines| {
                let origins = fewest::origins(brief, &people, lines).into_iter();
                origins.map(|origin| origin.called_by).collect()
            })
            .collect();
        let of_brief = fewest::origins(brief, &people, &lines.concat());
        let behind = behind(brief, &of_brief, attributions);
        let mut resting = vec![Vec::new(); of_brief.len()];
        for (claim, origins) in behind.iter().enumerate() {
            for origin in origins {
                resting[*origin].push(claim);
            }
        }
        Self {
            behind,
            resting,
            of_brief,
            on_one: of_claims.iter().filter(|names| names.len() == 1).count(),
            of_claims,
        }
    }

    /// Returns what the one origin of some claims together is called; nothing where they have more.
    pub(super) fn behind_all(brief: &Brief, claims: &BTreeSet<ClaimId>) -> Option<CalledBy> {
        let chains = Chains::of(&SourceGraph::of(brief));
        let first_reports = first_reports::of(brief, &chains);
        let attributions = attribution::of(brief, &first_reports);
        let people = People::of(brief);
        let of_claim = |id: &ClaimId| {
            lines::of(
                &people,
                &attributions[id.index()],
                &first_reports[id.index()],
            )
        };
        let lines: Vec<Line<'_>> = claims.iter().flat_map(of_claim).collect();
        match fewest::origins(brief, &people, &lines).as_slice() {
            [only] => Some(only.called_by.clone()),
            _ => None,
        }
    }

    /// Returns what the origins of a claim are called, over its lines alone; a judgement of the
    /// writer's has none.
    pub(crate) fn of_claim(&self, claim: ClaimId) -> &[CalledBy] {
        &self.of_claims[claim.index()]
    }

    /// Counts the origins of several claims, over the lines of all of them.
    pub(crate) fn together<'a>(
        brief: &Brief,
        claims: impl Iterator<Item = (&'a [Attribution], &'a FirstReports)>,
    ) -> usize {
        let people = People::of(brief);
        let lines =
            claims.flat_map(|(attributions, first)| lines::of(&people, attributions, first));
        fewest::origins(brief, &people, &lines.collect::<Vec<_>>()).len()
    }

    /// Lists the origins of the brief that meet a line of a claim: places in [`Origins::of_brief`],
    /// in order.
    pub(crate) fn behind(&self, claim: ClaimId) -> &[usize] {
        &self.behind[claim.index()]
    }

    /// Lists the voices and the first reports of the lines that an origin of the brief meets, both
    /// in file order.
    pub(crate) fn ends(
        &self,
        origin: usize,
        attributions: &[Vec<Attribution>],
    ) -> (Vec<VoiceId>, Vec<SourceId>) {
        let Origin {
            voices, sources, ..
        } = &self.of_brief[origin];
        let (mut speaking, mut carrying) = (voices.clone(), sources.clone());
        let resting = self.resting[origin].iter();
        for attribution in resting.flat_map(|claim| &attributions[*claim]) {
            if attribution.voices.iter().any(|id| voices.contains(id)) {
                carrying.extend(&attribution.sources);
            }
            if attribution.sources.iter().any(|id| sources.contains(id)) {
                speaking.extend(&attribution.voices);
            }
        }
        (distinct(speaking), distinct(carrying))
    }
}

fn behind(brief: &Brief, origins: &[Origin], attributions: &[Vec<Attribution>]) -> Vec<Vec<usize>> {
    let mut of_voices = vec![Vec::new(); brief.voices().len()];
    let mut of_sources = vec![Vec::new(); brief.sources().len()];
    for (index, origin) in origins.iter().enumerate() {
        origin
            .voices
            .iter()
            .for_each(|id| of_voices[id.index()].push(index));
        origin
            .sources
            .iter()
            .for_each(|id| of_sources[id.index()].push(index));
    }
    let of_claim = |attributions: &Vec<Attribution>| {
        let voices = attributions.iter().flat_map(|one| &one.voices);
        let sources = attributions.iter().flat_map(|one| &one.sources);
        let voices = voices.flat_map(|id| &of_voices[id.index()]);
        let sources = sources.flat_map(|id| &of_sources[id.index()]);
        distinct(voices.chain(sources).copied().collect())
    };
    attributions.iter().map(of_claim).collect()
}

#[cfg(test)]
mod tests;
