//! Collects what a page says of itself in its tags: `meta`, `link`, `time`, JSON-LD, its language.

use super::parse::parse;
use super::times::{Articles, Time, has_day};
use super::tree::{Content, Tree};

/// No page that people wrote has more of one kind of tag.
const MOST: usize = 500;
/// A text in so many headings is long to compare with.
const MOST_HEADINGS: usize = 20;
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
    /// The texts of its highest headings.
    pub(crate) headings: Vec<String>,
    pub(crate) lang: Option<String>,
    pub(crate) times: Vec<Time>,
    /// The first comments.
    pub(crate) comments: Vec<String>,
}

/// Reads the tags of a page.
pub(in super::super) fn tags(html: &str) -> Tags {
    let tree = parse(html).tree;
    let articles = Articles::of(&tree);
    let mut tags = Tags::default();
    for (number, node) in tree.nodes.iter().enumerate() {
        match &node.content {
            Content::Element { .. } => element(&tree, &articles, number, &mut tags),
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

/// Returns the words in an element and in those in it.
fn words_in(tree: &Tree, number: usize) -> String {
    let mut words = String::new();
    let mut open = vec![number];
    for _ in 0..MOST {
        let Some(next) = open.pop() else {
            break;
        };
        if let Content::Text(text) = &tree.nodes[next].content {
            words.push_str(text);
        }
        let inner: Vec<usize> = tree.children(next).collect();
        open.extend(inner.into_iter().rev());
    }
    words
}

fn element(tree: &Tree, articles: &Articles, number: usize, tags: &mut Tags) {
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
    } else if node.is("h1") && tags.headings.len() < MOST_HEADINGS {
        tags.headings.push(words_in(tree, number));
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
    }
    if (node.is("time") || has_day(node)) && tags.times.len() < MOST {
        tags.times.extend(articles.time(tree, number));
    }
}
