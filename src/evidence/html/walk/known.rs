//! Writes what elements of HTML have besides text in them: line breaks, frames, scripts.

use super::super::FRAME_ADDRESS;
use super::super::data;
use super::super::elements::is_field;
use super::super::look::{Display, Gap, Style};
use super::super::style::Added;
use super::super::tree::{Content, Node};
use super::super::worded::{unescaped, words_of};
use super::{Around, Walker, walk_frame};
use crate::characters::is_all_emoji;

/// A part of a drawn text that stands so many pixels lower is of another line.
const LINE: f32 = 12.0;
/// What a picture shows in more bytes is no part of the text around it.
const MOST_OF_A_PICTURE: usize = 32;
/// Pages in frames in pages are not read any deeper.
const MOST_FRAMES: usize = 3;

impl Walker<'_> {
    /// Writes what elements of HTML have besides text in them.
    pub(super) fn enter_known(&mut self, id: usize, root: usize) {
        let node = &self.tree.nodes[id];
        self.column();
        for (name, value) in node.attributes() {
            if let Some(words) = words_of(name, value) {
                self.writer.add_code(&words);
            }
        }
        match &*node.name.local {
            "img" => self.picture(node),
            "li" => self.item(node),
            "canvas" | "svg" => self.writer.picture(),
            "br" => self.writer.line_break(),
            "q" => self.writer.open_quote(),
            "input" => self.input(id, root),
            "textarea" => self.area(id, root),
            "select" if is_field(node) => self.choice(id, root),
            "optgroup" | "option" => self.label(node),
            "script" => {
                let code = self.tree_text(node);
                self.writer.add_code(&unescaped(&code));
            }
            "embed" | "frame" | "iframe" | "object" => self.another_page(node),
            "tspan" if node.previous.is_some() => self.part_of_text(node),
            _ if self.is_bare_picture(node) => self.writer.picture(),
            _ => {}
        }
    }

    /// Writes the page that stands in an element, if the file holds it.
    fn another_page(&mut self, node: &Node) {
        let address = if node.is("object") { "data" } else { "src" };
        let page = node.attribute("srcdoc").filter(|_| node.is("iframe"));
        if let Some(page) = page {
            let from = self.writer.shown_so_far();
            self.frame(page);
            let address = node.attribute(&FRAME_ADDRESS).unwrap_or_default();
            self.writer.end_frame(from, address);
        } else if let Some(page) = node.attribute(address).and_then(data::page) {
            self.frame(&page);
        } else if node.is("object") {
            self.writer.picture();
        }
    }

    /// Doubts what is in a table of which a column is hidden.
    fn column(&mut self) {
        let is_column = |around: &Around| around.style.display == Display::Column;
        let is_hidden = |last: &Around| is_column(last) && last.style.is_collapsed;
        if self.around.last().is_some_and(is_hidden) {
            let mut around = self.around.iter_mut().rev();
            if let Some(table) = around.find(|around| !is_column(around)) {
                table.style.is_doubtful = true;
            }
        }
    }

    /// Returns what style sheets write before and after an element, and doubts the words over which that lies.
    pub(super) fn added(
        &self,
        id: usize,
        root: usize,
        style: &mut Style,
        is_hidden: bool,
    ) -> [Option<Added>; 2] {
        if is_hidden || self.is_in_hidden() {
            return [None, None];
        }
        let added = self.styles.written(id, root, style);
        let is_covered = added.iter().flatten().any(|added| added.covers);
        style.is_doubtful |= is_covered && self.is_of_text(id);
        added
    }

    /// Writes what a style sheet adds, which may be seen where the text is not.
    pub(super) fn written(&mut self, added: &Added) {
        let is_shown = self.writer.is_shown();
        if !is_shown {
            self.writer.show();
        }
        self.writer.written(added);
        if !is_shown {
            self.writer.end();
        }
    }

    /// Writes an emoji for which a page has a picture; a text may leave it out. Other pictures may be large first
    /// letters.
    fn picture(&mut self, node: &Node) {
        let words = node.attribute("alt").unwrap_or_default().trim();
        if is_all_emoji(words) {
            let from = self.writer.here();
            self.text(words);
            self.writer.end_raised(from, true);
        } else {
            if words.contains(char::is_alphanumeric) && words.len() <= MOST_OF_A_PICTURE {
                self.writer.draw(words);
            }
            self.writer.picture();
        }
    }

    /// Says whether nothing is seen of an element but a picture behind it.
    fn is_bare_picture(&self, node: &Node) -> bool {
        let around = self.around.last();
        node.first.is_none() && around.is_some_and(|around| around.style.has_picture)
    }

    fn tree_text(&self, node: &Node) -> String {
        let first = node.first.map(|child| &self.tree.nodes[child].content);
        match first {
            Some(Content::Text(text)) => text.to_string(),
            Some(
                Content::Element { .. }
                | Content::Comment(_)
                | Content::ShadowRoot { .. }
                | Content::Other,
            )
            | None => String::new(),
        }
    }

    /// Sets a part of a drawn text apart: another line, or another place in its line.
    fn part_of_text(&mut self, node: &Node) {
        let has = |name: &str| node.attribute(name).is_some();
        let down = node.attribute("dy").unwrap_or_default().trim();
        let is_em = down.ends_with("em");
        let down = down.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
        let down: f32 = down.parse().unwrap_or_default();
        let line = if is_em { LINE / 16.0 } else { LINE };
        if has("y") || down.abs() >= line {
            self.writer.line_break();
        } else if ["x", "dx", "dy"].into_iter().any(has) {
            self.writer.gap(Gap::Perhaps);
        }
    }

    fn frame(&mut self, page: &str) {
        if self.depth == MOST_FRAMES {
            self.writer.add_hidden(page);
            return;
        }
        self.writer.edge();
        let around = self.around.last();
        let style = Style {
            is_doubtful: around.is_some_and(|around| around.style.is_doubtful),
            is_below: around.is_some_and(|around| around.style.is_below),
            ..Style::of_page()
        };
        self.is_read &= walk_frame(page, self.writer, Some(style), self.depth + 1, self.work);
        self.writer.edge();
    }
}
