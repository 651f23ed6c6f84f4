//! Reads style sheets: the rules that decide whether and how text is shown.

use std::collections::HashMap;
use std::rc::Rc;

use cssparser::{
    AtRuleParser, CowRcStr, DeclarationParser, ParseError, Parser, ParserState,
    QualifiedRuleParser, RuleBodyItemParser, RuleBodyParser, StyleSheetParser,
    match_ignore_ascii_case, parse_important,
};
use selectors::parser::{Selector, SelectorList};

use super::super::data;
use super::super::variables::Raw;
use super::animations;
use super::contents::{self, Written};
pub(super) use super::declared::Block;
use super::declared::{Declaration, Property, Value};
use super::layers::{self, Layers};
use super::media;
use super::raw;
use super::selector::{self, Selectors};
use super::shorthands;
use super::supports;

/// A rule with more selectors holds no others.
const MOST_PARENTS: usize = 256;
/// To match a rule in others, so many selectors of those may be looked at.
const MOST_AROUND: usize = 10_000;
/// Style sheets in addresses in style sheets are not read any deeper.
const MOST_IMPORTS: usize = 4;

/// The rules of the style sheets of a page or of a shadow tree.
#[derive(Default)]
pub(super) struct Rules {
    /// Each selector apart, in order.
    #[expect(clippy::struct_field_names, reason = "they are what it holds")]
    pub(super) rules: Vec<Rule>,
    /// What rules declare, by number.
    pub(super) declared: Vec<Block>,
    /// Custom properties, and what they are at first.
    pub(super) registered: Vec<Rc<Raw>>,
    /// Animations that end hidden.
    pub(super) fading: Vec<usize>,
    pub(super) layers: Layers,
    /// What they write, by number.
    pub(super) written: Vec<Written>,
    /// Words that styles of counters write for numbers.
    pub(super) counters: HashMap<String, String>,
    /// How many style sheets in addresses are around what is read.
    imports: usize,
    /// Whether rules in each other would take steps without end.
    pub(super) is_tangled: bool,
}

pub(super) struct Rule {
    pub(super) selector: Selector<Selectors>,
    /// Which declarations it has.
    pub(super) declared: usize,
    /// Which layer it is in.
    pub(super) layer: Option<usize>,
}

impl Rules {
    /// Reads one more style sheet.
    pub(super) fn read(&mut self, css: &str) {
        let mut input = Parser::new(css);
        let mut sheet = Reader {
            rules: self,
            layer: None,
            path: String::new(),
            parents: None,
            weight: 1,
            is_certain: true,
            is_scope: false,
            declared: Block::default(),
        };
        for rule in StyleSheetParser::new(&mut input, &mut sheet) {
            // What is at fault is left out, as browsers leave it out.
            _ = rule;
        }
    }
}

/// Reads the declarations of a style attribute.
pub(super) fn declarations(css: &str) -> Block {
    let mut rules = Rules::default();
    let mut body = Reader {
        rules: &mut rules,
        layer: None,
        path: String::new(),
        parents: None,
        weight: 1,
        is_certain: true,
        is_scope: false,
        declared: Block::default(),
    };
    body.body(&mut Parser::new(css));
    let mut block = body.declared;
    // What is written has its number in a style sheet; of an element, only a picture counts.
    let contents = block.plain.iter_mut();
    for declared in contents.filter(|declared| declared.property == Property::Content) {
        declared.value = Value::Is(
            matches!(declared.value, Value::Written(number) if rules.written[number].is_picture()),
        );
    }
    block
}

struct Reader<'a> {
    rules: &'a mut Rules,
    layer: Option<usize>,
    path: String,
    /// The selectors of the rule that these are in.
    parents: Option<SelectorList<Selectors>>,
    /// How many selectors have to be looked at to match those at most.
    weight: usize,
    /// Whether it is known that the rules hold.
    is_certain: bool,
    /// Whether the selectors around are the root of a scope.
    is_scope: bool,
    declared: Block,
}

enum Prelude {
    /// Whether it holds.
    Condition(bool),
    /// Nobody knows whether it holds, without the page's layout or a browser.
    Container,
    /// Rules for what is in some elements, perhaps not in all that is in them.
    Scope(Option<SelectorList<Selectors>>),
    Layer(Vec<String>),
    /// The style sheet that an address holds itself.
    Import(Option<String>),
    /// What a custom property of a name is at first.
    Registered(String),
    /// An animation, by its number.
    Keyframes(usize),
    /// A style of counters.
    Counter(String),
}

impl Reader<'_> {
    fn body(&mut self, input: &mut Parser<'_>) {
        for item in RuleBodyParser::new(input, self) {
            _ = item;
        }
    }

    /// Reads a block of rules, or of what is in the rule around it.
    fn block(&mut self, input: &mut Parser<'_>, layer: Option<usize>, path: String) {
        let mut inner = Reader {
            rules: &mut *self.rules,
            layer,
            path,
            parents: self.parents.clone(),
            weight: self.weight,
            is_certain: self.is_certain,
            is_scope: self.is_scope,
            declared: Block::default(),
        };
        let first = inner.rules.rules.len();
        inner.body(input);
        let block = std::mem::take(&mut inner.declared);
        let is_empty = block.plain.is_empty() && block.raw.is_empty();
        let Some(parents) = self.parents.as_ref().filter(|_| !is_empty) else {
            return;
        };
        let declared = self.rules.declared.len();
        self.rules.declared.push(block);
        let rule = |selector: &Selector<Selectors>| Rule {
            selector: selector.clone(),
            declared,
            layer,
        };
        // What a rule says itself comes before the rules in it.
        let rules = parents.slice().iter().map(rule);
        self.rules.rules.splice(first..first, rules);
    }
}

impl Reader<'_> {
    /// Reads rules that may hold or not.
    fn perhaps(&mut self, input: &mut Parser<'_>) {
        let is_certain = std::mem::replace(&mut self.is_certain, false);
        self.block(input, self.layer, self.path.clone());
        self.is_certain = is_certain;
    }
}

impl<'i> DeclarationParser<'i> for Reader<'_> {
    type Declaration = ();
    type Error = ();

    fn parse_value(
        &mut self,
        name: CowRcStr<'i>,
        input: &mut Parser<'i>,
        _: &ParserState,
    ) -> Result<(), ParseError<()>> {
        let place = self.declared.plain.len() + self.declared.raw.len();
        if let Some(raw) = raw::raw(&name, input, self.is_certain, place) {
            self.declared.raw.push(Rc::new(raw));
            return Ok(());
        }
        let values = if name.eq_ignore_ascii_case("content") {
            let written = Written::read(input)?;
            if !self.is_certain && !written.may_have_words() {
                return Ok(());
            }
            self.rules.written.push(written);
            let number = self.rules.written.len() - 1;
            vec![(Property::Content, Value::Written(number))]
        } else {
            shorthands::values(&name, input)?
        };
        let is_important = input.try_parse(parse_important).is_ok();
        input.expect_exhausted()?;
        let declared = values.into_iter().map(|(property, value)| Declaration {
            property,
            value,
            is_important,
            // Words that may be written count as if they were: a quote without them is in doubt.
            is_certain: self.is_certain || property == Property::Content,
            place,
        });
        self.declared.plain.extend(declared);
        Ok(())
    }
}

impl<'i> QualifiedRuleParser<'i> for Reader<'_> {
    type Prelude = (SelectorList<Selectors>, usize);
    type QualifiedRule = ();
    type Error = ();

    fn parse_prelude(&mut self, input: &mut Parser<'i>) -> Result<Self::Prelude, ParseError<()>> {
        let refused = |_| ParseError::unexpected_token();
        let before = input.state();
        let start = input.position();
        while input.next().is_ok() {}
        let root = if self.is_scope { "&" } else { ":root" };
        let text = input.slice_from(start).replace(":scope", root);
        let list = if self.parents.is_some() {
            let mut text = Parser::new(&text);
            let list = selector::list(&mut text, true).map_err(refused)?;
            text.expect_exhausted()?;
            list
        } else {
            input.reset(&before);
            selector::list(input, false).map_err(refused)?
        };
        // Each `&`, and each selector that has none, stands for all selectors around.
        let around = text.matches('&').count() + list.len();
        let weight = self.weight.saturating_mul(around);
        match &self.parents {
            None => Ok((list, around)),
            Some(parents) if parents.len() <= MOST_PARENTS && weight <= MOST_AROUND => {
                Ok((list.replace_parent_selector(parents), weight))
            }
            Some(_) => {
                self.rules.is_tangled = true;
                Err(ParseError::unexpected_token())
            }
        }
    }

    fn parse_block(
        &mut self,
        (selectors, weight): Self::Prelude,
        _: &ParserState,
        input: &mut Parser<'i>,
    ) -> Result<(), ParseError<()>> {
        let path = self.path.clone();
        let outer = self.parents.replace(selectors);
        let outer_weight = std::mem::replace(&mut self.weight, weight);
        let is_scope = std::mem::take(&mut self.is_scope);
        self.block(input, self.layer, path);
        self.is_scope = is_scope;
        self.parents = outer;
        self.weight = outer_weight;
        Ok(())
    }
}

impl<'i> AtRuleParser<'i> for Reader<'_> {
    type Prelude = Prelude;
    type AtRule = ();
    type Error = ();

    fn parse_prelude(
        &mut self,
        name: CowRcStr<'i>,
        input: &mut Parser<'i>,
    ) -> Result<Prelude, ParseError<()>> {
        Ok(match_ignore_ascii_case! { &name,
            "media" => Prelude::Condition(media::holds(input)),
            "supports" => {
                let holds = supports::is_supported(input);
                while input.next().is_ok() {}
                holds.map_or(Prelude::Container, Prelude::Condition)
            },
            "container" => {
                while input.next().is_ok() {}
                Prelude::Container
            },
            "scope" => {
                let within = selector::scope(input);
                while input.next().is_ok() {}
                Prelude::Scope(within)
            },
            "import" => {
                let address = input.expect_url_or_string()?;
                let css = data::text(&address, "text/css");
                let holds = media::holds(input);
                Prelude::Import(css.filter(|_| holds))
            },
            "keyframes" | "-webkit-keyframes" => {
                let name = input.expect_ident_or_string()?.to_string();
                Prelude::Keyframes(animations::number(&name))
            },
            "counter-style" => Prelude::Counter(input.expect_ident_cloned()?.to_string()),
            "property" => Prelude::Registered(input.expect_ident_cloned()?.to_string()),
            "layer" => Prelude::Layer(layers::names(input)),
            _ => return Err(ParseError::unexpected_token()),
        })
    }

    fn rule_without_block(&mut self, prelude: Prelude, _: &ParserState) -> Result<(), ()> {
        if let Prelude::Import(Some(css)) = &prelude
            && self.rules.imports < MOST_IMPORTS
        {
            self.rules.imports += 1;
            self.rules.read(css);
            self.rules.imports -= 1;
        }
        if let Prelude::Layer(names) = prelude {
            for name in names.iter().filter(|name| !name.is_empty()) {
                self.rules.layers.layer(&self.path, Some(name));
            }
        }
        Ok(())
    }

    fn parse_block(
        &mut self,
        prelude: Prelude,
        _: &ParserState,
        input: &mut Parser<'i>,
    ) -> Result<(), ParseError<()>> {
        match prelude {
            Prelude::Condition(false) | Prelude::Scope(None) | Prelude::Import(_) => {}
            Prelude::Condition(true) => self.block(input, self.layer, self.path.clone()),
            Prelude::Container => self.perhaps(input),
            Prelude::Scope(within) => {
                let outer = std::mem::replace(&mut self.parents, within);
                let was_scope = std::mem::replace(&mut self.is_scope, true);
                self.perhaps(input);
                self.is_scope = was_scope;
                self.parents = outer;
            }
            Prelude::Registered(name) => {
                let raw = raw::registered(&name, input);
                self.rules.registered.extend(raw.map(Rc::new));
            }
            Prelude::Counter(name) => {
                let words = contents::counter_style(input);
                let words = words.map(|words| (name, words));
                self.rules.counters.extend(words);
            }
            Prelude::Keyframes(number) => {
                if animations::ends_hidden(input, declarations) {
                    self.rules.fading.push(number);
                }
            }
            Prelude::Layer(names) => {
                let name = names.first().filter(|name| !name.is_empty());
                let (layer, path) = self
                    .rules
                    .layers
                    .layer(&self.path, name.map(String::as_str));
                self.block(input, Some(layer), path);
            }
        }
        // What was not read is passed over.
        while input.next().is_ok() {}
        Ok(())
    }
}

impl RuleBodyItemParser<'_, (), ()> for Reader<'_> {
    fn parse_declarations(&self) -> bool {
        true
    }

    fn parse_qualified(&self) -> bool {
        true
    }
}
