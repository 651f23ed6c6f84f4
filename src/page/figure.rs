//! Draws the attribution figure of the page as SVG, with the same chains in words.

mod layout;
mod width;

use std::fmt::{Display, Write as _};

use serde::Serialize;

use super::html::{Html, class_of};
use crate::analysis::figure::Node;
use crate::analysis::record::Record;
use crate::describe::{Describer, Message, Piece, Sink as _, begins_right_to_left, filled, pieces};
use layout::{Layout, Placed, Point};

/// The figure.
#[derive(Debug, Serialize)]
pub(super) struct FigureView {
    svg: Html,
    caption: String,
    chains: Vec<String>,
    /// Whether the heads of its columns may stand beside the heading of the section.
    beside_heading: bool,
}

impl FigureView {
    /// Draws the figure of a brief; none where no voice makes a claim.
    pub(super) fn of(describer: &Describer<'_>) -> Option<Self> {
        if describer.analysis.figure.edges.is_empty() {
            return None;
        }
        let layout = Layout::of(describer);
        let mut svg = Html::default();
        svg.start(
            "svg",
            &[
                ("role", &"img"),
                ("aria-label", &describer.locale.text(Message::FigureLabel)),
                ("aria-describedby", &"chains"),
                ("viewBox", &view_box(&layout)),
            ],
        );
        draw(describer, &layout, &mut svg);
        svg.end("svg");
        Some(Self {
            svg,
            beside_heading: is_clear_of_heading(describer, &layout),
            caption: caption(describer),
            chains: describer.figure_in_words(&describer.analysis.figure),
        })
    }
}

fn view_box(layout: &Layout) -> String {
    format!("0 0 {} {}", layout::WIDTH, layout.height)
}

/// Says whether the section's heading ends before the first head of a column begins. It is set in
/// spaced small capitals, about four thirds as wide as the figure's text.
fn is_clear_of_heading(describer: &Describer<'_>, layout: &Layout) -> bool {
    let heading = width::of(describer.locale.text(Message::Attribution)) * 4 / 3;
    let mut heads = layout.heads.iter();
    heads.all(|head| head.at.x > heading + width::SIZE)
}

fn caption(describer: &Describer<'_>) -> String {
    let locale = describer.locale;
    let strokes = describer.records().filter_map(|record| {
        Some(locale.text(match record {
            Record::OnRecord => Message::StrokeOnRecord,
            Record::Anonymous => Message::StrokeAnonymous,
            Record::Document => Message::StrokeDocument,
            Record::OutletsOwn => Message::StrokeOutletsOwn,
            Record::NoSourceNamed => Message::StrokeNoSourceNamed,
            // A judgement came by no chain.
            Record::Writer => return None,
        }))
    });
    let strokes: Vec<&str> = strokes.collect();
    let strokes = strokes.join(locale.text(Message::ClauseSeparator));
    filled!(locale, FigureCaption, "strokes": strokes)
}

fn draw(describer: &Describer<'_>, layout: &Layout, out: &mut Html) {
    for head in &layout.heads {
        start_text(out, "column-head", "start", head.at);
        out.text(describer.locale.text(head.words));
        out.end("text");
    }
    for (index, points) in layout.lines.iter().enumerate() {
        let records = describer.analysis.figure.edges[index].records;
        let class = records.weakest().map_or("relay", class_of);
        line(out, class, points);
        if class == "document" {
            line(out, "document-core", points);
        }
    }
    for placed in &layout.nodes {
        node(describer, out, placed);
    }
}

/// Draws the line of an edge through points: flat across columns, curved between them.
fn line(out: &mut Html, class: &str, points: &[Point]) {
    let mut path = String::new();
    for (index, point) in points.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| points[before]);
        let Point { x, y } = *point;
        // Writing to a string cannot fail.
        _ = match before {
            None => write!(path, "M{x} {y}"),
            Some(before) if before.y == y => write!(path, "H{x}"),
            Some(before) => {
                let (middle, from) = (i32::midpoint(before.x, x), before.y);
                write!(path, "C{middle} {from} {middle} {y} {x} {y}")
            }
        };
    }
    out.empty("path", &[("class", &format!("edge {class}")), ("d", &path)]);
}

fn node(describer: &Describer<'_>, out: &mut Html, placed: &Placed) {
    let (dot, class) = match &describer.analysis.figure.nodes[placed.node] {
        Node::Voice(_) | Node::MoreVoices(_) => (None, "voice"),
        Node::Source(id, _) if describer.brief.source(*id).was_read() => (Some("read"), "source"),
        Node::Source(..) | Node::MoreSources(_) => (Some("relayed"), "source"),
        Node::Brief => (Some("read"), "brief"),
    };
    let Point { x, y } = placed.at;
    if let Some(dot) = dot {
        out.empty(
            "circle",
            &[("class", &dot), ("cx", &x), ("cy", &y), ("r", &"3.4")],
        );
    }
    let (anchor, after) = if class == "voice" {
        ("end", -7)
    } else {
        ("start", 8)
    };
    let shift = if describer.right_to_left {
        -after
    } else {
        after
    };
    let at = Point {
        x: x + shift,
        y: y + 4,
    };
    start_text(out, class, anchor, at);
    if let Some(Piece::Isolate(rest)) = pieces(&placed.name).next()
        && begins_right_to_left(rest) != describer.right_to_left
    {
        // Browsers anchor a text by the direction of its first character: that is no name's.
        out.text(if describer.right_to_left {
            "\u{200F}"
        } else {
            "\u{200E}"
        });
    }
    label(out, &placed.name);
    if !placed.claims.is_empty() {
        out.text(" ");
        out.element("tspan", &[("class", &"claim-ids")], &placed.claims);
    }
    out.end("text");
}

/// Writes a label, with each name that is set apart in a span of its own.
fn label(out: &mut Html, text: &str) {
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) => out.text(text),
            Piece::Isolate(_) | Piece::Directed(_) => {
                let direction = match piece {
                    Piece::Directed(direction) => direction,
                    Piece::Isolate(rest) if begins_right_to_left(rest) => "rtl",
                    Piece::Isolate(_) | Piece::Text(_) | Piece::End => "ltr",
                };
                let isolates = [
                    ("unicode-bidi", &"isolate" as &dyn Display),
                    ("direction", &direction),
                ];
                out.start("tspan", &isolates);
            }
            Piece::End => out.end("tspan"),
        }
    }
}

fn start_text(out: &mut Html, class: &str, anchor: &str, at: Point) {
    out.start(
        "text",
        &[
            ("class", &class),
            ("text-anchor", &anchor),
            ("x", &at.x),
            ("y", &at.y),
        ],
    );
}
