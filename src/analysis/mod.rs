//! What follows from a brief: total functions over a valid [`Brief`].
//!
//! No input, no errors, no HTML, no wording. [`Analysis::of`] is the spine. It takes time in
//! proportion to the brief, and depends on nothing but the brief: the same brief has the same
//! analysis.
//!
//! Within a claim, [`ties`] say who speaks in which work; across works, [`chain`] says by which
//! roads a work reaches the reader. All that is said about independence follows from the first
//! ([`origins`]), all that is said about nearness from both ([`distance`]).

pub mod chain;
pub mod changes;
pub mod checks;
pub mod citations;
pub mod distance;
pub mod figure;
pub mod origins;
pub mod people;
pub mod positions;
#[cfg(test)]
mod properties;
pub mod quotes;
mod relays;
#[cfg(test)]
mod sample;
pub mod source_link;
pub mod status;
pub mod summary;
pub mod tensions;
pub mod ties;
pub mod timeline;
mod union_find;

use crate::model::{Brief, ClaimId};

use chain::Routes;
use changes::{Changes, Comparison, Edition};
use checks::Checks;
use citations::Citations;
use distance::Distance;
use figure::Figure;
use origins::Origins;
use positions::Matrix;
use quotes::Quotes;
use relays::Relays;
use status::Statuses;
use summary::Summary;
use tensions::TensionSides;
use ties::Tie;
use timeline::Entry;

/// All that follows from a brief. It holds ids, not texts: read it beside the brief.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// Who speaks in which work; by claim.
    pub ties: Vec<Vec<Tie>>,
    /// On what record each claim is; by claim.
    pub statuses: Vec<Statuses>,
    /// How often each claim was retold; by claim.
    pub distances: Vec<Distance>,
    /// The roads by which each work reaches the brief.
    pub routes: Routes,
    /// How many independent origins there are.
    pub origins: Origins,
    /// The figures of the brief.
    pub summary: Summary,
    /// Who stands where.
    pub positions: Matrix,
    /// What happened, was said or will happen when.
    pub timeline: Vec<Entry>,
    /// What was checked of the quotes.
    pub checks: Checks,
    /// The quotes, numbered.
    pub quotes: Quotes,
    /// The sides of each tension; by tension.
    pub tensions: Vec<TensionSides>,
    /// Where each claim is used, and who and what carries it.
    pub citations: Citations,
    /// The attribution figure.
    pub figure: Figure,
    /// What changed since the edition before, if the brief names one.
    pub since: Option<Since>,
}

/// The edition before, and what changed since.
#[derive(Clone, Debug)]
pub struct Since {
    /// What follows from the edition before.
    pub previous: Box<Analysis>,
    /// What changed.
    pub changes: Changes,
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
        let citations = Citations::of(brief, &relays, &quotes, &timeline);
        let mut analysis = Self {
            distances: ties
                .iter()
                .map(|ties| distance::of_claim(brief, &routes, ties))
                .collect(),
            checks: Checks::of(brief),
            summary: Summary::of(brief, &statuses, &origins),
            positions: Matrix::of(brief, &citations),
            tensions: TensionSides::of(brief),
            figure: Figure::of(brief, &relays, &ties),
            ties,
            statuses,
            routes,
            origins,
            timeline,
            quotes,
            citations,
            since: None,
        };
        analysis.since = brief
            .previous()
            .map(|previous| Since::of(previous, brief, &analysis));
        analysis
    }

    /// Returns who speaks in which work of a claim.
    pub fn ties_of(&self, claim: ClaimId) -> &[Tie] {
        &self.ties[claim.index()]
    }

    /// Returns on what record a claim is.
    pub fn statuses_of(&self, claim: ClaimId) -> Statuses {
        self.statuses[claim.index()]
    }

    /// Returns how often a claim was retold.
    pub fn distance_of(&self, claim: ClaimId) -> Distance {
        self.distances[claim.index()]
    }

    /// Returns the number of origins of a claim, at least 1.
    pub fn origins_of(&self, claim: ClaimId) -> usize {
        self.origins.of_claims[claim.index()]
    }
}

impl Since {
    fn of(previous: &Brief, brief: &Brief, analysis: &Analysis) -> Self {
        let before = Analysis::of(previous);
        let old = Edition {
            brief: previous,
            analysis: &before,
        };
        let changes = Changes::between(old, Edition { brief, analysis });
        Self {
            previous: Box::new(before),
            changes,
        }
    }
}

impl<'a> Comparison<'a> {
    /// Returns what changed since the edition before, if the brief names one.
    pub fn since_previous(brief: &'a Brief, analysis: &'a Analysis) -> Option<Self> {
        let since = analysis.since.as_ref()?;
        Some(Self {
            old: Edition {
                brief: brief.previous()?,
                analysis: &since.previous,
            },
            new: Edition { brief, analysis },
            changes: &since.changes,
        })
    }
}
