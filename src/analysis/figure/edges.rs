//! The edges, and the claims that take them.

use super::Edge;
use super::wires::{NodeSet, Wires};
use crate::analysis::status::{RecordStatus, Statuses};
use crate::analysis::ties::Tie;
use crate::model::{Brief, ClaimId, SourceId, VoiceId, VoiceKind};

/// Sends every claim on its roads, and collects the edges that are taken.
pub(super) fn of(brief: &Brief, ties: &[Vec<Tie>], wires: &Wires) -> Vec<Edge> {
    let mut grid = Grid::new(wires.nodes);
    for (id, claim) in brief.claims() {
        for voice in &claim.voices {
            if matches!(brief.voice(*voice).kind, VoiceKind::Writer(_)) {
                let statuses = &mut grid.take(wires.voice(*voice), wires.brief, id).statuses;
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
            for to in wires.next(from).iter() {
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
        let works: NodeSet = sort.filter_map(|id| wires.work(*id)).collect();
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
            *set = set.and(NodeSet::one(wires.voice(*voice)));
        }
    }
    sets
}

/// Leads a claim out of the works of a tie, and returns the single works that it reaches.
fn set_out(wires: &Wires, grid: &mut Grid, (claim, tie): (ClaimId, &Tie)) -> NodeSet {
    let mut starts = NodeSet::default();
    for &work in &tie.works {
        match (wires.single(work), wires.work(work)) {
            (Some(node), _) => starts = starts.and(NodeSet::one(node)),
            (None, Some(several)) => {
                let onward = wires.onward(work);
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

/// The edges by both their ends.
struct Grid {
    nodes: usize,
    edges: Vec<Option<Edge>>,
}

impl Grid {
    fn new(nodes: usize) -> Self {
        Self {
            nodes,
            edges: vec![None; nodes * nodes],
        }
    }

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
