//! Finds the independent origins behind each claim and behind the brief.

use super::attribution::Attribution;
use crate::model::{Brief, SourceId, VoiceId};

/// An origin: voices and first reports that hang together.
///
/// Draw a line from every voice to every source that carries a claim of it first. What is joined
/// by lines is one origin: voices that reach us through the same first report count once, and
/// first reports that rest on the same voice count once. A line also joins an anonymous voice
/// with the voices one of whom it is. Relays do not matter: a re-report is no corroboration. The
/// writer is no origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The voices, at least one, in file order.
    pub(crate) voices: Vec<VoiceId>,
    /// The sources that carry their claims first, at least one, in file order.
    pub(crate) sources: Vec<SourceId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CalledBy {
    /// The only voice of it.
    Voice(VoiceId),
    /// The first of its sources, where it has several voices.
    Source(SourceId),
}

impl Origin {
    pub(crate) fn called_by(&self) -> Option<CalledBy> {
        match self.voices.as_slice() {
            [voice] => Some(CalledBy::Voice(*voice)),
            _ => self.sources.first().copied().map(CalledBy::Source),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origins {
    /// The origins over all claims, by their first voice in file order. Two origins of one claim
    /// may be one here, where another claim joins them.
    pub(crate) of_brief: Vec<Origin>,
    /// The number of origins of each claim, by claim: over the lines of that claim alone. At
    /// least 1: what only the writer stands behind rests on one.
    pub(crate) of_claims: Vec<usize>,
    pub(crate) on_one: usize,
    /// The origin that each voice belongs to, by voice.
    of_voices: Vec<Option<usize>>,
}

impl Origins {
    pub(super) fn of(brief: &Brief, attributions: &[Vec<Attribution>]) -> Self {
        let mut graph = Graph::new(brief);
        let of_claims: Vec<usize> = attributions
            .iter()
            .map(|attributions| graph.count(attributions))
            .collect();
        let of_brief = graph.origins(attributions);
        Self {
            of_voices: by_voice(brief, &of_brief),
            of_brief,
            on_one: of_claims.iter().filter(|count| **count == 1).count(),
            of_claims,
        }
    }

    /// Lists the origins of the brief that the voices of some attributions belong to: places in
    /// [`Origins::of_brief`], in order, each once. The writer belongs to none.
    pub(crate) fn behind(&self, attributions: &[Attribution]) -> Vec<usize> {
        let voices = attributions
            .iter()
            .flat_map(|attribution| &attribution.voices);
        let mut found: Vec<usize> = voices
            .filter_map(|id| self.of_voices.get(id.index()).copied().flatten())
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn by_voice(brief: &Brief, origins: &[Origin]) -> Vec<Option<usize>> {
    let mut of_voices = vec![None; brief.voices().len()];
    for (index, origin) in origins.iter().enumerate() {
        for voice in &origin.voices {
            of_voices[voice.index()] = Some(index);
        }
    }
    of_voices
}

/// Voices and sources, numbered together, voices first, in disjoint sets.
struct Graph<'a> {
    brief: &'a Brief,
    /// A smaller number of the same set; of the smallest, which stands for the set, its own.
    parent: Vec<usize>,
}

impl<'a> Graph<'a> {
    fn new(brief: &'a Brief) -> Self {
        Self {
            brief,
            parent: (0..brief.voices().len() + brief.sources().len()).collect(),
        }
    }

    fn source(&self, id: SourceId) -> usize {
        self.brief.voices().len() + id.index()
    }

    /// Lists what the lines of an attribution join: its voices, those one of whom they are, and its
    /// sources.
    fn ends(&self, attribution: &Attribution) -> Vec<usize> {
        let voices = attribution.voices.iter();
        let people =
            voices.flat_map(|id| std::iter::once(id).chain(self.brief.voice(*id).one_of()));
        let sources = attribution.sources.iter().map(|id| self.source(*id));
        people.map(|id| id.index()).chain(sources).collect()
    }

    fn find(&mut self, mut item: usize) -> usize {
        while self.parent[item] != item {
            self.parent[item] = self.parent[self.parent[item]];
            item = self.parent[item];
        }
        item
    }

    /// Draws the lines of an attribution.
    fn join(&mut self, attribution: &Attribution) {
        for pair in self.ends(attribution).windows(2) {
            let (one, other) = (self.find(pair[0]), self.find(pair[1]));
            self.parent[one.max(other)] = one.min(other);
        }
    }

    /// Counts the origins over the attributions of one claim, and leaves no line behind.
    fn count(&mut self, attributions: &[Attribution]) -> usize {
        if let [_] = attributions {
            return 1;
        }
        for attribution in attributions {
            self.join(attribution);
        }
        let sources = attributions
            .iter()
            .filter_map(|attribution| attribution.sources.first());
        let mut origins: Vec<usize> = sources.map(|id| self.find(self.source(*id))).collect();
        origins.sort_unstable();
        origins.dedup();
        for end in attributions
            .iter()
            .flat_map(|attribution| self.ends(attribution))
            .collect::<Vec<_>>()
        {
            self.parent[end] = end;
        }
        origins.len()
    }

    fn origins(mut self, attributions: &[Vec<Attribution>]) -> Vec<Origin> {
        let mut speaks = vec![false; self.brief.voices().len()];
        let mut carries = vec![false; self.brief.sources().len()];
        for attribution in attributions.iter().flatten() {
            if !attribution.is_judgement(self.brief) {
                attribution
                    .voices
                    .iter()
                    .for_each(|id| speaks[id.index()] = true);
                attribution
                    .sources
                    .iter()
                    .for_each(|id| carries[id.index()] = true);
                self.join(attribution);
            }
        }
        let mut origins: Vec<Origin> = Vec::new();
        let mut place = vec![None; self.parent.len()];
        for (id, _) in self.brief.voices().filter(|(id, _)| speaks[id.index()]) {
            let at = *place[self.find(id.index())].get_or_insert_with(|| {
                origins.push(Origin {
                    voices: Vec::new(),
                    sources: Vec::new(),
                });
                origins.len() - 1
            });
            origins[at].voices.push(id);
        }
        for (id, _) in self.brief.sources().filter(|(id, _)| carries[id.index()]) {
            if let Some(at) = place[self.find(self.source(id))] {
                origins[at].sources.push(id);
            }
        }
        origins
    }
}

#[cfg(test)]
mod tests;
