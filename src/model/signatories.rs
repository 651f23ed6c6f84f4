//! Finds who signed each source: whose own text it is.

use std::collections::BTreeMap;

use super::claim::{Voice, VoiceKind};
use super::ids::VoiceId;
use super::source::Source;

/// Finds the named voices that signed each source, whatever its kind: persons and groups whose name is
/// among its authors or, if it has none, is its publisher. By source.
pub(super) fn signatories(voices: &[Voice], sources: &[Source]) -> Vec<Vec<VoiceId>> {
    let mut by_name: BTreeMap<&str, Vec<VoiceId>> = BTreeMap::new();
    for (index, voice) in voices.iter().enumerate() {
        if let VoiceKind::Person { name, .. } | VoiceKind::Group { name, .. } = &voice.kind {
            by_name.entry(name).or_default().push(VoiceId::new(index));
        }
    }
    sources
        .iter()
        .map(|source| {
            let makers = source.makers().iter();
            let signed = makers.filter_map(|name| by_name.get(&**name));
            signed.flatten().copied().collect()
        })
        .collect()
}
