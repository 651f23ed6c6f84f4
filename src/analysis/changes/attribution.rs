//! Compares who says so, where, to whom, and on what record.

use std::collections::BTreeMap;

use super::known::Known;
use crate::analysis::edition::Edition;
use crate::model::{Claim, ClaimId, Line, Source, SourceId, Update, Voice, VoiceId, VoiceKind};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum AttributionChange {
    Voices,
    /// A voice of both editions has another name or description.
    Voice {
        old: VoiceId,
        new: VoiceId,
    },
    Sources,
    /// A source of both editions is described otherwise.
    Source {
        old: SourceId,
        new: SourceId,
    },
    /// It stands at another place in its source.
    At,
    /// It came from the same first reports by other chains.
    Chains,
    /// A source behind it was corrected, retracted or updated, or is no more said to be.
    Updates,
    ToldTo,
    Record,
    /// It is nearer to its origins, or farther, or has more of them, or fewer.
    Retellings,
}

pub(super) fn compare(
    (old, before): (&Known<'_>, ClaimId),
    (new, after): (&Known<'_>, ClaimId),
) -> Vec<AttributionChange> {
    let (old_claim, new_claim) = (old.brief().claim(before), new.brief().claim(after));
    let mut changes = voices((old, old_claim), (new, new_claim));
    changes.extend(sources((old, before), (new, after)));
    if old_claim.at() != new_claim.at() {
        changes.push(AttributionChange::At);
    }
    if !updates(old, before).eq(updates(new, after)) {
        changes.push(AttributionChange::Updates);
    }
    if old_claim.told_to() != new_claim.told_to() {
        changes.push(AttributionChange::ToldTo);
    }
    let [analysis, new_analysis] = [old, new].map(|known| known.edition.analysis());
    if analysis.records_of(before) != new_analysis.records_of(after) {
        changes.push(AttributionChange::Record);
    }
    let retellings_and_origins = |edition: &Edition, id| {
        (
            edition.analysis().retellings_of(id),
            edition.analysis().origins_of(id),
        )
    };
    if retellings_and_origins(old.edition, before) != retellings_and_origins(new.edition, after) {
        changes.push(AttributionChange::Retellings);
    }
    changes
}

fn voices(
    (old, before): (&Known<'_>, &Claim),
    (new, after): (&Known<'_>, &Claim),
) -> Vec<AttributionChange> {
    let (same, both) = paired(
        marked(before.voices(), |id| old.voice(id)),
        &marked(after.voices(), |id| new.voice(id)),
    );
    let mut changes = Vec::new();
    if !same {
        changes.push(AttributionChange::Voices);
    }
    for (before, after) in both {
        if !is_same_voice(
            (old, old.brief().voice(before)),
            (new, new.brief().voice(after)),
        ) {
            changes.push(AttributionChange::Voice {
                old: before,
                new: after,
            });
        }
    }
    changes
}

fn sources(
    (old, before): (&Known<'_>, ClaimId),
    (new, after): (&Known<'_>, ClaimId),
) -> Vec<AttributionChange> {
    let [first, new_first] = [(old, before), (new, after)].map(|(known, claim)| {
        let sources = &known.edition.analysis().first_reports_of(claim).sources;
        marked(sources, |id| known.source(id))
    });
    let (same_sources, both) = paired(first, &new_first);
    let mut changes = Vec::new();
    if !same_sources {
        changes.push(AttributionChange::Sources);
    }
    let mut same_chains = true;
    for (first, new_first) in both {
        if described(old.brief().source(first)) != described(new.brief().source(new_first)) {
            changes.push(AttributionChange::Source {
                old: first,
                new: new_first,
            });
        }
        same_chains &= chains((old, before), first) == chains((new, after), new_first);
    }
    if same_sources && !same_chains {
        changes.push(AttributionChange::Chains);
    }
    changes
}

fn marked<I: Copy>(ids: &[I], mark: impl Fn(I) -> usize) -> BTreeMap<usize, I> {
    ids.iter().map(|id| (mark(*id), *id)).collect()
}

/// Says whether two editions name the same, and pairs what both name, in the order of the old one.
fn paired<I: Copy>(old: BTreeMap<usize, I>, new: &BTreeMap<usize, I>) -> (bool, Vec<(I, I)>) {
    let same = old.keys().eq(new.keys());
    let both = old.into_iter();
    let both = both.filter_map(|(mark, before)| Some((before, *new.get(&mark)?)));
    (same, both.collect())
}

fn is_same_voice((old, before): (&Known<'_>, &Voice), (new, after): (&Known<'_>, &Voice)) -> bool {
    let principal = |known: &Known<'_>, voice: &Voice| voice.speaks_for.map(|id| known.voice(id));
    if principal(old, before) != principal(new, after) {
        return false;
    }
    match (&before.kind, &after.kind) {
        (
            VoiceKind::Anonymous {
                count: old_count,
                described_as: old_description,
                reason: old_reason,
                one_of: old_group,
            },
            VoiceKind::Anonymous {
                count,
                described_as,
                reason,
                one_of,
            },
        ) => {
            (old_count, old_description, old_reason) == (count, described_as, reason)
                && marks(old, old_group) == marks(new, one_of)
        }
        (VoiceKind::Outlet(before), VoiceKind::Outlet(after)) => {
            old.source(*before) == new.source(*after)
        }
        // The others hold no ids. A page does not say whether a voice is a person or a group.
        (before, after) => match (named(before), named(after)) {
            (Some(before), Some(after)) => before == after,
            _ => before == after,
        },
    }
}

/// Returns name, function and members of a person or a group.
fn named(kind: &VoiceKind) -> Option<(&Line, Option<&Line>, &[Line])> {
    match kind {
        VoiceKind::Person { name, role } => Some((name, role.as_ref(), &[])),
        VoiceKind::Group {
            name,
            role,
            members,
        } => Some((name, role.as_ref(), members)),
        VoiceKind::Anonymous { .. } | VoiceKind::Outlet(_) | VoiceKind::Writer(_) => None,
    }
}

fn marks(known: &Known<'_>, voices: &[VoiceId]) -> Vec<usize> {
    voices.iter().map(|id| known.voice(*id)).collect()
}

/// Returns what identifies a source, to be compared.
fn described(source: &Source) -> impl PartialEq {
    let mut of_others = [&source.publisher, &source.title].into_iter().flatten();
    // What it is called by its publisher or title depends on the voices.
    let short = Some(&source.name).filter(|name| !of_others.any(|other| other == *name));
    (
        (short, &source.title, &source.container_title),
        (&source.volume, &source.issue, &source.pages),
        (&source.author, &source.publisher, &source.authority),
        (&source.event_title, &source.number),
        (source.kind, &source.issued, &source.url, &source.doi),
    )
}

/// Goes through what became of the sources that a claim rests on, each source by its mark.
fn updates<'a>(known: &Known<'a>, claim: ClaimId) -> impl Iterator<Item = (usize, &'a [Update])> {
    let brief = known.brief();
    let sources = known.edition.analysis().updated_behind(brief, claim);
    let mut updates: Vec<(usize, &[Update])> = sources
        .into_iter()
        .map(|id| (known.source(id), &*brief.source(id).updates))
        .collect();
    updates.sort_by_key(|(mark, _)| *mark);
    updates.into_iter()
}

/// Lists the chains of a claim from a first report by the marks of the sources on them.
fn chains((known, claim): (&Known<'_>, ClaimId), first: SourceId) -> Vec<Vec<usize>> {
    let chains = known.edition.analysis().chains_of(claim, first).into_iter();
    let mut chains: Vec<Vec<usize>> = chains
        .map(|chain| chain.sources.iter().map(|id| known.source(*id)).collect())
        .collect();
    chains.sort_unstable();
    chains
}
