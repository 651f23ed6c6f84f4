//! Picks the voices and sources that have a node of their own.

use std::cmp::Reverse;

use crate::analysis::attribution::Attribution;
use crate::analysis::chains::SourceGraph;
use crate::model::{Brief, SourceId, VoiceId};

/// How many nodes there are at most for voices, and how many for sources. Where there are more,
/// the last of these stands for all that are left.
pub(crate) const MOST_NODES: usize = 40;

/// Where claims come from, pass through, or arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Node {
    Voice(VoiceId),
    /// The voices that have no node of their own, in file order: those with the fewest claims.
    MoreVoices(Vec<VoiceId>),
    Source(SourceId, SourceRole),
    /// The sources that have no node of their own, in file order: those that the fewest claims
    /// pass. None of them passes on a source that has a node.
    MoreSources(Vec<SourceId>),
    Brief,
}

/// What a source does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SourceRole {
    First,
    Relay,
    FirstAndRelay,
}

/// The nodes of the figure, still apart.
pub(super) struct Pick {
    /// The voices that have a node, in file order.
    pub(super) voices: Vec<VoiceId>,
    pub(super) more_voices: Vec<VoiceId>,
    /// The sources that have a node, in file order. Those through which they are known have one
    /// too.
    pub(super) sources: Vec<SourceId>,
    pub(super) more_sources: Vec<SourceId>,
    roles: Vec<SourceRole>,
}

impl Pick {
    /// Picks the voices with the most claims and the sources that the most claims pass.
    pub(super) fn of(
        brief: &Brief,
        graph: &SourceGraph,
        attributions: &[Vec<Attribution>],
        most: usize,
    ) -> Self {
        let (voices, more_voices) = cut(voices_by_rank(brief), most);
        let traffic = Traffic::of(graph, attributions);
        let (sources, more_sources) = cut(traffic.sources_by_rank(graph), most);
        let roles = sources.iter().map(|id| traffic.role(graph, *id)).collect();
        Self {
            voices,
            more_voices,
            sources,
            more_sources,
            roles,
        }
    }

    /// Lists the nodes: voices, sources, the brief.
    pub(super) fn into_nodes(self) -> Vec<Node> {
        let more_voices = Some(self.more_voices).filter(|list| !list.is_empty());
        let more_sources = Some(self.more_sources).filter(|list| !list.is_empty());
        let sources = self.sources.into_iter().zip(self.roles);
        self.voices
            .into_iter()
            .map(Node::Voice)
            .chain(more_voices.map(Node::MoreVoices))
            .chain(sources.map(|(id, role)| Node::Source(id, role)))
            .chain(more_sources.map(Node::MoreSources))
            .chain([Node::Brief])
            .collect()
    }
}

/// Parts a ranking into those that have a node and the rest, both in file order.
fn cut<T: Ord>(mut ranked: Vec<T>, most: usize) -> (Vec<T>, Vec<T>) {
    let mut rest = if ranked.len() > most {
        ranked.split_off(most - 1)
    } else {
        Vec::new()
    };
    ranked.sort_unstable();
    rest.sort_unstable();
    (ranked, rest)
}

fn voices_by_rank(brief: &Brief) -> Vec<VoiceId> {
    let mut claims = vec![0_usize; brief.voices().len()];
    let reports = brief.claims().filter_map(|(_, claim)| claim.report());
    for voice in reports.flat_map(|report| &report.voices) {
        claims[voice.index()] += 1;
    }
    let mut voices: Vec<VoiceId> = brief
        .voices()
        .map(|(id, _)| id)
        .filter(|id| claims[id.index()] > 0)
        .collect();
    voices.sort_by_key(|id| Reverse(claims[id.index()]));
    voices
}

struct Traffic {
    /// How often the source is named as the first to carry a claim.
    first: Vec<u64>,
    /// How many claims pass the source, each counted once a chain.
    passing: Vec<u64>,
    /// How many sources there are on the longest way to the brief.
    height: Vec<usize>,
}

impl Traffic {
    fn of(graph: &SourceGraph, attributions: &[Vec<Attribution>]) -> Self {
        let mut first = vec![0; graph.len()];
        for attribution in attributions.iter().flatten() {
            attribution
                .sources
                .iter()
                .for_each(|id| first[id.index()] += 1);
        }
        let mut passing: Vec<u64> = first.clone();
        for source in graph.nearest_first().rev() {
            for relay in graph.through(source) {
                passing[relay.index()] =
                    passing[relay.index()].saturating_add(passing[source.index()]);
            }
        }
        let mut height = vec![1; graph.len()];
        for source in graph.nearest_first() {
            for relayed in graph.relayed(source) {
                height[relayed.index()] = height[relayed.index()].max(height[source.index()] + 1);
            }
        }
        Self {
            first,
            passing,
            height,
        }
    }

    /// Ranks the sources that claims pass: the busiest first; of equally busy ones that which is
    /// nearer to the brief, so that a relay comes before all that it passes on.
    fn sources_by_rank(&self, graph: &SourceGraph) -> Vec<SourceId> {
        let mut sources: Vec<SourceId> = (0..graph.len())
            .filter(|index| self.passing[*index] > 0)
            .map(SourceId::new)
            .collect();
        sources.sort_by_key(|id| (Reverse(self.passing[id.index()]), self.height[id.index()]));
        sources
    }

    fn role(&self, graph: &SourceGraph, source: SourceId) -> SourceRole {
        let relays_some = graph
            .relayed(source)
            .iter()
            .any(|id| self.passing[id.index()] > 0);
        match (self.first[source.index()] > 0, relays_some) {
            (true, true) => SourceRole::FirstAndRelay,
            (true, false) => SourceRole::First,
            (false, _) => SourceRole::Relay,
        }
    }
}
