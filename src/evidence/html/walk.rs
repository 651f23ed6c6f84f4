//! Walks through a page as it is shown: shadow trees in place of what they are of, slots filled.

use std::cell::Cell;

use super::elements::is_replaced;
use super::look::{Display, Style};
use super::parse::{EDGE, parse};
use super::raised::Raised;
use super::slots::Slots;
use super::style::{Styles, most_steps, root};
use super::tree::{Content, DOCUMENT, Node, Tree};
use super::worded::{FIELDS, WORDED, unescaped};
use super::writer::Writer;

/// Pages in frames in pages are not read any deeper.
const MOST_FRAMES: usize = 3;

/// Writes a page; says whether it was read as a whole.
pub(super) fn walk(html: &str, writer: &mut Writer) -> bool {
    let steps = Steps {
        taken: &Cell::new(0),
        most: most_steps(html.len()),
    };
    walk_frame(html, writer, 0, steps)
}

/// The steps that style sheets took and may take, in a page with all its frames.
#[derive(Clone, Copy)]
struct Steps<'a> {
    taken: &'a Cell<u64>,
    most: u64,
}

fn walk_frame(html: &str, writer: &mut Writer, depth: usize, steps: Steps<'_>) -> bool {
    let tree = parse(html).tree;
    let slots = Slots::of(&tree);
    let styles = Styles::of(&tree, &slots.of, steps.taken, steps.most);
    let mut walker = Walker {
        tree: &tree,
        slots: &slots,
        styles: &styles,
        writer,
        around: vec![Around {
            style: Style::of_page(),
            is_struck: false,
            raised: None,
            parts: 0,
        }],
        depth,
        steps,
        links: 0,
        raised: Vec::new(),
        is_read: !tree.is_cut,
    };
    walker.walk();
    let is_read = walker.is_read;
    is_read && !styles.is_exhausted()
}

/// Returns how many steps the style sheets of a page take, where so many may be taken.
#[cfg(test)]
pub(super) fn steps(html: &str, most: u64) -> u64 {
    let tree = parse(html).tree;
    let slots = Slots::of(&tree);
    let taken = Cell::new(0);
    let styles = Styles::of(&tree, &slots.of, &taken, most);
    for (id, node) in tree.nodes.iter().enumerate() {
        if node.is_element() {
            styles.style(id, DOCUMENT, &Style::of_page());
        }
    }
    styles.steps()
}

/// Where a walk enters or leaves a node.
enum Edge {
    /// A node, in a tree with a root.
    Open(usize, usize),
    Close(usize),
    /// Hides what follows, up to the end of it.
    Hide,
    End,
}

/// What is known of an element that is entered.
struct Around {
    style: Style,
    is_struck: bool,
    raised: Option<Raised>,
    /// How many parts were begun for it.
    parts: usize,
}

/// An element that is raised or lowered: where, and how many links there were before it.
struct RaisedFrom {
    node: usize,
    at: usize,
    links: usize,
}

struct Walker<'a> {
    tree: &'a Tree,
    slots: &'a Slots,
    styles: &'a Styles<'a>,
    writer: &'a mut Writer,
    around: Vec<Around>,
    depth: usize,
    steps: Steps<'a>,
    /// How many links were entered.
    links: usize,
    raised: Vec<RaisedFrom>,
    is_read: bool,
}

impl Walker<'_> {
    fn walk(&mut self) {
        // A page may be nested deeper than functions can call themselves.
        let mut edges = vec![Edge::Open(DOCUMENT, DOCUMENT)];
        while let Some(edge) = edges.pop() {
            match edge {
                Edge::Open(id, root) => self.open(id, root, &mut edges),
                Edge::Close(id) => self.close(id),
                Edge::Hide => self.hide(),
                Edge::End => self.end(),
            }
        }
    }

    fn open(&mut self, id: usize, root: usize, edges: &mut Vec<Edge>) {
        let node = &self.tree.nodes[id];
        match &node.content {
            Content::Text(text) => self.text(text),
            Content::Comment(text) if **text == *EDGE => self.writer.edge(),
            Content::Comment(text) => self.writer.add_hidden(text),
            Content::Element { .. } => {
                self.enter(id, root);
                edges.push(Edge::Close(id));
                self.push_children(id, root, edges);
            }
            Content::ShadowRoot { .. } | Content::Other => {
                push_all(
                    edges,
                    self.tree.children(id).map(|child| Edge::Open(child, root)),
                );
            }
        }
    }

    /// Begins what is not shown, whatever its own style.
    fn hide(&mut self) {
        let (mut style, is_struck, raised) = match self.around.last() {
            Some(outer) => (outer.style.clone(), outer.is_struck, outer.raised),
            None => (Style::of_page(), false, None),
        };
        style.is_skipped = true;
        self.around.push(Around {
            style,
            is_struck,
            raised,
            parts: 1,
        });
        self.writer.hide();
    }

    fn end(&mut self) {
        self.around.pop();
        self.writer.end();
    }

    fn text(&mut self, text: &str) {
        let Some(around) = self.around.last() else {
            return;
        };
        self.writer
            .write(text, &around.style, around.is_struck, around.raised);
    }

    fn push_children(&mut self, id: usize, root: usize, edges: &mut Vec<Edge>) {
        let node = &self.tree.nodes[id];
        let children = || {
            self.tree
                .children(id)
                .map(move |child| Edge::Open(child, root))
        };
        if let Some(shadow) = self.tree.shadow(id) {
            let slots = &self.slots.of;
            edges.push(Edge::End);
            let unslotted = self
                .tree
                .children(id)
                .filter(|child| !slots.contains_key(child));
            push_all(edges, unslotted.map(|child| Edge::Open(child, root)));
            edges.push(Edge::Hide);
            push_all(
                edges,
                self.tree
                    .children(shadow)
                    .map(|child| Edge::Open(child, shadow)),
            );
        } else if let Some(slotted) = self.slots.in_slot.get(&id) {
            push_all(
                edges,
                slotted.iter().map(|child| {
                    let root = style_root(self.tree, *child);
                    Edge::Open(*child, root)
                }),
            );
        } else if is_replaced(node) || node.is("template") {
            edges.push(Edge::End);
            push_all(edges, children());
            edges.push(Edge::Hide);
        } else {
            push_all(edges, children());
        }
    }

    fn enter(&mut self, id: usize, root: usize) {
        let node = &self.tree.nodes[id];
        let outer = self
            .around
            .last()
            .map_or_else(Style::of_page, |outer| outer.style.clone());
        let is_struck = self.around.last().is_some_and(|outer| outer.is_struck);
        let style = self.styles.style(id, root, &outer);
        let own = own_raised(node, &style);
        let raised = own.or_else(|| self.around.last().and_then(|outer| outer.raised));
        let is_hidden = style.display == Display::None || style.is_skipped;
        let is_seen = style.is_seen();
        let was_seen = outer.is_seen();
        if style.display != Display::None && is_block(style.display) {
            self.writer.edge();
        }
        let mut parts = 1;
        if is_hidden || (!is_seen && was_seen) {
            self.writer.hide();
        } else if is_seen && !was_seen && !self.is_in_hidden() {
            self.writer.show();
        } else if (node.is("rt") || node.is("rtc")) && self.writer.is_shown() {
            self.writer.begin_reading();
        } else {
            parts = 0;
        }
        self.around.push(Around {
            is_struck: is_struck || style.is_struck || node.is("del"),
            raised,
            style: Style {
                is_skipped: is_hidden || outer.is_skipped,
                ..style
            },
            parts,
        });
        if own.is_some() {
            self.raised.push(RaisedFrom {
                node: id,
                at: self.writer.here(),
                links: self
                    .links
                    .saturating_sub(usize::from(self.is_all_of_link(id))),
            });
        }
        self.links += usize::from(node.is("a"));
        self.enter_known(node);
    }

    /// Says whether something around hides all that is in it.
    fn is_in_hidden(&self) -> bool {
        self.around
            .last()
            .is_some_and(|around| around.style.is_skipped)
    }

    /// Writes what elements of HTML have besides text in them.
    fn enter_known(&mut self, node: &Node) {
        for name in WORDED {
            if let Some(words) = node.attribute(name) {
                self.writer.add_hidden(words);
            }
        }
        match &*node.name.local {
            "br" => self.writer.line_break(),
            "q" => self.writer.open_quote(),
            "input" => {
                let kind = node
                    .attribute("type")
                    .unwrap_or_default()
                    .to_ascii_lowercase();
                let value = node.attribute("value").unwrap_or_default();
                if FIELDS.contains(&&*kind) {
                    self.text(value);
                } else {
                    self.writer.add_hidden(value);
                }
            }
            "script" => {
                let code = self.tree_text(node);
                self.writer.add_hidden(&unescaped(&code));
            }
            "iframe" => {
                if let Some(page) = node.attribute("srcdoc") {
                    self.frame(page);
                }
            }
            _ => {}
        }
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

    fn frame(&mut self, page: &str) {
        if self.depth == MOST_FRAMES {
            self.writer.add_hidden(page);
            return;
        }
        self.writer.edge();
        self.is_read &= walk_frame(page, self.writer, self.depth + 1, self.steps);
        self.writer.edge();
    }

    /// Says whether an element is all that a link holds.
    fn is_all_of_link(&self, id: usize) -> bool {
        let node = &self.tree.nodes[id];
        let is_in_link = node
            .parent
            .is_some_and(|parent| self.tree.nodes[parent].is("a"));
        is_in_link && node.previous.is_none() && node.next.is_none()
    }

    fn close(&mut self, id: usize) {
        let node = &self.tree.nodes[id];
        if let Some(raised) = self.raised.pop_if(|raised| raised.node == id) {
            self.writer.end_raised(raised.at, self.links > raised.links);
        }
        let Some(around) = self.around.pop() else {
            return;
        };
        if node.is("q") {
            self.writer.close_quote();
        }
        for _ in 0..around.parts {
            self.writer.end();
        }
        if around.style.display != Display::None && is_block(around.style.display) {
            self.writer.edge();
        }
    }
}

/// Says how an element of itself is set beside its line.
fn own_raised(node: &Node, style: &Style) -> Option<Raised> {
    match () {
        () if style.display != Display::Inline => None,
        () if node.is("sup") => Some(Raised::Up),
        () if node.is("sub") => Some(Raised::Down),
        () => None,
    }
}

fn style_root(tree: &Tree, id: usize) -> usize {
    root(tree, id).unwrap_or(DOCUMENT)
}

fn is_block(display: Display) -> bool {
    matches!(display, Display::Block | Display::Flex)
}

/// Pushes edges so that they are popped in order.
fn push_all(edges: &mut Vec<Edge>, more: impl Iterator<Item = Edge>) {
    let start = edges.len();
    edges.extend(more);
    edges[start..].reverse();
}
