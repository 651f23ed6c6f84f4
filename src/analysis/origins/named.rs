//! Says what the ends of lines that were chosen are called, and puts them in order.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::cover::Cover;
use super::lines::{Graph, Line, People, Settled, distinct, place};
use crate::model::{Brief, Key, SourceId, VoiceId, VoiceKind};

/// A voice or a first report that stands for all that hangs on it.
///
/// Draw a line from every voice to every first report in which it speaks. The origins are the
/// fewest voices and first reports that meet every line and, of several such choices, those nearest
/// to the voices. Relays are none, and the writer is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    pub(crate) called_by: CalledBy,
    /// The voices that it is, in file order: none where it is a report alone, several where an
    /// anonymous voice is one of others, or one speaks for another.
    pub(super) voices: Vec<VoiceId>,
    /// The first reports that it is, in file order: none where it is a voice alone, several where
    /// nobody knows which of them carries a claim.
    pub(super) sources: Vec<SourceId>,
}

/// What an origin is called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum CalledBy {
    /// A voice that is no outlet's own.
    Voice(VoiceId),
    /// A first report, or the source whose own reporting is the voice.
    Source(SourceId),
    /// One of these first reports: nobody knows which.
    OneOf(Vec<SourceId>),
}

/// The ends of lines that were chosen.
pub(super) struct Chosen<'a> {
    pub(super) people: &'a People,
    pub(super) settled: &'a Settled<'a>,
    pub(super) lines: &'a [Line<'a>],
    pub(super) graph: &'a Graph,
    pub(super) cover: &'a Cover,
}

/// Makes origins of the ends that were chosen, each with the first voice of its lines, in their order.
pub(super) fn origins(brief: &Brief, chosen: &Chosen<'_>) -> Vec<(VoiceId, Origin)> {
    let voices = chosen_voices(chosen).into_iter();
    let voices = voices.filter(|voices| !voices.is_empty());
    let voices = voices.map(|voices| {
        let called_by = called_by(brief, chosen, &voices);
        (voices[0], called_by, voices, Vec::new())
    });
    let reports = chosen_reports(brief, chosen).into_iter();
    let reports =
        reports.map(|(first, called_by, sources)| (first, called_by, Vec::new(), sources));
    // An outlet may be chosen both as a voice and as a report: it is one.
    let mut origins: BTreeMap<CalledBy, (VoiceId, Origin)> = BTreeMap::new();
    for (first, called_by, voices, sources) in voices.chain(reports) {
        let entry = origins.entry(called_by.clone()).or_insert_with(|| {
            let origin = Origin {
                called_by,
                voices: Vec::new(),
                sources: Vec::new(),
            };
            (first, origin)
        });
        entry.0 = entry.0.min(first);
        entry.1.voices.extend(voices);
        entry.1.sources.extend(sources);
    }
    let mut ordered: Vec<(VoiceId, Origin)> = origins.into_values().collect();
    // What is called after a voice comes before a report in which the same voice speaks.
    ordered.sort_by_key(|(first, _)| *first);
    ordered
}

/// What tells choices of one size apart.
pub(super) type Keys = (Vec<(bool, Key)>, Vec<(Reverse<usize>, Name)>);

/// What an origin is called by, as keys: whether it is a source, and which.
type Name = (bool, Vec<Key>);

/// Lists the keys of what origins are called by, sorted, then each one's own, those first of which nobody
/// knows which they are: what tells choices apart depends on no order in the file.
pub(super) fn keys(brief: &Brief, origins: &[(VoiceId, Origin)]) -> Keys {
    let source = |id: &SourceId| brief.source(*id).key.clone();
    let name = |(_, origin): &(VoiceId, Origin)| match &origin.called_by {
        CalledBy::Voice(id) => (false, vec![brief.voice(*id).key.clone()]),
        CalledBy::Source(id) => (true, vec![source(id)]),
        CalledBy::OneOf(ids) => (true, distinct(ids.iter().map(source).collect())),
    };
    let names: Vec<Name> = origins.iter().map(name).collect();
    let all = names
        .iter()
        .flat_map(|(is_source, keys)| keys.iter().map(|key| (*is_source, key.clone())));
    let all = distinct(all.collect());
    let mut names: Vec<_> = names
        .into_iter()
        .map(|name| (Reverse(name.1.len()), name))
        .collect();
    names.sort();
    (all, names)
}

/// Lists the voices that speak in the lines, by the end that was chosen for them, in file order.
fn chosen_voices(chosen: &Chosen<'_>) -> Vec<Vec<VoiceId>> {
    let Chosen {
        people,
        settled,
        lines,
        graph,
        cover,
    } = *chosen;
    let mut found = vec![Vec::new(); cover.left.len()];
    for voice in distinct(lines.iter().flat_map(|line| line.voices).copied().collect()) {
        for id in settled.who(people.who(voice)) {
            let end = place(&graph.people, id);
            if cover.left[end] {
                found[end].push(voice);
            }
        }
    }
    found
}

/// Lists the reports that were chosen, each with the first voice that speaks in it and what it is
/// called: one of several, if it carries a claim only if it is that one.
fn chosen_reports(brief: &Brief, chosen: &Chosen<'_>) -> Vec<(VoiceId, CalledBy, Vec<SourceId>)> {
    let Chosen {
        settled,
        lines,
        graph,
        cover,
        ..
    } = *chosen;
    let mut found: BTreeMap<SourceId, (VoiceId, &[SourceId])> = BTreeMap::new();
    for line in lines {
        let Some(speaking) = line.voices.iter().min() else {
            continue;
        };
        for set in &line.reports {
            for id in settled.which(set) {
                if cover.right[place(&graph.reports, id)] {
                    let (first, of) = found.entry(*id).or_insert((*speaking, set));
                    *first = (*first).min(*speaking);
                    if by_keys(brief, set) < by_keys(brief, of) {
                        *of = set;
                    }
                }
            }
        }
    }
    let called = |(id, (first, of)): (SourceId, (VoiceId, &[SourceId]))| match settled.which(of) {
        [_] if of.len() > 1 => (first, CalledBy::OneOf(of.to_vec()), of.to_vec()),
        _ => (first, CalledBy::Source(id), vec![id]),
    };
    found.into_iter().map(called).collect()
}

/// Orders sets of sources by their size, then by the keys in them: by no order in the file.
fn by_keys<'a>(brief: &'a Brief, set: &[SourceId]) -> (usize, Vec<&'a Key>) {
    let keys = set.iter().map(|id| &brief.source(*id).key);
    (set.len(), distinct(keys.collect()))
}

/// Returns what voices that are one are called: after the one of whom the others are or, where that
/// one is silent, after one who is known to be it, or was taken to be. Whoever speaks for another is
/// called after that one.
fn called_by(brief: &Brief, chosen: &Chosen<'_>, voices: &[VoiceId]) -> CalledBy {
    let Chosen {
        people, settled, ..
    } = *chosen;
    let rank = |id: &&VoiceId| {
        let who = people.who(**id);
        let was_settled = settled.who(who).len() == 1;
        (
            who != [brief.principal(**id)],
            !was_settled,
            who.len(),
            **id,
        )
    };
    let voice = voices.iter().min_by_key(rank).copied();
    let voice = brief.principal(voice.unwrap_or(voices[0]));
    match brief.voice(voice).kind {
        VoiceKind::Outlet(source) => CalledBy::Source(source),
        VoiceKind::Person { .. }
        | VoiceKind::Group { .. }
        | VoiceKind::Anonymous { .. }
        | VoiceKind::Writer(_) => CalledBy::Voice(voice),
    }
}
