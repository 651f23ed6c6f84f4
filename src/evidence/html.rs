//! The text of a page of HTML as a reader sees it.
//!
//! Read by `scraper`, which is `html5ever`, the parser of Servo, behind a tree: broken markup means
//! what it means in a browser. `lol_html` would be faster, but sees tags and not elements, so that
//! it cannot tell where a hidden paragraph without an end tag ends; `html2text` sets the text in
//! columns, with marks of its own.

use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{Html, Node};

/// What is no text of the page: code, controls, and the ways to other pages.
const LEFT_OUT: &[&str] = &[
    "audio", "button", "canvas", "datalist", "dialog", "head", "iframe", "nav", "noscript",
    "object", "script", "select", "style", "svg", "template", "textarea", "title", "video",
];

/// Elements that stand in a line of text; all others begin and end one.
const IN_LINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp",
    "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Returns the text of a page: a line for each block, spaces as a browser sets them.
pub(super) fn text(html: &str) -> String {
    let page = Html::parse_document(html);
    let mut writer = Writer::default();
    for edge in page.tree.root().traverse() {
        match edge {
            Edge::Open(node) => writer.open(node.value()),
            Edge::Close(node) => writer.close(node.value()),
        }
    }
    writer.text
}

#[derive(Default)]
struct Writer {
    text: String,
    /// How many elements around the current node are left out.
    left_out: usize,
    /// How many elements around the current node keep their spaces.
    preformatted: usize,
    /// What separates the next word from the last one.
    space: Option<char>,
}

impl Writer {
    fn open(&mut self, node: &Node) {
        match node {
            Node::Element(element) => {
                if is_left_out(element) {
                    self.left_out += 1;
                }
                if element.name() == "pre" {
                    self.preformatted += 1;
                }
                self.edge(element);
            }
            Node::Text(text) if self.left_out == 0 => self.write(text),
            Node::Text(_)
            | Node::Document
            | Node::Fragment
            | Node::Doctype(_)
            | Node::Comment(_)
            | Node::ProcessingInstruction(_) => {}
        }
    }

    fn close(&mut self, node: &Node) {
        if let Node::Element(element) = node {
            self.edge(element);
            if element.name() == "pre" {
                self.preformatted = self.preformatted.saturating_sub(1);
            }
            if is_left_out(element) {
                self.left_out = self.left_out.saturating_sub(1);
            }
        }
    }

    /// Ends a line at the edge of a block that is shown.
    fn edge(&mut self, element: &Element) {
        if self.left_out == 0 && !IN_LINE.contains(&element.name()) {
            self.space = Some('\n');
        }
    }

    fn write(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\n' if self.preformatted > 0 => self.space = Some('\n'),
                ' ' | '\t' | '\n' | '\r' | '\x0C' => _ = self.space.get_or_insert(' '),
                c => {
                    if let Some(space) = self.space.take()
                        && !self.text.is_empty()
                    {
                        self.text.push(space);
                    }
                    self.text.push(c);
                }
            }
        }
    }
}

fn is_left_out(element: &Element) -> bool {
    LEFT_OUT.contains(&element.name())
        || element.attr("hidden").is_some()
        || element.attr("aria-hidden") == Some("true")
        || element.attr("role") == Some("navigation")
        || element.attr("style").is_some_and(hides)
}

/// Says whether a style attribute hides its element.
fn hides(style: &str) -> bool {
    style.split(';').any(|declaration| {
        let compact: String = declaration
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| c.to_ascii_lowercase())
            .collect();
        matches!(
            compact.trim_end_matches("!important"),
            "display:none" | "visibility:hidden"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn code_and_navigation_are_left_out() {
        let html = "<title>T</title><style>p{}</style><nav>Home</nav><p>One<script>two</script> \
            three.</p><template><p>no</p></template><noscript>no</noscript><svg><text>no</text></svg>";
        assert_eq!(text(html), "One three.");
    }

    #[test]
    fn hidden_text_is_left_out() {
        let html = "<p hidden>no<p>yes<span aria-hidden=true>no</span><b style='DISPLAY : none \
            !important'>no</b><i style='display:block'>yes</i>";
        assert_eq!(text(html), "yesyes");
    }

    #[test]
    fn entities_are_decoded() {
        let html = "<p>&ldquo;a&nbsp;b&rdquo; &amp; c &#8212; &lt;d&gt;&shy;";
        assert_eq!(text(html), "“a\u{A0}b” & c — <d>\u{AD}");
    }

    #[test]
    fn blocks_separate_words_and_inline_elements_do_not() {
        let html = "<h1>Head</h1><ul><li>one<li>t<em>w</em>o</ul>a<br>b<table><td>c<td>d</table>";
        assert_eq!(text(html), "Head\none\ntwo\na\nb\nc\nd");
    }

    #[test]
    fn spaces_collapse_as_in_a_browser() {
        assert_eq!(text("<p> a \n <b> b</b>  c </p>  <p>d"), "a b c\nd");
        assert_eq!(text("<pre>a\n  b</pre>"), "a\nb");
    }

    #[test]
    fn broken_markup_means_what_it_means_in_a_browser() {
        assert_eq!(text("<p>a<div>b</p>c</span> <b>d"), "a\nb\nc d");
    }
}
