//! Which work passes on which: the graph that `through` spans.

use crate::model::{Brief, SourceId};

/// The graph of works: an edge from each work to those through which it is known.
///
/// It has no cycle: a [`Brief`] with one cannot be built.
pub(super) struct Relays {
    through: Vec<Vec<SourceId>>,
    known: Vec<Vec<SourceId>>,
    order: Vec<SourceId>,
}

impl Relays {
    /// Reads the graph of a brief.
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
        let order = order(&through, &known);
        Self {
            through,
            known,
            order,
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

    /// Returns the number of works of the brief.
    pub(super) fn len(&self) -> usize {
        self.through.len()
    }
}

/// Puts the works in Kahn's order.
fn order(through: &[Vec<SourceId>], known: &[Vec<SourceId>]) -> Vec<SourceId> {
    let mut waiting: Vec<usize> = through.iter().map(Vec::len).collect();
    let mut order: Vec<SourceId> = (0..through.len())
        .filter(|index| waiting[*index] == 0)
        .map(SourceId::new)
        .collect();
    let mut next = 0;
    while let Some(&relay) = order.get(next) {
        next += 1;
        for &work in &known[relay.index()] {
            waiting[work.index()] -= 1;
            if waiting[work.index()] == 0 {
                order.push(work);
            }
        }
    }
    order
}
