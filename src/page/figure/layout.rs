//! Where everything in the figure stands.

use super::text::{cut, width};
use crate::analysis::figure::{Figure, Node, Slot};
use crate::page::names;
use crate::page::view::Subject;
use crate::page::words::{Count, Number};

/// The width of the drawing, in its own units; about 0.24 mm on paper.
pub(super) const WIDTH: i32 = 720;
/// The room that a row takes.
const ROW: i32 = 21;
/// The room that a passing road takes.
const LANE: i32 = 12;
/// The middle of the first row.
const TOP: i32 = 32;
/// The least room between columns.
const GAP: i32 = 44;
/// The widest that a label may be, by how it is cut otherwise.
const WIDEST: i32 = 250;

/// A point of the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) x: i32,
    pub(super) y: i32,
}

/// A node and its place.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) node: usize,
    /// Where roads arrive; from a voice, where they start.
    pub(super) at: Point,
    pub(super) name: String,
    /// The claims of a voice, in short.
    pub(super) claims: String,
}

/// What stands above a column.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) at: Point,
    pub(super) words: &'static str,
}

/// The figure with places.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) height: i32,
    pub(super) heads: Vec<Head>,
    pub(super) nodes: Vec<Placed>,
    /// By edge, the points that its road runs through.
    pub(super) roads: Vec<Vec<Point>>,
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
    pub(super) fn of(subject: &Subject<'_>) -> Self {
        let figure = &subject.analysis.figure;
        let most = most_label_width(figure.columns.len());
        let labels: Vec<(String, String)> = figure
            .nodes
            .iter()
            .enumerate()
            .map(|(index, node)| label(subject, index, node, most))
            .collect();
        let columns = place_columns(figure, &labels);
        let lowest = columns.iter().flat_map(|column| &column.rows).max();
        Self {
            height: lowest.copied().unwrap_or(TOP) + ROW / 2 + 2,
            heads: heads(&columns),
            roads: roads(figure, &columns, &labels),
            nodes: nodes(figure, &columns, labels),
        }
    }
}

/// Returns how wide a label may be so that all columns and the gaps between them fit.
fn most_label_width(columns: usize) -> i32 {
    let columns = i32::try_from(columns).unwrap_or(i32::MAX).max(2);
    ((WIDTH - GAP * (columns - 1)) / columns).min(WIDEST)
}

fn label(subject: &Subject<'_>, index: usize, node: &Node, most: i32) -> (String, String) {
    let brief = subject.brief;
    match node {
        Node::Voice(_) | Node::MoreVoices(_) => {
            let name = match node {
                Node::Voice(id) => names::voice_in_short(brief, *id),
                Node::MoreVoices(ids) => Count(ids.len(), "more voice").to_string(),
                Node::Work(..) | Node::MoreWorks(_) | Node::Brief => String::new(),
            };
            let claims = claims_of(&subject.analysis.figure, index);
            let room = most - width(&claims) - width("  ");
            (cut(&name, room), claims)
        }
        Node::Work(id, _) => (cut(&brief.source(*id).name, most), String::new()),
        Node::MoreWorks(ids) => (Count(ids.len(), "more work").to_string(), String::new()),
        Node::Brief => ("this brief".to_owned(), String::new()),
    }
}

/// Returns the claims that leave a voice: the first few, and how many more.
fn claims_of(figure: &Figure, voice: usize) -> String {
    const MOST: usize = 4;
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
        words.push(format!("+{}", Number(claims.len() - MOST)));
    }
    words.join(" ")
}

fn place_columns(figure: &Figure, labels: &[(String, String)]) -> Vec<Column> {
    let label_width = |slot: &Slot| match slot {
        Slot::Node(node) => {
            let (name, claims) = &labels[*node];
            width(name)
                + if claims.is_empty() {
                    0
                } else {
                    width(claims) + 4
                }
        }
        Slot::Lane(_) => 0,
    };
    let widths: Vec<i32> = figure
        .columns
        .iter()
        .map(|slots| slots.iter().map(label_width).max().unwrap_or(0) + 8)
        .collect();
    let gaps = i32::try_from(widths.len()).unwrap_or(2).max(2) - 1;
    let gap = ((WIDTH - widths.iter().sum::<i32>()) / gaps).max(GAP / 2);
    let mut columns: Vec<Column> = Vec::new();
    let mut left = 0;
    for (index, (slots, width)) in figure.columns.iter().zip(widths).enumerate() {
        // Voices end where their roads start; works begin where roads arrive.
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

/// Places a column's slots near the middle of what leads to them, in order and apart.
fn rows(figure: &Figure, columns: &[Column], slots: &[Slot]) -> Vec<i32> {
    let room = |slot: &Slot| match slot {
        Slot::Node(_) => ROW,
        Slot::Lane(_) => LANE,
    };
    let mut rows: Vec<i32> = Vec::with_capacity(slots.len());
    for (index, slot) in slots.iter().enumerate() {
        let wanted = wanted(figure, columns, *slot);
        let least = rows.last().map_or(TOP, |above| {
            above + i32::midpoint(room(&slots[index - 1]), room(slot))
        });
        rows.push(wanted.max(least));
    }
    // What was pushed down too far is drawn back up, from the bottom.
    let floor = columns
        .first()
        .and_then(|voices| voices.rows.last())
        .copied();
    let mut ceiling = floor.unwrap_or(i32::MAX).max(TOP);
    for index in (0..slots.len()).rev() {
        rows[index] = rows[index].min(ceiling).max(TOP);
        let above = index
            .checked_sub(1)
            .map_or(ROW, |above| room(&slots[above]));
        ceiling = rows[index] - i32::midpoint(room(&slots[index]), above);
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

fn heads(columns: &[Column]) -> Vec<Head> {
    let last = columns.len().saturating_sub(1);
    columns
        .iter()
        .enumerate()
        .filter(|(index, _)| *index < last)
        .map(|(index, column)| Head {
            at: Point {
                x: if index == 0 { 0 } else { column.x - 4 },
                y: 12,
            },
            words: match index {
                0 => "who says so",
                1 => "first stated in",
                _ => "passed on by",
            },
        })
        .collect()
}

fn nodes(figure: &Figure, columns: &[Column], mut labels: Vec<(String, String)>) -> Vec<Placed> {
    let mut placed = Vec::new();
    for (slots, column) in figure.columns.iter().zip(columns) {
        for (slot, row) in slots.iter().zip(&column.rows) {
            if let Slot::Node(node) = slot {
                let (name, claims) = std::mem::take(&mut labels[*node]);
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

/// Returns the points of every road: from the end of the label at its left, flat through the
/// lanes of the columns between, to the dot at its right.
fn roads(figure: &Figure, columns: &[Column], labels: &[(String, String)]) -> Vec<Vec<Point>> {
    let mut roads: Vec<Vec<Point>> = vec![Vec::new(); figure.edges.len()];
    for (index, (slots, column)) in figure.columns.iter().zip(columns).enumerate() {
        for (slot, &y) in slots.iter().zip(&column.rows) {
            match slot {
                Slot::Lane(edge) => {
                    roads[*edge].push(Point { x: column.x, y });
                    roads[*edge].push(Point {
                        x: column.x + column.width,
                        y,
                    });
                }
                Slot::Node(node) => {
                    let start = if index == 0 {
                        column.x
                    } else {
                        column.x + 14 + width(&labels[*node].0)
                    };
                    for (edge, road) in figure.edges.iter().zip(&mut roads) {
                        if edge.from == *node {
                            road.push(Point { x: start, y });
                            if index > 0 && start < column.x + column.width {
                                road.push(Point {
                                    x: column.x + column.width,
                                    y,
                                });
                            }
                        } else if edge.to == *node {
                            road.push(Point { x: column.x - 4, y });
                        }
                    }
                }
            }
        }
    }
    roads
}
