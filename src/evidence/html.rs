//! Reads the text of a page of HTML as a reader sees it.
//!
//! `html5ever`, the parser of Servo, builds the tree: broken markup means what it means in a browser.
//! `lol_html` would be faster, but sees tags and not elements, so that it cannot tell where a hidden
//! paragraph without an end tag ends; `html2text` sets the text in columns, with marks of its own.

mod declared;
mod tree;

use html5ever::{Attribute, QualName, local_name};

pub(super) use declared::declared;
use tree::{Content, DOCUMENT, Node, tree};

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
    let nodes = tree(html);
    let mut writer = Writer::default();
    // A page may be nested deeper than functions can call themselves.
    let mut edges = vec![Edge::Open(DOCUMENT)];
    while let Some(edge) = edges.pop() {
        match edge {
            Edge::Open(id) => {
                writer.open(&nodes[id]);
                edges.push(Edge::Close(id));
                edges.extend(nodes[id].children.iter().rev().copied().map(Edge::Open));
            }
            Edge::Close(id) => writer.close(&nodes[id]),
        }
    }
    writer.text
}

/// Where a walk through the tree enters or leaves a node.
enum Edge {
    Open(usize),
    Close(usize),
}

#[derive(Default)]
struct Writer {
    text: String,
    /// How many elements around the current node are left out.
    left_out: usize,
    /// How many elements around the current node keep their spaces.
    preformatted: usize,
    space: Option<char>,
}

impl Writer {
    fn open(&mut self, node: &Node) {
        let name = &node.name;
        match &node.content {
            Content::Element(attributes) => {
                self.left_out += usize::from(is_left_out(name, attributes));
                self.preformatted += usize::from(name.local == local_name!("pre"));
                self.edge(name);
            }
            Content::Text(text) if self.left_out == 0 => self.write(text),
            Content::Text(_) | Content::Other => {}
        }
    }

    fn close(&mut self, node: &Node) {
        let name = &node.name;
        if let Content::Element(attributes) = &node.content {
            self.edge(name);
            self.preformatted -= usize::from(name.local == local_name!("pre"));
            self.left_out -= usize::from(is_left_out(name, attributes));
        }
    }

    /// Ends a line at the edge of a block that is shown.
    fn edge(&mut self, name: &QualName) {
        if self.left_out == 0 && !IN_LINE.contains(&&*name.local) {
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

fn is_left_out(name: &QualName, attributes: &[Attribute]) -> bool {
    LEFT_OUT.contains(&&*name.local)
        || attributes
            .iter()
            .any(|Attribute { name, value }| match &*name.local {
                "hidden" => true,
                "aria-hidden" => &**value == "true",
                "role" => &**value == "navigation",
                "style" => hides(value),
                _ => false,
            })
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
