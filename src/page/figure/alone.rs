//! The figure as a file of its own: the drawing of the page, with a style that it brings along.

use std::fmt::Write as _;

use super::layout::{self, Layout};
use super::{draw, roads};
use crate::analysis::Edition;
use crate::describe::{Locales, Message};
use crate::page::html;
use crate::page::view::Subject;

/// What the page's style sheets say of the figure, in colours that need no page. Not every
/// program that shows an SVG knows CSS variables.
const STYLE: &str = "\
text{fill:#1c1b18;font:12px serif}\
.brief{font-weight:600}\
.column-head{fill:#55514a;font-size:11px}\
.claim-ids{fill:#12405c}\
circle{fill:#1c1b18;stroke:#1c1b18;stroke-width:1.4}\
circle.relayed{fill:#fff}\
.road{fill:none;stroke:#1c1b18;stroke-width:1.3}\
.road.document{stroke-width:3.6}\
.road.document-core{stroke:#fff;stroke-width:1.4}\
.road.anonymous{stroke-dasharray:6 3.5}\
.road.outlets-own{stroke-dasharray:.1 3.6;stroke-linecap:round;stroke-width:2}\
.road.writer{stroke-dasharray:10 3 1 3}\
.road.relay{stroke:#55514a;stroke-width:.9}";

/// Draws the attribution figure of a brief as an SVG document: the drawing of the page, on a
/// ground of its own, its title and its roads in words inside. None where no voice makes a claim.
pub fn svg_alone(edition: &Edition, locales: &Locales) -> Option<String> {
    if edition.analysis().figure.edges.is_empty() {
        return None;
    }
    let subject = Subject::new(edition, locales);
    let layout = Layout::of(&subject);
    let (width, height) = (layout::WIDTH, layout.height);
    let direction = if subject.right_to_left {
        " direction=\"rtl\""
    } else {
        ""
    };
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" \
         aria-labelledby=\"title desc\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\"{direction}>\n<title id=\"title\">"
    );
    let topic = [("topic", (&*edition.brief().parts().topic).into())];
    html::escape(&subject.locale.with(Message::FigureTitle, topic), &mut out);
    out.push_str("</title>\n<desc id=\"desc\">");
    for road in roads::in_words(&subject) {
        html::escape(&road, &mut out);
        out.push_str(".\n");
    }
    _ = write!(
        out,
        "</desc>\n<style>{STYLE}</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
    );
    draw(&subject, &layout, &mut out);
    out.push_str("\n</svg>\n");
    Some(out)
}
