//! An edition of a brief: the brief, and what follows from it.

use super::chain::{Relays, Routes};
use super::citations::Citations;
use super::distance::{self, Distance};
use super::figure::Figure;
use super::origins::Origins;
use super::positions::Matrix;
use super::quotes::{self, Checks, Quotes};
use super::status::{self, Statuses};
use super::summary::Summary;
use super::ties::{self, Tie};
use super::timeline::{self, Entry};
use crate::model::{Brief, ClaimId};

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
    /// Who speaks in which work; by claim.
    pub(crate) ties: Vec<Vec<Tie>>,
    /// On what record each claim is; by claim.
    pub(crate) statuses: Vec<Statuses>,
    /// How often each claim was retold; by claim.
    pub(crate) distances: Vec<Distance>,
    /// The roads by which each work reaches the brief.
    pub routes: Routes,
    pub(crate) origins: Origins,
    pub(crate) summary: Summary,
    pub(crate) positions: Matrix,
    pub(crate) timeline: Vec<Entry>,
    pub(crate) checks: Checks,
    /// The quotes, numbered.
    pub quotes: Quotes,
    /// The claims of each tension, each once; by tension.
    pub(crate) tensions: Vec<Vec<ClaimId>>,
    /// Where each claim is used, and who and what carries it.
    pub(crate) citations: Citations,
    pub(crate) figure: Figure,
}

impl Analysis {
    /// Analyses a brief.
    pub fn of(brief: &Brief) -> Self {
        let relays = Relays::of(brief);
        let routes = Routes::of(&relays);
        let ties = ties::of(brief);
        let statuses: Vec<Statuses> = brief
            .claims()
            .map(|(id, claim)| status::of_claim(brief, claim, &ties[id.index()]))
            .collect();
        let origins = Origins::of(brief, &ties);
        let quotes = Quotes::of(brief);
        let timeline = timeline::of(brief);
        let citations = Citations::of(brief, &quotes, &timeline);
        Self {
            distances: ties
                .iter()
                .map(|ties| distance::of_claim(brief, &routes, ties))
                .collect(),
            checks: Checks::of(brief),
            summary: Summary::of(brief, &statuses, &origins),
            positions: Matrix::of(brief, &citations),
            tensions: quotes::of_tensions(brief),
            figure: Figure::of(brief, &relays, &ties),
            ties,
            statuses,
            routes,
            origins,
            timeline,
            quotes,
            citations,
        }
    }

    pub(crate) fn ties_of(&self, claim: ClaimId) -> &[Tie] {
        &self.ties[claim.index()]
    }

    pub(crate) fn statuses_of(&self, claim: ClaimId) -> Statuses {
        self.statuses[claim.index()]
    }

    pub(crate) fn distance_of(&self, claim: ClaimId) -> Distance {
        self.distances[claim.index()]
    }

    /// Returns the number of origins of a claim, at least 1.
    pub(crate) fn origins_of(&self, claim: ClaimId) -> usize {
        self.origins.of_claims[claim.index()]
    }
}
