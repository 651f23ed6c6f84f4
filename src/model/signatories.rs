//! Finds who signed each source: whose own text it is.

use std::collections::BTreeMap;

use super::claim::{Claim, Voice, VoiceKind};
use super::ids::VoiceId;
use super::source::Source;

/// Finds the named voices that signed each source, whatever its kind: persons and groups whose name is
/// among its authors or, if it has none, is its publisher; and groups that published what members of
/// theirs wrote. By source.
///
/// A document or a speech whose makers the file does not name is that of the only voice that speaks in
/// it, whoever else speaks for it; where several do, nobody knows whose it is.
pub(super) fn signatories(
    voices: &[Voice],
    sources: &[Source],
    claims: &[Claim],
    principals: &[VoiceId],
) -> Vec<Vec<VoiceId>> {
    let mut by_name: BTreeMap<&str, Vec<VoiceId>> = BTreeMap::new();
    for (index, voice) in voices.iter().enumerate() {
        if let VoiceKind::Person { name, .. } | VoiceKind::Group { name, .. } = &voice.kind {
            by_name.entry(name).or_default().push(VoiceId::new(index));
        }
    }
    let mut signed: Vec<Vec<VoiceId>> = sources
        .iter()
        .map(|source| {
            let makers = source.makers().iter();
            let signed = makers.filter_map(|name| by_name.get(&**name));
            let mut signed: Vec<VoiceId> = signed.flatten().copied().collect();
            let published = source
                .publisher
                .as_ref()
                .and_then(|name| by_name.get(&**name));
            for id in published.into_iter().flatten() {
                let is_by_members = || {
                    let members = voices[id.index()].members();
                    source.author.iter().any(|author| members.contains(author))
                };
                if !signed.contains(id) && is_by_members() {
                    signed.push(*id);
                }
            }
            signed
        })
        .collect();
    for (source, speakers) in speakers(sources, claims, principals)
        .into_iter()
        .enumerate()
    {
        if let Speakers::One(id) = speakers
            && sources[source].makers().is_empty()
            && (sources[source].kind.is_document() || sources[source].kind.is_occasion())
            && matches!(
                voices[id.index()].kind,
                VoiceKind::Person { .. } | VoiceKind::Group { .. }
            )
        {
            signed[source].push(id);
        }
    }
    signed
}

#[derive(Clone, Copy, PartialEq)]
enum Speakers {
    Nobody,
    One(VoiceId),
    Several,
}

/// Finds who speaks in each source, spokespeople taken for whom they speak for.
fn speakers(sources: &[Source], claims: &[Claim], principals: &[VoiceId]) -> Vec<Speakers> {
    let mut found = vec![Speakers::Nobody; sources.len()];
    for claim in claims {
        let speakers = claim.voices().iter().map(|id| principals[id.index()]);
        let of_claim = speakers.fold(Speakers::Nobody, Speakers::and);
        for source in claim.sources() {
            let so_far = &mut found[source.index()];
            *so_far = match of_claim {
                Speakers::One(id) => so_far.and(id),
                Speakers::Nobody => *so_far,
                Speakers::Several => Speakers::Several,
            };
        }
    }
    found
}

impl Speakers {
    fn and(self, id: VoiceId) -> Self {
        match self {
            Self::Nobody => Self::One(id),
            Self::One(other) if other == id => self,
            Self::One(_) | Self::Several => Self::Several,
        }
    }
}
