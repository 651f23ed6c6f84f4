//! Gathers what is drawn: the lines that leave voices, and where sources lead.

use crate::analysis::figure::{Edge, Figure, Node};
use crate::analysis::record::Record;
use crate::model::{ClaimId, SourceId};

/// A line that leaves a voice: claims that came by one record to the same sources.
#[derive(Debug)]
pub(super) struct Port {
    pub(super) voice: usize,
    pub(super) record: Option<Record>,
    pub(super) claims: Vec<ClaimId>,
    /// The sources that it leads to.
    pub(super) to: Vec<usize>,
}

/// What is drawn. Sources and voices are nodes of the figure, by number.
#[derive(Debug)]
pub(super) struct Graph {
    pub(super) ports: Vec<Port>,
    /// By node, the ports of a voice.
    pub(super) ports_of: Vec<Vec<usize>>,
    /// By node, the other sources that a source leads to.
    pub(super) onward: Vec<Vec<usize>>,
    /// By node, whether a source leads to the brief.
    pub(super) reaches_brief: Vec<bool>,
    /// By node, whether a source was read.
    pub(super) was_read: Vec<bool>,
    /// By node, its column: 0 has the voices, and each source is right of all that lead to it.
    pub(super) columns: Vec<usize>,
    /// By node, those that stand at it: each at the one to which it sends the most claims, and at
    /// the brief the sources that lead to no other.
    pub(super) at: Vec<Vec<usize>>,
}

impl Graph {
    pub(super) fn of(figure: &Figure, was_read: impl Fn(SourceId) -> bool) -> Self {
        let count = figure.nodes.len();
        let last = count - 1;
        let mut graph = Self {
            ports: Vec::new(),
            ports_of: vec![Vec::new(); count],
            onward: vec![Vec::new(); count],
            reaches_brief: vec![false; count],
            was_read: vec![false; count],
            columns: columns(count, &figure.edges),
            at: vec![Vec::new(); count],
        };
        for edge in &figure.edges {
            match &figure.nodes[edge.from] {
                Node::Voice(_) | Node::MoreVoices(_) => graph.speak(edge),
                Node::Source(..) | Node::MoreSources(_) | Node::Brief if edge.to == last => {
                    graph.reaches_brief[edge.from] = true;
                }
                Node::Source(..) | Node::MoreSources(_) | Node::Brief => {
                    graph.onward[edge.from].push(edge.to);
                }
            }
        }
        for (node, what) in figure.nodes.iter().enumerate().take(last) {
            if let Node::Source(id, _) = what {
                graph.was_read[node] = was_read(*id);
            }
            let leaving = figure.edges.iter().filter(|edge| edge.from == node);
            let leaving = leaving.filter(|edge| edge.to != last);
            // Of equally busy ones the first.
            let busiest = leaving.rev().max_by_key(|edge| edge.claims.len());
            graph.at[busiest.map_or(last, |edge| edge.to)].push(node);
        }
        graph
    }

    /// Adds a line from a voice to a source, or leads the one that takes the same claims there.
    fn speak(&mut self, edge: &Edge) {
        let record = edge.records.weakest();
        let ports = &mut self.ports_of[edge.from];
        let mut alike = ports.iter().map(|port| (*port, &self.ports[*port]));
        let alike = alike.find(|(_, port)| port.record == record && port.claims == edge.claims);
        if let Some((port, _)) = alike {
            self.ports[port].to.push(edge.to);
        } else {
            ports.push(self.ports.len());
            self.ports.push(Port {
                voice: edge.from,
                record,
                claims: edge.claims.clone(),
                to: vec![edge.to],
            });
        }
    }
}

/// Measures the longest path to each node. There is no cycle, so that a path has fewer edges than
/// there are nodes.
fn columns(count: usize, edges: &[Edge]) -> Vec<usize> {
    let mut columns = vec![0; count];
    let mut moved = true;
    while moved {
        moved = false;
        for edge in edges {
            let least = columns[edge.from] + 1;
            if columns[edge.to] < least {
                columns[edge.to] = least;
                moved = true;
            }
        }
    }
    columns
}
