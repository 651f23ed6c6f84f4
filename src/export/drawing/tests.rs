//! Whatever the graph: no two things meet.

use proptest::prelude::*;

use super::buses;
use super::graph::Graph;
use super::rows::Rows;
use crate::analysis::figure::{Edge, Figure, Node, SourceRole};
use crate::analysis::record::Records;
use crate::model::{ClaimId, SourceId, VoiceId};

const MOST: usize = 9;

/// Draws a figure of edges between voices and sources, and from sources to nearer ones; those that
/// lead to none lead to the brief.
fn figure(said: &[(usize, usize)], onward: &[(usize, usize)]) -> Figure {
    let voices = (0..MOST).map(|id| Node::Voice(VoiceId::new(id)));
    let sources = (0..MOST).map(|id| Node::Source(SourceId::new(id), SourceRole::First));
    let edge = |from, to, claim| Edge {
        from,
        to,
        claims: vec![ClaimId::nth(claim)],
        records: Records::default(),
    };
    let mut edges: Vec<Edge> = Vec::new();
    for (claim, (voice, source)) in said.iter().enumerate() {
        // Each second claim is in two sources.
        edges.push(edge(*voice, MOST + source, claim / 2));
    }
    for voice in 0..MOST {
        if edges.iter().all(|edge| edge.from != voice) {
            edges.push(edge(voice, MOST + voice, voice));
        }
    }
    for (from, nearer) in onward.iter().filter(|(from, nearer)| nearer < from) {
        edges.push(edge(MOST + from, MOST + nearer, 0));
    }
    for source in MOST..2 * MOST {
        if source % 4 == 0 || edges.iter().all(|edge| edge.from != source) {
            edges.push(edge(source, 2 * MOST, 0));
        }
    }
    edges.sort_by_key(|edge| (edge.from, edge.to));
    edges.dedup_by_key(|edge| (edge.from, edge.to));
    Figure {
        nodes: voices.chain(sources).chain([Node::Brief]).collect(),
        edges,
    }
}

fn pairs(count: usize) -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0..MOST, 0..MOST), 1..count)
}

proptest! {
    #[test]
    fn every_line_has_its_row_to_itself(said in pairs(24), onward in pairs(12)) {
        let figure = figure(&said, &onward);
        let mut graph = Graph::of(&figure, |_| true);
        let rows = Rows::of(&mut graph);
        let mut ports: Vec<usize> = rows.all.iter().filter_map(|row| row.port).collect();
        ports.sort_unstable();
        prop_assert_eq!(ports, (0..graph.ports.len()).collect::<Vec<_>>());
        let mut sources: Vec<usize> = rows.all.iter().flat_map(|row| row.sources.clone()).collect();
        sources.sort_unstable();
        prop_assert_eq!(sources, (MOST..2 * MOST).collect::<Vec<_>>());
        for row in &rows.all {
            let mut before = row.port.map(|port| (&graph.ports[port].to, false));
            for source in &row.sources {
                if let Some((to, reaches_brief)) = before {
                    prop_assert!(to.contains(source) && !reaches_brief);
                    prop_assert!(to.iter().all(|to| graph.columns[*to] <= graph.columns[*source]));
                }
                before = Some((&graph.onward[*source], graph.reaches_brief[*source]));
            }
        }
    }

    #[test]
    fn upright_lines_do_not_touch(said in pairs(24), onward in pairs(12)) {
        let figure = figure(&said, &onward);
        let mut graph = Graph::of(&figure, |_| true);
        let rows = Rows::of(&mut graph);
        for buses in buses::of(&graph, &rows) {
            for (index, one) in buses.iter().enumerate() {
                for other in buses[index + 1..].iter().filter(|bus| bus.track == one.track) {
                    prop_assert!(one.last < other.first || other.last < one.first);
                }
            }
        }
    }

    #[test]
    fn the_lines_of_a_voice_stand_together(said in pairs(24), onward in pairs(12)) {
        let mut graph = Graph::of(&figure(&said, &onward), |_| true);
        let rows = Rows::of(&mut graph);
        let voices = rows.all.iter().map(|row| row.port.map(|port| graph.ports[port].voice));
        let mut runs: Vec<_> = voices.collect();
        runs.dedup();
        let mut named: Vec<usize> = runs.into_iter().flatten().collect();
        let all = named.len();
        named.sort_unstable();
        named.dedup();
        prop_assert_eq!(named.len(), all);
    }
}
