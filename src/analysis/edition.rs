//! An edition of a brief: the brief, and what follows from it.

use std::sync::Arc;

use super::attribution::{self, Attribution};
use super::chains::{Chain, Chains, SourceGraph};
use super::figure::{Figure, MOST_NODES};
use super::first_reports::{self, ChainFrom, FirstReports};
use super::origins::Origins;
use super::positions::Matrix;
use super::quotes::{self, Checks, Quotes};
use super::record::{self, Records};
use super::retellings::{self, Retellings};
use super::summary::Summary;
use super::timeline::{self, TimelineEntry};
use super::updates::Updated;
use crate::model::{Brief, ClaimId, SourceId};

/// A brief and what follows from it; and its previous edition, if it names one.
///
/// What changed since the previous edition is a [`Diff`](super::changes::Diff).
#[derive(Clone, Debug)]
pub struct Edition {
    brief: Brief,
    analysis: Analysis,
    previous: Option<Box<Edition>>,
}

impl Edition {
    /// Analyses a brief and its previous edition.
    pub fn of(mut brief: Brief) -> Self {
        let previous = brief.take_previous().map(Self::of).map(Box::new);
        Self {
            analysis: Analysis::of(&brief),
            brief,
            previous,
        }
    }

    /// Returns the brief.
    pub fn brief(&self) -> &Brief {
        &self.brief
    }

    /// Returns what follows from the brief.
    pub fn analysis(&self) -> &Analysis {
        &self.analysis
    }

    /// Returns the previous edition, if the brief names one.
    pub fn previous(&self) -> Option<&Self> {
        self.previous.as_deref()
    }
}

/// All that follows from a brief. It holds ids, not texts: read it beside the brief.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Analysis {
    /// The first reports of each claim; by claim.
    pub(crate) first_reports: Vec<Arc<FirstReports>>,
    /// Who speaks in which first report; by claim.
    pub(crate) attributions: Vec<Vec<Attribution>>,
    /// On what record each claim is; by claim.
    pub(crate) records: Vec<Records>,
    /// How often each claim was retold, none of judgements; by claim.
    pub(crate) retellings: Vec<Option<Retellings>>,
    /// The chains by which each source reaches the brief.
    pub chains: Chains,
    pub(crate) origins: Origins,
    pub(crate) summary: Summary,
    pub(crate) positions: Matrix,
    pub(crate) timeline: Vec<TimelineEntry>,
    pub(crate) checks: Checks,
    /// The quotes, numbered.
    pub quotes: Quotes,
    /// The claims of each tension, each once; by tension.
    pub(crate) tensions: Vec<Vec<ClaimId>>,
    updated: Updated,
}

impl Analysis {
    /// Analyses a brief.
    pub fn of(brief: &Brief) -> Self {
        let graph = SourceGraph::of(brief);
        let chains = Chains::of(&graph);
        let first_reports = first_reports::of(brief, &chains);
        let attributions = attribution::of(brief, &first_reports);
        let records: Vec<Records> = brief
            .claims()
            .map(|(id, claim)| record::of_claim(brief, claim, &attributions[id.index()]))
            .collect();
        let origins = Origins::of(brief, &first_reports, &attributions);
        let quotes = Quotes::of(brief);
        let timeline = timeline::of(brief);
        let positions = Matrix::of(brief);
        Self {
            retellings: brief
                .claims()
                .map(|(id, claim)| {
                    let (first, said) = (&first_reports[id.index()], &attributions[id.index()]);
                    retellings::of_claim(brief, claim, first, said)
                })
                .collect(),
            checks: Checks::of(brief),
            summary: Summary::of(brief, &origins),
            positions,
            tensions: quotes::of_tensions(brief),
            updated: Updated::of(brief),
            first_reports,
            attributions,
            records,
            chains,
            origins,
            timeline,
            quotes,
        }
    }

    /// Finds what `brief origins` draws.
    pub(crate) fn figure(&self, brief: &Brief) -> Figure {
        let graph = SourceGraph::of(brief);
        let (first, said) = (&self.first_reports, &self.attributions);
        Figure::of(brief, &graph, first, said, MOST_NODES)
    }

    pub(crate) fn first_reports_of(&self, claim: ClaimId) -> &FirstReports {
        &self.first_reports[claim.index()]
    }

    /// Lists the chains of a claim from one of its first reports.
    pub(crate) fn chains_of(&self, claim: ClaimId, first: SourceId) -> Vec<Chain> {
        self.first_reports_of(claim).chains(first, &self.chains)
    }

    /// Lists the chains by which a claim came in an attribution of it.
    pub(crate) fn chains_in(&self, claim: ClaimId, attribution: &Attribution) -> Vec<ChainFrom> {
        let first = self.first_reports_of(claim);
        first.chains_from(&attribution.sources, &self.chains)
    }

    pub(crate) fn attributions_of(&self, claim: ClaimId) -> &[Attribution] {
        &self.attributions[claim.index()]
    }

    pub(crate) fn records_of(&self, claim: ClaimId) -> Records {
        self.records[claim.index()]
    }

    /// Returns how often a claim was retold; nothing where that is not known, or of a judgement.
    pub(crate) fn retellings_of(&self, claim: ClaimId) -> Option<Retellings> {
        self.retellings[claim.index()]
    }

    /// Returns the sources by which a claim came and that were corrected, retracted or updated
    /// since, in file order.
    pub(crate) fn updated_behind(&self, brief: &Brief, claim: ClaimId) -> Vec<SourceId> {
        self.updated.behind(brief, &self.first_reports, claim)
    }

    /// Returns the number of origins of a claim; of a report at least 1, of a judgement none.
    pub(crate) fn origins_of(&self, claim: ClaimId) -> usize {
        self.origins.of_claim(claim).len()
    }
}
