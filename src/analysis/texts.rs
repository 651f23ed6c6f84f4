//! Finds through which texts, of those that were read, claims reached the brief, and what that comes
//! to: the heading of the claim strip.

use std::collections::BTreeSet;

use super::edition::Analysis;
use crate::model::{Brief, ClaimId, SourceId};

/// Returns the texts that were read and by which a claim came, in file order; nothing where not all
/// of its chains are known one by one. A judgement came by none. Where a text was read, those that pass the
/// claim on from it are none beside it.
pub(crate) fn behind(analysis: &Analysis, claim: ClaimId) -> Option<BTreeSet<SourceId>> {
    let first = analysis.first_reports_of(claim);
    let is_left_out = |source: &SourceId| first.left_out(*source, &analysis.chains) > 0;
    if first.sources.iter().any(is_left_out) {
        return None;
    }
    let chains = first.sources.iter();
    let chains = chains.flat_map(|source| analysis.chains_of(claim, *source));
    let chains: BTreeSet<Vec<SourceId>> = chains.map(|chain| chain.sources).collect();
    let goes_on = |chain: &Vec<SourceId>| {
        (1..chain.len()).any(|length| chains.contains(chain.split_at(length).0))
    };
    let texts = chains.iter().filter(|chain| !goes_on(chain));
    Some(texts.filter_map(|chain| chain.last().copied()).collect())
}

/// How the claims that others make are spread over the texts that were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spread {
    pub(crate) reports: usize,
    /// How many texts they came through, as far as these are known.
    pub(crate) texts: usize,
    /// The text through which alone most of them came, and how many.
    pub(crate) most: Option<(SourceId, usize)>,
    pub(crate) others: Others,
}

/// By what the claims came that did not come through that one text alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Others {
    None,
    /// All of them through one other text alone.
    One(SourceId),
    /// Through so many texts in all, of which that one may be one.
    Several(usize),
    /// Not all of their texts are known.
    Unknown,
}

impl Spread {
    pub(crate) fn of(brief: &Brief, analysis: &Analysis) -> Self {
        let reports = brief.claims().filter(|(_, claim)| claim.report().is_some());
        let behind: Vec<_> = reports.map(|(id, _)| behind(analysis, id)).collect();
        let alone = |texts: &Option<BTreeSet<SourceId>>| match texts {
            Some(texts) if texts.len() == 1 => texts.first().copied(),
            _ => None,
        };
        let mut by_source = vec![0_usize; brief.sources().len()];
        for only in behind.iter().filter_map(alone) {
            by_source[only.index()] += 1;
        }
        let counts = brief.sources().map(|(id, _)| (id, by_source[id.index()]));
        let most = counts.filter(|(_, count)| *count > 0);
        let most = most.max_by_key(|(id, count)| (*count, usize::MAX - id.index()));
        let main = most.map(|(id, _)| id);
        let others = behind.iter();
        let others = others.filter(|texts| main.is_none() || alone(texts) != main);
        Self {
            reports: behind.len(),
            texts: behind
                .iter()
                .flatten()
                .flatten()
                .collect::<BTreeSet<_>>()
                .len(),
            most,
            others: Others::of(others),
        }
    }
}

impl Others {
    fn of<'a>(behind: impl Iterator<Item = &'a Option<BTreeSet<SourceId>>>) -> Self {
        let (mut texts, mut each_alone, mut any) = (BTreeSet::new(), true, false);
        for one in behind {
            let Some(one) = one else {
                return Self::Unknown;
            };
            any = true;
            each_alone &= one.len() == 1;
            texts.extend(one.iter().copied());
        }
        match (any, texts.len(), texts.first()) {
            (false, ..) => Self::None,
            (true, 1, Some(only)) if each_alone => Self::One(*only),
            (true, count, _) => Self::Several(count),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Others, Spread};
    use crate::analysis::Analysis;
    use crate::analysis::sample::Sample;
    use crate::model::SourceId;

    fn spread(sample: Sample) -> (Option<(usize, usize)>, Others) {
        let brief = sample.build();
        let spread = Spread::of(&brief, &Analysis::of(&brief));
        let most = spread.most.map(|(id, count)| (id.index(), count));
        (most, spread.others)
    }

    fn sample() -> Sample {
        Sample::new()
            .person("ann")
            .source("nbc", &["newsmax"])
            .source("newsmax", &[])
            .source("sun", &[])
            .source("post", &["sun", "newsmax"])
            .claim("a", &["ann"], &["nbc"])
            .claim("b", &["ann"], &["newsmax"])
    }

    #[test]
    fn what_came_by_way_of_a_text_counts_as_its() {
        assert_eq!(spread(sample()), (Some((1, 2)), Others::None));
    }

    #[test]
    fn a_copy_of_a_text_that_was_read_is_no_text_beside_it() {
        let copied = |of: &[&str]| {
            Sample::new()
                .person("ann")
                .source("wire", &[])
                .source("post", of)
                .claim("a", &["ann"], &["wire", "post"])
        };
        assert_eq!(spread(copied(&["wire"])), (Some((0, 1)), Others::None));
        assert_eq!(spread(copied(&[])), (None, Others::Several(2)));
    }

    #[test]
    fn the_others_may_have_one_text_or_several() {
        let one = sample().claim("c", &["ann"], &["sun"]);
        assert_eq!(spread(one), (Some((1, 2)), Others::One(SourceId::new(2))));
        let several = sample().claim("c", &["ann"], &["post"]);
        assert_eq!(spread(several), (Some((1, 2)), Others::Several(2)));
    }

    #[test]
    fn none_may_be_the_main_text() {
        let brief = Sample::new()
            .person("ann")
            .source("post", &["sun", "newsmax"])
            .source("newsmax", &[])
            .source("sun", &[])
            .claim("a", &["ann"], &["post"]);
        assert_eq!(spread(brief), (None, Others::Several(2)));
    }
}
