//! Finds the roads by which works reach this brief.

use crate::model::{Brief, SourceId};

/// How many routes of a work are kept.
pub(crate) const MOST_ROUTES: usize = 8;

/// A road from a work to this brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The works on it: first the one that carries the claim first, then each relay, last one
    /// that was read. A work that was read is a route by itself.
    pub works: Vec<SourceId>,
}

/// The routes of every work of a brief: of each the `MOST_ROUTES` best, the shortest first,
/// then by file order of the works on it.
///
/// A route is kept as its first step; the rest is a route of the next work. So the routes take
/// room in proportion to the works, however long they are.
#[derive(Clone, Debug)]
pub struct Routes {
    steps: Vec<Vec<Step>>,
    total: Vec<u64>,
}

/// The first step of a route. The order of the fields is the order of the routes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Step {
    /// The number of works on the route, from 1.
    works: usize,
    /// The next work and which of its routes is followed, unless the brief comes next.
    next: Option<(SourceId, usize)>,
}

impl Routes {
    pub(super) fn of(relays: &Relays) -> Self {
        let mut routes = Self {
            steps: vec![Vec::new(); relays.len()],
            total: vec![0; relays.len()],
        };
        for work in relays.nearest_first() {
            let (steps, total) = routes.first_steps(relays.through(work));
            routes.steps[work.index()] = steps;
            routes.total[work.index()] = total;
        }
        routes
    }

    /// Finds the routes of a work from those of the works through which it is known.
    fn first_steps(&self, through: &[SourceId]) -> (Vec<Step>, u64) {
        if through.is_empty() {
            let read = Step {
                works: 1,
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
                        works: following.works + 1,
                        next: Some((relay, rank)),
                    }),
            );
        }
        steps.sort_unstable();
        steps.truncate(MOST_ROUTES);
        (steps, total)
    }

    /// Lists the routes of a work: one at least, `MOST_ROUTES` at most, the shortest first.
    pub fn from(&self, work: SourceId) -> Vec<Route> {
        (0..self.steps[work.index()].len())
            .map(|rank| {
                let step = |(work, rank): &(SourceId, usize)| self.steps[work.index()][*rank].next;
                let steps = std::iter::successors(Some((work, rank)), step);
                Route {
                    works: steps.map(|(work, _)| work).collect(),
                }
            })
            .collect()
    }

    /// Counts the works on the shortest route of a work, from 1: itself.
    pub(crate) fn shortest(&self, work: SourceId) -> usize {
        self.steps[work.index()]
            .first()
            .map_or(1, |step| step.works)
    }

    /// Counts the routes of a work beyond those that are listed, up to [`u64::MAX`].
    pub(crate) fn left_out(&self, work: SourceId) -> u64 {
        self.total[work.index()].saturating_sub(self.steps[work.index()].len() as u64)
    }
}

/// The graph of works: an edge from each work to those through which it is known.
///
/// It has no cycle: a [`Brief`] with one cannot be built.
pub(super) struct Relays {
    through: Vec<Vec<SourceId>>,
    known: Vec<Vec<SourceId>>,
    order: Vec<SourceId>,
}

impl Relays {
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
        let mut known = vec![Vec::new(); through.len()];
        for (id, _) in brief.sources() {
            for relay in &through[id.index()] {
                known[relay.index()].push(id);
            }
        }
        Self {
            through,
            known,
            order: brief.nearest_first().to_vec(),
        }
    }

    /// Returns the works through which a work is known, each once, in file order.
    pub(super) fn through(&self, id: SourceId) -> &[SourceId] {
        &self.through[id.index()]
    }

    /// Returns the works that are known through a work, in file order.
    pub(super) fn known(&self, id: SourceId) -> &[SourceId] {
        &self.known[id.index()]
    }

    /// Goes through the works from those that were read to the far ones: each comes after all
    /// works through which it is known.
    pub(super) fn nearest_first(&self) -> impl DoubleEndedIterator<Item = SourceId> {
        self.order.iter().copied()
    }

    pub(super) fn len(&self) -> usize {
        self.through.len()
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_ROUTES, Relays, Routes};
    use crate::analysis::sample::Sample;
    use crate::model::SourceId;

    /// Reads works `name<relay,relay`, and lists the routes of the first as letters.
    fn routes(works: &[&str]) -> (Vec<String>, u64) {
        let mut sample = Sample::new();
        for work in works {
            let (name, through) = work.split_once('<').unwrap_or((work, ""));
            let through: Vec<&str> = through.split(',').filter(|name| !name.is_empty()).collect();
            sample = sample.work(name, &through);
        }
        let brief = sample.build();
        let routes = Routes::of(&Relays::of(&brief));
        let first = SourceId::new(0);
        let listed: Vec<String> = routes
            .from(first)
            .iter()
            .map(|route| {
                let names: Vec<&str> = route
                    .works
                    .iter()
                    .map(|id| &*brief.source(*id).key)
                    .collect();
                names.join(" ")
            })
            .collect();
        assert_eq!(
            routes.shortest(first),
            listed[0].split(' ').count(),
            "{works:?}"
        );
        (listed, routes.left_out(first))
    }

    #[test]
    fn routes_lead_to_works_that_were_read() {
        let cases: &[(&[&str], &[&str])] = &[
            (&["a"], &["a"]),
            (&["nbc<newsmax", "newsmax"], &["nbc newsmax"]),
            (&["a<b", "b<c", "c"], &["a b c"]),
            (&["a<c,b", "b", "c"], &["a b", "a c"]),
            (&["a<b,c", "b<d", "c<d", "d"], &["a b d", "a c d"]),
            (&["a<b,d", "b<c", "c", "d"], &["a d", "a b c"]),
            (&["a<b,b", "b"], &["a b"]),
        ];
        for (works, expected) in cases {
            let (listed, left_out) = routes(works);
            assert_eq!(listed, *expected, "{works:?}");
            assert_eq!(left_out, 0, "{works:?}");
        }
    }

    #[test]
    fn routes_beyond_eight_are_counted() {
        let relays: Vec<String> = (0..11).map(|index| format!("r{index}")).collect();
        let first = format!("a<{}", relays.join(","));
        let works: Vec<&str> = std::iter::once(first.as_str())
            .chain(relays.iter().map(String::as_str))
            .collect();
        let (listed, left_out) = routes(&works);
        assert_eq!(listed.len(), MOST_ROUTES);
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
                sample = sample.work(&format!("{name}{level}"), &next);
            }
        }
        let routes = Routes::of(&Relays::of(&sample.build()));
        let far = SourceId::new(0);
        assert_eq!(routes.from(far).len(), MOST_ROUTES);
        assert_eq!(routes.shortest(far), 100);
        assert_eq!(routes.left_out(far), u64::MAX - 8);
    }
}
