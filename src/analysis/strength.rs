//! Finds on what the headline and the bottom line rest: on whose record, read or not, on how many
//! origins, and how much of the brief came by one text.

use std::collections::BTreeSet;

use super::edition::Analysis;
use super::origins::{CalledBy, Origins};
use super::record::Record;
use crate::model::{Brief, ClaimId, SourceId, VoiceId, VoiceKind};

/// On what some claims rest. Judgements lead to what they rest on in the end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Strength {
    /// The named voices that say so, as reported.
    pub(crate) on_record: Vec<VoiceId>,
    /// The named voices that say so in a text of their own that was read.
    pub(crate) in_own_text: Vec<VoiceId>,
    /// The voices without a name.
    pub(crate) anonymous: Vec<VoiceId>,
    /// The outlets that found it out themselves.
    pub(crate) found_out: Vec<SourceId>,
    /// The outlets that state it and name nobody.
    pub(crate) no_source_named: Vec<SourceId>,
    /// The judgements of the writer among the claims.
    pub(crate) judgements: Vec<ClaimId>,
    /// The first reports that were not read.
    pub(crate) not_read: Vec<SourceId>,
    /// The sources through which these are known.
    pub(crate) through: Vec<SourceId>,
    /// No more origins than these stand behind it, and at least one.
    pub(crate) origins: usize,
}

impl Strength {
    pub(crate) fn of(brief: &Brief, analysis: &Analysis, claims: &[ClaimId]) -> Option<Self> {
        let mut strength = Self::default();
        let mut origins = BTreeSet::new();
        for id in reports_behind(brief, claims) {
            strength.add(brief, analysis, id);
            origins.extend(analysis.origins.of_claim(id).iter().cloned());
        }
        let judgements = claims.iter().copied();
        let judgements = judgements.filter(|id| brief.claim(*id).report().is_none());
        strength.judgements.extend(judgements);
        strength.origins = origins.len();
        strength.settle();
        (strength.origins > 0).then_some(strength)
    }

    fn add(&mut self, brief: &Brief, analysis: &Analysis, id: ClaimId) {
        let claim = brief.claim(id);
        for attribution in analysis.attributions_of(id) {
            for voice in &attribution.voices {
                for source in &attribution.sources {
                    let outlet = if let VoiceKind::Outlet(outlet) = brief.voice(*voice).kind {
                        outlet
                    } else {
                        *source
                    };
                    match Record::of(brief, claim, *voice, *source) {
                        Record::OnRecord => self.on_record.push(*voice),
                        Record::Document => self.in_own_text.push(*voice),
                        Record::Anonymous => self.anonymous.push(*voice),
                        Record::OutletsOwn => self.found_out.push(outlet),
                        Record::NoSourceNamed => self.no_source_named.push(outlet),
                        Record::Writer => {}
                    }
                }
            }
        }
        for source in &analysis.first_reports_of(id).sources {
            if !brief.source(*source).was_read() {
                self.not_read.push(*source);
                self.through
                    .extend_from_slice(&brief.source(*source).through);
            }
        }
    }

    /// Puts all lists in file order, each item once.
    fn settle(&mut self) {
        for voices in [
            &mut self.on_record,
            &mut self.in_own_text,
            &mut self.anonymous,
        ] {
            voices.sort_unstable();
            voices.dedup();
        }
        for sources in [
            &mut self.found_out,
            &mut self.no_source_named,
            &mut self.not_read,
            &mut self.through,
        ] {
            sources.sort_unstable();
            sources.dedup();
        }
        self.judgements.sort_unstable();
        self.judgements.dedup();
        self.on_record
            .retain(|voice| !self.in_own_text.contains(voice));
        self.through
            .retain(|source| !self.not_read.contains(source));
    }

    /// Says whether a voice with a name says so.
    pub(crate) fn is_named(&self) -> bool {
        !self.on_record.is_empty() || !self.in_own_text.is_empty()
    }
}

/// Returns the read text by which alone most claims came, and how many; none if no claim came by one
/// text alone.
pub(crate) fn main_text(brief: &Brief, analysis: &Analysis) -> Option<(SourceId, usize)> {
    let mut by_source = vec![0_usize; brief.sources().len()];
    for (id, _) in brief.claims().filter(|(_, claim)| claim.report().is_some()) {
        let first = &analysis.first_reports_of(id).sources;
        let chains = first
            .iter()
            .flat_map(|source| analysis.chains_of(id, *source));
        let ends: BTreeSet<SourceId> = chains
            .filter_map(|chain| chain.sources.last().copied())
            .collect();
        if let (1, Some(only)) = (ends.len(), ends.first()) {
            by_source[only.index()] += 1;
        }
    }
    let counts = brief.sources().map(|(id, _)| (id, by_source[id.index()]));
    let most = counts.filter(|(_, count)| *count > 0);
    most.max_by_key(|(id, count)| (*count, usize::MAX - id.index()))
}

/// The one origin on which claims rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weakness {
    /// A voice without a name.
    Anonymous(VoiceId),
    /// A source that was not read.
    NotRead(SourceId),
}

/// Returns the anonymous or unread origin on which all of some claims rest alone, if they do.
pub(crate) fn weakness(brief: &Brief, claims: &[ClaimId]) -> Option<Weakness> {
    if claims.is_empty() {
        return None;
    }
    match Origins::behind_all(brief, &reports_behind(brief, claims))? {
        CalledBy::Voice(id) => match brief.voice(id).kind {
            VoiceKind::Anonymous { .. } => Some(Weakness::Anonymous(id)),
            _ => None,
        },
        CalledBy::Source(id) => (!brief.source(id).was_read()).then_some(Weakness::NotRead(id)),
        CalledBy::OneOf(_) => None,
    }
}

/// Lists the reports that claims are, and that the judgements among them rest on in the end.
fn reports_behind(brief: &Brief, claims: &[ClaimId]) -> BTreeSet<ClaimId> {
    let (mut open, mut seen) = (claims.to_vec(), BTreeSet::new());
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            open.extend_from_slice(brief.claim(id).rests_on());
        }
    }
    seen.retain(|id| brief.claim(*id).report().is_some());
    seen
}
