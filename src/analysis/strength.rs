//! Finds how firm the headline and the bottom line are: what is weakest of what they rest on, on how
//! many origins, and how much of the brief came through one text.

use std::collections::{BTreeMap, BTreeSet};

use super::edition::Analysis;
use super::origins::Origins;
use super::record::{Record, Records, alike, is_own_text};
use crate::model::{Brief, ClaimId, SourceId, VoiceId, VoiceKind};

/// On what some claims rest. Judgements lead to what they rest on in the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Strength {
    /// The judgements of the writer among the claims.
    pub(crate) judgements: Vec<ClaimId>,
    /// The claims of others on which all rests.
    pub(crate) behind: Vec<ClaimId>,
    /// Those of them that a reader can check least; together where all is told alike.
    pub(crate) weakest: Vec<Part>,
    /// The fewest voices and reports that would all have to be wrong for nothing to be left.
    pub(crate) origins: usize,
    /// Those behind it that rest on one origin alone.
    pub(crate) on_one: Vec<ClaimId>,
}

/// Claims that the same voices make in the same way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) claims: Vec<ClaimId>,
    pub(crate) said: Vec<Said>,
    pub(crate) retold: Vec<Retold>,
    /// Whether no first report of it was read.
    pub(crate) only_retold: bool,
}

/// Who says something, how, and in which first reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) how: How,
    pub(crate) reports: Vec<Report>,
    pub(crate) voices: Vec<VoiceId>,
}

/// A first report, or several of which one is it, and nobody knows which.
pub(crate) type Report = Vec<SourceId>;

/// How something is said, from what a reader can check best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum How {
    /// In a text or a speech of the voice's own, by name.
    OwnText,
    /// By name, as others report.
    OnRecord,
    /// By an outlet that found it out itself.
    FoundOut,
    Anonymous,
    /// By an outlet that names nobody.
    NoSourceNamed,
}

/// First reports that the brief has only through others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Retold {
    pub(crate) way: Way,
    pub(crate) reports: Vec<Report>,
    pub(crate) relays: Vec<SourceId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Way {
    /// They were not read; who retells them was.
    ByOne,
    /// They were not read, nor all who retell them.
    BySeveral,
    /// The claim came by others than those through which these are known, if they were not read:
    /// by some that draw on them.
    Drawn,
}

impl Strength {
    pub(crate) fn of(brief: &Brief, analysis: &Analysis, claims: &[ClaimId]) -> Option<Self> {
        let (mut open, mut seen) = (claims.to_vec(), BTreeSet::new());
        let (mut judgements, mut behind) = (BTreeSet::new(), BTreeSet::new());
        while let Some(id) = open.pop() {
            if !seen.insert(id) {
                continue;
            }
            if brief.claim(id).report().is_some() {
                behind.insert(id);
            } else {
                judgements.extend(claims.contains(&id).then_some(id));
                open.extend_from_slice(brief.claim(id).rests_on());
            }
        }
        let behind = Vec::from_iter(behind);
        let parts = behind.iter().map(|id| Part::of(brief, analysis, *id));
        let weakest = weakest(parts.collect());
        let is_on_one = |id: &&ClaimId| analysis.origins_of(**id) == 1;
        let lines = behind.iter();
        let lines = lines.map(|id| {
            (
                analysis.attributions_of(*id),
                analysis.first_reports_of(*id),
            )
        });
        let origins = Origins::together(brief, lines);
        (origins > 0).then(|| Self {
            judgements: Vec::from_iter(judgements),
            weakest,
            origins,
            on_one: behind.iter().filter(is_on_one).copied().collect(),
            behind,
        })
    }

    /// Says whether nothing is firmer than the weakest.
    pub(crate) fn is_even(&self) -> bool {
        let weakest = self.weakest.iter().map(|part| part.claims.len());
        weakest.sum::<usize>() == self.behind.len()
    }

    /// Returns the weakest record of these claims.
    pub(crate) fn weakest_record(&self, analysis: &Analysis) -> Option<Record> {
        let records = self.weakest_claims().into_iter();
        let records = records.map(|id| analysis.records_of(id));
        records.fold(Records::default(), Records::and).weakest()
    }

    /// Lists the claims that a reader can check least.
    pub(crate) fn weakest_claims(&self) -> Vec<ClaimId> {
        let claims = self.weakest.iter().flat_map(|part| &part.claims);
        let claims: BTreeSet<ClaimId> = claims.copied().collect();
        Vec::from_iter(claims)
    }
}

/// Picks the parts that a reader can check least; claims that are told alike are one part.
fn weakest(parts: Vec<Part>) -> Vec<Part> {
    let most = parts.iter().map(Part::weakness).max();
    let mut picked: Vec<Part> = Vec::new();
    for part in parts {
        if Some(part.weakness()) != most {
            continue;
        }
        let alike = |one: &&mut Part| one.said == part.said && one.retold == part.retold;
        match picked.iter_mut().find(alike) {
            Some(one) => one.claims.extend(part.claims),
            None => picked.push(part),
        }
    }
    picked
}

impl Part {
    fn of(brief: &Brief, analysis: &Analysis, id: ClaimId) -> Self {
        let mut said: BTreeMap<How, BTreeMap<Vec<Report>, BTreeSet<VoiceId>>> = BTreeMap::new();
        let mut onward: BTreeMap<Report, Vec<Vec<SourceId>>> = BTreeMap::new();
        for attribution in analysis.attributions_of(id) {
            for sources in alike(brief, &attribution.sources) {
                for voice in &attribution.voices {
                    let reports = reports(brief, analysis, (id, *voice), &sources);
                    if reports.is_empty() {
                        continue;
                    }
                    let how = How::of(brief, id, *voice, sources[0]);
                    let told_in = reports.keys().cloned().collect();
                    let said = said.entry(how).or_default().entry(told_in);
                    said.or_default().insert(*voice);
                    for (report, chains) in reports {
                        onward.entry(report).or_default().extend(chains);
                    }
                }
            }
        }
        let retold = retold(brief, &onward);
        Self {
            claims: vec![id],
            said: said
                .into_iter()
                .flat_map(|(how, said)| told(how, said))
                .collect(),
            only_retold: retold.iter().map(|one| one.reports.len()).sum::<usize>() == onward.len(),
            retold,
        }
    }

    /// Returns how it is said best.
    pub(crate) fn best(&self) -> Option<How> {
        self.said.iter().map(|said| said.how).min()
    }

    fn weakness(&self) -> (Option<How>, bool) {
        (self.best(), self.only_retold)
    }
}

/// Finds in which first reports a voice says a claim, of some of its first reports that are alike,
/// and by which relays each came. An outlet says it in its own report, wherever that is told.
fn reports(
    brief: &Brief,
    analysis: &Analysis,
    (claim, voice): (ClaimId, VoiceId),
    sources: &[SourceId],
) -> BTreeMap<Report, Vec<Vec<SourceId>>> {
    let first = analysis.first_reports_of(claim);
    let chains = |at: SourceId| {
        let chains = analysis.chains_of(claim, at).into_iter();
        chains.map(|chain| chain.sources)
    };
    let onward = |report: &Report| {
        let chains = report.iter().flat_map(|at| chains(*at));
        chains.map(|chain| chain[1..].to_vec()).collect()
    };
    let VoiceKind::Outlet(outlet) = brief.voice(voice).kind else {
        let report = |at: &SourceId| {
            let group = first.one_of.iter().find(|group| group.contains(at));
            group.cloned().unwrap_or_else(|| vec![*at])
        };
        let reports = sources.iter().map(report);
        return reports.map(|one| (one.clone(), onward(&one))).collect();
    };
    let own = vec![outlet];
    if sources.contains(&outlet) {
        BTreeMap::from([(own.clone(), onward(&own))])
    } else if first.sources.contains(&outlet) {
        BTreeMap::new()
    } else {
        let chains = sources.iter().flat_map(|at| chains(*at));
        BTreeMap::from([(own, chains.collect())])
    }
}

/// Says who says something in which reports; outlets say it each in its own, and are told together.
fn told(how: How, said: BTreeMap<Vec<Report>, BTreeSet<VoiceId>>) -> Vec<Said> {
    if matches!(how, How::FoundOut | How::NoSourceNamed) {
        let reports: BTreeSet<Report> = said.keys().flatten().cloned().collect();
        let voices: BTreeSet<VoiceId> = said.into_values().flatten().collect();
        return vec![Said {
            how,
            reports: Vec::from_iter(reports),
            voices: Vec::from_iter(voices),
        }];
    }
    let mut by_voices: BTreeMap<Vec<VoiceId>, BTreeSet<Report>> = BTreeMap::new();
    for (reports, voices) in said {
        let told_in = by_voices.entry(Vec::from_iter(voices)).or_default();
        told_in.extend(reports);
    }
    let said = by_voices.into_iter().map(|(voices, reports)| Said {
        how,
        reports: Vec::from_iter(reports),
        voices,
    });
    said.collect()
}

impl How {
    fn of(brief: &Brief, claim: ClaimId, voice: VoiceId, source: SourceId) -> Self {
        let is_own = is_own_text(brief, voice, source);
        match Record::of(brief, brief.claim(claim), voice, source) {
            Record::OnRecord | Record::Document if is_own => Self::OwnText,
            Record::OnRecord | Record::Document => Self::OnRecord,
            Record::OutletsOwn => Self::FoundOut,
            Record::Anonymous => Self::Anonymous,
            Record::NoSourceNamed | Record::Writer => Self::NoSourceNamed,
        }
    }
}

/// Finds which reports came only through others: those of which every chain goes on.
fn retold(brief: &Brief, onward: &BTreeMap<Report, Vec<Vec<SourceId>>>) -> Vec<Retold> {
    let mut found: BTreeMap<(Way, Vec<SourceId>), Vec<Report>> = BTreeMap::new();
    for (report, chains) in onward {
        if chains.iter().any(Vec::is_empty) {
            continue;
        }
        let relays: BTreeSet<SourceId> = chains.iter().flatten().copied().collect();
        let is_through = |id: &SourceId| {
            let through = &brief.source(*id).through;
            !through.is_empty() && chains.iter().all(|relays| through.contains(&relays[0]))
        };
        let way = if !report.iter().all(is_through) {
            Way::Drawn
        } else if chains.iter().all(|relays| relays.len() == 1) {
            Way::ByOne
        } else {
            Way::BySeveral
        };
        let reports = found.entry((way, Vec::from_iter(relays))).or_default();
        reports.push(report.clone());
    }
    let retold = found.into_iter().map(|((way, relays), reports)| Retold {
        way,
        reports,
        relays,
    });
    retold.collect()
}
