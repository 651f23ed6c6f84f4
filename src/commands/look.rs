//! Looks for quotes and passages in the snapshots of a folder, and keeps the best of what it finds.

use std::collections::{BTreeMap, BTreeSet};

use brief::analysis::{Analysis, QuoteId};
use brief::diagnostics::printable;
use brief::evidence::{Finding, LockedWords, Snapshot, SnapshotFile, SoughtQuote, find};
use brief::model::{Brief, Check, ClaimId, Obstacle, Passage, QuoteKind, SourceId};

use super::snapshots::{Folder, Found};

/// What is looked for: a quote, or a passage of a claim or of what is left out.
pub(super) enum Item<'a> {
    Quote(&'a Brief, QuoteId),
    Passage {
        brief: &'a Brief,
        claim: Option<ClaimId>,
        sources: &'a [SourceId],
        /// The number of the item of `left_out`, if it is of one.
        left_out: Option<usize>,
        passage: &'a Passage,
    },
}

impl<'a> Item<'a> {
    /// Returns all quotes, then all passages, in the order of the lock.
    pub(super) fn all(brief: &'a Brief, analysis: &Analysis) -> Vec<Self> {
        let quotes = analysis.quotes.all().iter();
        let quotes = quotes.map(|id| Item::Quote(brief, *id));
        let of_claims = brief.claims().flat_map(|(id, claim)| {
            claim.passages().iter().map(move |passage| Item::Passage {
                brief,
                claim: Some(id),
                sources: claim.sources(),
                left_out: None,
                passage,
            })
        });
        let left_out = brief.parts().left_out.iter().enumerate();
        let left_out = left_out.flat_map(|(number, item)| {
            item.passages.iter().map(move |passage| Item::Passage {
                brief,
                claim: None,
                sources: std::slice::from_ref(&item.source),
                left_out: Some(number),
                passage,
            })
        });
        quotes.chain(of_claims).chain(left_out).collect()
    }

    pub(super) fn wanted(&self, analysis: &Analysis) -> Wanted<'a> {
        match self {
            Self::Quote(brief, id) => Wanted::quote(brief, analysis, *id),
            Self::Passage {
                sources, passage, ..
            } => Wanted::passage(analysis, sources, passage),
        }
    }

    pub(super) fn words(&self) -> LockedWords<'a> {
        match self {
            Self::Quote(brief, id) => {
                let quote = id.in_brief(brief);
                LockedWords {
                    claim: &brief.claim(id.claim).key,
                    text: &quote.text,
                    original: quote.original.as_deref(),
                }
            }
            Self::Passage {
                brief,
                claim,
                passage,
                ..
            } => {
                let key = claim.map_or("", |id| &brief.claim(id).key);
                LockedWords::of_passage(key, &passage.text)
            }
        }
    }

    /// Returns what people read before what was found.
    pub(super) fn label(&self) -> String {
        match self {
            Self::Quote(brief, id) => format!("{id} {}:", brief.claim(id.claim).key),
            Self::Passage {
                brief,
                claim: Some(id),
                ..
            } => format!("{id} {}: passage", brief.claim(*id).key),
            Self::Passage { brief, sources, .. } => {
                let names = sources.iter().map(|id| brief.source(*id).key.to_string());
                let names: Vec<String> = names.collect();
                format!("left out of {}: passage", names.join(", "))
            }
        }
    }

    /// Returns its claim; what is left out has none.
    pub(super) fn claim(&self) -> Option<ClaimId> {
        match self {
            Self::Quote(_, id) => Some(id.claim),
            Self::Passage { claim, .. } => *claim,
        }
    }

    /// Returns the number of the item of `left_out` that it is of.
    pub(super) fn left_out(&self) -> Option<usize> {
        match self {
            Self::Quote(..) => None,
            Self::Passage { left_out, .. } => *left_out,
        }
    }
}

/// What is looked for, and the sources that were read and may have it.
pub(super) struct Wanted<'a> {
    pub(super) sought: SoughtQuote<'a>,
    pub(super) sources: BTreeSet<SourceId>,
    /// The sources that are named for it: of places that are alike, theirs is taken.
    pub(super) named: Vec<SourceId>,
}

impl<'a> Wanted<'a> {
    pub(super) fn quote(brief: &'a Brief, analysis: &Analysis, id: QuoteId) -> Self {
        let quote = id.in_brief(brief);
        Self {
            sought: SoughtQuote {
                edited: quote.is(QuoteKind::Edited) || quote.is(QuoteKind::EditedInSource),
                context: quote.context.as_deref(),
                translated: quote.is(QuoteKind::Translated) && quote.original.is_none(),
                ..SoughtQuote::of(quote.in_source())
            },
            sources: sources_read(analysis, brief.claim(id.claim).sources()),
            named: brief.claim(id.claim).sources().to_vec(),
        }
    }

    /// Returns a passage in some sources.
    pub(super) fn passage(analysis: &Analysis, sources: &[SourceId], passage: &'a Passage) -> Self {
        Self {
            sought: SoughtQuote {
                is_passage: true,
                ..SoughtQuote::of(&passage.text)
            },
            sources: sources_read(analysis, sources),
            named: sources.to_vec(),
        }
    }
}

/// Returns the sources that were read through which others are known.
pub(super) fn sources_read(analysis: &Analysis, sources: &[SourceId]) -> BTreeSet<SourceId> {
    let sources = sources.iter();
    sources
        .flat_map(|source| analysis.chains.from(*source))
        .filter_map(|chain| chain.sources.last().copied())
        .collect()
}

/// Returns the claims that may rest on a source that was read.
pub(super) fn claims_from(brief: &Brief, analysis: &Analysis, source: SourceId) -> Vec<ClaimId> {
    let claims = brief.claims();
    claims
        .filter(|(_, claim)| sources_read(analysis, claim.sources()).contains(&source))
        .map(|(id, _)| id)
        .collect()
}

/// Returns the sources that were read and on which claims rest, or of which something is left out.
pub(super) fn sources_of(brief: &Brief, analysis: &Analysis) -> Vec<SourceId> {
    let claims = brief.claims();
    let claims = claims.flat_map(|(_, claim)| sources_read(analysis, claim.sources()));
    let left_out = brief.parts().left_out.iter();
    let left_out = left_out.flat_map(|item| sources_read(analysis, &[item.source]));
    let all: BTreeSet<SourceId> = claims.chain(left_out).collect();
    all.into_iter().collect()
}

pub(super) struct Best {
    pub(super) finding: Finding,
    pub(super) source: Option<(SourceId, SnapshotFile)>,
    /// The sources of which no snapshot is there.
    pub(super) missing: Vec<SourceId>,
}

impl Best {
    /// Says whether another finding is to be told: it is better, or as good and in a source that is named.
    fn is_worse_than(&self, other: &Finding, source: SourceId, named: &[SourceId]) -> bool {
        let Some((before, _)) = &self.source else {
            return true;
        };
        let is_named = named.contains(&source) && !named.contains(before);
        other.check < self.finding.check || other.check == self.finding.check && is_named
    }

    /// Says that a snapshot of a source is not there, or not read: the quote may stand in it.
    fn miss(&mut self, reason: Obstacle, detail: Option<String>) {
        let is_open = match self.finding.reason {
            Some(Obstacle::NoSnapshot) => reason == Obstacle::Unreadable,
            _ => self.finding.check == Check::Absent,
        };
        if !is_open {
            return;
        }
        let file = self.source.take().map(|(_, found)| found.file);
        let elsewhere = file.map(|file| format!("and not in {}", printable(&file)));
        let details: Vec<String> = detail.into_iter().chain(elsewhere).collect();
        self.finding = Finding::not(Check::CannotCheck, Some(reason));
        self.finding.detail = (!details.is_empty()).then(|| details.join(", "));
    }
}

/// Looks for each in all snapshots of its sources, and keeps the best of what was found: one that cannot
/// be checked is better than an absent one. Shows each snapshot of some sources with what was found in it.
pub(super) fn search(
    brief: &Brief,
    folder: &Folder,
    sources: &[SourceId],
    all: &[Wanted<'_>],
    mut see: impl FnMut(SourceId, &Snapshot, &SnapshotFile, &[(usize, Finding)]),
) -> Vec<Best> {
    let mut best: Vec<Best> = all
        .iter()
        .map(|_| Best {
            finding: Finding::not(Check::CannotCheck, Some(Obstacle::NoSnapshot)),
            source: None,
            missing: Vec::new(),
        })
        .collect();
    let sources = sources.iter().map(|source| (*source, Vec::new()));
    let mut of_sources: BTreeMap<SourceId, Vec<usize>> = sources.collect();
    for (number, wanted) in all.iter().enumerate() {
        for source in &wanted.sources {
            of_sources.entry(*source).or_default().push(number);
        }
    }
    let mut missed = Vec::new();
    for (source, numbers) in of_sources {
        let wanted = numbers.iter().filter_map(|number| all.get(*number));
        let texts: Vec<SoughtQuote<'_>> = wanted.map(|wanted| wanted.sought).collect();
        let Found { read, unreadable } = folder.read(brief.source(source));
        let why = unreadable
            .first()
            .map(|(file, error)| format!("{}: {error}", printable(file)));
        if why.is_some() || read.is_empty() {
            missed.push((source, numbers.clone(), why));
        }
        for (snapshot, file) in read {
            let found = find(&snapshot, &texts);
            let found: Vec<(usize, Finding)> = numbers.iter().copied().zip(found).collect();
            see(source, &snapshot, &file, &found);
            for (number, finding) in found {
                let named = all.get(number).map_or(&[][..], |wanted| &wanted.named);
                if let Some(best) = best.get_mut(number)
                    && best.is_worse_than(&finding, source, named)
                {
                    best.source = Some((source, file.of(&finding)));
                    best.finding = finding;
                }
            }
        }
    }
    for (source, numbers, why) in missed {
        for number in numbers {
            let Some(best) = best.get_mut(number) else {
                continue;
            };
            if why.is_some() {
                best.miss(Obstacle::Unreadable, why.clone());
            } else {
                best.missing.push(source);
                best.miss(Obstacle::NoSnapshot, None);
            }
        }
    }
    best
}

/// Returns which of the quotes that are absent are there if their marks are those of cuts and insertions.
pub(super) fn found_as_edited(
    brief: &Brief,
    folder: &Folder,
    wanted: &[Wanted<'_>],
    findings: &[Best],
) -> BTreeSet<usize> {
    let absent = wanted.iter().zip(findings).enumerate();
    let absent = absent.filter(|(_, (wanted, best))| {
        let sought = &wanted.sought;
        let is_marked = sought.text.contains(['…', '[']) || sought.text.contains("...");
        best.finding.check == Check::Absent && is_marked && !sought.edited && !sought.is_passage
    });
    let (numbers, tried): (Vec<usize>, Vec<Wanted<'_>>) = absent
        .map(|(number, (wanted, _))| {
            let sought = SoughtQuote {
                edited: true,
                ..wanted.sought
            };
            let (sources, named) = (wanted.sources.clone(), wanted.named.clone());
            let wanted = Wanted {
                sought,
                sources,
                named,
            };
            (number, wanted)
        })
        .unzip();
    if tried.is_empty() {
        return BTreeSet::new();
    }
    let found = search(brief, folder, &[], &tried, |_, _, _, _| {});
    let found = numbers.into_iter().zip(found);
    let found = found.filter(|(_, best)| best.finding.check.is_verified());
    found.map(|(number, _)| number).collect()
}
