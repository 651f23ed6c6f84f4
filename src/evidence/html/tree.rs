//! Builds the tree of a page of HTML, as browsers do.

mod within;

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};
use std::collections::HashMap;

use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, QualName, local_name, ns};

/// The elements that may have a shadow tree, besides those that a page names itself.
const HOSTS: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "body",
    "div",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "main",
    "nav",
    "p",
    "section",
    "span",
];
/// A page that names its root or body again may add this many attributes to it in all.
const MOST_ADDED: usize = 1_000;

/// The tree of a page: nodes by number, the first of which is the document.
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
    /// Whether the page asks for the rules of old browsers.
    pub(super) is_quirky: bool,
    /// Whether the page is so tangled that the tree was not built to its end.
    pub(super) is_cut: bool,
}

pub(super) const DOCUMENT: usize = 0;

pub(super) struct Node {
    pub(super) parent: Option<usize>,
    pub(super) previous: Option<usize>,
    pub(super) next: Option<usize>,
    pub(super) first: Option<usize>,
    last: Option<usize>,
    /// The name of an element; of other nodes, an empty one.
    pub(super) name: QualName,
    pub(super) content: Content,
}

impl Node {
    fn new(name: QualName, content: Content) -> Self {
        Self {
            parent: None,
            previous: None,
            next: None,
            first: None,
            last: None,
            name,
            content,
        }
    }

    fn nameless(content: Content) -> Self {
        Self::new(QualName::new(None, ns!(), local_name!("")), content)
    }

    /// Goes through the attributes of an element, by their names.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        let attributes = if let Content::Element { attributes, .. } = &self.content {
            attributes.as_slice()
        } else {
            &[]
        };
        let named = attributes.iter();
        named.map(|known| (&*known.name.local, &*known.value))
    }

    /// Returns the value of an attribute of an element.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let Content::Element { attributes, .. } = &self.content else {
            return None;
        };
        let known = attributes.iter().find(|known| *known.name.local == *name);
        known.map(|known| &*known.value)
    }

    pub(super) fn is_element(&self) -> bool {
        matches!(self.content, Content::Element { .. })
    }

    /// Says whether the node is an element of HTML with a name.
    pub(super) fn is(&self, name: &str) -> bool {
        self.name.ns == ns!(html) && *self.name.local == *name
    }

    pub(super) fn is_drawing(&self) -> bool {
        self.name.ns == ns!(svg) && *self.name.local == *"svg"
    }
}

pub(super) enum Content {
    Element {
        attributes: Vec<Attribute>,
        /// The root of its shadow tree, which is shown in place of its children.
        shadow: Option<usize>,
    },
    Text(StrTendril),
    Comment(StrTendril),
    /// The root of the shadow tree of an element.
    ShadowRoot {
        host: usize,
    },
    /// The document or an instruction.
    Other,
}

impl Tree {
    /// Shows the numbers of a node's children, in order.
    pub(super) fn children(&self, node: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.nodes[node].first, |child| self.nodes[*child].next)
    }

    /// Returns the root of an element's shadow tree.
    pub(super) fn shadow(&self, node: usize) -> Option<usize> {
        match self.nodes[node].content {
            Content::Element { shadow, .. } => shadow,
            Content::Text(_)
            | Content::Comment(_)
            | Content::ShadowRoot { .. }
            | Content::Other => None,
        }
    }

    /// Returns the text that stands directly in an element, such as a style sheet.
    pub(super) fn text_in(&self, node: usize) -> String {
        self.children(node)
            .filter_map(|child| match &self.nodes[child].content {
                Content::Text(text) => Some(&**text),
                Content::Element { .. }
                | Content::Comment(_)
                | Content::ShadowRoot { .. }
                | Content::Other => None,
            })
            .collect()
    }
}

/// Builds the tree as the parser says. Templates hold what is in them as children, unless it is a
/// shadow tree.
pub(super) struct Builder {
    tree: RefCell<Tree>,
    /// How often the parser looked at an element: its work.
    pub(super) looks: Cell<u64>,
    /// The shadow roots that templates fill, by the number of the template.
    filled: RefCell<HashMap<usize, usize>>,
}

impl Builder {
    pub(super) fn new() -> Self {
        Self {
            tree: RefCell::new(Tree {
                nodes: vec![Node::nameless(Content::Other)],
                is_quirky: false,
                is_cut: false,
            }),
            looks: Cell::new(0),
            filled: RefCell::default(),
        }
    }

    /// Returns how many nodes there are.
    pub(super) fn count(&self) -> usize {
        self.tree.borrow().nodes.len()
    }

    pub(super) fn into_tree(self) -> Tree {
        self.tree.into_inner()
    }

    fn add(&self, node: Node) -> usize {
        let nodes = &mut self.tree.borrow_mut().nodes;
        nodes.push(node);
        nodes.len() - 1
    }

    /// Puts a node or a text into a node, before one of its children or at the end; text joins the
    /// text before it.
    fn insert(&self, parent: usize, before: Option<usize>, child: NodeOrText<usize>) {
        let nodes = &mut self.tree.borrow_mut().nodes;
        let previous = match before {
            Some(next) => nodes[next].previous,
            None => nodes[parent].last,
        };
        let child = match child {
            NodeOrText::AppendNode(node) => node,
            NodeOrText::AppendText(text) => {
                if let Some(previous) = previous
                    && let Content::Text(known) = &mut nodes[previous].content
                {
                    known.push_tendril(&text);
                    return;
                }
                nodes.push(Node::nameless(Content::Text(text)));
                nodes.len() - 1
            }
        };
        nodes[child].parent = Some(parent);
        nodes[child].previous = previous;
        nodes[child].next = before;
        match previous {
            Some(previous) => nodes[previous].next = Some(child),
            None => nodes[parent].first = Some(child),
        }
        match before {
            Some(before) => nodes[before].previous = Some(child),
            None => nodes[parent].last = Some(child),
        }
    }

    /// Counts a look at an element.
    fn look(&self) {
        self.looks.set(self.looks.get() + 1);
    }
}

impl TreeSink for Builder {
    type Handle = usize;
    type Output = Tree;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Tree {
        self.into_tree()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.tree.borrow_mut().is_quirky = mode == QuirksMode::Quirks;
    }

    fn get_document(&self) -> usize {
        DOCUMENT
    }

    fn elem_name<'a>(&'a self, node: &'a usize) -> Ref<'a, QualName> {
        self.look();
        Ref::map(self.tree.borrow(), |tree| &tree.nodes[*node].name)
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> usize {
        let shadow = None;
        self.add(Node::new(name, Content::Element { attributes, shadow }))
    }

    fn create_comment(&self, text: StrTendril) -> usize {
        self.add(Node::nameless(Content::Comment(text)))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> usize {
        self.add(Node::nameless(Content::Other))
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        self.insert(*parent, None, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &usize,
        previous: &usize,
        child: NodeOrText<usize>,
    ) {
        let parent = self.tree.borrow().nodes[*element].parent;
        if parent.is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, template: &usize) -> usize {
        self.look();
        let root = self.filled.borrow().get(template).copied();
        root.unwrap_or(*template)
    }

    fn same_node(&self, one: &usize, other: &usize) -> bool {
        self.look();
        one == other
    }

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        if let NodeOrText::AppendNode(node) = &child {
            self.remove_from_parent(node);
        }
        let parent = self.tree.borrow().nodes[*sibling].parent;
        if let Some(parent) = parent {
            self.insert(parent, Some(*sibling), child);
        }
    }

    fn add_attrs_if_missing(&self, element: &usize, new: Vec<Attribute>) {
        let nodes = &mut self.tree.borrow_mut().nodes;
        if let Content::Element { attributes, .. } = &mut nodes[*element].content {
            for new in new {
                let is_known = attributes.iter().any(|known| known.name == new.name);
                if !is_known && attributes.len() < MOST_ADDED {
                    attributes.push(new);
                }
            }
        }
    }

    fn remove_from_parent(&self, node: &usize) {
        let nodes = &mut self.tree.borrow_mut().nodes;
        let (previous, next) = (nodes[*node].previous.take(), nodes[*node].next.take());
        let Some(parent) = nodes[*node].parent.take() else {
            return;
        };
        match previous {
            Some(previous) => nodes[previous].next = next,
            None => nodes[parent].first = next,
        }
        match next {
            Some(next) => nodes[next].previous = previous,
            None => nodes[parent].last = previous,
        }
    }

    fn reparent_children(&self, from: &usize, to: &usize) {
        let nodes = &mut self.tree.borrow_mut().nodes;
        let (first, last) = (nodes[*from].first.take(), nodes[*from].last.take());
        let (Some(first), Some(last)) = (first, last) else {
            return;
        };
        let mut child = Some(first);
        while let Some(node) = child {
            nodes[node].parent = Some(*to);
            child = nodes[node].next;
        }
        match nodes[*to].last {
            Some(before) => {
                nodes[before].next = Some(first);
                nodes[first].previous = Some(before);
            }
            None => nodes[*to].first = Some(first),
        }
        nodes[*to].last = Some(last);
    }

    fn attach_declarative_shadow(&self, host: &usize, template: &usize, _: &[Attribute]) -> bool {
        let nodes = &mut self.tree.borrow_mut().nodes;
        let root = nodes.len();
        let Node { name, content, .. } = &mut nodes[*host];
        let Content::Element { shadow, .. } = content else {
            return false;
        };
        let may_host = name.local.contains('-') || HOSTS.contains(&&*name.local);
        if !may_host || name.ns != ns!(html) || shadow.is_some() {
            return false;
        }
        *shadow = Some(root);
        nodes.push(Node::nameless(Content::ShadowRoot { host: *host }));
        self.filled.borrow_mut().insert(*template, root);
        true
    }
}

#[cfg(test)]
mod tests;
