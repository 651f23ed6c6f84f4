//! Says how the elements of a page are shown, as far as its markup and its own style sheets tell.
//!
//! Rules are found by the id, class or name that an element must have; `selectors` then says
//! whether they match. Steps are counted: a page whose style sheets ask for more than its length
//! allows is not judged.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "of the many tokens and parts of selectors few matter here"
)]

mod animations;
mod applied;
mod away;
mod bars;
mod cascade;
mod chosen;
mod colours;
mod contents;
mod declared;
mod drawings;
mod drawn;
mod element;
mod fonts;
mod gradients;
mod held;
mod hints;
mod keywords;
mod layers;
mod lengths;
mod media;
mod moves;
mod outlines;
mod raw;
mod selector;
mod shapes;
mod sheet;
mod shorthands;
mod sums;
mod supports;
mod system;
mod units;
mod values;

use std::cell::Cell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use html5ever::ns;

use super::colour::Colour;
use super::elements::default_style;
use super::look::{Display, Fill, Style};
use super::slots::gives_way;
use super::tree::{Content, DOCUMENT, Tree};
use super::variables::{Raw, Variables};
use applied::apply;
use away::{Cuts, Kind, What};
use cascade::Cascade;
pub(super) use cascade::For;
use chosen::Chosen;
use contents::Written;
pub(in super::super) use contents::has_unknown;
pub(super) use contents::{AFTER, Added, BEFORE, NUMBER, has_words};
use declared::{Property, Value};
use element::{Matchable, Matched};
use held::{Preferred, brings_another, held, is_sheet};

/// Steps that any page may take to match its selectors, and more for each byte.
const FEWEST_STEPS: u64 = 10_000_000;
const STEPS_A_BYTE: u64 = 50;

/// Elements that are as large as what is in them, whatever their size.
const NEVER_CUT: &[&str] = &[
    "html", "body", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
];

/// Parts of tables that can be left out.
const ROWS: &[&str] = &["col", "colgroup", "tbody", "tfoot", "thead", "tr"];

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
    pub(super) is_whole: bool,
    /// Custom properties, and what they are at first.
    registered: Vec<Rc<Raw>>,
    /// Animations that end hidden.
    fading: BTreeSet<usize>,
    /// Words that styles of counters write for numbers.
    counters: HashMap<String, String>,
    /// What they write, by number.
    written: Vec<Written>,
    /// Of which parts of elements any of them speaks.
    has: [bool; For::COUNT],
}

impl<'a> Styles<'a> {
    pub(super) fn of(
        tree: &'a Tree,
        slots: &'a HashMap<usize, usize>,
        taken: &'a Cell<u64>,
        most: u64,
    ) -> Self {
        let mut sheets: HashMap<usize, sheet::Rules> = HashMap::new();
        let (mut is_whole, mut written) = (true, Vec::new());
        let mut preferred = Preferred::default();
        for node in in_order(tree) {
            let held = held(tree, node);
            is_whole &= held.is_some() || !brings_another(tree, node);
            let css = held.or_else(|| is_sheet(tree, node).then(|| tree.text_in(node)));
            let css = css.filter(|_| preferred.has(tree, node));
            if let Some((css, root)) = css.zip(root(tree, node)) {
                let rules = sheets.entry(root).or_default();
                // What they write has its number among all.
                std::mem::swap(&mut rules.written, &mut written);
                rules.read(&css);
                std::mem::swap(&mut rules.written, &mut written);
            }
        }
        if sheets.values().any(|rules| rules.is_tangled) {
            taken.set(u64::MAX / 2);
        }
        let fading = sheets.values_mut();
        let fading = fading.flat_map(|rules| std::mem::take(&mut rules.fading));
        let fading = fading.collect();
        let counters = sheets.values_mut();
        let counters = counters.flat_map(|rules| std::mem::take(&mut rules.counters));
        let counters = counters.collect();
        let mut document = sheets.remove(&DOCUMENT).unwrap_or_default();
        let registered = std::mem::take(&mut document.registered);
        let is_quirky = tree.is_quirky;
        let document = Cascade::of(document, is_quirky);
        let shadows = sheets.into_iter();
        let shadows: HashMap<usize, Cascade> = shadows
            .map(|(root, rules)| (root, Cascade::of(rules, is_quirky)))
            .collect();
        let mut all = vec![&document];
        all.extend(shadows.values());
        let has = std::array::from_fn(|of| all.iter().any(|one| one.has(of)));
        Self {
            matched: Matched {
                tree,
                slots,
                taken,
                most,
            },
            document,
            shadows,
            is_whole,
            registered,
            fading,
            counters,
            written,
            has,
        }
    }

    /// Returns how the page is shown around all that is in it.
    pub(super) fn of_page(&self) -> Style {
        let (black, white) = (Colour([0, 0, 0, 255]), Colour([255; 4]));
        Style {
            colour: self.is_whole.then_some(black),
            behind: self.is_whole.then_some(white),
            variables: Variables::within(None, &self.registered),
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

    /// Chooses what the rules of all trees say of an element in a tree, or of a part of it.
    fn choose(&self, of: For, id: usize, root: usize, chosen: &mut Chosen) {
        let tree = self.matched.tree;
        let element = self.matched.element(id);
        if let Some(scope) = self.scope(root) {
            let host = self.host(root);
            scope.choose(of, &element, host.as_ref(), chosen);
        }
        if let Content::ShadowRoot { host } = tree.nodes[root].content
            && let Some(around) = self::root(tree, host)
            && let Some(outer) = self.scope(around)
        {
            outer.choose_for_part(of, &element, self.host(around).as_ref(), chosen);
        }
        if let Some(inner) = tree.shadow(id).and_then(|root| self.shadows.get(&root)) {
            inner.choose_for_host(of, &element, chosen);
        }
        if let Some(slot) = self.matched.slots.get(&id)
            && let Some(root) = self::root(tree, *slot)
            && let Content::ShadowRoot { host } = tree.nodes[root].content
            && let Some(inner) = self.shadows.get(&root)
        {
            inner.choose_for_slotted(of, &element, &self.matched.element(host), chosen);
        }
    }

    /// Puts the values of custom properties in place, of an element in one that is shown so.
    fn settle(&self, chosen: &mut Chosen, outer: &Style) -> Option<Rc<Variables>> {
        let variables = chosen.settle(outer.variables.as_ref());
        self.matched.step(chosen.settled);
        variables
    }

    /// Returns how an element in a tree is shown, in one that is shown so.
    pub(super) fn style(&self, id: usize, root: usize, outer: &Style) -> Style {
        let tree = self.matched.tree;
        let node = &tree.nodes[id];
        let mut default = default_style(node, outer);
        if !self.is_whole && !outer.is_pale() {
            default.behind = None;
        }
        hints::own(node, tree.is_quirky, &mut default);
        if self.is_exhausted() {
            return default;
        }
        let mut chosen = Chosen::default();
        if let Some(css) = hints::drawn(node) {
            chosen.add_hints(&sheet::declarations(&css));
        }
        self.choose(For::Element, id, root, &mut chosen);
        if let Some(css) = node.attribute("style") {
            chosen.add_attached(&sheet::declarations(css));
        }
        let kind = self.kind(id, &default, outer);
        default.variables = self.settle(&mut chosen, outer);
        let mut style = apply(&chosen, &default, outer, kind);
        match gives_way(tree, id) {
            Some(true) => style.display = Display::None,
            Some(false) => style.is_doubtful = true,
            None => {}
        }
        style.is_doubtful |= self.is_picture(&chosen);
        style.is_doubtful |= self.ends_hidden(&chosen);
        if chosen.turn() {
            let otherwise = apply(&chosen, &default, outer, kind);
            style.is_doubtful |= !style.is_shown_as(&otherwise);
        }
        style.is_doubtful |= drawings::is_outside_another(node, outer);
        style.drawing = drawings::within(node, &chosen, outer);
        style.is_doubtful |= drawings::is_lost(node, &chosen, outer);
        if kind.what.is_drawn() && *node.name.local == *"foreignObject" {
            style.fill = Fill::None;
        }
        if let Some(drawing) = &style.drawing {
            let has_words = tree.text_in(id).contains(char::is_alphanumeric);
            style.is_doubtful |= drawings::is_outside(node, &chosen, drawing, has_words);
        }
        if node.is("details") && node.attribute("open").is_some() {
            let opened = self.drawn(For::Opened, id, root, &style);
            style.is_doubtful |= opened.is_some_and(|opened| For::Opened.may_be_hidden(&opened));
        }
        style
    }

    /// Says what an element is, in one that is shown so.
    fn kind(&self, id: usize, default: &Style, outer: &Style) -> Kind {
        let tree = self.matched.tree;
        let node = &tree.nodes[id];
        let cuts = Cuts::of(node);
        Kind {
            may_be_cut: !NEVER_CUT.iter().any(|name| node.is(name)),
            what: match () {
                () if node.is_drawing() => What::Drawing {
                    is_bare: outer.drawing.is_none() && drawings::is_bare(tree, id),
                },
                () if node.name.ns == ns!(svg) => What::Drawn,
                () if ROWS.iter().any(|name| node.is(name)) => What::Row,
                () => What::Text,
            },
            is_box: node.name.ns != ns!(html) || default.gaps[0].is_some() || cuts != Cuts::No,
            cuts,
        }
    }

    /// Returns what is written as content, if anything is.
    fn content<'s>(&'s self, chosen: &'s Chosen) -> Option<&'s Written> {
        match chosen.get(Property::Content) {
            Some(Value::Written(number)) => self.written.get(number),
            Some(Value::Settled(number)) => chosen.written.get(number),
            _ => None,
        }
    }

    /// Says whether a picture stands in the place of an element.
    fn is_picture(&self, chosen: &Chosen) -> bool {
        chosen.get(Property::Content) == Some(Value::Is(true))
            || self.content(chosen).is_some_and(Written::is_picture)
    }

    /// Says whether an animation hides an element at its end, and leaves it so.
    fn ends_hidden(&self, chosen: &Chosen) -> bool {
        let stays = chosen.get(Property::Stays) == Some(Value::Is(true));
        stays
            && matches!(chosen.get(Property::Animated), Some(Value::Written(number)) if self.fading.contains(&number))
    }
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
