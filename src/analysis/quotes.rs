//! Numbers the quotes, sums up what was checked of them, and lists the claims of tensions.

use std::fmt;
use std::ops::Range;

use crate::model::{Brief, ClaimId, Edtf, Obstacle, Quote, SourceId, Verification};

/// A quote: the one at a place in the list of its claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct QuoteId {
    /// Its place among all quotes of the brief, from 0.
    pub number: usize,
    /// The claim that it belongs to.
    pub claim: ClaimId,
    /// Its place among the quotes of the claim, from 0.
    pub(crate) index: usize,
}

impl QuoteId {
    /// Returns the quote.
    pub fn in_brief(self, brief: &Brief) -> &Quote {
        &brief.claim(self.claim).quotes()[self.index]
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
    pub(super) fn of(brief: &Brief) -> Self {
        let mut all = Vec::new();
        let mut of_claims = Vec::with_capacity(brief.claims().len());
        for (claim, content) in brief.claims() {
            let first = all.len();
            all.extend((0..content.quotes().len()).map(|index| QuoteId {
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

    pub(crate) fn of_claim(&self, claim: ClaimId) -> &[QuoteId] {
        &self.all[self.of_claims[claim.index()].clone()]
    }
}

/// Against what the quotes of a brief were checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Checks {
    NoQuotes,
    NoLock,
    Kept {
        /// The day on which all were looked for, if it is one.
        day: Option<Edtf>,
        /// The sources in whose snapshots quotes were looked for, in file order.
        sources: Vec<SourceId>,
    },
}

impl Checks {
    pub(super) fn of(brief: &Brief) -> Self {
        let quotes = || brief.claims().flat_map(|(_, claim)| claim.quotes());
        let has_evidence = |quote: &Quote| quote.verification != Verification::NoLock;
        if quotes().next().is_none() {
            return Self::NoQuotes;
        }
        if !quotes().any(has_evidence) {
            return Self::NoLock;
        }
        let mut sources: Vec<SourceId> = Vec::new();
        let mut days: Vec<&Edtf> = Vec::new();
        for check in quotes().filter_map(|quote| quote.verification.check()) {
            let is_read = !check.reason.is_some_and(Obstacle::is_of_snapshot);
            sources.extend(check.source.filter(|_| is_read));
            if !days.contains(&&check.day) && days.len() < 2 {
                days.push(&check.day);
            }
        }
        sources.sort_unstable();
        sources.dedup();
        let day = match days.as_slice() {
            [day] => Some((*day).clone()),
            _ => None,
        };
        Self::Kept { day, sources }
    }
}

/// Lists the claims of every tension of a brief: those of each in its order, each once.
pub(super) fn of_tensions(brief: &Brief) -> Vec<Vec<ClaimId>> {
    let mut seen = vec![None; brief.claims().len()];
    let tensions = brief.parts().tensions.iter().enumerate();
    tensions
        .map(|(index, tension)| {
            let mut claims = tension.between.to_vec();
            claims.retain(|claim| seen[claim.index()].replace(index) != Some(index));
            claims
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Checks;
    use crate::analysis::Analysis;
    use crate::analysis::sample::Sample;
    use crate::model::{Brief, Check, ClaimId, Edtf, QuoteCheck, SourceId, Verification};

    /// Returns the checks of a brief of four quotes, the first of which are verified so.
    fn checks(verifications: &[Verification]) -> Checks {
        let sample = Sample::new()
            .person("ann")
            .source("a", &[])
            .source("b", &[]);
        let sample = sample.claim("one", &["ann"], &["a"]).quote("1").quote("2");
        let sample = sample.claim("two", &["ann"], &["b"]).quote("3").quote("4");
        let mut parts = sample.build().parts().clone();
        let quotes = parts
            .claims
            .iter_mut()
            .flat_map(crate::model::Claim::quotes_mut);
        for (quote, verification) in quotes.zip(verifications) {
            quote.verification = verification.clone();
        }
        Checks::of(&Brief::new(parts).unwrap())
    }

    fn check(day: &str, source: Option<usize>) -> Verification {
        Verification::Checked(Box::new(QuoteCheck {
            found: Check::Exact,
            reason: None,
            caveats: Vec::new(),
            day: Edtf::parse(day).unwrap(),
            source: source.map(SourceId::new),
            at: Vec::new(),
            pages: Vec::new(),
        }))
    }

    #[test]
    fn a_day_that_all_share_is_that_of_the_brief() {
        assert_eq!(checks(&[]), Checks::NoLock);
        let kept = |day: Option<&str>, sources: &[usize]| Checks::Kept {
            day: day.map(|day| Edtf::parse(day).unwrap()),
            sources: sources.iter().copied().map(SourceId::new).collect(),
        };
        assert_eq!(checks(&[Verification::NotInLock]), kept(None, &[]));
        let one = [
            check("2031-05-17", Some(1)),
            Verification::NotInLock,
            check("2031-05-17", Some(0)),
            check("2031-05-17", None),
        ];
        assert_eq!(checks(&one), kept(Some("2031-05-17"), &[0, 1]));
        let two = [check("2031-05-17", Some(0)), check("2031-05-18", Some(0))];
        assert_eq!(checks(&two), kept(None, &[0]));
    }

    #[test]
    fn sides_have_their_quotes() {
        let brief = Sample::new()
            .person("ann")
            .source("times", &[])
            .claim("a", &["ann"], &["times"])
            .quote("one")
            .quote("two")
            .claim("b", &["ann"], &["times"])
            .claim("c", &["ann"], &["times"])
            .quote("three")
            .tension(&["c", "b", "c", "a"])
            .tension(&["b", "c"])
            .build();
        let analysis = Analysis::of(&brief);
        let sides: Vec<(ClaimId, Vec<String>)> = analysis.tensions[0]
            .iter()
            .map(|claim| {
                let quotes = analysis.quotes.of_claim(*claim).iter();
                (*claim, quotes.map(ToString::to_string).collect())
            })
            .collect();
        let expected = [(2, vec!["Q3"]), (1, vec![]), (0, vec!["Q1", "Q2"])]
            .map(|(claim, labels)| (ClaimId::nth(claim), labels));
        assert_eq!(sides.len(), 3);
        for ((claim, labels), (expected_claim, expected_labels)) in sides.iter().zip(&expected) {
            assert_eq!(claim, expected_claim);
            assert_eq!(labels, expected_labels);
        }
        assert_eq!(analysis.tensions[1], [1, 2].map(ClaimId::nth));
        let third = analysis.quotes.all()[2];
        assert_eq!(third.in_brief(&brief).text, "three");
    }
}
