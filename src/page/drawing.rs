//! Draws chains, voice ▏──○──● text, and the lines and dots of the legend.
//!
//! All that a drawing needs stands in attributes of its elements, for programs that know no style
//! sheet. Its width is that of its room: places along it are in hundredths.

use std::fmt::Display;

use super::html::Html;
use crate::analysis::record::Record;

/// Where the first dot and the last stand.
const FIRST: usize = 41;
const LAST: usize = 72;

/// Draws a chain on a record, with its sources: whether each was read, if that is known.
pub(super) fn chain(record: Record, is_read: &[Option<bool>], right_to_left: bool) -> Html {
    let draw = Draw { right_to_left };
    let mut svg = begin("drawing");
    let last = is_read.len().saturating_sub(1);
    let at = |index: usize| FIRST + (LAST - FIRST) * index / last.max(1);
    draw.voice(&mut svg, record, at(0));
    for index in 0..last {
        draw.line(
            &mut svg,
            (at(index), at(index + 1)),
            "5",
            &[("stroke-width", &".8")],
        );
    }
    for (index, is_read) in is_read.iter().enumerate() {
        if let Some(is_read) = is_read {
            draw.dot(&mut svg, at(index), *is_read);
        }
    }
    svg.end("svg");
    svg
}

/// Draws the line of a record alone, for the legend.
pub(super) fn sample(record: Record, right_to_left: bool) -> Html {
    let mut svg = begin("drawing sample");
    Draw { right_to_left }.stroke(&mut svg, record, 100);
    svg.end("svg");
    svg
}

/// Draws a dot alone, for the legend.
pub(super) fn sample_dot(is_read: bool, right_to_left: bool) -> Html {
    let mut svg = begin("drawing sample-dot");
    Draw { right_to_left }.dot(&mut svg, 0, is_read);
    svg.end("svg");
    svg
}

fn begin(class: &'static str) -> Html {
    let mut svg = Html::default();
    let attributes = [
        ("class", &class as &dyn Display),
        ("aria-hidden", &"true"),
        ("width", &"100%"),
        ("height", &"10"),
        ("stroke", &"currentColor"),
        ("fill", &"currentColor"),
        ("stroke-width", &"1.5"),
    ];
    svg.start("svg", &attributes);
    svg
}

/// The names and values of attributes.
type Attributes<'a> = &'a [(&'static str, &'a dyn Display)];

struct Draw {
    right_to_left: bool,
}

impl Draw {
    fn x(&self, at: usize) -> String {
        match if self.right_to_left { 100 - at } else { at } {
            0 => "0".to_owned(),
            at => format!("{at}%"),
        }
    }

    /// Shifts to the middle of a dot that begins at its place, as its name does.
    fn shift(&self) -> &'static str {
        if self.right_to_left {
            "translate(-4)"
        } else {
            "translate(4)"
        }
    }

    /// Draws a line in the style of a record.
    fn stroke(&self, svg: &mut Html, record: Record, to: usize) {
        let strokes: &[(&str, Attributes<'_>)] = match record {
            Record::OnRecord => &[("5", &[("stroke-width", &"1.8")])],
            Record::Anonymous => &[(
                "5",
                &[("stroke-width", &"1.8"), ("stroke-dasharray", &"7 4")],
            )],
            Record::Document => &[
                ("3.4", &[("stroke-width", &"1.1")]),
                ("6.6", &[("stroke-width", &"1.1")]),
            ],
            Record::OutletsOwn => &[(
                "5",
                &[
                    ("stroke-width", &"2.4"),
                    ("stroke-linecap", &"round"),
                    ("stroke-dasharray", &".1 4"),
                ],
            )],
            Record::NoSourceNamed | Record::Writer => &[(
                "5",
                &[
                    ("stroke-width", &"2.4"),
                    ("stroke-linecap", &"round"),
                    ("stroke-dasharray", &".1 7.5"),
                ],
            )],
        };
        for (y, stroke) in strokes {
            self.line(svg, (0, to), y, stroke);
        }
    }

    /// Draws the bar of a voice and the line from it.
    fn voice(&self, svg: &mut Html, record: Record, to: usize) {
        self.stroke(svg, record, to);
        let bar: Attributes<'_> = if self.right_to_left {
            &[
                ("x1", &"100%"),
                ("x2", &"100%"),
                ("transform", &"translate(-1)"),
            ]
        } else {
            &[("x1", &"1"), ("x2", &"1")]
        };
        svg.empty(
            "line",
            &[bar, &[("y2", &"10"), ("stroke-width", &"2")]].concat(),
        );
    }

    fn line(&self, svg: &mut Html, (from, to): (usize, usize), y: &str, stroke: Attributes<'_>) {
        let (from, to) = (self.x(from), self.x(to));
        let ends: Attributes<'_> = &[("x1", &from), ("x2", &to), ("y1", &y), ("y2", &y)];
        // Lines begin at 0 if nothing else is said.
        let (_, all_but_start) = ends.split_at(1);
        let ends = if from == "0" { all_but_start } else { ends };
        let attributes = [ends, stroke].concat();
        svg.empty("line", &attributes);
    }

    /// Draws a dot for what was read and a ring for what was not.
    fn dot(&self, svg: &mut Html, at: usize, is_read: bool) {
        let (x, shift) = (self.x(at), self.shift());
        let circle: Attributes<'_> = &[
            ("cx", &x),
            ("cy", &"5"),
            ("r", &"3.2"),
            ("transform", &shift),
            ("class", &"not-read"),
            ("fill", &"#fff"),
        ];
        let (dot, _) = circle.split_at(4);
        svg.empty("circle", if is_read { dot } else { circle });
    }
}
