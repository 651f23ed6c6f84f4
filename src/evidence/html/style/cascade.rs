//! Chooses which declaration counts, of all that speak of an element.

use std::collections::HashMap;

use selectors::context::{
    MatchingForInvalidation, MatchingMode, NeedsSelectorFlags, QuirksMode, SelectorCaches,
};
use selectors::matching::{MatchingContext, matches_selector};
use selectors::parser::{Component, Selector};
use std::cell::RefCell;

use super::super::tree::Node;
use super::element::Matchable;
use super::selector::Selectors;
use super::sheet::Rules;
use super::values::{Declaration, Property, Value};

/// What decides which of two declarations counts, in order of weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Weight {
    is_important: bool,
    /// Whether the rule is of the tree that the element is in; of important ones the others win.
    is_outer: bool,
    is_attached: bool,
    layer: isize,
    specificity: u32,
    order: usize,
}

/// The declarations that count so far.
#[derive(Default)]
pub(super) struct Chosen([Option<(Weight, Value)>; Property::COUNT]);

impl Chosen {
    pub(super) fn get(&self, property: Property) -> Option<Value> {
        let chosen = self.0.get(property as usize).copied().flatten();
        chosen.map(|(_, value)| value)
    }

    fn add(&mut self, declared: Declaration, weight: Weight) {
        if let Some(chosen) = self.0.get_mut(declared.property as usize)
            && chosen.is_none_or(|(known, _)| known <= weight)
        {
            *chosen = Some((weight, declared.value));
        }
    }

    /// Adds the declarations of a style attribute.
    pub(super) fn add_attached(&mut self, declared: &[Declaration]) {
        for (order, declared) in declared.iter().enumerate() {
            self.add(
                *declared,
                Weight {
                    is_important: declared.is_important,
                    is_outer: !declared.is_important,
                    is_attached: true,
                    layer: 0,
                    specificity: 0,
                    order,
                },
            );
        }
    }
}

struct Indexed {
    selector: Selector<Selectors>,
    declared: usize,
    layer: isize,
    order: usize,
}

/// The rules of a tree, by what an element must have for them to match.
pub(super) struct Cascade {
    declared: Vec<Vec<Declaration>>,
    rules: Vec<Indexed>,
    by_id: HashMap<String, Vec<usize>>,
    by_class: HashMap<String, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
    others: Vec<usize>,
    of_host: Vec<usize>,
    of_slotted: Vec<usize>,
    quirks: QuirksMode,
    caches: RefCell<SelectorCaches>,
}

/// What an element must have.
enum Key {
    Id(String),
    Class(String),
    Name(String),
    Any,
    Host,
    Slotted,
}

fn key(selector: &Selector<Selectors>) -> Key {
    let mut key = Key::Any;
    for part in selector.iter() {
        match part {
            Component::Slotted(_) => return Key::Slotted,
            Component::Host(_) => return Key::Host,
            Component::ID(id) => key = Key::Id(id.0.to_ascii_lowercase().to_string()),
            Component::Class(class) if !matches!(key, Key::Id(_)) => {
                key = Key::Class(class.0.to_ascii_lowercase().to_string());
            }
            Component::LocalName(name) if matches!(key, Key::Any) => {
                key = Key::Name(name.lower_name.0.to_string());
            }
            _ => {}
        }
    }
    key
}

impl Cascade {
    pub(super) fn of(rules: Rules, is_quirky: bool) -> Self {
        let mut cascade = Self {
            declared: Vec::new(),
            rules: Vec::new(),
            by_id: HashMap::new(),
            by_class: HashMap::new(),
            by_name: HashMap::new(),
            others: Vec::new(),
            of_host: Vec::new(),
            of_slotted: Vec::new(),
            quirks: if is_quirky {
                QuirksMode::Quirks
            } else {
                QuirksMode::NoQuirks
            },
            caches: RefCell::default(),
        };
        let rank = rules.rank();
        for (order, rule) in rules.rules.iter().enumerate() {
            // What is drawn, as `::before`, is no text of the page; nor has it any in it.
            if rule.selector.has_pseudo_element() && !rule.selector.is_slotted() {
                continue;
            }
            let index = cascade.rules.len();
            match key(&rule.selector) {
                Key::Id(id) => cascade.by_id.entry(id).or_default().push(index),
                Key::Class(class) => cascade.by_class.entry(class).or_default().push(index),
                Key::Name(name) => cascade.by_name.entry(name).or_default().push(index),
                Key::Any => cascade.others.push(index),
                Key::Host => cascade.of_host.push(index),
                Key::Slotted => cascade.of_slotted.push(index),
            }
            cascade.rules.push(Indexed {
                selector: rule.selector.clone(),
                declared: rule.declared,
                layer: isize::try_from(rank(rule)).unwrap_or(isize::MAX),
                order,
            });
        }
        cascade.declared = rules.declared;
        cascade
    }

    /// Adds what the rules say of an element of their tree.
    pub(super) fn choose(
        &self,
        node: &Node,
        element: &Matchable<'_>,
        host: Option<&Matchable<'_>>,
        chosen: &mut Chosen,
    ) {
        let mut add = |rules: Option<&Vec<usize>>| {
            self.add(
                rules.map_or(&[], Vec::as_slice),
                element,
                host,
                true,
                chosen,
            );
        };
        add(Some(&self.others));
        if !self.by_name.is_empty() {
            add(self
                .by_name
                .get(&node.name.local.to_ascii_lowercase().to_string()));
        }
        if let Some(id) = node.attribute("id").filter(|_| !self.by_id.is_empty()) {
            add(self.by_id.get(&id.to_ascii_lowercase()));
        }
        if let Some(classes) = node
            .attribute("class")
            .filter(|_| !self.by_class.is_empty())
        {
            let mut seen: Vec<&str> = classes.split_ascii_whitespace().collect();
            seen.sort_unstable();
            seen.dedup();
            for class in seen {
                add(self.by_class.get(&class.to_ascii_lowercase()));
            }
        }
    }

    /// Adds what the rules of a shadow tree say of its host.
    pub(super) fn choose_for_host(&self, element: &Matchable<'_>, chosen: &mut Chosen) {
        self.add(&self.of_host, element, Some(element), false, chosen);
    }

    /// Adds what the rules of a shadow tree say of an element that one of its slots shows.
    pub(super) fn choose_for_slotted(
        &self,
        element: &Matchable<'_>,
        host: &Matchable<'_>,
        chosen: &mut Chosen,
    ) {
        self.add(&self.of_slotted, element, Some(host), false, chosen);
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "what matches, and what it is matched with"
    )]
    fn add(
        &self,
        rules: &[usize],
        element: &Matchable<'_>,
        host: Option<&Matchable<'_>>,
        is_of_tree: bool,
        chosen: &mut Chosen,
    ) {
        if rules.is_empty() {
            return;
        }
        let caches = &mut *self.caches.borrow_mut();
        let mut context = MatchingContext::new(
            MatchingMode::Normal,
            None,
            caches,
            self.quirks,
            NeedsSelectorFlags::No,
            MatchingForInvalidation::No,
        );
        context.current_host = host.map(selectors::Element::opaque);
        for rule in rules.iter().filter_map(|index| self.rules.get(*index)) {
            if !element.step() {
                return;
            }
            if !matches_selector(&rule.selector, 0, None, element, &mut context) {
                continue;
            }
            for declared in self.declared.get(rule.declared).into_iter().flatten() {
                let is_important = declared.is_important;
                let weight = Weight {
                    is_important,
                    is_outer: is_of_tree != is_important,
                    is_attached: false,
                    layer: if is_important {
                        -rule.layer
                    } else {
                        rule.layer
                    },
                    specificity: rule.selector.specificity(),
                    order: rule.order,
                };
                chosen.add(*declared, weight);
            }
        }
    }
}
