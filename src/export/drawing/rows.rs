//! Puts the graph in rows, so that its lines are short.
//!
//! A row begins with a line of a voice, or with a source. In the row of what leads to it alone stands
//! each source that can; no other source is in the way of a line that runs along a row. So whatever
//! the graph, no line passes a text.

use super::graph::Graph;

/// How many rows are put in order at most while better orders are looked for.
const MOST_WORK: usize = 1_500_000;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// The line of a voice with which it begins.
    pub(super) port: Option<usize>,
    /// Sources from left to right, each led to by what is before it.
    pub(super) sources: Vec<usize>,
    /// Which of the nodes next to the brief it belongs to.
    pub(super) group: usize,
}

#[derive(Debug)]
pub(super) struct Rows {
    pub(super) all: Vec<Row>,
    pub(super) of_port: Vec<usize>,
    /// By node; of sources.
    pub(super) of_source: Vec<usize>,
}

impl Rows {
    /// Puts a graph in rows. The order begins as that of the file; then nodes that stand at the same
    /// source change places as long as that makes lines shorter.
    pub(super) fn of(graph: &mut Graph) -> Self {
        let mut best = Self::in_order(graph);
        let mut least = best.length(graph);
        let mut work = MOST_WORK;
        loop {
            let before = least;
            for node in 0..graph.at.len() {
                for from in 0..graph.at[node].len() {
                    for to in 0..graph.at[node].len() {
                        if from == to || work < best.all.len() {
                            continue;
                        }
                        work -= best.all.len();
                        move_to(&mut graph.at[node], from, to);
                        let rows = Self::in_order(graph);
                        let length = rows.length(graph);
                        if length < least {
                            (best, least) = (rows, length);
                        } else {
                            move_to(&mut graph.at[node], to, from);
                        }
                    }
                }
            }
            // A voice's lines leave it in the order in which they arrive.
            for ports in &mut graph.ports_of {
                ports.sort_by_key(|port| {
                    let to = &graph.ports[*port].to;
                    let rows: usize = to.iter().map(|source| best.of_source[*source]).sum();
                    // A mean, without fractions.
                    rows * 1_000 / to.len().max(1)
                });
            }
            best = Self::in_order(graph);
            least = best.length(graph);
            if least >= before {
                return best;
            }
        }
    }

    fn in_order(graph: &Graph) -> Self {
        let mut rows = Vec::new();
        for (group, node) in graph.at[graph.at.len() - 1].iter().enumerate() {
            let begin = rows.len();
            add(graph, *node, &mut rows);
            rows[begin..].iter_mut().for_each(|row| row.group = group);
        }
        join(graph, &mut rows);
        let (mut of_port, mut of_source) = (vec![0; graph.ports.len()], vec![0; graph.at.len()]);
        for (index, row) in rows.iter().enumerate() {
            if let Some(port) = row.port {
                of_port[port] = index;
            }
            for source in &row.sources {
                of_source[*source] = index;
            }
        }
        Self {
            all: rows,
            of_port,
            of_source,
        }
    }

    /// Returns the rows from which lines arrive at each source, by node.
    pub(super) fn arriving(&self, graph: &Graph) -> Vec<Vec<usize>> {
        let mut arriving = vec![Vec::new(); graph.at.len()];
        for (port, row) in graph.ports.iter().zip(&self.of_port) {
            for to in &port.to {
                arriving[*to].push(*row);
            }
        }
        for (onward, row) in graph.onward.iter().zip(&self.of_source) {
            for to in onward {
                arriving[*to].push(*row);
            }
        }
        arriving
    }

    /// Returns how many rows all lines cross together.
    fn length(&self, graph: &Graph) -> usize {
        let arriving = self.arriving(graph);
        let spans = arriving.iter().zip(&self.of_source).map(|(rows, own)| {
            let (first, last) = (rows.iter().min(), rows.iter().max());
            let first = first.map_or(*own, |first| *first.min(own));
            let last = last.map_or(*own, |last| *last.max(own));
            let lines: usize = rows.iter().map(|row| row.abs_diff(*own)).sum();
            2 * (last - first) + lines
        });
        spans.sum()
    }
}

fn move_to(list: &mut Vec<usize>, from: usize, to: usize) {
    let node = list.remove(from);
    list.insert(to, node);
}

/// Adds the rows of a node and of all that stands at it.
fn add(graph: &Graph, node: usize, rows: &mut Vec<Row>) {
    if !graph.ports_of[node].is_empty() {
        rows.extend(graph.ports_of[node].iter().map(|port| Row {
            port: Some(*port),
            ..Row::default()
        }));
        return;
    }
    let begin = rows.len();
    let mut middle = begin;
    for (place, child) in graph.at[node].iter().enumerate() {
        if place == graph.at[node].len().div_ceil(2) {
            middle = rows.len();
        }
        add(graph, *child, rows);
    }
    let twice_middle = begin + rows.len().saturating_sub(1);
    let free = (begin..rows.len()).filter(|row| can_hold(graph, &rows[*row], node));
    if let Some(row) = free.min_by_key(|row| (2 * row).abs_diff(twice_middle)) {
        rows[row].sources.push(node);
    } else {
        if graph.at[node].len() < 2 {
            middle = rows.len();
        }
        let own = Row {
            sources: vec![node],
            ..Row::default()
        };
        rows.insert(middle, own);
    }
}

/// Puts sources at which nothing stands into rows of what leads to them.
fn join(graph: &Graph, rows: &mut Vec<Row>) {
    let mut from = 0;
    while from < rows.len() {
        let alone = rows[from].port.is_none().then(|| rows[from].sources[0]);
        let alone = alone.filter(|source| graph.at[*source].is_empty());
        let free = alone.and_then(|source| {
            let free = (0..rows.len()).filter(|row| can_hold(graph, &rows[*row], source));
            free.min_by_key(|row| row.abs_diff(from))
        });
        if let Some(row) = free {
            let sources = std::mem::take(&mut rows[from].sources);
            rows[row].sources.extend(sources);
            rows.remove(from);
        } else {
            from += 1;
        }
    }
}

/// Says whether a source can stand at the end of a row: what is there leads to it and no further.
fn can_hold(graph: &Graph, row: &Row, source: usize) -> bool {
    let onward = match (row.sources.last(), row.port) {
        (Some(last), _) if graph.reaches_brief[*last] => return false,
        (Some(last), _) => &graph.onward[*last],
        (None, Some(port)) => &graph.ports[port].to,
        (None, None) => return false,
    };
    let column = graph.columns[source];
    onward.contains(&source) && onward.iter().all(|to| graph.columns[*to] <= column)
}
