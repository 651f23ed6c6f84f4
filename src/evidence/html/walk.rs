//! Walks through a page as it is shown: shadow trees in place of what they are of, slots filled.

mod aside;
mod children;
mod fields;
mod first;
mod known;
mod lists;

use std::cell::Cell;
use std::collections::HashMap;

use super::asides::Aside;
use super::elements::{is_formula, own_raised};
use super::firsts::First;
use super::look::{Display, Style};
use super::parse::{EDGE, most_nodes, parse_within};
use super::raised::Raised;
use super::slots::Slots;
use super::style::{Added, Styles, most_steps};
use super::tree::{Content, DOCUMENT, Tree};
use super::writer::Writer;

/// Writes a page; says whether it was read as a whole.
pub(super) fn walk(html: &str, writer: &mut Writer) -> bool {
    let work = Work {
        steps: &Cell::new(0),
        most_steps: most_steps(html.len()),
        nodes: &Cell::new(most_nodes(html.len())),
    };
    walk_frame(html, writer, None, 0, work)
}

/// The work that a page may ask for, with all its frames.
#[derive(Clone, Copy)]
struct Work<'a> {
    /// The steps that style sheets took.
    steps: &'a Cell<u64>,
    most_steps: u64,
    /// How many nodes there may still be.
    nodes: &'a Cell<usize>,
}

/// Writes a page, or one in a frame that is shown so.
fn walk_frame(
    html: &str,
    writer: &mut Writer,
    frame: Option<Style>,
    depth: usize,
    work: Work<'_>,
) -> bool {
    let tree = parse_within(html, work.nodes.get()).tree;
    let left = work.nodes.get().saturating_sub(tree.nodes.len());
    work.nodes.set(left);
    let slots = Slots::of(&tree);
    let styles = Styles::of(&tree, &slots.of, work.steps, work.most_steps);
    let mut walker = Walker {
        tree: &tree,
        slots: &slots,
        styles: &styles,
        writer,
        around: vec![Around {
            style: frame.unwrap_or_else(|| styles.of_page()),
            is_struck: false,
            is_deleted: false,
            raised: None,
            after: None,
            first: None,
            parts: 0,
            asides: [None; 2],
            is_icon: false,
            from: 0,
            is_in_box: false,
        }],
        depth,
        work,
        links: 0,
        closed: None,
        after_hidden: None,
        raised: Vec::new(),
        numbers: HashMap::new(),
        is_read: !tree.is_cut,
    };
    walker.walk();
    let is_read = walker.is_read;
    is_read && !styles.is_exhausted()
}

/// Returns how many steps the style sheets of a page take, where so many may be taken.
#[cfg(test)]
pub(super) fn steps(html: &str, most: u64) -> u64 {
    let tree = parse_within(html, most_nodes(html.len())).tree;
    let slots = Slots::of(&tree);
    let taken = Cell::new(0);
    let styles = Styles::of(&tree, &slots.of, &taken, most);
    for (id, node) in tree.nodes.iter().enumerate() {
        if node.is_element() {
            let style = styles.style(id, DOCUMENT, &Style::of_page());
            styles.written(id, DOCUMENT, &style);
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
#[derive(Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is set by itself")]
struct Around {
    style: Style,
    is_struck: bool,
    /// Whether it is deleted, whatever is drawn through it.
    is_deleted: bool,
    raised: Option<Raised>,
    /// What a style sheet writes after it.
    after: Option<Added>,
    first: Option<First>,
    /// How many parts were begun for it.
    parts: usize,
    /// What was begun because it stands apart.
    asides: [Option<Aside>; 2],
    /// Whether a font may show pictures for its words.
    is_icon: bool,
    /// Where it begins among all.
    from: usize,
    /// Whether it is in a box that stands in a line.
    is_in_box: bool,
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
    work: Work<'a>,
    /// How many links were entered.
    links: usize,
    /// The element that ended last, and where it stands among all.
    closed: Option<(usize, usize, usize)>,
    /// The element that follows on something hidden.
    after_hidden: Option<usize>,
    raised: Vec<RaisedFrom>,
    /// The number of the last item of each list.
    numbers: HashMap<usize, i32>,
    is_read: bool,
}

/// What is hidden is no part of the line that it is in.
const HIDDEN: [Option<Aside>; 2] = [None, Some(Aside::Hidden)];

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
            Content::Comment(text) => self.writer.add_code(text),
            Content::Element { .. } => {
                self.enter(id, root);
                edges.push(Edge::Close(id));
                self.push_children(id, root, edges);
            }
            Content::ShadowRoot { .. } | Content::Other => {
                let children = self.tree.children(id);
                push_all(edges, children.map(|child| Edge::Open(child, root)));
            }
        }
    }

    /// Begins what is not shown, whatever its own style.
    fn hide(&mut self) {
        let Some(mut around) = self.around.last().cloned() else {
            return;
        };
        around.style.is_skipped = true;
        around.parts = 1;
        self.around.push(around);
        self.writer.begin_aside(HIDDEN);
        self.writer.hide();
    }

    fn end(&mut self) {
        self.around.pop();
        self.writer.end();
        self.writer.end_aside(HIDDEN);
    }

    fn text(&mut self, text: &str) {
        let Some(around) = self.around.last() else {
            return;
        };
        if around.style.is_wordless {
            self.writer.add_hidden(text);
            return;
        }
        if self.names_icon(text) {
            return self.doubtful(text);
        }
        self.writer.write(
            text,
            &around.style,
            around.is_struck || around.is_deleted,
            around.raised,
        );
    }

    /// Writes text of which it cannot be told how it is shown.
    fn doubtful(&mut self, text: &str) {
        if let Some(around) = self.around.last() {
            let mut style = around.style.clone();
            style.is_doubtful = true;
            self.writer.write(text, &style, false, around.raised);
        }
    }

    fn enter(&mut self, id: usize, root: usize) {
        let node = &self.tree.nodes[id];
        let outer = self
            .around
            .last()
            .map_or_else(Style::of_page, |outer| outer.style.clone());
        let is_struck = self.around.last().is_some_and(|outer| outer.is_struck);
        let is_deleted = self.around.last().is_some_and(|outer| outer.is_deleted);
        let mut style = self.styles.style(id, root, &outer);
        style.is_formula |= is_formula(node);
        let own = own_raised(node, &style);
        let raised = own.or_else(|| self.around.last().and_then(|outer| outer.raised));
        let is_hidden = style.display.is_gone() || style.is_skipped;
        let (is_seen, was_seen) = (style.is_seen(), outer.is_seen());
        let asides = self.aside(id, &style, is_hidden || !is_seen && was_seen);
        let from = self.begin_aside(id, asides);
        self.begin(&style);
        if let Some(gap) = style.gaps[0].filter(|_| !is_hidden && is_seen) {
            self.writer.gap(gap);
        }
        let mut parts = 1;
        if is_hidden || (!is_seen && was_seen) {
            self.writer.hide();
        } else if is_seen && !was_seen && !self.is_in_hidden() {
            self.writer.show();
        } else if node.is_reading() && self.writer.is_shown() {
            self.writer.begin_reading();
        } else {
            parts = 0;
        }
        let [before, after] = self.added(id, root, &mut style, is_hidden);
        self.around.push(Around {
            after,
            first: self.first(id, root, &style),
            asides,
            is_icon: self.is_icon(id, &style),
            is_in_box: self.is_in_box(&style),
            from,
            is_struck: (is_struck && !style.is_apart()) || style.is_struck,
            is_deleted: is_deleted || node.is("del"),
            raised,
            style: Style {
                is_skipped: is_hidden || outer.is_skipped,
                ..style
            },
            parts,
        });
        if own.is_some() {
            self.begin_raised(id);
        }
        self.links += usize::from(node.is("a"));
        if let Some(before) = before {
            self.written(&before);
        }
        self.enter_known(id, root);
    }

    /// Begins what is raised or lowered.
    fn begin_raised(&mut self, id: usize) {
        let is_all_of_link = usize::from(self.is_all_of_link(id));
        self.raised.push(RaisedFrom {
            node: id,
            at: self.writer.here(),
            links: self.links.saturating_sub(is_all_of_link),
        });
    }

    /// Begins an element in lines of its own, or where something else may follow.
    fn begin(&mut self, style: &Style) {
        if is_block(style.display) {
            self.writer.edge();
        }
        if style.is_reordered {
            self.writer.reorder();
        }
    }

    /// Says whether something around hides all that is in it.
    fn is_in_hidden(&self) -> bool {
        self.around
            .last()
            .is_some_and(|around| around.style.is_skipped)
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
        if around.style.is_bar && self.has_words(id) || self.is_blank_in_line(id, &around.style) {
            self.writer.bar();
        }
        if let Some(first) = around.first {
            self.writer.end_first(first);
        }
        if around.style.is_reordered {
            self.writer.reorder();
        }
        if let Some(added) = &around.after {
            self.written(added);
        }
        if let Some(gap) = around.style.gaps[1].filter(|_| around.parts == 0) {
            self.writer.gap(gap);
        }
        if is_block(around.style.display) {
            self.writer.edge();
        }
        self.writer.end_aside(around.asides);
        self.closed = Some((id, around.from, self.writer.whole_so_far()));
        if around.asides[1] == Some(Aside::Hidden) {
            self.beside_hidden(id);
        }
    }
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
