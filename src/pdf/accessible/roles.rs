//! Says to readers of PDF 1.7 what the kinds of elements are that came later, and that browsers write.

use super::document::Document;
use super::structure::Tree;
use super::value::{Dict, Value};

const KNOWN: &[&str] = &[
    "Annot",
    "Art",
    "BibEntry",
    "BlockQuote",
    "Caption",
    "Code",
    "Div",
    "Document",
    "Figure",
    "Form",
    "Formula",
    "H",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "Index",
    "L",
    "LBody",
    "LI",
    "Lbl",
    "Link",
    "NonStruct",
    "Note",
    "P",
    "Part",
    "Private",
    "Quote",
    "RB",
    "RP",
    "RT",
    "Reference",
    "Ruby",
    "Sect",
    "Span",
    "TBody",
    "TD",
    "TFoot",
    "TH",
    "THead",
    "TOC",
    "TOCI",
    "TR",
    "Table",
    "WP",
    "WT",
    "Warichu",
];
const LATER: &[(&str, &str)] = &[
    ("Aside", "Sect"),
    ("DocumentFragment", "Sect"),
    ("Em", "Span"),
    ("FENote", "Note"),
    ("Strong", "Span"),
    ("Sub", "Span"),
    ("Title", "P"),
];

/// Maps the kinds that are not known. Says whether all could be.
pub(super) fn map_roles(document: &mut Document, tree: &Tree) -> bool {
    let mut roles = Dict::new();
    let mut are_known = true;
    for kind in tree
        .kinds
        .iter()
        .filter(|kind| !KNOWN.contains(&kind.as_str()))
    {
        match LATER.iter().find(|(later, _)| later == kind) {
            Some((_, role)) => {
                roles.insert(kind.clone().into_bytes(), Value::name(role));
            }
            None => are_known = false,
        }
    }
    let root = document.dict(document.root);
    let tree = root.and_then(|root| root.get(&b"StructTreeRoot"[..])?.as_ref());
    if let Some(tree) = tree.filter(|_| !roles.is_empty()) {
        document.set(tree, "RoleMap", Value::Dict(roles));
    }
    are_known
}
