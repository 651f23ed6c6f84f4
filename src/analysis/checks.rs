//! What was checked of the quotes, taken together.

use crate::model::{Brief, Edtf, Quote, SourceId, Verification};

/// Against what the quotes of a brief were checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checks {
    /// There is no quote.
    NoQuotes,
    /// The brief keeps no evidence of its quotes.
    NoEvidence,
    /// It keeps evidence of some.
    Kept {
        /// The day on which all were looked for, if it is one.
        day: Option<Edtf>,
        /// The works in whose copies quotes were looked for, in file order.
        works: Vec<SourceId>,
    },
}

impl Checks {
    /// Takes together what is known of the quotes.
    pub(super) fn of(brief: &Brief) -> Self {
        let quotes = || brief.claims().flat_map(|(_, claim)| &claim.quotes);
        let has_evidence = |quote: &Quote| quote.verification != Verification::NoEvidence;
        if quotes().next().is_none() {
            return Self::NoQuotes;
        }
        if !quotes().any(has_evidence) {
            return Self::NoEvidence;
        }
        let sought = quotes().filter_map(|quote| match &quote.verification {
            Verification::Sought(sought) => Some(&**sought),
            Verification::NoEvidence | Verification::NotYet => None,
        });
        let mut works: Vec<SourceId> = Vec::new();
        let mut days: Vec<&Edtf> = Vec::new();
        for sought in sought {
            works.extend(sought.source);
            if !days.contains(&&sought.day) && days.len() < 2 {
                days.push(&sought.day);
            }
        }
        works.sort_unstable();
        works.dedup();
        let day = match days.as_slice() {
            [day] => Some((*day).clone()),
            _ => None,
        };
        Self::Kept { day, works }
    }
}

#[cfg(test)]
mod tests {
    use super::Checks;
    use crate::analysis::sample::Sample;
    use crate::model::{Brief, Edtf, QuoteStatus, Sought, SourceId, Verification};

    /// Returns the checks of a brief of four quotes, the first of which are verified so.
    fn checks(verifications: &[Verification]) -> Checks {
        let sample = Sample::new().person("ann").work("a", &[]).work("b", &[]);
        let sample = sample.claim("one", &["ann"], &["a"]).quote("1").quote("2");
        let sample = sample.claim("two", &["ann"], &["b"]).quote("3").quote("4");
        let mut parts = sample.build().parts().clone();
        let quotes = parts.claims.iter_mut().flat_map(|claim| &mut claim.quotes);
        for (quote, verification) in quotes.zip(verifications) {
            quote.verification = verification.clone();
        }
        Checks::of(&Brief::new(parts).unwrap())
    }

    fn sought(day: &str, source: Option<usize>) -> Verification {
        Verification::Sought(Box::new(Sought {
            status: QuoteStatus::Exact,
            day: Edtf::parse(day).unwrap(),
            source: source.map(SourceId::new),
            at: Vec::new(),
        }))
    }

    #[test]
    fn a_day_that_all_share_is_that_of_the_brief() {
        assert_eq!(checks(&[]), Checks::NoEvidence);
        let kept = |day: Option<&str>, works: &[usize]| Checks::Kept {
            day: day.map(|day| Edtf::parse(day).unwrap()),
            works: works.iter().copied().map(SourceId::new).collect(),
        };
        assert_eq!(checks(&[Verification::NotYet]), kept(None, &[]));
        let one = [
            sought("2031-05-17", Some(1)),
            Verification::NotYet,
            sought("2031-05-17", Some(0)),
            sought("2031-05-17", None),
        ];
        assert_eq!(checks(&one), kept(Some("2031-05-17"), &[0, 1]));
        let two = [sought("2031-05-17", Some(0)), sought("2031-05-18", Some(0))];
        assert_eq!(checks(&two), kept(None, &[0]));
    }
}
