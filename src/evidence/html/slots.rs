//! Fills the slots of shadow trees, and says what is shown in place of what.

use std::collections::HashMap;

use html5ever::ns;

use super::tree::{Content, Tree};

/// Which elements slots show.
pub(super) struct Slots {
    /// The slot of an element.
    pub(super) of: HashMap<usize, usize>,
    pub(super) in_slot: HashMap<usize, Vec<usize>>,
}

impl Slots {
    pub(super) fn of(tree: &Tree) -> Self {
        let mut slots = Self {
            of: HashMap::new(),
            in_slot: HashMap::new(),
        };
        for host in 0..tree.nodes.len() {
            let Some(root) = tree.shadow(host) else {
                continue;
            };
            let mut named: HashMap<&str, usize> = HashMap::new();
            let mut open: Vec<usize> = vec![root];
            while let Some(id) = open.pop() {
                let node = &tree.nodes[id];
                if node.is("slot") {
                    let name = node.attribute("name").unwrap_or_default();
                    named.entry(name).or_insert(id);
                }
                let start = open.len();
                open.extend(tree.children(id));
                open[start..].reverse();
            }
            for child in tree.children(host) {
                let name = match &tree.nodes[child].content {
                    Content::Element { .. } => tree.nodes[child].attribute("slot"),
                    Content::Text(_) => None,
                    Content::Comment(_) | Content::ShadowRoot { .. } | Content::Other => continue,
                };
                if let Some(slot) = named.get(name.unwrap_or_default()) {
                    slots.of.insert(child, *slot);
                    slots.in_slot.entry(*slot).or_default().push(child);
                }
            }
        }
        slots
    }
}

/// What stands first in an element stands among so few nodes.
const FEW: usize = 16;

/// Says of an element whether another one is surely shown in its place, if one may be: of some, the first is.
pub(super) fn gives_way(tree: &Tree, id: usize) -> Option<bool> {
    let parent = tree.nodes[id].parent?;
    let around = &tree.nodes[parent].name;
    let is_choice = match &*around.local {
        "switch" => around.ns == ns!(svg),
        "maction" | "semantics" => around.ns == ns!(mathml),
        _ => false,
    };
    let mut children = tree.children(parent).take(FEW).filter(|_| is_choice);
    let first = children.find(|child| tree.nodes[*child].is_element())?;
    let conditions = ["systemLanguage", "requiredExtensions"];
    let depends = |name: &&str| tree.nodes[first].attribute(name).is_some();
    let depends = conditions.iter().any(depends);
    (first != id || depends).then_some(!depends)
}
