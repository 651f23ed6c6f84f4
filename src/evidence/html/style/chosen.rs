//! Keeps which declarations count for an element, of those that were seen.

use std::rc::Rc;

use cssparser::Parser;

use super::super::colour::Colour;
use super::super::variables::{Raw, Settled, Variables, settled};
use super::colours::{has_current, with_current};
use super::contents::Written;
use super::declared::{Declaration, Property, Value};
use super::sheet::Block;
use super::shorthands;
use super::values::{VARIED, property};

/// What decides which of two declarations counts, in order of weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Weight {
    pub(super) is_important: bool,
    /// The tree that the rule is of; of important ones the inner trees win.
    pub(super) tree: i8,
    pub(super) is_attached: bool,
    pub(super) layer: isize,
    pub(super) specificity: u32,
    pub(super) order: usize,
    /// The place in the rule.
    pub(super) place: usize,
}

/// Trees that rules are of: the shadow tree of an element, the one that it is in, the one around that.
pub(super) const INNER: i8 = 0;
pub(super) const OWN: i8 = 1;
pub(super) const OUTER: i8 = 2;

/// The declarations that count so far.
pub(super) struct Chosen {
    counted: Counts,
    /// Those that count if all rules hold of which that is not known.
    otherwise: Option<Box<Counts>>,
    /// Those that wait for the values of custom properties, and those of custom properties.
    raw: Vec<(Weight, Rc<Raw>)>,
    /// Texts that style sheets write, with the values of custom properties in them.
    pub(super) written: Vec<Written>,
    /// Values that depend on the colour of letters.
    coloured: Vec<String>,
    /// How many bytes the values have that custom properties were put in.
    pub(super) settled: usize,
}

impl Default for Chosen {
    fn default() -> Self {
        Self {
            counted: [None; Property::COUNT],
            otherwise: None,
            raw: Vec::new(),
            written: Vec::new(),
            coloured: Vec::new(),
            settled: 0,
        }
    }
}

type Counts = [Option<Counted>; Property::COUNT];

/// The declaration of a property that counts so far.
#[derive(Clone, Copy)]
struct Counted {
    weight: Weight,
    value: Value,
    /// Whether another value may count in its place, of which nothing is known.
    is_doubtful: bool,
}

impl Chosen {
    pub(super) fn get(&self, property: Property) -> Option<Value> {
        let chosen = self.counted.get(property as usize).copied().flatten();
        chosen.map(|counted| counted.value)
    }

    /// Says whether it cannot be told how a property is set.
    pub(super) fn is_doubtful(&self, property: Property) -> bool {
        let chosen = self.counted.get(property as usize).copied().flatten();
        chosen.is_some_and(|counted| counted.is_doubtful)
    }

    /// Returns what counts if all rules hold of which that is not known, if there is any.
    pub(super) fn turn(&mut self) -> bool {
        let otherwise = self.otherwise.take();
        let is_any = otherwise.is_some();
        if let Some(counted) = otherwise {
            self.counted = *counted;
        }
        is_any
    }

    pub(super) fn add(&mut self, declared: Declaration, weight: Weight) {
        let place = declared.property as usize;
        let value = declared.value.settled(declared.property);
        // Which declarations an earlier layer has is not looked up.
        let (value, is_certain) = match value {
            Value::RevertLayer => (Value::Revert, false),
            value => (value, declared.is_certain),
        };
        let add = |counted: &mut Counts| {
            let Some(chosen) = counted.get_mut(place) else {
                return;
            };
            if chosen.is_some_and(|known| known.weight > weight) {
                return;
            }
            let is_doubtful = value == Value::Unknown;
            let known = chosen.map_or(Value::Revert, |known| known.value);
            *chosen = Some(Counted {
                weight,
                value: if is_doubtful { known } else { value },
                is_doubtful,
            });
        };
        if is_certain || value == Value::Unknown {
            add(&mut self.counted);
        } else if self.otherwise.is_none() {
            self.otherwise = Some(Box::new(self.counted));
        }
        self.otherwise.as_deref_mut().into_iter().for_each(add);
    }

    /// Adds what a rule declares.
    pub(super) fn add_block(&mut self, block: &Block, weight: impl Fn(bool, usize) -> Weight) {
        for declared in &block.plain {
            self.add(*declared, weight(declared.is_important, declared.place));
        }
        for raw in &block.raw {
            let weight = weight(raw.is_important, raw.place);
            self.raw.push((weight, Rc::clone(raw)));
        }
    }

    /// Adds the declarations of a style attribute.
    pub(super) fn add_attached(&mut self, declared: &Block) {
        self.add_block(declared, |is_important, place| Weight {
            is_important,
            tree: if is_important { -OWN } else { OWN },
            is_attached: true,
            layer: 0,
            specificity: 0,
            order: 0,
            place,
        });
    }

    /// Adds what attributes declare that are no style sheets: any rule counts more.
    pub(super) fn add_hints(&mut self, declared: &Block) {
        self.add_block(declared, |is_important, place| Weight {
            is_important,
            tree: i8::MIN,
            is_attached: false,
            layer: isize::MIN,
            specificity: 0,
            order: 0,
            place,
        });
    }

    /// Puts the values of custom properties in place; returns those of the element, in one that has others.
    pub(super) fn settle(&mut self, outer: Option<&Rc<Variables>>) -> Option<Rc<Variables>> {
        if self.raw.is_empty() {
            return outer.cloned();
        }
        let mut raw = std::mem::take(&mut self.raw);
        raw.sort_by_key(|(weight, _)| *weight);
        let custom = raw.iter().filter(|(_, raw)| raw.is_custom());
        let custom: Vec<Rc<Raw>> = custom.map(|(_, raw)| Rc::clone(raw)).collect();
        let variables = Variables::within(outer, &custom);
        for (weight, raw) in raw.iter().filter(|(_, raw)| !raw.is_custom()) {
            let text = settled(&raw.text, variables.as_ref());
            if let Settled::Text(text) | Settled::Fallback(text) = &text {
                self.settled += text.len();
            }
            let values = match text {
                text if raw.name == "content" => self.written(text, raw),
                Settled::Fallback(_) if is_varied(&raw.name) => whole(&raw.name, Value::Unknown),
                Settled::Text(text) | Settled::Fallback(text) => {
                    let values = read(&raw.name, &text, Value::Unset);
                    self.coloured(text, values)
                }
                // The page's own style sheets leave it open.
                Settled::Undefined => read(&raw.name, &raw.text, Value::Unset),
                Settled::Unknown => whole(&raw.name, Value::Unknown),
            };
            for (property, value) in values {
                let declared = Declaration {
                    property,
                    value,
                    is_important: raw.is_important,
                    is_certain: raw.is_certain || property == Property::Content,
                    place: raw.place,
                };
                self.add(declared, *weight);
            }
        }
        variables
    }
}

impl Chosen {
    /// Keeps a value of which the colour of letters decides.
    fn coloured(
        &mut self,
        text: String,
        mut values: Vec<(Property, Value)>,
    ) -> Vec<(Property, Value)> {
        let is_coloured = |property| {
            matches!(
                property,
                Property::Colour | Property::Fill | Property::Background
            )
        };
        let mut all = values.iter_mut();
        let open =
            all.find(|(property, value)| is_coloured(*property) && *value == Value::Is(false));
        if let Some((_, value)) = open.filter(|_| has_current(&text)) {
            *value = Value::Current(self.coloured.len());
            self.coloured.push(text);
        }
        values
    }

    /// Returns the colour that a property is set to, where letters have another.
    pub(super) fn colour(&self, property: Property, letters: Option<Colour>) -> Option<Value> {
        let value = self.get(property);
        let Some(Value::Current(number)) = value else {
            return value;
        };
        let text = self.coloured.get(number).zip(letters);
        text.and_then(|(text, letters)| with_current(text, letters))
            .or(value)
    }

    /// Keeps a text that a style sheet writes. Words that it may write count as if it wrote them: a quote without
    /// them is in doubt, and so is one with them.
    fn written(&mut self, text: Settled, raw: &Raw) -> Vec<(Property, Value)> {
        let has_attribute = |text: &str| text.to_ascii_lowercase().contains("attr(");
        let written = match text {
            // An attribute of which element is not known.
            Settled::Text(text) | Settled::Fallback(text)
                if has_attribute(&text) && !has_attribute(&raw.text) =>
            {
                Written::unknown()
            }
            Settled::Text(text) | Settled::Fallback(text) => {
                let mut input = Parser::new(&text);
                Written::read(&mut input).unwrap_or_default()
            }
            Settled::Undefined => Written::default(),
            Settled::Unknown => Written::unknown(),
        };
        if !raw.is_certain && !written.may_have_words() {
            return Vec::new();
        }
        self.written.push(written);
        vec![(Property::Content, Value::Settled(self.written.len() - 1))]
    }
}

/// Reads what a declaration sets; one that browsers cannot read then sets its property to another value.
fn read(name: &str, text: &str, otherwise: Value) -> Vec<(Property, Value)> {
    let mut input = Parser::new(text);
    let values = shorthands::values(name, &mut input);
    match values {
        Ok(values) if input.is_exhausted() => values,
        _ => whole(name, otherwise),
    }
}

/// Says whether a variable that has no value decides by itself whether text is shown.
fn is_varied(name: &str) -> bool {
    property(name).is_some_and(|property| VARIED.contains(&property))
}

fn whole(name: &str, value: Value) -> Vec<(Property, Value)> {
    property(name)
        .map(|property| (property, value))
        .into_iter()
        .collect()
}
