//! Finds the edges between nodes, and the claims that take them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::nodes::Pick;
use crate::analysis::attribution::Attribution;
use crate::analysis::chains::SourceGraph;
use crate::analysis::first_reports::FirstReports;
use crate::analysis::record::{Record, Records, alike};
use crate::model::{Brief, ClaimId, SourceId, VoiceId};

/// The edges that are taken, each from a node to a node.
type Taken = BTreeSet<(usize, usize)>;

/// A line between two nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edge {
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// The claims that take it, at least one, in file order.
    pub(crate) claims: Vec<ClaimId>,
    /// On what record the voice is in the source. None where the edge leads from a source; several
    /// only where an end of it stands for several voices or sources.
    pub(crate) records: Records,
}

/// Sends every claim along its chains, and collects the edges that are taken.
pub(super) fn of(
    brief: &Brief,
    first_reports: &[Arc<FirstReports>],
    attributions: &[Vec<Attribution>],
    wires: &Wires,
) -> Vec<Edge> {
    let mut grid = Grid {
        nodes: wires.nodes,
        edges: vec![None; wires.nodes * wires.nodes],
    };
    let mut shared: Option<(Arc<FirstReports>, Taken)> = None;
    for (id, _) in brief.claims() {
        for attribution in &attributions[id.index()] {
            speak(brief, wires, &mut grid, (id, attribution));
        }
    }
    for (id, _) in brief.claims() {
        let first = &first_reports[id.index()];
        // Claims of one run share theirs.
        if shared
            .as_ref()
            .is_none_or(|(of, _)| !Arc::ptr_eq(of, first))
        {
            shared = Some((first.clone(), taken(wires, first)));
        }
        for (from, to) in shared.iter().flat_map(|(_, taken)| taken) {
            grid.take(*from, *to, id);
        }
    }
    grid.edges.into_iter().flatten().collect()
}

/// Leads a claim from the voices of an attribution to its sources.
///
/// Sets of nodes are joined, not voices with sources.
fn speak(
    brief: &Brief,
    wires: &Wires,
    grid: &mut Grid,
    (claim, attribution): (ClaimId, &Attribution),
) {
    for alike in alike(brief, &attribution.sources) {
        let sources = alike.iter();
        let sources: NodeSet = sources.filter_map(|id| wires.sources[id.index()]).collect();
        let voices = &attribution.voices;
        for (record, voices) in by_record(brief, wires, voices, (claim, alike[0])) {
            for from in voices.iter() {
                for to in sources.iter() {
                    grid.take(from, to, claim).records.insert(record);
                }
            }
        }
    }
}

/// Sorts the nodes of voices by on what record they are in a source.
fn by_record(
    brief: &Brief,
    wires: &Wires,
    voices: &[VoiceId],
    (claim, source): (ClaimId, SourceId),
) -> [(Record, NodeSet); 6] {
    let mut sets = Record::ALL.map(|record| (record, NodeSet::default()));
    for voice in voices {
        let record = Record::of(brief, brief.claim(claim), *voice, source);
        for (_, set) in sets.iter_mut().filter(|(of, _)| *of == record) {
            *set = set.and(NodeSet::one(wires.voices[voice.index()]));
        }
    }
    sets
}

/// Finds the edges that a claim takes from its first reports to this brief.
fn taken(wires: &Wires, first: &FirstReports) -> BTreeSet<(usize, usize)> {
    let mut taken = BTreeSet::new();
    let mut starts = NodeSet::default();
    for leg in first.legs() {
        for step in leg.windows(2) {
            let [from, to] = [step[0], step[1]].map(|id| wires.sources[id.index()]);
            // A relay of a source that has a node has one, too.
            if let (Some(from), Some(to)) = (from, to.filter(|_| wires.single(step[1]).is_some())) {
                taken.insert((from, to));
            }
        }
        let source = leg[leg.len() - 1];
        match (wires.single(source), wires.sources[source.index()]) {
            (Some(node), _) => starts = starts.and(NodeSet::one(node)),
            (None, Some(several)) => {
                let onward = wires.onward[source.index()];
                taken.extend(onward.iter().map(|to| (several, to)));
                starts = starts.and(onward);
            }
            (None, None) => {}
        }
    }
    for from in wires.all_ahead(starts).iter() {
        taken.extend(wires.next[from].iter().map(|to| (from, to)));
    }
    taken
}

struct Grid {
    nodes: usize,
    edges: Vec<Option<Edge>>,
}

impl Grid {
    /// Lets a claim take an edge; claims come in file order.
    fn take(&mut self, from: usize, to: usize, claim: ClaimId) -> &mut Edge {
        let edge = self.edges[from * self.nodes + to].get_or_insert_with(|| Edge {
            from,
            to,
            claims: Vec::new(),
            records: Records::default(),
        });
        if edge.claims.last() != Some(&claim) {
            edge.claims.push(claim);
        }
        edge
    }
}

/// A set of nodes: bit n is node n. There are at most 81.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct NodeSet(u128);

impl NodeSet {
    fn one(node: usize) -> Self {
        Self(1 << node)
    }

    fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn iter(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let lowest = rest.trailing_zeros();
            rest &= rest.checked_sub(1)?;
            Some(lowest as usize)
        })
    }
}

impl FromIterator<usize> for NodeSet {
    fn from_iter<I: IntoIterator<Item = usize>>(nodes: I) -> Self {
        nodes
            .into_iter()
            .fold(Self::default(), |set, node| set.and(Self::one(node)))
    }
}

/// The nodes of voices and sources, and what sources lead to.
pub(super) struct Wires {
    pub(super) nodes: usize,
    brief: usize,
    /// The node that stands for several sources, if there is one.
    more_sources: Option<usize>,
    /// The node of a voice that makes claims, which may be that of several; by voice.
    voices: Vec<usize>,
    /// The node of a source, which may be that of several; none if no claim passes it; by source.
    sources: Vec<Option<usize>>,
    /// The first other nodes that a source leads to; by source.
    onward: Vec<NodeSet>,
    /// As `onward`, by node; none for nodes that are not of a single source.
    next: Vec<NodeSet>,
    /// A node of a single source or of the brief with all that it leads to; by node.
    ahead: Vec<NodeSet>,
}

impl Wires {
    pub(super) fn of(brief: &Brief, graph: &SourceGraph, pick: &Pick) -> Self {
        let first_source = pick.voices.len() + usize::from(!pick.more_voices.is_empty());
        let end_of_sources = first_source + pick.sources.len();
        let more_sources = (!pick.more_sources.is_empty()).then_some(end_of_sources);
        let last = end_of_sources + usize::from(more_sources.is_some());
        let mut wires = Self {
            nodes: last + 1,
            brief: last,
            more_sources,
            voices: vec![pick.voices.len(); brief.voices().len()],
            sources: vec![None; graph.len()],
            onward: vec![NodeSet::default(); graph.len()],
            next: vec![NodeSet::default(); last + 1],
            ahead: vec![NodeSet::default(); last + 1],
        };
        for (node, voice) in pick.voices.iter().enumerate() {
            wires.voices[voice.index()] = node;
        }
        for (place, source) in pick.sources.iter().enumerate() {
            wires.sources[source.index()] = Some(first_source + place);
        }
        for source in &pick.more_sources {
            wires.sources[source.index()] = more_sources;
        }
        wires.connect(graph);
        wires
    }

    /// Follows the sources from the brief outward.
    fn connect(&mut self, graph: &SourceGraph) {
        self.ahead[self.brief] = NodeSet::one(self.brief);
        for source in graph.nearest_first() {
            let through = graph.through(source);
            let onward = if through.is_empty() {
                NodeSet::one(self.brief)
            } else {
                through
                    .iter()
                    .map(|relay| match self.single(*relay) {
                        Some(node) => NodeSet::one(node),
                        None => self.onward[relay.index()],
                    })
                    .fold(NodeSet::default(), NodeSet::and)
            };
            self.onward[source.index()] = onward;
            if let Some(node) = self.single(source) {
                self.next[node] = onward;
                self.ahead[node] = self.all_ahead(onward).and(NodeSet::one(node));
            }
        }
    }

    /// Returns the node of a source that has one to itself.
    fn single(&self, source: SourceId) -> Option<usize> {
        self.sources[source.index()].filter(|node| Some(*node) != self.more_sources)
    }

    /// Returns these nodes and all that they lead to.
    fn all_ahead(&self, nodes: NodeSet) -> NodeSet {
        let ahead = nodes.iter().map(|node| self.ahead[node]);
        ahead.fold(NodeSet::default(), NodeSet::and)
    }
}
