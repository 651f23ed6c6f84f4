//! Builds the tree of a page of HTML, as browsers do.

use std::borrow::Cow;
use std::cell::{Ref, RefCell};

use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, ParseOpts, QualName, local_name, ns, parse_document};

/// Builds the tree of a page; its first node is the document.
pub(super) fn tree(html: &str) -> Vec<Node> {
    parse_document(Tree::new(), ParseOpts::default()).one(html)
}

/// The tree of a page: nodes by number, the first of which is the document.
pub(super) struct Tree(RefCell<Vec<Node>>);

pub(super) const DOCUMENT: usize = 0;

pub(super) struct Node {
    parent: Option<usize>,
    pub(super) children: Vec<usize>,
    /// The name of an element; of other nodes, an empty one.
    pub(super) name: QualName,
    pub(super) content: Content,
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

    fn nameless(content: Content) -> Self {
        Self::new(QualName::new(None, ns!(), local_name!("")), content)
    }
}

pub(super) enum Content {
    Element(Vec<Attribute>),
    Text(StrTendril),
    /// The document, a comment or an instruction.
    Other,
}

impl Tree {
    pub(super) fn new() -> Self {
        Self(RefCell::new(vec![Node::nameless(Content::Other)]))
    }

    fn add(&self, node: Node) -> usize {
        let mut nodes = self.0.borrow_mut();
        nodes.push(node);
        nodes.len() - 1
    }

    /// Puts a node or a text at a place among the children of a node; text joins the text before it.
    fn insert(&self, parent: usize, place: usize, child: NodeOrText<usize>) {
        let nodes = &mut *self.0.borrow_mut();
        let child = match child {
            NodeOrText::AppendNode(node) => node,
            NodeOrText::AppendText(text) => {
                if let Some(before) = place.checked_sub(1)
                    && let before = nodes[parent].children[before]
                    && let Content::Text(known) = &mut nodes[before].content
                {
                    known.push_tendril(&text);
                    return;
                }
                nodes.push(Node::nameless(Content::Text(text)));
                nodes.len() - 1
            }
        };
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

    use super::{Content, DOCUMENT, Node, tree};

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
            NodeData::Document
            | NodeData::Doctype { .. }
            | NodeData::Comment { .. }
            | NodeData::ProcessingInstruction { .. } => children,
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
}
