//! The attribution figure as inline SVG, with the same roads in words.
//!
//! [`layout`] gives every node of the analysis a place; this file draws them.

mod alone;
mod layout;
mod roads;
mod text;

use std::fmt::Write as _;

use serde::Serialize;

pub use alone::svg_alone;

use super::html;
use super::view::{Subject, mark};
use crate::analysis::figure::Node;
use crate::analysis::status::RecordStatus;
use crate::describe::Message;
use layout::{Layout, Placed, Point};

/// The figure.
#[derive(Debug, Serialize)]
pub(super) struct FigureView {
    svg: String,
    caption: String,
    roads: Vec<String>,
    /// Whether the heads of its columns may stand beside the heading of the section.
    beside_heading: bool,
}

impl FigureView {
    /// Draws the figure of a brief; none where no voice makes a claim.
    pub(super) fn of(subject: &Subject<'_>) -> Option<Self> {
        let figure = &subject.analysis.figure;
        if figure.edges.is_empty() {
            return None;
        }
        let layout = Layout::of(subject);
        Some(Self {
            svg: svg(subject, &layout),
            beside_heading: is_clear_of_heading(subject, &layout),
            caption: caption(subject),
            roads: roads::in_words(subject),
        })
    }
}

/// Says whether the section's heading ends before the first head of a column begins. It is set in
/// spaced small capitals, about four thirds as wide as the figure's text.
fn is_clear_of_heading(subject: &Subject<'_>, layout: &Layout) -> bool {
    let heading = text::width(subject.locale.text(Message::Attribution)) * 4 / 3;
    let mut heads = layout.heads.iter();
    heads.all(|head| head.at.x > heading + text::SIZE)
}

fn caption(subject: &Subject<'_>) -> String {
    let used = |status: RecordStatus| {
        let statuses = &subject.analysis.statuses;
        statuses.iter().any(|of_claim| of_claim.contains(status))
    };
    let strokes: Vec<&str> = [
        (RecordStatus::OnRecord, Message::StrokeOnRecord),
        (RecordStatus::Anonymous, Message::StrokeAnonymous),
        (RecordStatus::Document, Message::StrokeDocument),
        (RecordStatus::OutletsOwn, Message::StrokeOutletsOwn),
        (RecordStatus::Writer, Message::StrokeWriter),
    ]
    .into_iter()
    .filter(|(status, _)| used(*status))
    .map(|(_, message)| subject.locale.text(message))
    .collect();
    let strokes = strokes.join(subject.locale.text(Message::ClauseSeparator));
    subject
        .locale
        .with(Message::FigureCaption, [("strokes", strokes.into())])
}

fn svg(subject: &Subject<'_>, layout: &Layout) -> String {
    let mut out = String::from("<svg role=\"img\" aria-label=\"");
    html::escape(subject.locale.text(Message::FigureLabel), &mut out);
    _ = write!(
        out,
        "\" aria-describedby=\"roads\" viewBox=\"0 0 {} {}\">",
        layout::WIDTH,
        layout.height
    );
    draw(subject, layout, &mut out);
    out.push_str("</svg>");
    out
}

/// Appends what stands in the drawing.
fn draw(subject: &Subject<'_>, layout: &Layout, out: &mut String) {
    for head in &layout.heads {
        label(
            out,
            "column-head",
            head.at,
            "start",
            subject.locale.text(head.words),
        );
    }
    for (index, points) in layout.roads.iter().enumerate() {
        let statuses = subject.analysis.figure.edges[index].statuses;
        let class = statuses.weakest().map_or("relay", mark);
        road(out, class, points);
        if class == "document" {
            road(out, "document-core", points);
        }
    }
    for placed in &layout.nodes {
        node(subject, out, placed);
    }
}

/// Draws a road through points: flat across columns, curved between them.
fn road(out: &mut String, class: &str, points: &[Point]) {
    _ = write!(out, "<path class=\"road {class}\" d=\"");
    for (index, point) in points.iter().enumerate() {
        if index == 0 {
            _ = write!(out, "M{} {}", point.x, point.y);
        } else {
            let before = points[index - 1];
            if before.y == point.y {
                _ = write!(out, "H{}", point.x);
            } else {
                let middle = i32::midpoint(before.x, point.x);
                _ = write!(
                    out,
                    "C{middle} {} {middle} {} {} {}",
                    before.y, point.y, point.x, point.y
                );
            }
        }
    }
    out.push_str("\"/>");
}

fn node(subject: &Subject<'_>, out: &mut String, placed: &Placed) {
    let figure = &subject.analysis.figure;
    let (dot, class) = match &figure.nodes[placed.node] {
        Node::Voice(_) | Node::MoreVoices(_) => (None, "voice"),
        Node::Work(id, _) if subject.brief.source(*id).was_read() => (Some("read"), "work"),
        Node::Work(..) | Node::MoreWorks(_) => (Some("relayed"), "work"),
        Node::Brief => (Some("read"), "brief"),
    };
    if let Some(dot) = dot {
        _ = write!(
            out,
            "<circle class=\"{dot}\" cx=\"{}\" cy=\"{}\" r=\"3.4\"/>",
            placed.at.x, placed.at.y
        );
    }
    let anchor = if class == "voice" { "end" } else { "start" };
    let after = if class == "voice" { -7 } else { 8 };
    let shift = if subject.right_to_left { -after } else { after };
    _ = write!(
        out,
        "<text class=\"{class}\" text-anchor=\"{anchor}\" x=\"{}\" y=\"{}\">",
        placed.at.x + shift,
        placed.at.y + 4
    );
    html::escape(&placed.name, out);
    if !placed.claims.is_empty() {
        out.push_str(" <tspan class=\"claim-ids\">");
        html::escape(&placed.claims, out);
        out.push_str("</tspan>");
    }
    out.push_str("</text>");
}

fn label(out: &mut String, class: &str, at: Point, anchor: &str, words: &str) {
    _ = write!(
        out,
        "<text class=\"{class}\" text-anchor=\"{anchor}\" x=\"{}\" y=\"{}\">",
        at.x, at.y
    );
    html::escape(words, out);
    out.push_str("</text>");
}
