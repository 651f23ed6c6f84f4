//! Finds what `brief origins` draws: the chains by which every claim came, from voices by the sources
//! that carry their claims first and those that pass these on, to this brief.

mod edges;
mod nodes;

use std::sync::Arc;

use super::attribution::Attribution;
use super::chains::SourceGraph;
use super::first_reports::FirstReports;
use crate::model::Brief;

pub(crate) use edges::Edge;
pub(crate) use nodes::{MOST_NODES, Node, SourceRole};

use edges::Wires;
use nodes::Pick;

/// The figure. Numbers of nodes and of edges are places in these lists, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    /// The nodes: voices in file order, sources in file order, this brief last.
    pub(crate) nodes: Vec<Node>,
    /// The edges, in the order of the nodes at their left and then at their right end.
    pub(crate) edges: Vec<Edge>,
}

impl Figure {
    pub(super) fn of(
        brief: &Brief,
        graph: &SourceGraph,
        first_reports: &[Arc<FirstReports>],
        attributions: &[Vec<Attribution>],
        most: usize,
    ) -> Self {
        // Claims of one run share theirs.
        let distinct = first_reports.chunk_by(Arc::ptr_eq).map(|alike| &alike[0]);
        let legs = distinct.flat_map(|first| first.legs());
        let steps = legs.flat_map(|leg| leg.windows(2).map(|step| (step[0], step[1])));
        let all_relays = SourceGraph::of(brief).with(steps);
        let pick = Pick::of(brief, &all_relays, attributions, most);
        let wires = Wires::of(brief, graph, &pick);
        let edges = edges::of(brief, first_reports, attributions, &wires);
        Self {
            nodes: pick.into_nodes(),
            edges,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::nodes::MOST_NODES;
    use super::{Figure, Node, SourceRole};
    use crate::analysis::Analysis;
    use crate::analysis::record::Record;
    use crate::analysis::sample::Sample;
    use crate::model::Brief;

    fn name(brief: &Brief, node: &Node) -> String {
        match node {
            Node::Voice(id) => brief.voice(*id).key.to_string(),
            Node::Source(id, _) => brief.source(*id).key.to_string(),
            Node::MoreVoices(list) => format!("{} voices", list.len()),
            Node::MoreSources(list) => format!("{} works", list.len()),
            Node::Brief => "brief".to_owned(),
        }
    }

    fn edges(brief: &Brief, figure: &Figure) -> Vec<String> {
        let edge = |edge: &super::Edge| {
            let claims: Vec<String> = edge.claims.iter().map(ToString::to_string).collect();
            let from = name(brief, &figure.nodes[edge.from]);
            let to = name(brief, &figure.nodes[edge.to]);
            format!("{from} > {to}: {}", claims.join(" "))
        };
        figure.edges.iter().map(edge).collect()
    }

    #[test]
    fn claims_run_from_voices_to_the_brief() {
        let brief = Sample::new()
            .person("ann")
            .anonymous("aides", None)
            .person("silent")
            .writer("desk")
            .source("newsmax", &[])
            .source("nbc", &["newsmax"])
            .source("unused", &["newsmax"])
            .document("letter", "ann")
            .claim("a", &["aides", "ann"], &["nbc"])
            .claim("b", &["ann"], &["newsmax"])
            .claim("c", &["ann"], &["letter"])
            .judgement("d", "desk", &["a", "c"])
            .claim("e", &["ann"], &["letter", "nbc"])
            .build();
        let figure = Analysis::of(&brief).figure(&brief);
        let expected = [
            "ann > newsmax: C2",
            "ann > nbc: C1 C5",
            "ann > letter: C3 C5",
            "aides > nbc: C1",
            "newsmax > brief: C1 C2 C5",
            "nbc > newsmax: C1 C5",
            "letter > brief: C3 C5",
        ];
        assert_eq!(edges(&brief, &figure), expected);
        let roles: Vec<SourceRole> = figure
            .nodes
            .iter()
            .filter_map(|node| match node {
                Node::Source(_, role) => Some(*role),
                Node::Voice(_) | Node::MoreVoices(_) | Node::MoreSources(_) | Node::Brief => None,
            })
            .collect();
        assert_eq!(
            roles,
            [
                SourceRole::FirstAndRelay,
                SourceRole::First,
                SourceRole::First
            ]
        );
        let records: Vec<Vec<Record>> = figure
            .edges
            .iter()
            .map(|edge| edge.records.iter().collect())
            .collect();
        assert_eq!(records[1], [Record::OnRecord]);
        assert_eq!(records[2], [Record::Document]);
        assert_eq!(records[3], [Record::Anonymous]);
        assert_eq!(records[4], []);
    }

    #[test]
    fn what_is_too_much_is_taken_together() {
        let mut sample = Sample::new().source("hub", &[]).source("mid", &["hub"]);
        for index in 0..100 {
            let (voice, source) = (format!("v{index}"), format!("w{index}"));
            let relay = if index % 2 == 0 { "mid" } else { "hub" };
            sample = sample.person(&voice).source(&source, &[relay]).claim(
                &format!("c{index}"),
                &[&voice],
                &[&source],
            );
        }
        sample = sample.claim("again", &["v50"], &["w51"]);
        let brief = sample.build();
        let figure = Analysis::of(&brief).figure(&brief);
        let names: Vec<String> = figure.nodes.iter().map(|node| name(&brief, node)).collect();
        assert_eq!(names.len(), 2 * MOST_NODES + 1);
        assert_eq!(names[38], "v50");
        assert_eq!(names[39], "61 voices");
        assert_eq!(names[40], "hub");
        assert_eq!(names[79], "63 works");
        let edges = edges(&brief, &figure);
        let claims_to_brief = edges.iter().find(|edge| edge.starts_with("hub > brief"));
        assert_eq!(claims_to_brief.unwrap().matches('C').count(), 101);
        let from_rest: Vec<&str> = edges
            .iter()
            .filter(|edge| edge.starts_with("63 works"))
            .map(|edge| edge.split(':').next().unwrap())
            .collect();
        assert_eq!(from_rest, ["63 works > hub", "63 works > mid"]);
    }

    #[test]
    fn long_chains_end_in_the_rest() {
        let mut sample = Sample::new().person("ann").source("w0", &[]);
        for index in 1..1_000 {
            sample = sample.source(&format!("w{index}"), &[&format!("w{}", index - 1)]);
        }
        let brief = sample.claim("c", &["ann"], &["w999"]).build();
        let figure = Analysis::of(&brief).figure(&brief);
        let names: Vec<String> = figure.nodes.iter().map(|node| name(&brief, node)).collect();
        assert_eq!(names.len(), MOST_NODES + 2);
        assert_eq!(names[1], "w0");
        assert_eq!(names[40], "961 works");
        let edges = edges(&brief, &figure);
        assert_eq!(edges.first().unwrap(), "ann > 961 works: C1");
        assert!(
            edges.contains(&"961 works > w38: C1".to_owned()),
            "{edges:?}"
        );
    }
}
