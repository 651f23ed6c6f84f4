//! Collects what a page says of itself in its tags: `meta`, `link`, `time`, JSON-LD, its language.

use super::parse::parse;
use super::tree::{Content, DOCUMENT, Tree};

/// No page that people wrote has more of one kind of tag.
const MOST: usize = 500;
/// Where programs that save pages say from where, a comment begins so early.
const MOST_COMMENTS: usize = 20;

/// What a page says of itself, in the order of the page.
#[derive(Clone, Debug, Default)]
pub struct Tags {
    /// The names of `meta` elements, in small letters, and their contents.
    pub(crate) metas: Vec<(String, String)>,
    /// What links are to the page, in small letters, and where they lead.
    pub(crate) links: Vec<(String, String)>,
    /// The texts of JSON-LD.
    pub(crate) data: Vec<String>,
    pub(crate) title: Option<String>,
    pub(crate) lang: Option<String>,
    pub(crate) times: Vec<Time>,
    /// The first comments.
    pub(crate) comments: Vec<String>,
}

/// A time that a page marks as one.
#[derive(Clone, Debug)]
pub(crate) struct Time {
    pub(crate) at: String,
    /// Whether it is marked as that on which the page was published.
    pub(crate) is_published: bool,
    pub(crate) is_in_article: bool,
}

/// Reads the tags of a page.
pub(in super::super) fn tags(html: &str) -> Tags {
    let tree = parse(html).tree;
    let mut tags = Tags::default();
    for (number, node) in tree.nodes.iter().enumerate() {
        match &node.content {
            Content::Element { .. } => element(&tree, number, &mut tags),
            Content::Comment(text) if tags.comments.len() < MOST_COMMENTS => {
                tags.comments.push(text.to_string());
            }
            Content::Text(_)
            | Content::Comment(_)
            | Content::ShadowRoot { .. }
            | Content::Other => {}
        }
    }
    tags
}

fn element(tree: &Tree, number: usize, tags: &mut Tags) {
    let node = &tree.nodes[number];
    let value = |name: &str| {
        let value = node.attribute(name).map(str::trim);
        value.filter(|value| !value.is_empty()).map(str::to_owned)
    };
    if node.is("html") {
        tags.lang = tags.lang.take().or_else(|| value("lang"));
        tags.lang = tags.lang.take().or_else(|| value("xml:lang"));
    } else if node.is("title") && tags.title.is_none() {
        tags.title = Some(tree.text_in(number)).filter(|title| !title.trim().is_empty());
    } else if node.is("meta") && tags.metas.len() < MOST {
        let names = ["property", "name", "http-equiv"];
        let name = names.into_iter().find_map(value);
        let name = name.or_else(|| Some(format!("itemprop {}", value("itemprop")?)));
        if let (Some(name), Some(content)) = (name, value("content")) {
            tags.metas.push((name.to_lowercase(), content));
        }
    } else if node.is("link") && tags.links.len() < MOST {
        if let (Some(rel), Some(href)) = (value("rel"), value("href")) {
            tags.links.push((rel.to_lowercase(), href));
        }
    } else if node.is("script") && tags.data.len() < MOST {
        let kind = value("type").unwrap_or_default().to_lowercase();
        if kind.starts_with("application/ld+json") {
            tags.data.push(tree.text_in(number));
        }
    } else if node.is("time")
        && tags.times.len() < MOST
        && let Some(at) = value("datetime")
    {
        let published = value("itemprop").is_some_and(|name| name.contains("datePublished"));
        let class = value("class").unwrap_or_default();
        tags.times.push(Time {
            at,
            is_published: published
                || node.attribute("pubdate").is_some()
                || class
                    .split_whitespace()
                    .any(|class| class == "dt-published"),
            is_in_article: is_in_article(tree, number),
        });
    }
}

fn is_in_article(tree: &Tree, number: usize) -> bool {
    let mut above = tree.nodes[number].parent;
    while let Some(parent) = above.filter(|parent| *parent != DOCUMENT) {
        if tree.nodes[parent].is("article") {
            return true;
        }
        above = tree.nodes[parent].parent;
    }
    false
}
