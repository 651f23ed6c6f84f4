//! Finds the chains by which sources reach this brief.

use std::collections::BTreeSet;

use crate::model::{Brief, SourceId};

/// How many chains of a source are kept.
pub(crate) const MOST_CHAINS: usize = 8;

/// A chain from a source to this brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The sources on it: first the one that carries the claim first, then each relay, last one
    /// that was read. A source that was read is a chain by itself.
    pub sources: Vec<SourceId>,
}

/// The chains of every source of a brief: of each the `MOST_CHAINS` best, the shortest first,
/// then by file order of the sources on it.
///
/// A chain is kept as its first step; the rest is a chain of the next source. So the chains take
/// room in proportion to the sources, however long they are.
#[derive(Clone, Debug)]
pub struct Chains {
    steps: Vec<Vec<Step>>,
    total: Vec<u64>,
}

/// The first step of a chain. The order of the fields is the order of the chains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Step {
    /// The number of sources on the chain, from 1.
    sources: usize,
    /// The next source and which of its chains is followed, unless the brief comes next.
    next: Option<(SourceId, usize)>,
}

impl Chains {
    pub(super) fn of(graph: &SourceGraph) -> Self {
        let mut chains = Self {
            steps: vec![Vec::new(); graph.len()],
            total: vec![0; graph.len()],
        };
        for source in graph.nearest_first() {
            let (steps, total) = chains.first_steps(graph.through(source));
            chains.steps[source.index()] = steps;
            chains.total[source.index()] = total;
        }
        chains
    }

    /// Finds the chains of a source from those of the sources through which it is known.
    fn first_steps(&self, through: &[SourceId]) -> (Vec<Step>, u64) {
        if through.is_empty() {
            let read = Step {
                sources: 1,
                next: None,
            };
            return (vec![read], 1);
        }
        let mut steps = Vec::new();
        let mut total: u64 = 0;
        for &relay in through {
            total = total.saturating_add(self.total[relay.index()]);
            steps.extend(
                self.steps[relay.index()]
                    .iter()
                    .enumerate()
                    .map(|(rank, following)| Step {
                        sources: following.sources + 1,
                        next: Some((relay, rank)),
                    }),
            );
        }
        steps.sort_unstable();
        steps.truncate(MOST_CHAINS);
        (steps, total)
    }

    /// Lists the chains of a source: one at least, `MOST_CHAINS` at most, the shortest first.
    pub fn from(&self, source: SourceId) -> Vec<Chain> {
        (0..self.steps[source.index()].len())
            .map(|rank| {
                let step =
                    |(source, rank): &(SourceId, usize)| self.steps[source.index()][*rank].next;
                let steps = std::iter::successors(Some((source, rank)), step);
                Chain {
                    sources: steps.map(|(source, _)| source).collect(),
                }
            })
            .collect()
    }

    /// Counts the sources on the shortest chain of a source, from 1: itself.
    pub(crate) fn shortest(&self, source: SourceId) -> usize {
        self.steps[source.index()]
            .first()
            .map_or(1, |step| step.sources)
    }

    /// Counts all chains of a source, up to [`u64::MAX`].
    pub(crate) fn count(&self, source: SourceId) -> u64 {
        self.total[source.index()]
    }

    /// Counts the chains of a source beyond those that are listed, up to [`u64::MAX`].
    pub(crate) fn left_out(&self, source: SourceId) -> u64 {
        self.total[source.index()].saturating_sub(self.steps[source.index()].len() as u64)
    }
}

/// The graph of sources: an edge from each source to those through which it is known.
///
/// It has no cycle: a [`Brief`] with one cannot be built.
pub(super) struct SourceGraph {
    through: Vec<Vec<SourceId>>,
    relayed: Vec<Vec<SourceId>>,
    order: Vec<SourceId>,
}

impl SourceGraph {
    pub(super) fn of(brief: &Brief) -> Self {
        let through: Vec<Vec<SourceId>> = brief
            .sources()
            .map(|(_, source)| {
                let mut relays = source.through.clone();
                relays.sort_unstable();
                relays.dedup();
                relays
            })
            .collect();
        let mut relayed = vec![Vec::new(); through.len()];
        for (id, _) in brief.sources() {
            for relay in &through[id.index()] {
                relayed[relay.index()].push(id);
            }
        }
        Self {
            through,
            relayed,
            order: brief.nearest_first().to_vec(),
        }
    }

    /// Adds steps from sources to relays of theirs.
    pub(super) fn with(mut self, steps: impl Iterator<Item = (SourceId, SourceId)>) -> Self {
        for (source, relay) in steps.collect::<BTreeSet<_>>() {
            if let Err(place) = self.through[source.index()].binary_search(&relay) {
                self.through[source.index()].insert(place, relay);
                self.relayed[relay.index()].push(source);
            }
        }
        self
    }

    /// Returns the sources through which a source is known, each once, in file order.
    pub(super) fn through(&self, id: SourceId) -> &[SourceId] {
        &self.through[id.index()]
    }

    /// Returns the sources that are known through a source, in file order.
    pub(super) fn relayed(&self, id: SourceId) -> &[SourceId] {
        &self.relayed[id.index()]
    }

    /// Goes through the sources from those that were read to the far ones: each comes after all
    /// sources through which it is known.
    pub(super) fn nearest_first(&self) -> impl DoubleEndedIterator<Item = SourceId> {
        self.order.iter().copied()
    }

    pub(super) fn len(&self) -> usize {
        self.through.len()
    }
}

#[cfg(test)]
mod tests {
    use super::{Chains, MOST_CHAINS, SourceGraph};
    use crate::analysis::sample::Sample;
    use crate::model::SourceId;

    /// Reads sources `name<relay,relay`, and lists the chains of the first as letters.
    fn chains(sources: &[&str]) -> (Vec<String>, u64) {
        let mut sample = Sample::new();
        for source in sources {
            let (name, through) = source.split_once('<').unwrap_or((source, ""));
            let through: Vec<&str> = through.split(',').filter(|name| !name.is_empty()).collect();
            sample = sample.source(name, &through);
        }
        let brief = sample.build();
        let chains = Chains::of(&SourceGraph::of(&brief));
        let first = SourceId::new(0);
        let listed: Vec<String> = chains
            .from(first)
            .iter()
            .map(|chain| {
                let names: Vec<&str> = chain
                    .sources
                    .iter()
                    .map(|id| &*brief.source(*id).key)
                    .collect();
                names.join(" ")
            })
            .collect();
        assert_eq!(
            chains.shortest(first),
            listed[0].split(' ').count(),
            "{sources:?}"
        );
        (listed, chains.left_out(first))
    }

    #[test]
    fn chains_lead_to_sources_that_were_read() {
        let cases: &[(&[&str], &[&str])] = &[
            (&["a"], &["a"]),
            (&["nbc<newsmax", "newsmax"], &["nbc newsmax"]),
            (&["a<b", "b<c", "c"], &["a b c"]),
            (&["a<c,b", "b", "c"], &["a b", "a c"]),
            (&["a<b,c", "b<d", "c<d", "d"], &["a b d", "a c d"]),
            (&["a<b,d", "b<c", "c", "d"], &["a d", "a b c"]),
            (&["a<b,b", "b"], &["a b"]),
        ];
        for (sources, expected) in cases {
            let (listed, left_out) = chains(sources);
            assert_eq!(listed, *expected, "{sources:?}");
            assert_eq!(left_out, 0, "{sources:?}");
        }
    }

    #[test]
    fn chains_beyond_eight_are_counted() {
        let relays: Vec<String> = (0..11).map(|index| format!("r{index}")).collect();
        let first = format!("a<{}", relays.join(","));
        let sources: Vec<&str> = std::iter::once(first.as_str())
            .chain(relays.iter().map(String::as_str))
            .collect();
        let (listed, left_out) = chains(&sources);
        assert_eq!(listed.len(), MOST_CHAINS);
        assert_eq!(listed[7], "a r7");
        assert_eq!(left_out, 3);
    }

    #[test]
    fn diamond_on_diamond_stays_bounded() {
        let mut sample = Sample::new();
        for level in 0..100 {
            let next: Vec<String> = ["x", "y"]
                .iter()
                .filter(|_| level < 99)
                .map(|name| format!("{name}{}", level + 1))
                .collect();
            let next: Vec<&str> = next.iter().map(String::as_str).collect();
            for name in ["x", "y"] {
                sample = sample.source(&format!("{name}{level}"), &next);
            }
        }
        let chains = Chains::of(&SourceGraph::of(&sample.build()));
        let far = SourceId::new(0);
        assert_eq!(chains.from(far).len(), MOST_CHAINS);
        assert_eq!(chains.shortest(far), 100);
        assert_eq!(chains.left_out(far), u64::MAX - 8);
    }
}
