//! A page as a browser's parser sees it.

use std::collections::{BTreeMap, BTreeSet};

use html5ever::driver::{ParseOpts, parse_document};
use html5ever::tendril::TendrilSink;
use html5ever::tokenizer::TokenizerOpts;
use html5ever::tree_builder::TreeBuilderOpts;
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// A parsed page.
#[derive(Debug, Default)]
pub(crate) struct Html {
    /// Everything that the parser had to put up with.
    pub(crate) errors: Vec<String>,
    /// The text of the style element, which the parser is spared: fonts are long.
    pub(crate) style: String,
    /// Every element, in the order of the page.
    pub(crate) elements: Vec<Element>,
}

/// An element.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    /// All the text in it.
    pub(crate) text: String,
}

impl Html {
    /// Parses a page; errors are said exactly, characters that no page may hold among them.
    pub(crate) fn parse(page: &str) -> Self {
        let options = ParseOpts {
            tokenizer: TokenizerOpts {
                exact_errors: true,
                ..TokenizerOpts::default()
            },
            tree_builder: TreeBuilderOpts {
                exact_errors: true,
                ..TreeBuilderOpts::default()
            },
        };
        // As in a browser, the first end tag ends the style, whatever it stands in.
        let (head, rest) = page.split_once("<style>").unwrap_or((page, ""));
        let (style, rest) = rest.split_once("</style>").unwrap_or((rest, ""));
        let page = format!("{head}<style></style>{rest}");
        let dom = parse_document(RcDom::default(), options).one(page);
        let mut html = Self {
            style: style.to_owned(),
            ..Self::default()
        };
        html.add(&dom.document);
        let errors = dom.errors.borrow();
        html.errors = errors.iter().map(ToString::to_string).collect();
        html
    }

    /// Adds what stands in a node, and returns its text.
    fn add(&mut self, node: &Handle) -> String {
        let at = self.elements.len();
        match &node.data {
            NodeData::Element { name, attrs, .. } => {
                let attributes = attrs.borrow();
                let named = |attribute: &html5ever::Attribute| {
                    let name = attribute.name.local.to_string();
                    (name, attribute.value.to_string())
                };
                self.elements.push(Element {
                    name: name.local.to_string(),
                    attributes: attributes.iter().map(named).collect(),
                    text: String::new(),
                });
            }
            NodeData::Text { contents } => return contents.borrow().to_string(),
            NodeData::Document
            | NodeData::Doctype { .. }
            | NodeData::Comment { .. }
            | NodeData::ProcessingInstruction { .. } => {}
        }
        let text: String = node
            .children
            .borrow()
            .iter()
            .map(|child| self.add(child))
            .collect();
        if let Some(element) = self.elements.get_mut(at)
            && matches!(node.data, NodeData::Element { .. })
        {
            element.text.clone_from(&text);
        }
        text
    }

    /// Returns the names of all elements, and of all attributes with their element.
    pub(crate) fn vocabulary(&self) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        for element in &self.elements {
            names.insert(element.name.clone());
            for attribute in element.attributes.keys() {
                names.insert(format!("{} {attribute}", element.name));
            }
        }
        names
    }

    /// Returns the values of an attribute, wherever it stands.
    pub(crate) fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let elements = self.elements.iter();
        elements.filter_map(move |element| element.attributes.get(name).map(String::as_str))
    }

    /// Returns the text of the page.
    pub(crate) fn text(&self) -> &str {
        self.elements.first().map_or("", |html| &html.text)
    }

    /// Returns the texts of the elements that have an attribute.
    pub(crate) fn texts<'a>(&'a self, attribute: &'a str) -> impl Iterator<Item = &'a str> {
        let elements = self.elements.iter();
        elements
            .filter(move |element| element.attributes.contains_key(attribute))
            .map(|element| element.text.as_str())
    }
}
