//! Which node leads to which.

use super::pick::Pick;
use crate::analysis::relays::Relays;
use crate::model::{Brief, SourceId, VoiceId};

/// A set of nodes: bit n is node n. There are at most 29.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct NodeSet(u32);

impl NodeSet {
    pub(super) fn one(node: usize) -> Self {
        Self(1 << node)
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn iter(self) -> impl Iterator<Item = usize> {
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

/// The nodes of voices and works, and what works lead to.
pub(super) struct Wires {
    /// The number of nodes.
    pub(super) nodes: usize,
    /// The node of this brief: the last.
    pub(super) brief: usize,
    /// The node that stands for several works, if there is one.
    more_works: Option<usize>,
    voices: Vec<usize>,
    works: Vec<Option<usize>>,
    /// The first other nodes that a work leads to; by work.
    onward: Vec<NodeSet>,
    /// As `onward`, by node; none for nodes that are not of a single work.
    next: Vec<NodeSet>,
    /// A node of a single work or of the brief with all that it leads to; by node.
    ahead: Vec<NodeSet>,
}

impl Wires {
    pub(super) fn of(brief: &Brief, relays: &Relays, pick: &Pick) -> Self {
        let first_work = pick.voices.len() + usize::from(!pick.more_voices.is_empty());
        let end_of_works = first_work + pick.works.len();
        let more_works = (!pick.more_works.is_empty()).then_some(end_of_works);
        let last = end_of_works + usize::from(more_works.is_some());
        let mut wires = Self {
            nodes: last + 1,
            brief: last,
            more_works,
            voices: vec![pick.voices.len(); brief.voices().len()],
            works: vec![None; relays.len()],
            onward: vec![NodeSet::default(); relays.len()],
            next: vec![NodeSet::default(); last + 1],
            ahead: vec![NodeSet::default(); last + 1],
        };
        for (node, voice) in pick.voices.iter().enumerate() {
            wires.voices[voice.index()] = node;
        }
        for (place, work) in pick.works.iter().enumerate() {
            wires.works[work.index()] = Some(first_work + place);
        }
        for work in &pick.more_works {
            wires.works[work.index()] = more_works;
        }
        wires.connect(relays);
        wires
    }

    /// Follows the works from the brief outward.
    fn connect(&mut self, relays: &Relays) {
        self.ahead[self.brief] = NodeSet::one(self.brief);
        for work in relays.nearest_first() {
            let through = relays.through(work);
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
            self.onward[work.index()] = onward;
            if let Some(node) = self.single(work) {
                self.next[node] = onward;
                self.ahead[node] = self.all_ahead(onward).and(NodeSet::one(node));
            }
        }
    }

    /// Returns the node of a work that has one to itself.
    pub(super) fn single(&self, work: SourceId) -> Option<usize> {
        self.works[work.index()].filter(|node| Some(*node) != self.more_works)
    }

    /// Returns the node of a work, which may be that of several; none if no claim passes it.
    pub(super) fn work(&self, id: SourceId) -> Option<usize> {
        self.works[id.index()]
    }

    /// Returns the node of a voice that makes claims, which may be that of several.
    pub(super) fn voice(&self, id: VoiceId) -> usize {
        self.voices[id.index()]
    }

    /// Returns the first other nodes that a work leads to.
    pub(super) fn onward(&self, id: SourceId) -> NodeSet {
        self.onward[id.index()]
    }

    /// Returns the nodes that the node of a single work leads to; none for other nodes.
    pub(super) fn next(&self, node: usize) -> NodeSet {
        self.next[node]
    }

    /// Returns these nodes and all that they lead to.
    pub(super) fn all_ahead(&self, nodes: NodeSet) -> NodeSet {
        let ahead = nodes.iter().map(|node| self.ahead[node]);
        ahead.fold(NodeSet::default(), NodeSet::and)
    }
}
