//! Chooses which declaration counts, of all that speak of an element.

use std::collections::HashMap;

use selectors::context::{
    MatchingForInvalidation, MatchingMode, NeedsSelectorFlags, QuirksMode, SelectorCaches,
};
use selectors::matching::{MatchingContext, matches_selector};
use selectors::parser::{Combinator, Component, Selector};
use std::cell::RefCell;

use super::super::tree::Node;
use super::chosen::{self, Chosen, Weight};
use super::declared::{Declaration, Property};
use super::element::Matchable;
use super::selector::{Drawn, Selectors};
use super::sheet::{self, Block, Rule};

struct Indexed {
    selector: Selector<Selectors>,
    declared: usize,
    layer: isize,
    order: usize,
}

/// The rules of a tree.
pub(super) struct Cascade {
    declared: Vec<Block>,
    /// Those for elements, and for their parts.
    rules: [Rules; For::COUNT],
    quirks: QuirksMode,
    caches: RefCell<SelectorCaches>,
}

/// Rules by what an element must have for them to match.
#[derive(Default)]
struct Rules {
    #[expect(clippy::struct_field_names, reason = "they are what it holds")]
    rules: Vec<Indexed>,
    by_id: HashMap<String, Vec<usize>>,
    by_class: HashMap<String, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
    others: Vec<usize>,
    of_host: Vec<usize>,
    of_slotted: Vec<usize>,
    /// Those for what is in the shadow trees of elements.
    of_parts: Vec<usize>,
}

impl Rules {
    fn push(&mut self, rule: Indexed) {
        let index = self.rules.len();
        match key(&rule.selector) {
            Key::Id(id) => self.by_id.entry(id).or_default().push(index),
            Key::Class(class) => self.by_class.entry(class).or_default().push(index),
            Key::Name(name) => self.by_name.entry(name).or_default().push(index),
            Key::Any => self.others.push(index),
            Key::Host => self.of_host.push(index),
            Key::Slotted => self.of_slotted.push(index),
            Key::Part => self.of_parts.push(index),
        }
        self.rules.push(rule);
    }

    /// Shows the rules that may match an element of their tree.
    fn of(&self, node: &Node, mut show: impl FnMut(&[usize])) {
        show(&self.others);
        if !self.by_name.is_empty()
            && let Some(rules) = self.by_name.get(&*node.name.local.to_ascii_lowercase())
        {
            show(rules);
        }
        if let Some(id) = node.attribute("id").filter(|_| !self.by_id.is_empty())
            && let Some(rules) = self.by_id.get(&id.to_ascii_lowercase())
        {
            show(rules);
        }
        if let Some(classes) = node
            .attribute("class")
            .filter(|_| !self.by_class.is_empty())
        {
            let mut seen: Vec<&str> = classes.split_ascii_whitespace().collect();
            seen.sort_unstable();
            seen.dedup();
            for class in seen {
                if let Some(rules) = self.by_class.get(&class.to_ascii_lowercase()) {
                    show(rules);
                }
            }
        }
    }
}

/// For what of an element a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum For {
    Element,
    /// What is written before and after an element.
    Before,
    After,
    /// How that is shown.
    BeforeShown,
    AfterShown,
    FirstLine,
    FirstLetter,
    Placeholder,
    /// What a reader of `details` opens.
    Opened,
}

impl For {
    pub(super) const COUNT: usize = Self::Opened as usize + 1;

    /// Says what a rule is for, if that matters.
    fn of(rule: &Rule, block: Option<&Block>) -> &'static [Self] {
        let is_of_it =
            |one: &Declaration| matches!(one.property, Property::Content | Property::Display);
        let writes =
            block.is_some_and(|block| !block.raw.is_empty() || block.plain.iter().any(is_of_it));
        match rule.selector.pseudo_element() {
            None => &[Self::Element],
            Some(Drawn::Before) if writes => &[Self::Before, Self::BeforeShown],
            Some(Drawn::Before) => &[Self::BeforeShown],
            Some(Drawn::After) if writes => &[Self::After, Self::AfterShown],
            Some(Drawn::After) => &[Self::AfterShown],
            Some(Drawn::FirstLine) => &[Self::FirstLine],
            Some(Drawn::FirstLetter) => &[Self::FirstLetter],
            Some(Drawn::Placeholder) => &[Self::Placeholder],
            Some(Drawn::Opened) => &[Self::Opened],
            Some(Drawn::Other) => &[],
        }
    }
}

/// What an element must have.
enum Key {
    Id(String),
    Class(String),
    Name(String),
    Any,
    Host,
    Slotted,
    Part,
}

fn key(selector: &Selector<Selectors>) -> Key {
    let mut key = Key::Any;
    let mut parts = selector.iter();
    while let Some(part) = parts.next().or_else(|| {
        // A part that is drawn stands apart from what it is of.
        let is_drawn = parts.next_sequence() == Some(Combinator::PseudoElement);
        parts.next().filter(|_| is_drawn)
    }) {
        match part {
            Component::Slotted(_) => return Key::Slotted,
            Component::Part(_) => return Key::Part,
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
    pub(super) fn of(sheet: sheet::Rules, is_quirky: bool) -> Self {
        let mut cascade = Self {
            declared: Vec::new(),
            rules: Default::default(),
            quirks: if is_quirky {
                QuirksMode::Quirks
            } else {
                QuirksMode::NoQuirks
            },
            caches: RefCell::default(),
        };
        let rank = sheet.layers.rank();
        for (order, rule) in sheet.rules.iter().enumerate() {
            let declared = sheet.declared.get(rule.declared);
            for of in For::of(rule, declared) {
                cascade.rules[*of as usize].push(Indexed {
                    selector: rule.selector.clone(),
                    declared: rule.declared,
                    layer: isize::try_from(rank(rule.layer)).unwrap_or(isize::MAX),
                    order,
                });
            }
        }
        cascade.declared = sheet.declared;
        cascade
    }

    /// Says whether there is any rule for a part of elements, by its number.
    pub(super) fn has(&self, of: usize) -> bool {
        let rules = self.rules.get(of);
        rules.is_some_and(|rules| !rules.rules.is_empty())
    }

    /// Adds what the rules say of an element of their tree, or of a part of it.
    pub(super) fn choose(
        &self,
        of: For,
        element: &Matchable<'_>,
        host: Option<&Matchable<'_>>,
        chosen: &mut Chosen,
    ) {
        self.rules[of as usize].of(element.node(), |rules| {
            self.add(of, rules, element, host, chosen::OWN, chosen);
        });
    }

    /// Adds what the rules of a shadow tree say of its host, or of a part of that.
    pub(super) fn choose_for_host(&self, of: For, element: &Matchable<'_>, chosen: &mut Chosen) {
        let rules = &self.rules[of as usize].of_host;
        self.add(of, rules, element, Some(element), chosen::INNER, chosen);
    }

    /// Adds what the rules of a shadow tree say of an element that one of its slots shows.
    pub(super) fn choose_for_slotted(
        &self,
        of: For,
        element: &Matchable<'_>,
        host: &Matchable<'_>,
        chosen: &mut Chosen,
    ) {
        let rules = &self.rules[of as usize].of_slotted;
        self.add(of, rules, element, Some(host), chosen::INNER, chosen);
    }

    /// Adds what the rules say of a part of an element's shadow tree; `host` is what their own tree is of.
    pub(super) fn choose_for_part(
        &self,
        of: For,
        element: &Matchable<'_>,
        host: Option<&Matchable<'_>>,
        chosen: &mut Chosen,
    ) {
        let rules = &self.rules[of as usize].of_parts;
        self.add(of, rules, element, host, chosen::OUTER, chosen);
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "what matches, and what it is matched with"
    )]
    fn add(
        &self,
        of: For,
        rules: &[usize],
        element: &Matchable<'_>,
        host: Option<&Matchable<'_>>,
        tree: i8,
        chosen: &mut Chosen,
    ) {
        if rules.is_empty() {
            return;
        }
        let caches = &mut *self.caches.borrow_mut();
        let mut context = MatchingContext::new(
            match of {
                For::Element => MatchingMode::Normal,
                For::Before
                | For::After
                | For::BeforeShown
                | For::AfterShown
                | For::FirstLine
                | For::FirstLetter
                | For::Placeholder
                | For::Opened => MatchingMode::ForStatelessPseudoElement,
            },
            None,
            caches,
            self.quirks,
            NeedsSelectorFlags::No,
            MatchingForInvalidation::No,
        );
        context.current_host = host.map(selectors::Element::opaque);
        let known = &self.rules[of as usize].rules;
        for rule in rules.iter().filter_map(|index| known.get(*index)) {
            if !element.step() {
                return;
            }
            if !matches_selector(&rule.selector, 0, None, element, &mut context) {
                continue;
            }
            let Some(block) = self.declared.get(rule.declared) else {
                continue;
            };
            if !element.read(block.length()) {
                return;
            }
            chosen.add_block(block, |is_important, place| Weight {
                is_important,
                tree: if is_important { -tree } else { tree },
                is_attached: false,
                layer: if is_important {
                    -rule.layer
                } else {
                    rule.layer
                },
                specificity: rule.selector.specificity(),
                order: rule.order,
                place,
            });
        }
    }
}
