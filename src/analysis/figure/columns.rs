//! Puts nodes in columns from left to right, and in an order within them.

use super::edges::Edge;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    Node(usize),
    /// Room for an edge that passes the column.
    Lane(usize),
}

/// Puts nodes in columns, and orders each column so that few edges cross.
///
/// Columns are those of the longest path. An edge that passes columns has a lane in each of them.
/// The order begins as that of the file. Then every item moves to the middle of its left
/// neighbours, column by column to the right, and after that to the middle of its right
/// neighbours, column by column to the left; items with the same middle stay as they are. Of the
/// three orders, the first with the fewest crossings is kept.
pub(super) fn of(nodes: usize, edges: &[Edge]) -> Vec<Vec<Slot>> {
    let mut layout = Layout::new(&longest_paths(nodes, edges), edges);
    let mut best = (layout.crossings(), layout.slots());
    for pass in [Layout::sort_to_the_right, Layout::sort_to_the_left] {
        pass(&mut layout);
        let crossings = layout.crossings();
        if crossings < best.0 {
            best = (crossings, layout.slots());
        }
    }
    best.1
}

/// Measures the longest path to each node. There is no cycle, so that a path has fewer edges than
/// there are nodes.
fn longest_paths(nodes: usize, edges: &[Edge]) -> Vec<usize> {
    let mut column = vec![0; nodes];
    for _ in 1..nodes {
        for edge in edges {
            column[edge.to] = column[edge.to].max(column[edge.from] + 1);
        }
    }
    column
}

struct Item {
    slot: Slot,
    /// The place in its column, from 0 at the top.
    place: usize,
    left: Vec<usize>,
    right: Vec<usize>,
}

/// Nodes and then lanes, by number, and the columns that they stand in.
struct Layout {
    items: Vec<Item>,
    columns: Vec<Vec<usize>>,
}

impl Layout {
    fn new(column_of: &[usize], edges: &[Edge]) -> Self {
        let last = column_of.iter().copied().max().unwrap_or(0);
        let mut layout = Self {
            items: Vec::new(),
            columns: vec![Vec::new(); last + 1],
        };
        for (node, column) in column_of.iter().enumerate() {
            layout.add(Slot::Node(node), *column);
        }
        for (index, edge) in edges.iter().enumerate() {
            let mut left = edge.from;
            for column in column_of[edge.from] + 1..column_of[edge.to] {
                let lane = layout.add(Slot::Lane(index), column);
                layout.connect(left, lane);
                left = lane;
            }
            layout.connect(left, edge.to);
        }
        layout
    }

    fn add(&mut self, slot: Slot, column: usize) -> usize {
        let item = self.items.len();
        self.items.push(Item {
            slot,
            place: self.columns[column].len(),
            left: Vec::new(),
            right: Vec::new(),
        });
        self.columns[column].push(item);
        item
    }

    fn connect(&mut self, left: usize, right: usize) {
        self.items[left].right.push(right);
        self.items[right].left.push(left);
    }

    fn sort_to_the_right(&mut self) {
        for column in 1..self.columns.len() {
            self.sort(column, |item| &item.left);
        }
    }

    fn sort_to_the_left(&mut self) {
        for column in (0..self.columns.len()).rev().skip(1) {
            self.sort(column, |item| &item.right);
        }
    }

    /// Sorts a column by the middle of each item's neighbours on one side.
    fn sort(&mut self, column: usize, neighbours: impl Fn(&Item) -> &[usize]) {
        let mut order = std::mem::take(&mut self.columns[column]);
        // A middle is a sum of places and their number: compared so, it is exact.
        let middle = |item: &usize| {
            let places = neighbours(&self.items[*item]).iter();
            let places = places.map(|item| self.items[*item].place);
            (places.clone().sum::<usize>(), places.len().max(1))
        };
        order.sort_by(|one, other| {
            let ((sum, count), (other_sum, other_count)) = (middle(one), middle(other));
            (sum * other_count).cmp(&(other_sum * count))
        });
        for (place, item) in order.iter().enumerate() {
            self.items[*item].place = place;
        }
        self.columns[column] = order;
    }

    fn slots(&self) -> Vec<Vec<Slot>> {
        let slot = |item: &usize| self.items[*item].slot;
        let slots = |column: &Vec<usize>| column.iter().map(slot).collect();
        self.columns.iter().map(slots).collect()
    }

    /// Counts the pairs of edges that cross. There are few edges: the number of nodes is bounded.
    fn crossings(&self) -> usize {
        let gaps = self.columns.iter().map(|column| {
            let mut lines: Vec<(usize, usize)> = Vec::new();
            for item in column {
                let right = self.items[*item].right.iter();
                lines.extend(right.map(|to| (self.items[*item].place, self.items[*to].place)));
            }
            lines.sort_unstable();
            let crosses =
                |one: &(usize, usize), other: &(usize, usize)| one.0 < other.0 && one.1 > other.1;
            let pairs = lines.iter().enumerate().map(|(index, one)| {
                let later = lines.iter().skip(index + 1);
                later.filter(|other| crosses(one, other)).count()
            });
            pairs.sum::<usize>()
        });
        gaps.sum()
    }
}
