//! Draws texts, dots and lines, from the side on which its readers begin.

use std::fmt::{Display, Write as _};

use super::svg::{GROUND, INK, QUIET, Svg};
use super::width::{Lines, SIZE};
use crate::analysis::record::Record;

/// How round the corners of lines are.
pub(super) const CORNER: i32 = 5;

/// What a text looks like.
#[derive(Clone, Copy)]
pub(super) struct Face {
    pub(super) class: &'static str,
    pub(super) size: i32,
    pub(super) weight: &'static str,
    pub(super) colour: &'static str,
}

impl Face {
    pub(super) const fn new(class: &'static str, size: i32, colour: &'static str) -> Self {
        Self {
            class,
            size,
            weight: "normal",
            colour,
        }
    }

    pub(super) const fn bold(self) -> Self {
        Self {
            weight: "bold",
            ..self
        }
    }
}

/// Which end of a text stands at its point, as its readers go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Begin,
    End,
}

/// A drawing, and whether it is turned round.
pub(super) struct Pen {
    pub(super) svg: Svg,
    pub(super) width: i32,
    pub(super) right_to_left: bool,
}

/// The path of a line.
#[derive(Default)]
pub(super) struct Path(String);

impl Pen {
    pub(super) fn x(&self, x: i32) -> i32 {
        if self.right_to_left {
            self.width - x
        } else {
            x
        }
    }

    pub(super) fn text(&mut self, lines: &Lines, face: Face, anchor: Anchor, (x, y): (i32, i32)) {
        let is_at_left = (anchor == Anchor::Begin) != self.right_to_left;
        let anchor = if is_at_left { "start" } else { "end" };
        let x = self.x(x);
        let mut y = y + face.size / 3;
        self.svg.start("g", &[("class", &face.class)]);
        for line in &lines.texts {
            let attributes: [(_, &dyn Display); 7] = [
                ("x", &x),
                ("y", &y),
                ("text-anchor", &anchor),
                ("font-family", &"serif"),
                ("font-size", &face.size),
                ("font-weight", &face.weight),
                ("fill", &face.colour),
            ];
            self.svg.element("text", &attributes, line);
            y += lines.pitch * face.size / SIZE;
        }
        self.svg.end("g");
    }

    /// Draws the dot of a source: full if it was read.
    pub(super) fn dot(&mut self, (x, y): (i32, i32), was_read: bool) {
        let x = self.x(x);
        let fill = if was_read { INK } else { GROUND };
        let attributes: [(_, &dyn Display); 7] = [
            ("class", &if was_read { "read" } else { "not-read" }),
            ("cx", &x),
            ("cy", &y),
            ("r", &"3.6"),
            ("fill", &fill),
            ("stroke", &INK),
            ("stroke-width", &"1.4"),
        ];
        self.svg.empty("circle", &attributes);
    }

    /// Draws a line on a record; none for what sources pass on.
    pub(super) fn line(&mut self, path: &Path, record: Option<Record>) {
        let (class, width, dashes) = match record {
            Some(Record::OnRecord) => ("on-record", "1.4", None),
            Some(Record::Anonymous) => ("anonymous", "1.4", Some("6 3.5")),
            Some(Record::Document) => ("document", "3.8", None),
            Some(Record::OutletsOwn) => ("outlets-own", "2.1", Some("0.1 3.8")),
            Some(Record::NoSourceNamed) => ("no-source-named", "2.1", Some("0.1 7")),
            Some(Record::Writer) => ("writer", "1.4", Some("10 3 1 3")),
            None => ("relay", "1", None),
        };
        let colour = if record.is_some() { INK } else { QUIET };
        self.stroke(path, (class, colour, width), dashes);
        if record == Some(Record::Document) {
            self.stroke(path, ("core", GROUND, "1.5"), None);
        }
    }

    /// Clears the ground under a line that crosses others, so that it does not seem to join them.
    pub(super) fn clear(&mut self, path: &Path) {
        self.stroke(path, ("cleared", GROUND, "7"), None);
    }

    fn stroke(
        &mut self,
        path: &Path,
        (class, colour, width): (&str, &str, &str),
        dashes: Option<&str>,
    ) {
        if path.0.is_empty() {
            return;
        }
        let mut attributes: Vec<(_, &dyn Display)> = vec![
            ("class", &class),
            ("d", &path.0),
            ("fill", &"none"),
            ("stroke", &colour),
            ("stroke-width", &width),
        ];
        if let Some(dashes) = &dashes {
            attributes.push(("stroke-dasharray", dashes));
        }
        if dashes.is_some_and(|dashes| dashes.starts_with("0.1")) {
            attributes.push(("stroke-linecap", &"round"));
        }
        self.svg.empty("path", &attributes);
    }

    /// Draws the line at which all chains end.
    pub(super) fn bar(&mut self, path: &Path) {
        self.stroke(path, ("brief", INK, "3"), None);
    }

    pub(super) fn rule(&mut self, y: i32, margin: i32) {
        let mut path = Path::default();
        path.from((margin, y), self)
            .along(self.width - margin, self);
        self.stroke(&path, ("rule", "#b9b4aa", "0.8"), None);
    }
}

impl Path {
    pub(super) fn from(&mut self, (x, y): (i32, i32), pen: &Pen) -> &mut Self {
        // Writing to a string cannot fail.
        _ = write!(self.0, "M{} {y}", pen.x(x));
        self
    }

    pub(super) fn along(&mut self, x: i32, pen: &Pen) -> &mut Self {
        _ = write!(self.0, "H{}", pen.x(x));
        self
    }

    pub(super) fn upright(&mut self, y: i32) -> &mut Self {
        _ = write!(self.0, "V{y}");
        self
    }

    /// Bends round a corner to a point.
    pub(super) fn bend(&mut self, corner: (i32, i32), to: (i32, i32), pen: &Pen) -> &mut Self {
        let (corner_x, corner_y) = (pen.x(corner.0), corner.1);
        _ = write!(self.0, "Q{corner_x} {corner_y} {} {}", pen.x(to.0), to.1);
        self
    }
}
