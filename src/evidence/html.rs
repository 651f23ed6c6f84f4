//! Reads the text of a page of HTML as a reader sees it.
//!
//! `html5ever`, the parser of Servo, builds the tree: broken markup means what it means in a browser.
//! `lol_html` would be faster, but sees tags and not elements, so that it cannot tell where a hidden
//! paragraph without an end tag ends; `html2text` sets the text in columns, with marks of its own.

use std::borrow::Cow;
use std::cell::{Ref, RefCell};

use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, ParseOpts, QualName, local_name, ns, parse_document};

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

/// Builds the tree of a page; its first node is the document.
fn tree(html: &str) -> Vec<Node> {
    let document = Node::nameless(Content::Other);
    let tree = Tree(RefCell::new(vec![document]));
    parse_document(tree, ParseOpts::default()).one(html)
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
    /// What separates the next word from the last one.
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

/// The tree of a page: nodes by number, the first of which is the document.
struct Tree(RefCell<Vec<Node>>);

/// The number of the document.
const DOCUMENT: usize = 0;

struct Node {
    parent: Option<usize>,
    children: Vec<usize>,
    /// The name of an element; of other nodes, an empty one.
    name: QualName,
    content: Content,
}

impl Node {
    fn new(name: QualName, content: Content) -> Self {
        Self {
            parent: None,
            children: Vec::new(),
            name,
            content,
        }
    }

    /// Makes a node that is no element.
    fn nameless(content: Content) -> Self {
        Self::new(QualName::new(None, ns!(), local_name!("")), content)
    }
}

enum Content {
    Element(Vec<Attribute>),
    Text(StrTendril),
    /// The document, a comment or an instruction.
    Other,
}

impl Tree {
    fn add(&self, node: Node) -> usize {
        let mut nodes = self.0.borrow_mut();
        nodes.push(node);
        nodes.len() - 1
    }

    /// Puts a node or a text at a place among the children of a node; text joins the text before it.
    fn insert(&self, parent: usize, place: usize, child: NodeOrText<usize>) {
        let child = match child {
            NodeOrText::AppendNode(node) => node,
            NodeOrText::AppendText(text) => {
                let nodes = &mut *self.0.borrow_mut();
                let before = place
                    .checked_sub(1)
                    .map(|before| nodes[parent].children[before]);
                if let Some(before) = before
                    && let Content::Text(known) = &mut nodes[before].content
                {
                    known.push_tendril(&text);
                    return;
                }
                nodes.push(Node::nameless(Content::Text(text)));
                nodes.len() - 1
            }
        };
        let nodes = &mut *self.0.borrow_mut();
        nodes[child].parent = Some(parent);
        nodes[parent].children.insert(place, child);
    }

    /// Finds the parent of a node, and its place among the parent's children. Nodes that move are
    /// mostly among the last.
    fn place(&self, node: usize) -> Option<(usize, usize)> {
        let nodes = self.0.borrow();
        let parent = nodes[node].parent?;
        let place = nodes[parent]
            .children
            .iter()
            .rposition(|child| *child == node)?;
        Some((parent, place))
    }
}

/// Builds the tree as the parser says. Templates have no contents apart, since they are left out.
impl TreeSink for Tree {
    type Handle = usize;
    type Output = Vec<Node>;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Vec<Node> {
        self.0.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn get_document(&self) -> usize {
        DOCUMENT
    }

    fn elem_name<'a>(&'a self, node: &'a usize) -> Ref<'a, QualName> {
        Ref::map(self.0.borrow(), |nodes| &nodes[*node].name)
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> usize {
        self.add(Node::new(name, Content::Element(attributes)))
    }

    fn create_comment(&self, _: StrTendril) -> usize {
        self.add(Node::nameless(Content::Other))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> usize {
        self.add(Node::nameless(Content::Other))
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        let end = self.0.borrow()[*parent].children.len();
        self.insert(*parent, end, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &usize,
        previous: &usize,
        child: NodeOrText<usize>,
    ) {
        if self.place(*element).is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, template: &usize) -> usize {
        *template
    }

    fn same_node(&self, one: &usize, other: &usize) -> bool {
        one == other
    }

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        if let NodeOrText::AppendNode(node) = &child {
            self.remove_from_parent(node);
        }
        if let Some((parent, place)) = self.place(*sibling) {
            self.insert(parent, place, child);
        }
    }

    fn add_attrs_if_missing(&self, element: &usize, attributes: Vec<Attribute>) {
        let nodes = &mut *self.0.borrow_mut();
        if let Content::Element(known) = &mut nodes[*element].content {
            let is_known = |name: &QualName| known.iter().any(|known| known.name == *name);
            let new: Vec<_> = attributes
                .into_iter()
                .filter(|new| !is_known(&new.name))
                .collect();
            known.extend(new);
        }
    }

    fn remove_from_parent(&self, node: &usize) {
        if let Some((parent, place)) = self.place(*node) {
            let nodes = &mut *self.0.borrow_mut();
            nodes[parent].children.remove(place);
            nodes[*node].parent = None;
        }
    }

    fn reparent_children(&self, from: &usize, to: &usize) {
        let nodes = &mut *self.0.borrow_mut();
        let children = std::mem::take(&mut nodes[*from].children);
        for child in &children {
            nodes[*child].parent = Some(*to);
        }
        nodes[*to].children.extend(children);
    }
}

#[cfg(test)]
mod tests {
    use html5ever::tendril::TendrilSink as _;
    use html5ever::{ParseOpts, parse_document};
    use markup5ever_rcdom::{Handle, NodeData, RcDom};
    use proptest::prelude::*;

    use super::{Content, DOCUMENT, Node, text, tree};

    /// Writes what a tree is, in brackets.
    fn ours(nodes: &[Node], id: usize) -> String {
        let children: String = nodes[id]
            .children
            .iter()
            .map(|child| ours(nodes, *child))
            .collect();
        match &nodes[id].content {
            Content::Element(_) => format!("<{}{children}>", nodes[id].name.local),
            Content::Text(text) => format!("[{text}]"),
            Content::Other => children,
        }
    }

    fn theirs(node: &Handle) -> String {
        let children: String = node.children.borrow().iter().map(theirs).collect();
        match &node.data {
            NodeData::Element { name, .. } => format!("<{}{children}>", name.local),
            NodeData::Text { contents } => format!("[{}]", contents.borrow()),
            _ => children,
        }
    }

    proptest! {
        /// The tree is the one that html5ever's own tree for tests builds, however broken the markup.
        #[test]
        fn trees_are_as_the_parser_says(
            page in "(</?(p|b|i|a|table|tr|td|caption|select|option|div|form|h1|li|ul|svg|math|body)>|x| |<!-- -->){0,30}",
        ) {
            let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page.as_str());
            prop_assert_eq!(ours(&tree(&page), DOCUMENT), theirs(&dom.document));
        }
    }

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
