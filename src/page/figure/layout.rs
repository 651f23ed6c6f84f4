//! Finds where everything in the figure stands.

use super::width::{self, cut};
use crate::analysis::figure::{Figure, Node, Slot, SourceRole};
use crate::describe::{Describer, Message};

/// The width of the drawing, in its own units; about 0.24 mm on paper.
pub(super) const WIDTH: i32 = 720;
/// The room that a row takes.
const ROW: i32 = 17;
/// The room that a passing line takes.
const LANE: i32 = 12;
/// The middle of the first row.
const TOP: i32 = 28;
/// The least room between columns.
const GAP: i32 = 40;
/// The most room between columns: longer lines say no more.
const MOST_GAP: i32 = 150;
/// What a label takes beyond its text: the dot, and room around it.
const PAD: i32 = 14;
/// The widest that a label may be, and the narrowest that it may be cut to.
const WIDEST: i32 = 260;
const NARROWEST: i32 = 60;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) x: i32,
    pub(super) y: i32,
}

#[derive(Debug)]
pub(super) struct Placed {
    pub(super) node: usize,
    /// Where lines arrive; from a voice, where they start.
    pub(super) at: Point,
    pub(super) name: String,
    /// The claims of a voice, in short.
    pub(super) claims: String,
}

#[derive(Debug)]
pub(super) struct Head {
    pub(super) at: Point,
    pub(super) words: Message,
}

#[derive(Debug)]
pub(super) struct Layout {
    pub(super) height: i32,
    pub(super) heads: Vec<Head>,
    pub(super) nodes: Vec<Placed>,
    /// By edge, the points that its line runs through.
    pub(super) lines: Vec<Vec<Point>>,
}

/// A column: where its nodes stand and how wide its labels are.
struct Column {
    x: i32,
    width: i32,
    /// By slot, from top to bottom.
    rows: Vec<i32>,
}

impl Layout {
    /// Places the figure of a brief.
    pub(super) fn of(describer: &Describer<'_>) -> Self {
        let figure = &describer.analysis.figure;
        let mut labels: Vec<Label> = figure
            .nodes
            .iter()
            .enumerate()
            .map(|(index, node)| Label::of(describer, index, node))
            .collect();
        fit(figure, &mut labels);
        let columns = place_columns(figure, &labels);
        let lowest = columns.iter().flat_map(|column| &column.rows).max();
        let layout = Self {
            height: lowest.copied().unwrap_or(TOP) + ROW / 2 + 2,
            heads: heads(figure, &columns),
            lines: lines(figure, &columns, &labels),
            nodes: nodes(figure, &columns, labels),
        };
        if describer.right_to_left {
            layout.mirrored()
        } else {
            layout
        }
    }

    /// Turns the drawing round: it begins where its readers begin.
    fn mirrored(mut self) -> Self {
        let heads = self.heads.iter_mut().map(|head| &mut head.at);
        let lines = self.lines.iter_mut().flatten();
        let nodes = self.nodes.iter_mut().map(|placed| &mut placed.at);
        for point in heads.chain(lines).chain(nodes) {
            point.x = WIDTH - point.x;
        }
        self
    }
}

/// What a node is called, and the claims of a voice.
#[derive(Default)]
struct Label {
    name: String,
    claims: String,
}

impl Label {
    fn of(describer: &Describer<'_>, index: usize, node: &Node) -> Self {
        let locale = describer.locale;
        let voice = |name: String| Self {
            name,
            claims: claims_of(&describer.analysis.figure, index),
        };
        let other = |name: String| Self {
            name,
            claims: String::new(),
        };
        match node {
            Node::Voice(id) => voice(describer.speaker(*id).into_owned()),
            Node::MoreVoices(ids) => voice(locale.counted(Message::MoreVoices, ids.len())),
            Node::Source(id, _) => other(describer.source(*id).into_owned()),
            Node::MoreSources(ids) => other(locale.counted(Message::MoreSources, ids.len())),
            Node::Brief => other(locale.text(Message::ThisBrief).to_owned()),
        }
    }

    fn width(&self) -> i32 {
        let claims = if self.claims.is_empty() {
            0
        } else {
            width::of(&self.claims) + width::of(" ")
        };
        width::of(&self.name) + claims + PAD
    }

    fn cut(&mut self, most: i32) {
        let rest = self.width() - width::of(&self.name);
        self.name = cut(&self.name, most - rest);
    }
}

/// Cuts the longest labels until all columns fit beside each other.
fn fit(figure: &Figure, labels: &mut [Label]) {
    let gaps = GAP * (as_units(figure.columns.len()) - 1);
    let mut most = WIDEST;
    while most > NARROWEST {
        let total: i32 = column_widths(figure, labels)
            .iter()
            .map(|width| width.min(&most))
            .sum();
        if total + gaps <= WIDTH {
            break;
        }
        most -= 5;
    }
    for label in labels {
        label.cut(most);
    }
}

fn as_units(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// Returns how wide the labels of each column are.
fn column_widths(figure: &Figure, labels: &[Label]) -> Vec<i32> {
    let slot_width = |slot: &Slot| match slot {
        Slot::Node(node) => labels[*node].width(),
        Slot::Lane(_) => 0,
    };
    figure
        .columns
        .iter()
        .map(|slots| slots.iter().map(slot_width).max().unwrap_or(0))
        .collect()
}

/// Returns the claims that leave a voice: the first few, and how many more.
fn claims_of(figure: &Figure, voice: usize) -> String {
    const MOST: usize = 6;
    let mut claims: Vec<_> = figure
        .edges
        .iter()
        .filter(|edge| edge.from == voice)
        .flat_map(|edge| edge.claims.iter().copied())
        .collect();
    claims.sort_unstable();
    claims.dedup();
    let mut words: Vec<String> = claims.iter().take(MOST).map(ToString::to_string).collect();
    if claims.len() > MOST {
        words.push(format!("+{}", claims.len() - MOST));
    }
    words.join(" ")
}

fn place_columns(figure: &Figure, labels: &[Label]) -> Vec<Column> {
    let widths = column_widths(figure, labels);
    let gaps = as_units(widths.len()).max(2) - 1;
    let gap = ((WIDTH - widths.iter().sum::<i32>()) / gaps).clamp(GAP / 2, MOST_GAP);
    let mut columns: Vec<Column> = Vec::new();
    let mut left = 0;
    for (index, (slots, width)) in figure.columns.iter().zip(widths).enumerate() {
        // Voices end where their lines start; sources begin where lines arrive.
        let x = if index == 0 { left + width } else { left };
        let rows = if index == 0 {
            (TOP..).step_by(ROW as usize).take(slots.len()).collect()
        } else {
            rows(figure, &columns, slots)
        };
        columns.push(Column { x, width, rows });
        left += width + gap;
    }
    columns
}

/// Returns how far apart the middles of two slots are.
fn apart(above: &Slot, below: &Slot) -> i32 {
    let room = |slot: &Slot| match slot {
        Slot::Node(_) => ROW,
        Slot::Lane(_) => LANE,
    };
    i32::midpoint(room(above), room(below))
}

/// Places a column's slots near the middle of what leads to them, in order and apart.
fn rows(figure: &Figure, columns: &[Column], slots: &[Slot]) -> Vec<i32> {
    let mut rows: Vec<i32> = Vec::with_capacity(slots.len());
    for (index, slot) in slots.iter().enumerate() {
        let wanted = wanted(figure, columns, *slot);
        let least = rows
            .last()
            .map_or(TOP, |above| above + apart(&slots[index - 1], slot));
        rows.push(wanted.max(least));
    }
    // What was pushed down too far is drawn back up, from the bottom.
    let floor = columns
        .first()
        .and_then(|voices| voices.rows.last())
        .copied();
    let taken: i32 = slots.windows(2).map(|pair| apart(&pair[0], &pair[1])).sum();
    let mut ceiling = floor.unwrap_or(TOP).max(TOP + taken);
    for index in (0..slots.len()).rev() {
        rows[index] = rows[index].min(ceiling);
        if let Some(above) = index.checked_sub(1) {
            ceiling = rows[index] - apart(&slots[above], &slots[index]);
        }
    }
    rows
}

/// Returns the mean row of what leads to a slot.
fn wanted(figure: &Figure, columns: &[Column], slot: Slot) -> i32 {
    let from: Vec<i32> = match slot {
        Slot::Node(node) => figure
            .edges
            .iter()
            .enumerate()
            .filter(|(_, edge)| edge.to == node)
            .filter_map(|(index, edge)| last_row(figure, columns, index, edge.from))
            .collect(),
        Slot::Lane(edge) => last_row(figure, columns, edge, figure.edges[edge].from)
            .into_iter()
            .collect(),
    };
    let count = i32::try_from(from.len()).unwrap_or(1).max(1);
    if from.is_empty() {
        TOP
    } else {
        from.iter().sum::<i32>() / count
    }
}

/// Returns the row at which an edge stands in the last column placed so far that it touches.
fn last_row(figure: &Figure, columns: &[Column], edge: usize, from: usize) -> Option<i32> {
    let touches = |slot: &Slot| *slot == Slot::Lane(edge) || *slot == Slot::Node(from);
    figure
        .columns
        .iter()
        .zip(columns)
        .rev()
        .find_map(|(slots, column)| {
            let at = slots.iter().position(touches)?;
            column.rows.get(at).copied()
        })
}

fn heads(figure: &Figure, columns: &[Column]) -> Vec<Head> {
    let last = columns.len().saturating_sub(1);
    columns
        .iter()
        .enumerate()
        .filter(|(index, _)| (1..last).contains(index))
        .map(|(index, column)| Head {
            at: Point {
                x: column.x - 4,
                y: 10,
            },
            words: what_happens_in(figure, index),
        })
        .collect()
}

/// Returns what the sources of a column do.
fn what_happens_in(figure: &Figure, column: usize) -> Message {
    let slots = figure.columns.get(column).map_or(&[][..], Vec::as_slice);
    let does = |wanted: SourceRole| {
        slots.iter().any(|slot| match slot {
            Slot::Node(node) => match &figure.nodes[*node] {
                Node::Source(_, role) => *role == wanted,
                Node::MoreSources(_) => wanted == SourceRole::First,
                Node::Voice(_) | Node::MoreVoices(_) | Node::Brief => false,
            },
            Slot::Lane(_) => false,
        })
    };
    match (
        does(SourceRole::First),
        does(SourceRole::Relay),
        does(SourceRole::FirstAndRelay),
    ) {
        (true, false, false) => Message::ColumnFirst,
        (_, true, _) | (false, _, true) if column > 1 => Message::ColumnRelays,
        _ => Message::ColumnBoth,
    }
}

fn nodes(figure: &Figure, columns: &[Column], mut labels: Vec<Label>) -> Vec<Placed> {
    let mut placed = Vec::new();
    for (slots, column) in figure.columns.iter().zip(columns) {
        for (slot, row) in slots.iter().zip(&column.rows) {
            if let Slot::Node(node) = slot {
                let Label { name, claims } = std::mem::take(&mut labels[*node]);
                placed.push(Placed {
                    node: *node,
                    at: Point {
                        x: column.x,
                        y: *row,
                    },
                    name,
                    claims,
                });
            }
        }
    }
    placed
}

/// Returns the points of every line: from the end of the label at its left, flat through the
/// lanes of the columns between, to the dot at its right.
fn lines(figure: &Figure, columns: &[Column], labels: &[Label]) -> Vec<Vec<Point>> {
    let mut lines: Vec<Vec<Point>> = vec![Vec::new(); figure.edges.len()];
    for (index, (slots, column)) in figure.columns.iter().zip(columns).enumerate() {
        for (slot, &y) in slots.iter().zip(&column.rows) {
            match slot {
                Slot::Lane(edge) => {
                    lines[*edge].push(Point { x: column.x, y });
                    lines[*edge].push(Point {
                        x: column.x + column.width,
                        y,
                    });
                }
                Slot::Node(node) => {
                    let start = if index == 0 {
                        column.x
                    } else {
                        column.x + 18 + width::of(&labels[*node].name)
                    };
                    for (edge, line) in figure.edges.iter().zip(&mut lines) {
                        if edge.from == *node {
                            line.push(Point { x: start, y });
                            if index > 0 && start < column.x + column.width {
                                line.push(Point {
                                    x: column.x + column.width,
                                    y,
                                });
                            }
                        } else if edge.to == *node {
                            line.push(Point { x: column.x - 4, y });
                        }
                    }
                }
            }
        }
    }
    lines
}
