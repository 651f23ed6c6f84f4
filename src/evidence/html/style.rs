//! Says how the elements of a page are shown, as far as its markup and its own style sheets tell.
//!
//! Rules are found by the id, class or name that an element must have; `selectors` then says
//! whether they match. Steps are counted: a page whose style sheets ask for more than its length
//! allows is not judged.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "of the many tokens and parts of selectors few matter here"
)]

mod cascade;
mod element;
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
use super::look::{Case, Display, Style};
use super::tree::{Content, DOCUMENT, Tree};
use cascade::{Cascade, Chosen};
use element::Matched;
use values::{Property, Value};

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
}

impl<'a> Styles<'a> {
    pub(super) fn of(
        tree: &'a Tree,
        slots: &'a HashMap<usize, usize>,
        taken: &'a Cell<u64>,
        most: u64,
    ) -> Self {
        let mut sheets: HashMap<usize, sheet::Rules> = HashMap::new();
        for node in in_order(tree) {
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

    /// Returns how an element in a tree is shown, in one that is shown so.
    pub(super) fn style(&self, id: usize, root: usize, outer: &Style) -> Style {
        let tree = self.matched.tree;
        let node = &tree.nodes[id];
        let default = default_style(node, outer);
        if self.is_exhausted() {
            return default;
        }
        let element = self.matched.element(id);
        let mut chosen = Chosen::default();
        let scope = match root {
            DOCUMENT => Some(&self.document),
            root => self.shadows.get(&root),
        };
        let host = match tree.nodes[root].content {
            Content::ShadowRoot { host } => Some(self.matched.element(host)),
            Content::Element { .. } | Content::Text(_) | Content::Comment(_) | Content::Other => {
                None
            }
        };
        if let Some(scope) = scope {
            scope.choose(node, &element, host.as_ref(), &mut chosen);
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

/// Puts together what was chosen for an element.
#[expect(clippy::too_many_lines, reason = "a list: one property after another")]
fn apply(chosen: &Chosen, default: &Style, outer: &Style, may_be_cut: bool) -> Style {
    let mut style = default.clone();
    let is = |property| chosen.get(property) == Some(Value::Is(true));
    style.display = match chosen.get(Property::Display) {
        Some(Value::Display(display)) => display,
        Some(Value::Inherit) => outer.display,
        Some(Value::Initial) => Display::Inline,
        Some(Value::Case(_) | Value::Is(_) | Value::Revert) | None => default.display,
    };
    let inherited = |property, default, outer, initial| match chosen.get(property) {
        Some(Value::Is(is)) => is,
        Some(Value::Initial) => initial,
        Some(Value::Inherit) => outer,
        Some(Value::Display(_) | Value::Case(_) | Value::Revert) | None => default,
    };
    // `unset` of what is inherited is taken for `initial`: pages use it to undo.
    style.is_visible = inherited(
        Property::Visibility,
        default.is_visible,
        outer.is_visible,
        true,
    );
    style.is_tiny = inherited(Property::FontSize, default.is_tiny, outer.is_tiny, false);
    style.keeps_lines = inherited(
        Property::WhiteSpace,
        default.keeps_lines,
        outer.keeps_lines,
        false,
    );
    style.is_struck = inherited(Property::Line, default.is_struck, outer.is_struck, false);
    style.case = match chosen.get(Property::TextTransform) {
        Some(Value::Case(case)) => case,
        Some(Value::Initial) => Case::AsWritten,
        Some(Value::Inherit) => outer.case,
        Some(Value::Display(_) | Value::Is(_) | Value::Revert) | None => default.case,
    };
    style.is_skipped = match chosen.get(Property::ContentVisibility) {
        Some(Value::Is(is)) => is,
        Some(Value::Initial) => false,
        Some(Value::Display(_) | Value::Case(_) | Value::Inherit | Value::Revert) | None => {
            default.is_skipped
        }
    };
    if !matches!(style.display, Display::Inline | Display::Contents) {
        style.is_indented = inherited(
            Property::Indent,
            default.is_indented,
            outer.is_indented,
            false,
        );
    }
    let is_in_flex = matches!(outer.display, Display::Flex | Display::InlineFlex);
    let is_apart = is(Property::Position);
    let is_away = is(Property::Clip) || is(Property::Left) || is(Property::Top);
    style.is_skipped |= is(Property::Opacity)
        || is(Property::ClipPath)
        || is(Property::Transform)
        || is(Property::Filter)
        || is(Property::Translate)
        || (is(Property::MarginLeft) && !is(Property::Padding))
        || (is(Property::MarginTop) && !is(Property::Padding))
        || (may_be_cut && is_cut(chosen, is_in_flex))
        || (is_apart && is_away);
    if is_in_flex {
        style.display = match style.display {
            Display::Inline => Display::Block,
            Display::InlineFlex => Display::Flex,
            other => other,
        };
    }
    style
}

/// Says whether an element is so small that nothing of it is seen. Padding gives it room, and so may what
/// is around it.
fn is_cut(chosen: &Chosen, is_in_flex: bool) -> bool {
    let is = |property| chosen.get(property) == Some(Value::Is(true));
    let has_room = is(Property::Padding) || is(Property::OfTable) || is(Property::Flex);
    let is_narrow = is(Property::Width) || is(Property::MostWidth);
    let is_low = is(Property::Height) || is(Property::MostHeight);
    let is_narrow = is_narrow && !is(Property::LeastWidth) && (is_low || !is_in_flex);
    let is_low = is_low && !is(Property::LeastHeight);
    is(Property::Overflow) && !has_room && (is_narrow || is_low)
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
