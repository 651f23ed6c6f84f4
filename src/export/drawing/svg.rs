//! Writes elements of SVG. Each has its own presentation attributes: not every program that shows
//! an SVG reads style sheets.

use std::fmt::{Display, Write as _};

pub(super) const INK: &str = "#1c1b18";
pub(super) const QUIET: &str = "#55514a";
pub(super) const ACCENT: &str = "#12405c";
pub(super) const GROUND: &str = "#fff";

type Attributes<'a> = [(&'static str, &'a dyn Display)];

#[derive(Default)]
pub(super) struct Svg(pub(super) String);

impl Svg {
    pub(super) fn start(&mut self, name: &str, attributes: &Attributes<'_>) {
        self.tag(name, attributes, ">\n");
    }

    pub(super) fn empty(&mut self, name: &str, attributes: &Attributes<'_>) {
        self.tag(name, attributes, "/>\n");
    }

    pub(super) fn element(&mut self, name: &str, attributes: &Attributes<'_>, text: &str) {
        self.tag(name, attributes, ">");
        self.escaped(text);
        self.end(name);
    }

    pub(super) fn end(&mut self, name: &str) {
        // Writing to a string cannot fail.
        _ = writeln!(self.0, "</{name}>");
    }

    fn tag(&mut self, name: &str, attributes: &Attributes<'_>, end: &str) {
        _ = write!(self.0, "<{name}");
        for (name, value) in attributes {
            _ = write!(self.0, " {name}=\"");
            self.escaped(&value.to_string());
            self.0.push('"');
        }
        self.0.push_str(end);
    }

    fn escaped(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                letter => self.0.push(letter),
            }
        }
    }
}
