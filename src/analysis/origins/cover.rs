//! Finds the smallest choice of ends that meets every line of a bipartite graph: a minimum vertex
//! cover, by Kőnig's theorem from a maximum matching, and that by the algorithm of Hopcroft and
//! Karp.
//!
//! The lines come in blocks, in each of which every left end is joined with every right one. A block
//! is a knot through which its ends are matched, so lines are never multiplied out: the matching
//! takes time in proportion to the ends of the blocks, times the root of their number at worst.

/// Lines from every left end to every right one.
pub(super) struct Block {
    pub(super) left: Vec<usize>,
    pub(super) right: Vec<usize>,
}

/// Which ends are chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cover {
    pub(super) left: Vec<bool>,
    pub(super) right: Vec<bool>,
}

impl Cover {
    pub(super) fn len(&self) -> usize {
        let chosen = self.left.iter().chain(&self.right);
        chosen.filter(|chosen| **chosen).count()
    }
}

/// Finds the smallest cover; of several, the one that chooses on the left wherever one of them does.
///
/// These are the left ends that no alternating path from an unmatched left end reaches, and the
/// right ends that one reaches. Which ends these are does not depend on the matching.
pub(super) fn nearest_to_the_left(left: usize, right: usize, blocks: &[Block]) -> Cover {
    let mut matching = Matching::new(left, right, blocks);
    while matching.levels() {
        for end in 0..left {
            matching.augment(end);
        }
    }
    let is_reached = |node: usize| matching.level[node] != UNREACHED;
    let knots = blocks.len();
    Cover {
        left: (0..left)
            .map(|end| !is_reached(end) && !matching.knots_of[end].is_empty())
            .collect(),
        right: (0..right)
            .map(|end| is_reached(left + knots + end))
            .collect(),
    }
}

const UNREACHED: usize = usize::MAX;

/// A matching of left ends with right ones, each pair through a knot.
///
/// Nodes are numbered together: left ends, knots, right ends.
struct Matching<'a> {
    blocks: &'a [Block],
    /// The knots of each left end.
    knots_of: Vec<Vec<usize>>,
    /// The knot through which a left end is matched; a right end.
    left: Vec<Option<usize>>,
    right: Vec<Option<usize>>,
    /// How many steps a node is from an unmatched left end.
    level: Vec<usize>,
    /// How many of a node's next ones were tried in this round.
    tried: Vec<usize>,
}

impl<'a> Matching<'a> {
    fn new(left: usize, right: usize, blocks: &'a [Block]) -> Self {
        let mut knots_of = vec![Vec::new(); left];
        for (knot, block) in blocks.iter().enumerate() {
            if !block.right.is_empty() {
                block.left.iter().for_each(|end| knots_of[*end].push(knot));
            }
        }
        let nodes = left + blocks.len() + right;
        Self {
            blocks,
            knots_of,
            left: vec![None; left],
            right: vec![None; right],
            level: vec![UNREACHED; nodes],
            tried: vec![0; nodes],
        }
    }

    /// Returns the next node, from a number on, that an alternating path can go to, and its number:
    /// from a left end to its knots; from a knot to its right ends, and back to left ends that it
    /// matched; from a right end back to the knot that matched it.
    fn next(&self, node: usize, number: usize) -> Option<(usize, usize)> {
        let (knots, rights) = (self.left.len(), self.left.len() + self.blocks.len());
        if node < knots {
            let knot = self.knots_of[node].get(number)?;
            return Some((number, knots + knot));
        }
        if node >= rights {
            let back = self.right[node - rights].filter(|_| number == 0)?;
            return Some((number, knots + back));
        }
        let Block { left, right } = &self.blocks[node - knots];
        if let Some(end) = right.get(number) {
            return Some((number, rights + end));
        }
        let is_matched = |end: &usize| self.left[*end] == Some(node - knots);
        let mut back = left.iter().enumerate().skip(number - right.len());
        let (place, end) = back.find(|(_, end)| is_matched(end))?;
        Some((right.len() + place, *end))
    }

    fn is_unmatched_right(&self, node: usize) -> bool {
        let end = node.checked_sub(self.left.len() + self.blocks.len());
        end.is_some_and(|end| self.right[end].is_none())
    }

    /// Finds the levels of all nodes; says whether an unmatched right end is among the reached.
    fn levels(&mut self) -> bool {
        self.level.fill(UNREACHED);
        self.tried.fill(0);
        let mut queue: Vec<usize> = (0..self.left.len())
            .filter(|end| self.left[*end].is_none())
            .collect();
        for end in &queue {
            self.level[*end] = 0;
        }
        let mut place = 0;
        let mut goes_on = false;
        while let Some(&node) = queue.get(place) {
            goes_on |= self.is_unmatched_right(node);
            let mut number = 0;
            while let Some((at, next)) = self.next(node, number) {
                number = at + 1;
                if self.level[next] == UNREACHED {
                    self.level[next] = self.level[node] + 1;
                    queue.push(next);
                }
            }
            place += 1;
        }
        goes_on
    }

    /// Leads a path from an unmatched left end, level by level, to an unmatched right end, and
    /// matches along it.
    fn augment(&mut self, start: usize) {
        if self.left[start].is_some() {
            return;
        }
        let mut path = vec![start];
        while let Some(&node) = path.last() {
            if self.is_unmatched_right(node) {
                self.match_along(&path);
                return;
            }
            match self.next(node, self.tried[node]) {
                None => {
                    // A dead end: nobody comes here again in this round.
                    self.level[node] = UNREACHED;
                    path.pop();
                }
                Some((number, next)) if self.level[next] == self.level[node] + 1 => {
                    self.tried[node] = number;
                    path.push(next);
                }
                Some((number, _)) => self.tried[node] = number + 1,
            }
        }
    }

    fn match_along(&mut self, path: &[usize]) {
        let (knots, rights) = (self.left.len(), self.left.len() + self.blocks.len());
        for pair in path.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            if from < knots {
                self.left[from] = Some(to - knots);
            } else if to >= rights {
                self.right[to - rights] = Some(from - knots);
            }
        }
        // Ends lie on one path a round at most; knots may lie on several.
        for node in path {
            if !(knots..rights).contains(node) {
                self.level[*node] = UNREACHED;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Block, Cover, nearest_to_the_left};

    const ENDS: usize = 6;

    fn blocks() -> impl Strategy<Value = Vec<(u8, u8)>> {
        let ends = 1..1_u8 << ENDS;
        // Single lines are as likely as blocks of several.
        let one = (0..ENDS).prop_map(|end| 1 << end);
        let ends = prop_oneof![one, ends];
        prop::collection::vec((ends.clone(), ends), 0..9)
    }

    fn listed(ends: u8) -> Vec<usize> {
        (0..ENDS).filter(|end| ends & (1 << end) != 0).collect()
    }

    fn found(blocks: &[(u8, u8)]) -> Cover {
        let blocks = blocks.iter().map(|(left, right)| Block {
            left: listed(*left),
            right: listed(*right),
        });
        nearest_to_the_left(ENDS, ENDS, &blocks.collect::<Vec<_>>())
    }

    /// Tries all choices on the left, each with the right ends that the rest takes: the smallest, and
    /// all left ends that one of the smallest has.
    fn tried(blocks: &[(u8, u8)]) -> (u32, u8) {
        let right = |chosen: u8| {
            let rest = blocks.iter().filter(|(left, _)| left & !chosen != 0);
            rest.fold(0, |right, (_, ends)| right | ends)
        };
        let all = 0..1_u8 << ENDS;
        let size = |chosen: u8| chosen.count_ones() + right(chosen).count_ones();
        let smallest = all.clone().map(size).min().unwrap();
        let best = all.filter(|chosen| size(*chosen) == smallest);
        (smallest, best.fold(0, |left, chosen| left | chosen))
    }

    proptest! {
        #[test]
        fn it_is_the_smallest_cover_that_is_nearest_to_the_left(blocks in blocks()) {
            let cover = found(&blocks);
            let is_met = |(left, right): &(u8, u8)| {
                listed(*left).iter().all(|end| cover.left[*end])
                    || listed(*right).iter().all(|end| cover.right[*end])
            };
            prop_assert!(blocks.iter().all(is_met));
            let (smallest, left) = tried(&blocks);
            prop_assert_eq!(cover.len(), smallest as usize);
            prop_assert_eq!(listed(left), (0..ENDS).filter(|end| cover.left[*end]).collect::<Vec<_>>());
        }

        #[test]
        fn it_does_not_depend_on_the_order_of_blocks(
            (blocks, shuffled) in blocks().prop_flat_map(|blocks| {
                (Just(blocks.clone()), Just(blocks).prop_shuffle())
            }),
        ) {
            prop_assert_eq!(found(&blocks), found(&shuffled));
        }
    }
}
