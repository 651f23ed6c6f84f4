//! Compares who says so, where, to whom, and on what record.

use std::collections::BTreeMap;

use crate::analysis::edition::Edition;
use crate::model::{
    Brief, Claim, ClaimId, Key, Line, Source, SourceId, Update, Voice, VoiceId, VoiceKind,
};

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
    (old, before): (&Edition, ClaimId),
    (new, after): (&Edition, ClaimId),
) -> Vec<AttributionChange> {
    let (old_claim, new_claim) = (old.brief().claim(before), new.brief().claim(after));
    let mut changes = voices((old.brief(), old_claim), (new.brief(), new_claim));
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
    if old.analysis().records_of(before) != new.analysis().records_of(after) {
        changes.push(AttributionChange::Record);
    }
    let retellings_and_origins = |edition: &Edition, id| {
        (
            edition.analysis().retellings_of(id),
            edition.analysis().origins_of(id),
        )
    };
    if retellings_and_origins(old, before) != retellings_and_origins(new, after) {
        changes.push(AttributionChange::Retellings);
    }
    changes
}

fn voices(
    (old, before): (&Brief, &Claim),
    (new, after): (&Brief, &Claim),
) -> Vec<AttributionChange> {
    let (same, both) = paired(
        keyed(before.voices(), |id| &old.voice(id).key),
        &keyed(after.voices(), |id| &new.voice(id).key),
    );
    let mut changes = Vec::new();
    if !same {
        changes.push(AttributionChange::Voices);
    }
    for (before, after) in both {
        if !is_same_voice((old, old.voice(before)), (new, new.voice(after))) {
            changes.push(AttributionChange::Voice {
                old: before,
                new: after,
            });
        }
    }
    changes
}

fn sources(
    (old, before): (&Edition, ClaimId),
    (new, after): (&Edition, ClaimId),
) -> Vec<AttributionChange> {
    let [first, new_first] = [(old, before), (new, after)].map(|(edition, claim)| {
        let sources = &edition.analysis().first_reports_of(claim).sources;
        keyed(sources, |id| &edition.brief().source(id).key)
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

fn keyed<'a, I: Copy>(ids: &[I], key: impl Fn(I) -> &'a Key) -> BTreeMap<&'a Key, I> {
    ids.iter().map(|id| (key(*id), *id)).collect()
}

/// Says whether two editions name the same, and pairs what both name, in the order of the keys.
fn paired<I: Copy>(old: BTreeMap<&Key, I>, new: &BTreeMap<&Key, I>) -> (bool, Vec<(I, I)>) {
    let same = old.keys().eq(new.keys());
    let both = old.into_iter();
    let both = both.filter_map(|(key, before)| Some((before, *new.get(key)?)));
    (same, both.collect())
}

fn is_same_voice((old, before): (&Brief, &Voice), (new, after): (&Brief, &Voice)) -> bool {
    let principal = |brief: &Brief, voice: &Voice| {
        let principal = voice.speaks_for;
        principal.map(|id| brief.voice(id).key.clone())
    };
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
                && keys(old, old_group) == keys(new, one_of)
        }
        (VoiceKind::Outlet(before), VoiceKind::Outlet(after)) => {
            old.source(*before).key == new.source(*after).key
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

fn keys<'a>(brief: &'a Brief, voices: &[VoiceId]) -> Vec<&'a Key> {
    voices.iter().map(|id| &brief.voice(*id).key).collect()
}

/// Returns what identifies a source, to be compared.
fn described(source: &Source) -> impl PartialEq {
    (
        (&source.name, &source.title, &source.container_title),
        (&source.volume, &source.issue, &source.pages),
        (&source.author, &source.publisher, &source.authority),
        (&source.event_title, &source.number),
        (source.kind, &source.issued, &source.url, &source.doi),
    )
}

/// Goes through what became of the sources that a claim rests on, each source by its key.
fn updates(edition: &Edition, claim: ClaimId) -> impl Iterator<Item = (&Key, &[Update])> {
    let brief = edition.brief();
    let sources = edition.analysis().updated_behind(brief, claim);
    let mut updates: Vec<(&Key, &[Update])> = sources
        .into_iter()
        .map(|id| (&brief.source(id).key, &*brief.source(id).updates))
        .collect();
    updates.sort_by_key(|(key, _)| *key);
    updates.into_iter()
}

/// Lists the chains of a claim from a first report by the keys of the sources on them.
fn chains((edition, claim): (&Edition, ClaimId), first: SourceId) -> Vec<Vec<&Key>> {
    let key = |id: &SourceId| &edition.brief().source(*id).key;
    let chains = edition.analysis().chains_of(claim, first).into_iter();
    let mut chains: Vec<Vec<&Key>> = chains
        .map(|chain| chain.sources.iter().map(key).collect())
        .collect();
    chains.sort_unstable();
    chains
}
