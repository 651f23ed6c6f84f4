//! Compares who says so, where, to whom, and on what record.

use crate::analysis::edition::Edition;
use crate::model::{
    Brief, Claim, ClaimId, Key, OneOrMore, Source, SourceId, Voice, VoiceId, VoiceKind,
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
    Works,
    /// A work of both editions is described otherwise.
    Work {
        old: SourceId,
        new: SourceId,
    },
    /// The works that carry it first reached the brief by other roads.
    Roads,
    ToldTo,
    Record,
    /// It is nearer to its origins, or farther, or has more of them, or fewer.
    Distance,
}

pub(super) fn compare(
    (old, before): (&Edition, ClaimId),
    (new, after): (&Edition, ClaimId),
) -> Vec<AttributionChange> {
    let (old_claim, new_claim) = (old.brief().claim(before), new.brief().claim(after));
    let mut changes = Vec::new();
    voices(old.brief(), old_claim, new.brief(), new_claim, &mut changes);
    works(old, old_claim, new, new_claim, &mut changes);
    if old_claim.told_to != new_claim.told_to {
        changes.push(AttributionChange::ToldTo);
    }
    if old.analysis().statuses_of(before) != new.analysis().statuses_of(after) {
        changes.push(AttributionChange::Record);
    }
    let distance = |edition: &Edition, id| {
        (
            edition.analysis().distance_of(id),
            edition.analysis().origins_of(id),
        )
    };
    if distance(old, before) != distance(new, after) {
        changes.push(AttributionChange::Distance);
    }
    changes
}

fn voices(
    old: &Brief,
    old_claim: &Claim,
    new: &Brief,
    new_claim: &Claim,
    changes: &mut Vec<AttributionChange>,
) {
    let before = sorted(&old_claim.voices, |id| &old.voice(id).key);
    let after = sorted(&new_claim.voices, |id| &new.voice(id).key);
    if !before
        .iter()
        .map(|(key, _)| key)
        .eq(after.iter().map(|(key, _)| key))
    {
        changes.push(AttributionChange::Voices);
    }
    for ((_, before), (_, after)) in in_both(&before, &after) {
        let same = is_same_voice((old, old.voice(*before)), (new, new.voice(*after)));
        if !same {
            changes.push(AttributionChange::Voice {
                old: *before,
                new: *after,
            });
        }
    }
}

fn works(
    old: &Edition,
    old_claim: &Claim,
    new: &Edition,
    new_claim: &Claim,
    changes: &mut Vec<AttributionChange>,
) {
    let before = sorted(&old_claim.sources, |id| &old.brief().source(id).key);
    let after = sorted(&new_claim.sources, |id| &new.brief().source(id).key);
    let same_works = before
        .iter()
        .map(|(key, _)| key)
        .eq(after.iter().map(|(key, _)| key));
    if !same_works {
        changes.push(AttributionChange::Works);
    }
    let mut same_roads = true;
    for ((_, before), (_, after)) in in_both(&before, &after) {
        if !is_same_work(old.brief().source(*before), new.brief().source(*after)) {
            changes.push(AttributionChange::Work {
                old: *before,
                new: *after,
            });
        }
        same_roads &= roads(old, *before) == roads(new, *after);
    }
    if same_works && !same_roads {
        changes.push(AttributionChange::Roads);
    }
}

/// Lists ids with their keys, in the order of the keys, each once.
fn sorted<'a, I: Copy>(ids: &OneOrMore<I>, key: impl Fn(I) -> &'a Key) -> Vec<(&'a Key, I)> {
    let mut keyed: Vec<(&Key, I)> = ids.iter().map(|id| (key(*id), *id)).collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.dedup_by_key(|(key, _)| *key);
    keyed
}

/// Goes through the pairs of two sorted lists that have the same key.
fn in_both<'l, 'a, I>(
    old: &'l [(&'a Key, I)],
    new: &'l [(&'a Key, I)],
) -> impl Iterator<Item = (&'l (&'a Key, I), &'l (&'a Key, I))> {
    old.iter().filter_map(|before| {
        let found = new.binary_search_by_key(&before.0, |(key, _)| *key).ok()?;
        Some((before, new.get(found)?))
    })
}

fn is_same_voice((old, before): (&Brief, &Voice), (new, after): (&Brief, &Voice)) -> bool {
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
        // A page says of neither which of the two it is.
        (
            VoiceKind::Person { name, role },
            VoiceKind::Group {
                name: other_name,
                role: other_role,
                members,
            },
        )
        | (
            VoiceKind::Group {
                name: other_name,
                role: other_role,
                members,
            },
            VoiceKind::Person { name, role },
        ) => members.is_empty() && (name, role) == (other_name, other_role),
        // The others hold no ids.
        (before, after) => before == after,
    }
}

fn keys<'a>(brief: &'a Brief, voices: &[VoiceId]) -> Vec<&'a Key> {
    voices.iter().map(|id| &brief.voice(*id).key).collect()
}

fn is_same_work(old: &Source, new: &Source) -> bool {
    described(old) == described(new)
}

/// Returns what identifies a work, to be compared.
fn described(work: &Source) -> impl PartialEq {
    (
        (&work.name, &work.title, &work.container_title),
        (&work.author, &work.publisher),
        (work.kind, &work.issued, &work.url),
    )
}

/// Lists the roads of a work by the keys of the works on them.
fn roads(edition: &Edition, work: SourceId) -> Vec<Vec<&Key>> {
    let key = |id: &SourceId| &edition.brief().source(*id).key;
    let routes = edition.analysis().routes.from(work).into_iter();
    let mut roads: Vec<Vec<&Key>> = routes
        .map(|route| route.works.iter().map(key).collect())
        .collect();
    roads.sort_unstable();
    roads
}
