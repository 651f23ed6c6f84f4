//! Draws the attribution figure as SVG, with the same chains in words: inside the page, and as a
//! file of its own.

mod layout;
mod width;

use std::fmt::{Display, Write as _};

use serde::Serialize;

use super::html::{Html, class_of};
use crate::analysis::figure::Node;
use crate::analysis::record::Record;
use crate::describe::{Describer, Message, Piece, Sink as _, begins_right_to_left, filled, pieces};
use layout::{Layout, Placed, Point};

/// What the page's style sheets say of the figure, in colours that need no page. Not every
/// program that shows an SVG knows CSS variables.
const STYLE: &str = "\
text{fill:#1c1b18;font:12px serif}\
.brief{font-weight:600}\
.column-head{fill:#55514a;font-size:11px}\
.claim-ids{fill:#12405c}\
circle{fill:#1c1b18;stroke:#1c1b18;stroke-width:1.4}\
circle.relayed{fill:#fff}\
.edge{fill:none;stroke:#1c1b18;stroke-width:1.3}\
.edge.document{stroke-width:3.6}\
.edge.document-core{stroke:#fff;stroke-width:1.4}\
.edge.anonymous{stroke-dasharray:6 3.5}\
.edge.no-source-named{stroke-dasharray:.1 7;stroke-linecap:round;stroke-width:2}\
.edge.outlets-own{stroke-dasharray:.1 3.6;stroke-linecap:round;stroke-width:2}\
.edge.writer{stroke-dasharray:10 3 1 3}\
.edge.relay{stroke:#55514a;stroke-width:.9}";

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
            chains: describer.figure_in_words(),
        })
    }
}

fn view_box(layout: &Layout) -> String {
    format!("0 0 {} {}", layout::WIDTH, layout.height)
}

/// Draws the attribution figure of a brief as an SVG document: the drawing of the page, on a
/// ground of its own, its title and its chains in words inside. None where no voice makes a claim.
pub(super) fn document(describer: &Describer<'_>) -> Option<Html> {
    if describer.analysis.figure.edges.is_empty() {
        return None;
    }
    let layout = Layout::of(describer);
    let view_box = view_box(&layout);
    let mut attributes: Vec<(&'static str, &dyn Display)> = vec![
        ("xmlns", &"http://www.w3.org/2000/svg"),
        ("role", &"img"),
        ("aria-labelledby", &"title desc"),
        ("width", &layout::WIDTH),
        ("height", &layout.height),
        ("viewBox", &view_box),
    ];
    if describer.right_to_left {
        attributes.push(("direction", &"rtl"));
    }
    let topic = &*describer.brief.parts().topic;
    let title = filled!(describer.locale, FigureTitle, "topic": topic);
    let chains: String = describer.figure_in_words().join(".\n") + ".\n";
    let mut svg = Html::default();
    svg.start("svg", &attributes);
    svg.text("\n");
    svg.element("title", &[("id", &"title")], &title);
    svg.text("\n");
    svg.start("desc", &[("id", &"desc")]);
    // A description has no elements.
    svg.characters(&chains);
    svg.end("desc");
    svg.text("\n");
    svg.element("style", &[], STYLE);
    svg.text("\n");
    let ground = [
        ("width", &"100%" as &dyn Display),
        ("height", &"100%"),
        ("fill", &"#fff"),
    ];
    svg.empty("rect", &ground);
    svg.text("\n");
    draw(describer, &layout, &mut svg);
    svg.text("\n");
    svg.end("svg");
    svg.text("\n");
    Some(svg)
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
