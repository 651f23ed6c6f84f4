//! Finds where lines gather upright before each source, side by side without touching.

use super::graph::Graph;
use super::rows::Rows;

/// An upright line that gathers what arrives at a source from other rows.
#[derive(Debug)]
pub(super) struct Bus {
    pub(super) source: usize,
    /// Its first and last row, and that of the source.
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) own: usize,
    /// The rows from which lines arrive.
    arriving: Vec<usize>,
    /// Its place before the column of the source, from 0 at the left.
    pub(super) track: usize,
}

impl Bus {
    /// Says whether a line along a row would cross it.
    pub(super) fn is_crossed_by(&self, row: usize) -> bool {
        self.first < row && row < self.last
    }

    fn touches(&self, other: &Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Counts the crossings of two, if this one is left of the other.
    fn crossings(&self, right: &Self) -> usize {
        let arriving = right.arriving.iter();
        let arriving = arriving.filter(|row| self.first <= **row && **row <= self.last);
        arriving.count() + usize::from(right.first <= self.own && self.own <= right.last)
    }
}

/// Returns the buses before each column.
pub(super) fn of(graph: &Graph, rows: &Rows) -> Vec<Vec<Bus>> {
    let columns = graph.columns.iter().max().map_or(0, |last| last + 1);
    let mut buses: Vec<Vec<Bus>> = std::iter::repeat_with(Vec::new).take(columns).collect();
    for (source, mut arriving) in rows.arriving(graph).into_iter().enumerate() {
        let own = rows.of_source[source];
        arriving.retain(|row| *row != own);
        if let (Some(first), Some(last)) = (arriving.iter().min(), arriving.iter().max()) {
            buses[graph.columns[source]].push(Bus {
                source,
                first: own.min(*first),
                last: own.max(*last),
                own,
                arriving,
                track: 0,
            });
        }
    }
    for buses in &mut buses {
        order(buses);
        for index in 0..buses.len() {
            let (before, rest) = buses.split_at_mut(index);
            let touched = before.iter().filter(|bus| bus.touches(&rest[0]));
            rest[0].track = touched.map(|bus| bus.track + 1).max().unwrap_or(0);
        }
    }
    buses
}

/// Puts buses in an order from left to right in which their lines cross little: neighbours change
/// places as long as that undoes crossings.
fn order(buses: &mut [Bus]) {
    buses.sort_by_key(|bus| bus.last - bus.first);
    for _ in 0..buses.len() {
        let mut moved = false;
        for index in 1..buses.len() {
            let (left, right) = (&buses[index - 1], &buses[index]);
            if left.touches(right) && right.crossings(left) < left.crossings(right) {
                buses.swap(index - 1, index);
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
}
