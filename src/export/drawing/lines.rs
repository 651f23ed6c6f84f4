//! Draws the lines: along the rows of what they leave, upright before what they reach.

use super::Drawing;
use super::buses::Bus;
use super::layout::{LABEL, Layout};
use super::pen::{CORNER, Path, Pen};
use crate::analysis::record::Record;

/// Between a text and the line that leaves it.
const AFTER_TEXT: i32 = 6;

/// A line that leaves a voice or a source.
struct Leaving<'a> {
    row: usize,
    from: i32,
    record: Option<Record>,
    to: &'a [usize],
    reaches_brief: bool,
}

impl Drawing<'_> {
    /// Draws all lines, with the first row at a height: the upright ones first, so that others pass
    /// over them.
    pub(super) fn draw_lines(&self, top: i32, pen: &mut Pen) {
        let y = |row: usize| top + self.layout.middles[row];
        for (column, buses) in self.layout.buses.iter().enumerate() {
            for bus in buses {
                let x = self.layout.track(column, bus);
                let mut path = Path::default();
                for (from, to) in [(bus.first, bus.own), (bus.own, bus.last)] {
                    if from < to {
                        path.from((x, y(from) + CORNER), pen)
                            .upright(y(to) - CORNER);
                    }
                }
                pen.line(&path, None);
            }
        }
        for leaving in self.leaving() {
            self.draw(&leaving, top, pen);
        }
        for (column, buses) in self.layout.buses.iter().enumerate() {
            for bus in buses {
                self.arrive(bus, column, top, pen);
            }
        }
    }

    fn leaving(&self) -> impl Iterator<Item = Leaving<'_>> {
        let (graph, layout, rows) = (&self.graph, &self.layout, &self.rows);
        let ports = graph.ports.iter().enumerate().map(|(index, port)| Leaving {
            row: rows.of_port[index],
            from: layout.claims + layout.claims_of[index].first_width() + AFTER_TEXT,
            record: port.record,
            to: &port.to,
            reaches_brief: false,
        });
        let sources = rows.all.iter().enumerate();
        let sources =
            sources.flat_map(|(row, of)| of.sources.iter().map(move |source| (row, *source)));
        let sources = sources.map(|(row, source)| Leaving {
            row,
            from: layout.dots[graph.columns[source]]
                + LABEL
                + layout.labels[source].first_width()
                + AFTER_TEXT,
            record: None,
            to: &graph.onward[source],
            reaches_brief: graph.reaches_brief[source],
        });
        ports.chain(sources)
    }

    /// Draws a line along its row, and from there round the corners into the upright ones.
    fn draw(&self, leaving: &Leaving<'_>, top: i32, pen: &mut Pen) {
        let (layout, row) = (&self.layout, leaving.row);
        let y = top + layout.middles[row];
        let mut end = leaving.from;
        let mut corners = Vec::new();
        for source in leaving.to {
            let column = self.graph.columns[*source];
            let Some((bus, x)) = layout.bus_of(*source, column) else {
                end = end.max(layout.dots[column]);
                continue;
            };
            end = end.max(x - CORNER);
            if bus.own != row {
                let down = if bus.own > row { CORNER } else { -CORNER };
                corners.push((x, down));
            }
        }
        if leaving.reaches_brief {
            end = layout.brief;
        }
        pen.clear(&crossing(layout, row, y, (leaving.from, end), pen));
        let mut path = Path::default();
        path.from((leaving.from, y), pen).along(end, pen);
        pen.line(&path, leaving.record);
        for (x, down) in corners {
            let mut path = Path::default();
            path.from((x - CORNER, y), pen)
                .bend((x, y), (x, y + down), pen);
            pen.line(&path, None);
        }
    }

    /// Leads an upright line into its source.
    fn arrive(&self, bus: &Bus, column: usize, top: i32, pen: &mut Pen) {
        let layout = &self.layout;
        let (x, y) = (layout.track(column, bus), top + layout.middles[bus.own]);
        let dot = layout.dots[column];
        pen.clear(&crossing(layout, bus.own, y, (x + CORNER, dot), pen));
        let mut path = Path::default();
        for (has_some, from) in [
            (bus.first < bus.own, y - CORNER),
            (bus.last > bus.own, y + CORNER),
        ] {
            if has_some {
                path.from((x, from), pen).bend((x, y), (x + CORNER, y), pen);
            }
        }
        let row = &self.rows.all[bus.own];
        let is_first = row.port.is_none() && row.sources.first() == Some(&bus.source);
        let from = if is_first { x + CORNER } else { x - CORNER };
        path.from((from, y), pen).along(dot, pen);
        pen.line(&path, None);
    }
}

/// Returns the pieces of a line along a row where it passes over upright ones.
fn crossing(layout: &Layout, row: usize, y: i32, (from, to): (i32, i32), pen: &Pen) -> Path {
    let mut path = Path::default();
    for (column, buses) in layout.buses.iter().enumerate() {
        for bus in buses.iter().filter(|bus| bus.is_crossed_by(row)) {
            let x = layout.track(column, bus);
            if from < x && x < to {
                path.from((x - 4, y), pen).along(x + 4, pen);
            }
        }
    }
    path
}
