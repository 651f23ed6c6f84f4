//! Tells the matcher of selectors what an element is.

use std::cell::Cell;
use std::collections::HashMap;
use std::fmt;

use html5ever::{Namespace, ns};
use selectors::attr::{AttrSelectorOperation, CaseSensitivity, NamespaceConstraint};
use selectors::bloom::BloomFilter;
use selectors::matching::{ElementSelectorFlags, MatchingContext};
use selectors::{Element, OpaqueElement};

use super::super::tree::{Content, Node, Tree};
use super::selector::{Drawn, Name, Selectors, State};

/// What style sheets write is as much work as so many steps a byte.
const STEPS_A_WRITTEN_BYTE: usize = 64;

/// A page in which selectors are matched, and how much that took.
pub(super) struct Matched<'a> {
    pub(super) tree: &'a Tree,
    /// The slot in which an element of a host is shown.
    pub(super) slots: &'a HashMap<usize, usize>,
    /// How many steps were taken, in the frames of the page, too.
    pub(super) taken: &'a Cell<u64>,
    /// How many may be taken. Beyond them, nothing matches.
    pub(super) most: u64,
}

impl<'a> Matched<'a> {
    pub(super) fn element(&'a self, id: usize) -> Matchable<'a> {
        Matchable { page: self, id }
    }

    /// Takes the steps to write so many bytes, which are read and searched several times; says whether they may be
    /// taken.
    pub(super) fn write(&self, bytes: usize) -> bool {
        self.step((bytes + 1) * 16 * STEPS_A_WRITTEN_BYTE)
    }

    /// Takes a step, and more to read so many bytes; says whether it may be taken.
    pub(super) fn step(&self, bytes: usize) -> bool {
        let taken = self.taken.get() + 1 + bytes as u64 / 16;
        self.taken.set(taken);
        taken <= self.most
    }
}

#[derive(Clone, Copy)]
pub(super) struct Matchable<'a> {
    page: &'a Matched<'a>,
    id: usize,
}

impl fmt::Debug for Matchable<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.id)
    }
}

impl<'a> Matchable<'a> {
    /// Takes a step; says whether there was one left.
    pub(super) fn step(&self) -> bool {
        self.page.step(0)
    }

    /// Takes the steps to read so many bytes; says whether there were so many left.
    pub(super) fn read(&self, bytes: usize) -> bool {
        self.page.step(bytes)
    }

    pub(super) fn node(&self) -> &'a Node {
        &self.page.tree.nodes[self.id]
    }

    fn to(self, id: usize) -> Self {
        Self { id, ..self }
    }

    fn is_html(&self) -> bool {
        self.node().name.ns == ns!(html)
    }

    /// Finds the first element on a way along siblings.
    fn along(&self, mut at: Option<usize>, next: fn(&Node) -> Option<usize>) -> Option<Self> {
        while let Some(id) = at.filter(|_| self.page.step(0)) {
            let node = &self.page.tree.nodes[id];
            if node.is_element() {
                return Some(self.to(id));
            }
            at = next(node);
        }
        None
    }

    fn root(&self) -> usize {
        let mut id = self.id;
        while let Some(parent) = self.page.tree.nodes[id]
            .parent
            .filter(|_| self.page.step(0))
        {
            id = parent;
        }
        id
    }

    /// Returns the value of an attribute of the element, or of the nearest one around it that has it.
    fn nearest(&self, attribute: &str) -> Option<&'a str> {
        let mut at = Some(self.id);
        while let Some(id) = at.filter(|_| self.page.step(0)) {
            let node = &self.page.tree.nodes[id];
            if let Some(value) = node.attribute(attribute) {
                return Some(value);
            }
            at = node.parent;
        }
        None
    }

    fn is_in_language(&self, wanted: &[String]) -> bool {
        let known = self.nearest("lang").unwrap_or_default();
        let known = known.to_ascii_lowercase();
        wanted.iter().any(|wanted| {
            let rest = known.strip_prefix(wanted.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        })
    }

    fn has(&self, attribute: &str) -> bool {
        self.node().attribute(attribute).is_some()
    }
}

impl Element for Matchable<'_> {
    type Impl = Selectors;

    fn opaque(&self) -> OpaqueElement {
        OpaqueElement::new(self.node())
    }

    fn parent_element(&self) -> Option<Self> {
        let parent = self.node().parent.filter(|_| self.page.step(0))?;
        self.page.tree.nodes[parent]
            .is_element()
            .then(|| self.to(parent))
    }

    fn parent_node_is_shadow_root(&self) -> bool {
        let parent = self
            .node()
            .parent
            .map(|parent| &self.page.tree.nodes[parent].content);
        matches!(parent, Some(Content::ShadowRoot { .. }))
    }

    fn containing_shadow_host(&self) -> Option<Self> {
        match self.page.tree.nodes[self.root()].content {
            Content::ShadowRoot { host } => Some(self.to(host)),
            Content::Element { .. } | Content::Text(_) | Content::Comment(_) | Content::Other => {
                None
            }
        }
    }

    fn is_pseudo_element(&self) -> bool {
        false
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        self.along(self.node().previous, |node| node.previous)
    }

    fn next_sibling_element(&self) -> Option<Self> {
        self.along(self.node().next, |node| node.next)
    }

    fn first_element_child(&self) -> Option<Self> {
        self.along(self.node().first, |node| node.next)
    }

    fn is_html_element_in_html_document(&self) -> bool {
        self.is_html()
    }

    fn has_local_name(&self, name: &Name) -> bool {
        self.page.step(0) && self.node().name.local == name.0
    }

    fn has_namespace(&self, namespace: &Namespace) -> bool {
        self.node().name.ns == *namespace
    }

    fn is_same_type(&self, other: &Self) -> bool {
        self.page.step(0)
            && self.node().name.local == other.node().name.local
            && self.node().name.ns == other.node().name.ns
    }

    fn attr_matches(
        &self,
        namespace: &NamespaceConstraint<&Namespace>,
        name: &Name,
        operation: &AttrSelectorOperation<&Name>,
    ) -> bool {
        let Content::Element { attributes, .. } = &self.node().content else {
            return false;
        };
        if !self.page.step(attributes.len()) {
            return false;
        }
        attributes.iter().any(|attribute| {
            let is_in = match namespace {
                NamespaceConstraint::Any => true,
                NamespaceConstraint::Specific(namespace) => attribute.name.ns == **namespace,
            };
            is_in
                && attribute.name.local == name.0
                && self.page.step(attribute.value.len())
                && operation.eval_str(&attribute.value)
        })
    }

    fn match_non_ts_pseudo_class(
        &self,
        state: &State,
        _: &mut MatchingContext<'_, Selectors>,
    ) -> bool {
        let is_field = matches!(
            &*self.node().name.local,
            "button" | "input" | "select" | "textarea" | "optgroup" | "option" | "fieldset"
        );
        self.page.step(0)
            && match state {
                State::Link => self.is_link(),
                State::Checked => self.has("checked") || self.has("selected"),
                State::Disabled => is_field && self.has("disabled"),
                State::Enabled => is_field && !self.has("disabled"),
                State::Open => self.has("open"),
                State::Defined => !self.is_html() || !self.node().name.local.contains('-'),
                State::Lang(wanted) => self.is_in_language(wanted),
                State::Dir(wanted) => {
                    let known = self.nearest("dir").unwrap_or("ltr");
                    known.eq_ignore_ascii_case(wanted)
                }
                State::Never => false,
            }
    }

    fn match_pseudo_element(&self, _: &Drawn, _: &mut MatchingContext<'_, Selectors>) -> bool {
        false
    }

    fn apply_selector_flags(&self, _: ElementSelectorFlags) {}

    fn is_link(&self) -> bool {
        matches!(&*self.node().name.local, "a" | "area") && self.has("href")
    }

    fn is_html_slot_element(&self) -> bool {
        self.node().is("slot")
    }

    fn assigned_slot(&self) -> Option<Self> {
        self.page.slots.get(&self.id).map(|slot| self.to(*slot))
    }

    fn has_id(&self, id: &Name, case: CaseSensitivity) -> bool {
        let known = self.node().attribute("id").filter(|_| self.page.step(0));
        known.is_some_and(|known| case.eq(known.as_bytes(), id.0.as_bytes()))
    }

    fn has_class(&self, name: &Name, case: CaseSensitivity) -> bool {
        let Some(classes) = self.node().attribute("class") else {
            return false;
        };
        let is_name = |class: &str| case.eq(class.as_bytes(), name.0.as_bytes());
        self.page.step(classes.len()) && classes.split_ascii_whitespace().any(is_name)
    }

    fn has_custom_state(&self, _: &Name) -> bool {
        false
    }

    fn imported_part(&self, _: &Name) -> Option<Name> {
        None
    }

    fn is_part(&self, name: &Name) -> bool {
        let parts = self.node().attribute("part").unwrap_or_default();
        parts.split_ascii_whitespace().any(|part| *part == *name.0)
    }

    fn is_empty(&self) -> bool {
        self.page.tree.children(self.id).all(|child| {
            self.page.step(0)
                && match &self.page.tree.nodes[child].content {
                    Content::Text(text) => text.is_empty(),
                    Content::Element { .. } => false,
                    Content::Comment(_) | Content::ShadowRoot { .. } | Content::Other => true,
                }
        })
    }

    fn is_root(&self) -> bool {
        self.node().parent == Some(super::super::tree::DOCUMENT)
    }

    fn add_element_unique_hashes(&self, _: &mut BloomFilter) -> bool {
        false
    }
}
