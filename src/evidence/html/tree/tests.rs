use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::prelude::*;

use super::super::parse::parse;
use super::{Content, DOCUMENT, Tree};

/// Writes what a tree is, in brackets.
fn ours(tree: &Tree, id: usize) -> String {
    let children: String = tree.children(id).map(|child| ours(tree, child)).collect();
    match &tree.nodes[id].content {
        Content::Element { .. } => format!("<{}{children}>", tree.nodes[id].name.local),
        Content::Text(text) => format!("[{text}]"),
        Content::Comment(_) | Content::ShadowRoot { .. } | Content::Other => children,
    }
}

fn theirs(node: &Handle) -> String {
    let children: String = node.children.borrow().iter().map(theirs).collect();
    match &node.data {
        NodeData::Element { name, .. } => format!("<{}{children}>", name.local),
        NodeData::Text { contents } => format!("[{}]", contents.borrow()),
        NodeData::Document
        | NodeData::Doctype { .. }
        | NodeData::Comment { .. }
        | NodeData::ProcessingInstruction { .. } => children,
    }
}

proptest! {
    /// The tree is the one that html5ever's own tree for tests builds, however broken the markup.
    #[test]
    fn trees_are_as_the_parser_says(
        page in "(</?(p|b|i|a|table|tr|td|caption|select|option|div|form|h1|li|ul|svg|math|body)>|x| |<!-- -->){0,30}",
    ) {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page.as_str());
        prop_assert_eq!(ours(&parse(&page).tree, DOCUMENT), theirs(&dom.document));
    }
}
