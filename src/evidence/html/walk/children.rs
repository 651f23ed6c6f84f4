//! Says what a walk enters in an element: what is in it, or what is shown in its place.

use super::super::elements::{is_field, is_replaced};
use super::super::style::root as root_of;
use super::super::tree::DOCUMENT;
use super::{Edge, Walker, push_all};

impl Walker<'_> {
    pub(super) fn push_children(&mut self, id: usize, root: usize, edges: &mut Vec<Edge>) {
        let node = &self.tree.nodes[id];
        let children = || {
            self.tree
                .children(id)
                .map(move |child| Edge::Open(child, root))
        };
        if let Some(shadow) = self.tree.shadow(id) {
            let slots = &self.slots.of;
            let unslotted = self
                .tree
                .children(id)
                .filter(|child| !slots.contains_key(child));
            push_hidden(edges, unslotted.map(|child| Edge::Open(child, root)));
            push_all(
                edges,
                self.tree
                    .children(shadow)
                    .map(|child| Edge::Open(child, shadow)),
            );
        } else if let Some(slotted) = self.slots.in_slot.get(&id) {
            push_hidden(edges, children());
            push_all(
                edges,
                slotted.iter().map(|child| {
                    let root = root_of(self.tree, *child).unwrap_or(DOCUMENT);
                    Edge::Open(*child, root)
                }),
            );
        } else if is_field(node) {
            // Written as a whole.
        } else if is_replaced(node) || node.is("template") {
            push_hidden(edges, children());
        } else {
            push_all(edges, children());
        }
    }
}

/// Pushes edges of what is not shown.
fn push_hidden(edges: &mut Vec<Edge>, more: impl Iterator<Item = Edge>) {
    edges.push(Edge::End);
    push_all(edges, more);
    edges.push(Edge::Hide);
}
