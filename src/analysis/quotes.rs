//! The quotes of the brief, numbered as people say them: Q1, Q2 …

use std::fmt;
use std::ops::Range;

use crate::model::{Brief, ClaimId, Quote};

/// A quote: the one at a place in the list of its claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct QuoteId {
    /// Its place among all quotes of the brief, from 0.
    pub number: usize,
    /// The claim that it belongs to.
    pub claim: ClaimId,
    /// Its place among the quotes of the claim, from 0.
    pub index: usize,
}

impl QuoteId {
    /// Returns the quote.
    pub fn in_brief(self, brief: &Brief) -> &Quote {
        &brief.claim(self.claim).quotes[self.index]
    }
}

/// The label that people say aloud, numbered from 1 in file order.
impl fmt::Display for QuoteId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Q{}", self.number + 1)
    }
}

/// The quotes of all claims in file order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotes {
    all: Vec<QuoteId>,
    of_claims: Vec<Range<usize>>,
}

impl Quotes {
    /// Numbers the quotes of a brief.
    pub(super) fn of(brief: &Brief) -> Self {
        let mut all = Vec::new();
        let mut of_claims = Vec::with_capacity(brief.claims().len());
        for (claim, content) in brief.claims() {
            let first = all.len();
            all.extend((0..content.quotes.len()).map(|index| QuoteId {
                number: first + index,
                claim,
                index,
            }));
            of_claims.push(first..all.len());
        }
        Self { all, of_claims }
    }

    /// Returns all quotes.
    pub fn all(&self) -> &[QuoteId] {
        &self.all
    }

    /// Returns the quotes of a claim.
    pub fn of_claim(&self, claim: ClaimId) -> &[QuoteId] {
        let range = self.of_claims[claim.index()].clone();
        self.all.get(range).unwrap_or_default()
    }
}
