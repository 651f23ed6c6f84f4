//! Draws how all claims reached the brief, as an SVG document: voices with their claims, the sources
//! that carry them first, those that pass them on, this brief.
//!
//! Lines run along rows that are theirs alone, and upright between columns. So none passes a text.

mod buses;
mod graph;
mod labels;
mod layout;
mod lines;
mod pen;
mod rows;
mod svg;
#[cfg(test)]
mod tests;
pub(crate) mod width;

use std::fmt::Display;

use crate::analysis::Edition;
use crate::analysis::figure::{Figure, Node};
use crate::describe::{Describer, Locales, Message, filled};
use graph::Graph;
use labels::Labels;
use layout::{LABEL, Layout, MARGIN};
use pen::{Anchor, Face, Path, Pen};
use rows::Rows;
use svg::{ACCENT, GROUND, INK, QUIET, Svg};
use width::{BOLD, Lines, SIZE, lines};

const TITLE: Face = Face::new("title", 15, INK).bold();
const HEAD: Face = Face::new("head", 11, QUIET);
const NAME: Face = Face::new("name", SIZE, INK);
const CLAIMS: Face = Face::new("claims", SIZE, ACCENT);
const BRIEF: Face = Face::new("brief", SIZE, INK).bold();
/// The sample of a line in the legend.
const SAMPLE: i32 = 27;

/// Draws the attribution graph of a brief as an SVG document. None where no voice makes a claim.
pub fn origins_svg(edition: &Edition, locales: &Locales) -> Option<String> {
    let describer = Describer::new(edition, locales);
    let figure = describer.analysis.figure(describer.brief);
    if figure.edges.is_empty() {
        return None;
    }
    let mut graph = Graph::of(&figure, |id| describer.brief.source(id).was_read());
    let rows = Rows::of(&mut graph);
    let labels = Labels::of(&describer, &figure, &graph);
    let drawing = Drawing {
        layout: Layout::of(&graph, &rows, &labels),
        describer,
        figure,
        graph,
        rows,
    };
    Some(drawing.document())
}

struct Drawing<'a> {
    describer: Describer<'a>,
    figure: Figure,
    graph: Graph,
    rows: Rows,
    layout: Layout,
}

impl Drawing<'_> {
    fn document(&self) -> String {
        let mut pen = Pen {
            svg: Svg::default(),
            width: self.layout.width,
            right_to_left: self.describer.right_to_left,
        };
        let topic = self.describer.phrase(&self.describer.brief.parts().topic);
        let title = filled!(self.describer.locale, FigureTitle, "topic": topic);
        let mut y = self.subtitle(&mut pen);
        y = self.heads(y, &mut pen);
        pen.rule(y, MARGIN);
        self.chains(y + 10, &mut pen);
        y += 10 + self.layout.height + 8;
        pen.rule(y, MARGIN);
        let height = self.legend(y + 16, &mut pen) + MARGIN;
        self.framed(&title, height, &pen.svg.0)
    }

    /// Puts what is drawn in an SVG document on a ground of its own, with its chains in words.
    fn framed(&self, title: &str, height: i32, drawn: &str) -> String {
        let width = self.layout.width;
        let view_box = format!("0 0 {width} {height}");
        let lang: &str = &self.describer.brief.parts().lang;
        let attributes: [(_, &dyn Display); 7] = [
            ("xmlns", &"http://www.w3.org/2000/svg"),
            ("role", &"img"),
            ("aria-labelledby", &"title desc"),
            ("xml:lang", &lang),
            ("width", &width),
            ("height", &height),
            ("viewBox", &view_box),
        ];
        let chains = self.describer.figure_in_words(&self.figure).join(".\n") + ".\n";
        let mut svg = Svg::default();
        svg.start("svg", &attributes);
        svg.element("title", &[("id", &"title")], title);
        svg.element("desc", &[("id", &"desc")], &chains);
        let ground = [
            ("width", &width as &dyn Display),
            ("height", &height),
            ("fill", &GROUND),
        ];
        svg.empty("rect", &ground);
        svg.0.push_str(drawn);
        svg.end("svg");
        svg.0
    }

    fn lines(&self, text: &str, most: i32) -> Lines {
        lines(text, most, self.describer.right_to_left)
    }

    /// Draws which brief it is. Returns the height below it.
    fn subtitle(&self, pen: &mut Pen) -> i32 {
        let parts = self.describer.brief.parts();
        let subtitle = filled!(
            self.describer.locale, ExportSubtitle, "topic": self.describer.phrase(&parts.topic),
            "date": parts.as_of.as_str(), "edition": parts.edition.to_string(),
        );
        let most = (self.layout.width - 2 * MARGIN) * SIZE * 100 / (TITLE.size * BOLD);
        let lines = self.lines(&subtitle, most);
        let at = (MARGIN, MARGIN + TITLE.size / 2);
        pen.text(&lines, TITLE, Anchor::Begin, at);
        MARGIN + lines.height() * TITLE.size / SIZE + 8
    }

    /// Draws what stands over the columns, below a height. Returns the height below it.
    fn heads(&self, top: i32, pen: &mut Pen) -> i32 {
        let (layout, locale) = (&self.layout, self.describer.locale);
        let brief = &layout.labels[self.figure.nodes.len() - 1];
        let mut heads = Vec::new();
        for (column, x) in layout.dots.iter().enumerate() {
            let (message, x) = match column {
                0 => (Message::ColumnVoices, *x),
                _ => (labels::head(&self.figure, &self.graph, column), x - 4),
            };
            let end = layout.dots.get(column + 1).copied();
            let end = end.unwrap_or(layout.brief - brief.width() * BOLD / 100);
            let words = self.describer.capitalised(locale.text(message));
            heads.push((x, self.lines(&words, (end - x - 12) * SIZE / HEAD.size)));
        }
        let heights = heads.iter().map(|(_, lines)| lines.height());
        let bottom = top + heights.chain([brief.height()]).max().unwrap_or(0);
        let first_line = |lines: &Lines| bottom - lines.height() + lines.pitch / 2;
        for (x, lines) in &heads {
            pen.text(lines, HEAD, Anchor::Begin, (*x, first_line(lines)));
        }
        let at = (layout.brief, first_line(brief));
        pen.text(brief, BRIEF, Anchor::End, at);
        bottom + 5
    }

    fn chains(&self, top: i32, pen: &mut Pen) {
        let layout = &self.layout;
        self.draw_lines(top, pen);
        let ends = [top - 10, top + layout.height + 8];
        let mut path = Path::default();
        path.from((layout.brief - 1, ends[0]), pen).upright(ends[1]);
        pen.bar(&path);
        let mut named = None;
        for (row, middle) in self.rows.all.iter().zip(&layout.middles) {
            let y = top + middle;
            if let Some(port) = row.port {
                let voice = self.graph.ports[port].voice;
                if named.replace(voice) != Some(voice) {
                    pen.text(&layout.labels[voice], NAME, Anchor::Begin, (MARGIN, y));
                }
                pen.text(
                    &layout.claims_of[port],
                    CLAIMS,
                    Anchor::Begin,
                    (layout.claims, y),
                );
            }
            for source in &row.sources {
                let x = layout.dots[self.graph.columns[*source]];
                pen.dot((x, y), self.graph.was_read[*source]);
                pen.text(&layout.labels[*source], NAME, Anchor::Begin, (x + LABEL, y));
            }
        }
    }

    /// Draws what the lines and dots mean that there are. Returns the height below it.
    fn legend(&self, top: i32, pen: &mut Pen) -> i32 {
        let locale = self.describer.locale;
        let edges = &self.figure.edges;
        let records = self.describer.records();
        let records =
            records.filter(|record| edges.iter().any(|edge| edge.records.contains(*record)));
        let records =
            records.map(|record| (Sample::Line(record), self.describer.record_word(record)));
        let sources = self.figure.nodes.iter().enumerate();
        let sources =
            sources.filter(|(_, node)| matches!(node, Node::Source(..) | Node::MoreSources(_)));
        let was_read: Vec<bool> = sources.map(|(node, _)| self.graph.was_read[node]).collect();
        let dots = [
            (true, Message::DrawingRead),
            (false, Message::DrawingNotRead),
        ];
        let dots = dots
            .into_iter()
            .filter(|(is_read, _)| was_read.contains(is_read));
        let dots = dots.map(|(is_read, words)| (Sample::Dot(is_read), locale.text(words)));
        let (mut x, mut y) = (MARGIN, top);
        for (sample, words) in records.chain(dots) {
            let words = self.lines(&self.describer.name(words), i32::MAX);
            let room = match sample {
                Sample::Line(_) => SAMPLE + 6,
                Sample::Dot(_) => LABEL + 4,
            };
            let width = room + words.first_width() * HEAD.size / SIZE;
            if x > MARGIN && x + width > self.layout.width - MARGIN {
                (x, y) = (MARGIN, y + 20);
            }
            match sample {
                Sample::Line(record) => {
                    let mut path = Path::default();
                    path.from((x, y), pen).along(x + SAMPLE, pen);
                    pen.line(&path, Some(record));
                }
                Sample::Dot(is_read) => pen.dot((x + 4, y), is_read),
            }
            pen.text(&words, HEAD, Anchor::Begin, (x + room, y));
            x += width + 15;
        }
        y + 8
    }
}

enum Sample {
    Line(crate::analysis::record::Record),
    Dot(bool),
}
