//! Joins ways into the paths from first reports to the sources that state a claim.

use std::collections::{HashMap, HashSet};

use crate::analysis::chains::Chains;
use crate::model::SourceId;

/// How many paths from a first report are listed.
pub(super) const MOST_PATHS: usize = 8;

/// The ways of a claim. A path is kept as its last leg and the way that it goes on from, so that
/// long ones take no more room than short ones.
#[derive(Default)]
pub(super) struct Ways {
    all: Vec<Way>,
    firsts: HashSet<SourceId>,
    /// The first of the ways that end at a source.
    to: HashMap<SourceId, usize>,
}

struct Way {
    first: SourceId,
    /// The number of sources from the first report on.
    length: usize,
    /// From the end of the way before, or from the first report, to a source that states the claim.
    leg: Vec<SourceId>,
    before: Option<usize>,
}

/// The paths from one first report.
pub(super) struct FromOne {
    pub(super) first: SourceId,
    /// How many sources there are on the shortest chain from it to the brief.
    pub(super) shortest: usize,
    /// The best of them.
    pub(super) paths: Vec<Vec<SourceId>>,
    /// The last legs of all others.
    pub(super) further: Vec<Vec<SourceId>>,
}

impl Ways {
    pub(super) fn is_first(&self, id: SourceId) -> bool {
        self.firsts.contains(&id)
    }

    /// Adds a way from a first report.
    pub(super) fn set_out(&mut self, leg: Vec<SourceId>) {
        self.firsts.insert(leg[0]);
        self.add(Way {
            first: leg[0],
            length: leg.len(),
            leg,
            before: None,
        });
    }

    /// Adds a way from another source that states the claim.
    pub(super) fn go_on(&mut self, leg: Vec<SourceId>) {
        let before = self.to[&leg[0]];
        self.add(Way {
            first: self.all[before].first,
            length: self.all[before].length + leg.len() - 1,
            leg,
            before: Some(before),
        });
    }

    fn add(&mut self, way: Way) {
        self.to.entry(way.end()).or_insert(self.all.len());
        self.all.push(way);
    }

    fn path(&self, way: &Way) -> Vec<SourceId> {
        let mut ways = vec![way];
        while let Some(before) = ways[ways.len() - 1].before {
            ways.push(&self.all[before]);
        }
        let legs = ways.iter().rev();
        let steps = legs.flat_map(|way| &way.leg[usize::from(way.before.is_some())..]);
        steps.copied().collect()
    }

    /// Puts paths by their first reports: those that state the claim as it names them, then the
    /// others, which it does not name.
    #[expect(
        clippy::expect_used,
        reason = "ways are put together by their first report, so no group is empty"
    )]
    pub(super) fn in_order(&self, named: &[SourceId], chains: &Chains) -> Vec<FromOne> {
        let mut place_of = HashMap::new();
        for (place, id) in named.iter().enumerate() {
            place_of.entry(*id).or_insert(place);
        }
        let place = |id: SourceId| place_of.get(&id).copied().unwrap_or(usize::MAX);
        let mut order: Vec<usize> = (0..self.all.len()).collect();
        order.sort_by_key(|way| {
            let way = &self.all[*way];
            (place(way.first), way.first, way.length)
        });
        let from_one = |ways: &[usize]| {
            let (paths, further) = self.best(ways);
            let to_the_brief = |way: &usize| {
                let way = &self.all[*way];
                way.length - 1 + chains.shortest(way.end())
            };
            let shortest = ways.iter().map(to_the_brief).min();
            FromOne {
                first: self.all[ways[0]].first,
                shortest: shortest.expect("a first report has a way"),
                paths,
                further: further
                    .into_iter()
                    .map(|way| self.all[way].leg.clone())
                    .collect(),
            }
        };
        let have_one_first =
            |one: &usize, other: &usize| self.all[*one].first == self.all[*other].first;
        order.chunk_by(have_one_first).map(from_one).collect()
    }

    /// Returns the best of the paths from a first report, the shortest first, then by file order of
    /// the sources on it; and the ways that are none of them.
    fn best(&self, ways: &[usize]) -> (Vec<Vec<SourceId>>, Vec<usize>) {
        let longest = self.all[ways[ways.len().min(MOST_PATHS) - 1]].length;
        let short = ways.partition_point(|way| self.all[*way].length <= longest);
        let path = |way: &usize| (self.all[*way].length, self.path(&self.all[*way]), *way);
        let mut paths: Vec<_> = ways[..short].iter().map(path).collect();
        paths.sort_unstable();
        let further = paths.iter().skip(MOST_PATHS).map(|(_, _, way)| *way);
        let further = further.chain(ways[short..].iter().copied()).collect();
        paths.truncate(MOST_PATHS);
        let paths = paths.into_iter().map(|(_, path, _)| path);
        (paths.collect(), further)
    }
}

impl Way {
    fn end(&self) -> SourceId {
        self.leg[self.leg.len() - 1]
    }
}
