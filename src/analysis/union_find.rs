//! Sets that merge.

/// Disjoint sets of the numbers from 0; every number begins as a set of its own.
pub(super) struct UnionFind {
    parent: Vec<usize>,
}

impl UnionFind {
    /// Makes `length` sets of one number each.
    pub(super) fn new(length: usize) -> Self {
        Self {
            parent: (0..length).collect(),
        }
    }

    /// Returns the number that stands for the set of `item`: its smallest.
    pub(super) fn find(&mut self, mut item: usize) -> usize {
        while self.parent[item] != item {
            self.parent[item] = self.parent[self.parent[item]];
            item = self.parent[item];
        }
        item
    }

    /// Merges the sets of two numbers.
    pub(super) fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.find(one), self.find(other));
        self.parent[one.max(other)] = one.min(other);
    }

    /// Merges the sets of all these numbers.
    pub(super) fn join_all(&mut self, items: impl IntoIterator<Item = usize>) {
        let mut items = items.into_iter();
        if let Some(first) = items.next() {
            for item in items {
                self.join(first, item);
            }
        }
    }

    /// Makes `item` a set of its own again; every number of its set must be set apart with it.
    pub(super) fn set_apart(&mut self, item: usize) {
        self.parent[item] = item;
    }
}
