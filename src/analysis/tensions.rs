//! Claims that do not fit together, side by side with their quotes.

use super::quotes::{QuoteId, Quotes};
use crate::model::{Brief, ClaimId};

/// A tension, in the order of the brief's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TensionSides {
    /// The claims, in the order in which the tension names them, each once.
    pub claims: Vec<ClaimId>,
}

/// A claim of a tension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side<'a> {
    /// The claim.
    pub claim: ClaimId,
    /// The quotes that can stand for it: all of the claim's, in its order; there may be none.
    pub quotes: &'a [QuoteId],
}

impl TensionSides {
    /// Collects the sides of every tension of a brief.
    pub(super) fn of(brief: &Brief) -> Vec<Self> {
        let mut seen = vec![None; brief.claims().len()];
        let tensions = brief.parts().tensions.iter().enumerate();
        tensions
            .map(|(index, tension)| {
                let mut claims = tension.between.to_vec();
                claims.retain(|claim| seen[claim.index()].replace(index) != Some(index));
                Self { claims }
            })
            .collect()
    }

    /// Goes through the sides.
    pub fn sides<'a>(&'a self, quotes: &'a Quotes) -> impl Iterator<Item = Side<'a>> {
        self.claims.iter().map(move |claim| Side {
            claim: *claim,
            quotes: quotes.of_claim(*claim),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Analysis;
    use crate::analysis::sample::Sample;
    use crate::model::ClaimId;

    #[test]
    fn sides_have_their_quotes() {
        let brief = Sample::new()
            .person("ann")
            .work("times", &[])
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
            .sides(&analysis.quotes)
            .map(|side| {
                let labels = side.quotes.iter().map(ToString::to_string).collect();
                (side.claim, labels)
            })
            .collect();
        let expected = [(2, vec!["Q3"]), (1, vec![]), (0, vec!["Q1", "Q2"])]
            .map(|(claim, labels)| (ClaimId::new(claim), labels));
        assert_eq!(sides.len(), 3);
        for ((claim, labels), (expected_claim, expected_labels)) in sides.iter().zip(&expected) {
            assert_eq!(claim, expected_claim);
            assert_eq!(labels, expected_labels);
        }
        assert_eq!(analysis.tensions[1].claims, [1, 2].map(ClaimId::new));
        let third = analysis.quotes.all()[2];
        assert_eq!(third.in_brief(&brief).text, "three");
    }
}
