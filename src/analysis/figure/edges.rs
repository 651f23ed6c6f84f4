//! Finds the edges between nodes, and the claims that take them.

use super::nodes::Pick;
use crate::analysis::chain::Relays;
use crate::analysis::status::{RecordStatus, Statuses};
use crate::analysis::ties::Tie;
use crate::model::{Brief, ClaimId, SourceId, VoiceId};

/// A road between two nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edge {
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// The claims that take it, at least one, in file order.
    pub(crate) claims: Vec<ClaimId>,
    /// On what record the voice is in the work. None where the edge leads from a work; several
    /// only where an end of it stands for several voices or works.
    pub(crate) statuses: Statuses,
}

/// Sends every claim on its roads, and collects the edges that are taken.
pub(super) fn of(brief: &Brief, ties: &[Vec<Tie>], wires: &Wires) -> Vec<Edge> {
    let mut grid = Grid {
        nodes: wires.nodes,
        edges: vec![None; wires.nodes * wires.nodes],
    };
    for (id, claim) in brief.claims() {
        for voice in &claim.voices {
            if brief.voice(*voice).is_writer() {
                let statuses = &mut grid
                    .take(wires.voices[voice.index()], wires.brief, id)
                    .statuses;
                statuses.insert(RecordStatus::Writer);
            }
        }
        let mut reached = NodeSet::default();
        for tie in &ties[id.index()] {
            if !tie.is_judgement(brief) {
                speak(brief, wires, &mut grid, (id, tie));
                reached = reached.and(set_out(wires, &mut grid, (id, tie)));
            }
        }
        for from in reached.iter() {
            for to in wires.next[from].iter() {
                grid.take(from, to, id);
            }
        }
    }
    grid.edges.into_iter().flatten().collect()
}

/// Leads a claim from the voices of a tie to its works.
///
/// What counts of a voice is its kind, of a work whether it is a document: so sets of nodes are
/// joined, not voices with works.
fn speak(brief: &Brief, wires: &Wires, grid: &mut Grid, (claim, tie): (ClaimId, &Tie)) {
    for is_document in [false, true] {
        let is_of_sort = |id: &&SourceId| brief.source(**id).kind.is_document() == is_document;
        let Some(&example) = tie.works.iter().find(is_of_sort) else {
            continue;
        };
        let sort = tie.works.iter().filter(is_of_sort);
        let works: NodeSet = sort.filter_map(|id| wires.works[id.index()]).collect();
        for (status, voices) in by_status(brief, wires, &tie.voices, example) {
            for from in voices.iter() {
                for to in works.iter() {
                    grid.take(from, to, claim).statuses.insert(status);
                }
            }
        }
    }
}

/// Sorts the nodes of voices by on what record they are in a work.
fn by_status(
    brief: &Brief,
    wires: &Wires,
    voices: &[VoiceId],
    work: SourceId,
) -> [(RecordStatus, NodeSet); 5] {
    let mut sets = RecordStatus::ALL.map(|status| (status, NodeSet::default()));
    for voice in voices {
        let status = RecordStatus::of(brief.voice(*voice), brief.source(work));
        for (_, set) in sets.iter_mut().filter(|(of, _)| *of == status) {
            *set = set.and(NodeSet::one(wires.voices[voice.index()]));
        }
    }
    sets
}

/// Leads a claim out of the works of a tie, and returns the single works that it reaches.
fn set_out(wires: &Wires, grid: &mut Grid, (claim, tie): (ClaimId, &Tie)) -> NodeSet {
    let mut starts = NodeSet::default();
    for &work in &tie.works {
        match (wires.single(work), wires.works[work.index()]) {
            (Some(node), _) => starts = starts.and(NodeSet::one(node)),
            (None, Some(several)) => {
                let onward = wires.onward[work.index()];
                for to in onward.iter() {
                    grid.take(several, to, claim);
                }
                starts = starts.and(onward);
            }
            (None, None) => {}
        }
    }
    wires.all_ahead(starts)
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
            statuses: Statuses::default(),
        });
        if edge.claims.last() != Some(&claim) {
            edge.claims.push(claim);
        }
        edge
    }
}

/// A set of nodes: bit n is node n. There are at most 29.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct NodeSet(u32);

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

/// The nodes of voices and works, and what works lead to.
pub(super) struct Wires {
    pub(super) nodes: usize,
    brief: usize,
    /// The node that stands for several works, if there is one.
    more_works: Option<usize>,
    /// The node of a voice that makes claims, which may be that of several; by voice.
    voices: Vec<usize>,
    /// The node of a work, which may be that of several; none if no claim passes it; by work.
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
    fn single(&self, work: SourceId) -> Option<usize> {
        self.works[work.index()].filter(|node| Some(*node) != self.more_works)
    }

    /// Returns these nodes and all that they lead to.
    fn all_ahead(&self, nodes: NodeSet) -> NodeSet {
        let ahead = nodes.iter().map(|node| self.ahead[node]);
        ahead.fold(NodeSet::default(), NodeSet::and)
    }
}
