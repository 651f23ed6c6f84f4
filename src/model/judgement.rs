//! Holds the writer's judgements: the claims that they rest on, how sure the writer is, how likely
//! what is judged is.

use super::ids::{ClaimId, OneOrMore, VoiceId};
use super::words::words;

/// A judgement of the writer's: no report, and in no source.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Judgement {
    /// Who judges: the writer.
    pub writers: OneOrMore<VoiceId>,
    /// The claims that it rests on; never, by way of other judgements, itself.
    pub rests_on: OneOrMore<ClaimId>,
    /// How sure the writer is, if the writer says.
    pub confidence: Option<Confidence>,
    /// How likely it is, where it is a forecast.
    pub likelihood: Option<Likelihood>,
}

words! {
    /// How sure the writer is of a judgement: of its ground, not of what will happen.
    Confidence {
        /// The ground is thin, or pieces of it contradict one another.
        Low "low",
        /// The ground is plausible, and could be firmer.
        Moderate "moderate",
        /// The ground is firm.
        High "high",
    }
}

words! {
    /// How likely the writer takes something to be, in the steps of ICD 203.
    Likelihood {
        /// 1 to 5 per cent.
        AlmostNoChance "almost-no-chance",
        /// 5 to 20 per cent.
        VeryUnlikely "very-unlikely",
        /// 20 to 45 per cent.
        Unlikely "unlikely",
        /// 45 to 55 per cent.
        RoughlyEven "roughly-even",
        /// 55 to 80 per cent.
        Likely "likely",
        /// 80 to 95 per cent.
        VeryLikely "very-likely",
        /// 95 to 99 per cent.
        AlmostCertain "almost-certain",
    }
}

impl Likelihood {
    /// Returns from how many per cent to how many the step goes, as ICD 203 has it.
    pub fn per_cent(self) -> (u8, u8) {
        match self {
            Self::AlmostNoChance => (1, 5),
            Self::VeryUnlikely => (5, 20),
            Self::Unlikely => (20, 45),
            Self::RoughlyEven => (45, 55),
            Self::Likely => (55, 80),
            Self::VeryLikely => (80, 95),
            Self::AlmostCertain => (95, 99),
        }
    }
}
