//! Says how the elements of a page are shown, as far as its markup and its own style sheets tell.
//!
//! Rules are found by the id, class or name that an element must have; `selectors` then says
//! whether they match. Steps are counted: a page whose style sheets ask for more than its length
//! allows is not judged.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "of the many tokens and parts of selectors few matter here"
)]

mod applied;
mod cascade;
mod chosen;
mod colours;
mod contents;
mod declared;
mod element;
mod fonts;
mod hints;
mod keywords;
mod lengths;
mod media;
mod selector;
mod shapes;
mod sheet;
mod shorthands;
mod values;

use std::cell::Cell;
use std::collections::HashMap;

use cssparser::Parser;
use html5ever::ns;

use super::elements::default_style;
use super::look::{Colour, Style};
use super::tree::{Content, DOCUMENT, Tree};
use applied::apply;
use cascade::{Cascade, For};
use chosen::Chosen;
use element::{Matchable, Matched};

/// Steps that any page may take to match its selectors, and more for each byte.
const FEWEST_STEPS: u64 = 10_000_000;
const STEPS_A_BYTE: u64 = 50;

/// Elements that are as large as what is in them, whatever their size.
const NEVER_CUT: &[&str] = &[
    "html", "body", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
];

/// Returns how many steps the style sheets of a page may take, by its length.
pub(super) fn most_steps(bytes: usize) -> u64 {
    FEWEST_STEPS + STEPS_A_BYTE * bytes as u64
}

/// The style sheets of a page.
pub(super) struct Styles<'a> {
    matched: Matched<'a>,
    document: Cascade,
    /// Those of shadow trees, by root.
    shadows: HashMap<usize, Cascade>,
    /// Whether the page has no others, in other files.
    is_whole: bool,
}

impl<'a> Styles<'a> {
    pub(super) fn of(
        tree: &'a Tree,
        slots: &'a HashMap<usize, usize>,
        taken: &'a Cell<u64>,
        most: u64,
    ) -> Self {
        let mut sheets: HashMap<usize, sheet::Rules> = HashMap::new();
        let mut is_whole = true;
        for node in in_order(tree) {
            is_whole &= !brings_another(tree, node);
            if is_sheet(tree, node)
                && let Some(root) = root(tree, node)
            {
                sheets.entry(root).or_default().read(&tree.text_in(node));
            }
        }
        if sheets.values().any(|rules| rules.is_tangled) {
            taken.set(u64::MAX / 2);
        }
        let document = sheets.remove(&DOCUMENT).unwrap_or_default();
        let is_quirky = tree.is_quirky;
        let shadows = sheets.into_iter();
        Self {
            matched: Matched {
                tree,
                slots,
                taken,
                most,
            },
            document: Cascade::of(document, is_quirky),
            shadows: shadows
                .map(|(root, rules)| (root, Cascade::of(rules, is_quirky)))
                .collect(),
            is_whole,
        }
    }

    /// Returns how the page is shown around all that is in it.
    pub(super) fn of_page(&self) -> Style {
        let white = Colour([255; 4]);
        Style {
            behind: self.is_whole.then_some(white),
            ..Style::of_page()
        }
    }

    /// Says whether the style sheets asked for more steps than may be taken.
    pub(super) fn is_exhausted(&self) -> bool {
        self.matched.taken.get() > self.matched.most
    }

    #[cfg(test)]
    pub(super) fn steps(&self) -> u64 {
        self.matched.taken.get()
    }

    fn scope(&self, root: usize) -> Option<&Cascade> {
        match root {
            DOCUMENT => Some(&self.document),
            root => self.shadows.get(&root),
        }
    }

    fn host(&self, root: usize) -> Option<Matchable<'_>> {
        match self.matched.tree.nodes[root].content {
            Content::ShadowRoot { host } => Some(self.matched.element(host)),
            Content::Element { .. } | Content::Text(_) | Content::Comment(_) | Content::Other => {
                None
            }
        }
    }

    /// Returns what style sheets write before and after an element in a tree.
    pub(super) fn written(&self, id: usize, root: usize) -> [Option<String>; 2] {
        let (Some(scope), false) = (self.scope(root), self.is_exhausted()) else {
            return [None, None];
        };
        let element = self.matched.element(id);
        let host = self.host(root);
        [For::Before, For::After].map(|of| scope.written(of, &element, host.as_ref()))
    }

    /// Returns how an element in a tree is shown, in one that is shown so.
    pub(super) fn style(&self, id: usize, root: usize, outer: &Style) -> Style {
        let tree = self.matched.tree;
        let node = &tree.nodes[id];
        let mut default = default_style(node, outer);
        if !self.is_whole && !outer.is_pale() {
            default.behind = None;
        }
        hints::colour(node, &mut default);
        if self.is_exhausted() {
            return default;
        }
        let element = self.matched.element(id);
        let mut chosen = Chosen::default();
        if let Some(scope) = self.scope(root) {
            let host = self.host(root);
            scope.choose(For::Element, &element, host.as_ref(), &mut chosen);
        }
        if let Some(inner) = tree.shadow(id).and_then(|root| self.shadows.get(&root)) {
            inner.choose_for_host(&element, &mut chosen);
        }
        if let Some(slot) = self.matched.slots.get(&id)
            && let Some(root) = self::root(tree, *slot)
            && let Content::ShadowRoot { host } = tree.nodes[root].content
            && let Some(inner) = self.shadows.get(&root)
        {
            inner.choose_for_slotted(&element, &self.matched.element(host), &mut chosen);
        }
        if let Some(css) = node.attribute("style") {
            chosen.add_attached(&sheet::declarations(css));
        }
        let may_be_cut = !NEVER_CUT.iter().any(|name| node.is(name));
        apply(&chosen, &default, outer, may_be_cut)
    }
}

/// Says whether a node brings a style sheet of another file.
fn brings_another(tree: &Tree, id: usize) -> bool {
    let node = &tree.nodes[id];
    let is_link = *node.name.local == *"link";
    let kind = node.attribute("rel").filter(|_| is_link);
    let mut kinds = kind.unwrap_or_default().split_ascii_whitespace();
    let has_sheet = kinds.any(|kind| kind.eq_ignore_ascii_case("stylesheet"));
    has_sheet || is_sheet(tree, id) && tree.text_in(id).contains("@import")
}

/// Says whether a node holds a style sheet for a window on a screen.
fn is_sheet(tree: &Tree, id: usize) -> bool {
    let node = &tree.nodes[id];
    let is_style =
        *node.name.local == *"style" && (node.name.ns == ns!(html) || node.name.ns == ns!(svg));
    let kind = node.attribute("type").unwrap_or_default().trim();
    let media = node.attribute("media").unwrap_or_default();
    is_style
        && (kind.is_empty() || kind.eq_ignore_ascii_case("text/css"))
        && media::holds(&mut Parser::new(media))
}

/// Returns the root of the tree that a node is in: the document, or that of a shadow tree. What
/// is in a template is in none.
pub(super) fn root(tree: &Tree, mut id: usize) -> Option<usize> {
    while let Some(parent) = tree.nodes[id].parent {
        if tree.nodes[parent].is("template") {
            return None;
        }
        id = parent;
    }
    let is_root = id == DOCUMENT || matches!(tree.nodes[id].content, Content::ShadowRoot { .. });
    is_root.then_some(id)
}

/// Returns the nodes of a page in the order of its text; those of a shadow tree after its host.
fn in_order(tree: &Tree) -> Vec<usize> {
    let mut order = Vec::with_capacity(tree.nodes.len());
    let mut open = vec![DOCUMENT];
    while let Some(id) = open.pop() {
        order.push(id);
        let start = open.len();
        open.extend(tree.shadow(id));
        open.extend(tree.children(id));
        open[start..].reverse();
    }
    order
}
