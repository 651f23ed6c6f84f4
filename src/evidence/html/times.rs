//! Finds the times that a page marks, and which of them is said to be that on which it appeared.

use std::iter::successors;

use super::tree::{Content, DOCUMENT, Node, Tree};

/// A byline has no more words; what has more is a sentence of the text.
const MOST_WORDS: usize = 20;
/// What has no more words is a line with a time.
const MOST_BESIDE: usize = 6;
/// So many nodes are looked through for these words.
const MOST_NODES: usize = 500;

/// A time that a page marks as one.
#[derive(Clone, Debug)]
pub(crate) struct Time {
    pub(crate) at: String,
    /// Whether the page says that it appeared then.
    pub(crate) is_published: bool,
}

/// Where the articles of a page stand.
pub(super) struct Articles {
    /// The one that the page is, if that is known.
    main: Option<usize>,
}

impl Articles {
    pub(super) fn of(tree: &Tree) -> Self {
        let nodes = tree.nodes.iter().enumerate();
        let headings = nodes.clone().filter(|(_, node)| node.is("h1"));
        let mut headed: Vec<usize> = headings
            .filter_map(|(number, _)| above(tree, number).find(|at| is_article(tree, *at)))
            .collect();
        headed.dedup();
        if headed.is_empty() {
            headed = nodes
                .map(|(number, _)| number)
                .filter(|number| is_article(tree, *number))
                .filter(|number| !above(tree, *number).any(|at| is_article(tree, at)))
                .collect();
        }
        let main = match headed.as_slice() {
            [only] => Some(*only),
            _ => None,
        };
        Self { main }
    }

    /// Returns the time that an element marks; none if it says that it is another's, or another than that
    /// of issue.
    pub(super) fn time(&self, tree: &Tree, number: usize) -> Option<Time> {
        let node = &tree.nodes[number];
        let at = ["datetime", "content"].into_iter();
        let mut at = at.filter_map(|name| node.attribute(name));
        let at = at
            .next()
            .map_or_else(|| tree.text_in(number), str::to_owned);
        let at = at.trim().to_owned();
        let lines = above(tree, number).take(3);
        let mut lines = lines.take_while(|line| !has_more_words(tree, *line, MOST_BESIDE));
        let says = says(node).or_else(|| lines.find_map(|line| says(&tree.nodes[line])));
        if at.is_empty() || says == Some(Says::Other) || self.is_of_another(tree, number) {
            return None;
        }
        let article = above(tree, number).find(|at| is_article(tree, *at));
        let is_in_text = is_in_text(tree, number);
        if says.is_none() {
            let may_be = article.is_some() && !is_in_text;
            return may_be.then_some(Time {
                at,
                is_published: false,
            });
        }
        let is_aside = above(tree, number).any(|at| tree.nodes[at].is("footer"));
        let is_known = article.is_none() || self.main.is_some();
        Some(Time {
            at,
            is_published: is_known && !is_aside && !is_in_text,
        })
    }

    /// Says whether an element is of something else than the page: of another article, a comment, a film.
    fn is_of_another(&self, tree: &Tree, number: usize) -> bool {
        let article = above(tree, number).find(|at| is_article(tree, *at));
        let is_of_main = |article: usize, main: usize| {
            article == main || above(tree, main).any(|at| at == article)
        };
        let is_other = article
            .zip(self.main)
            .is_some_and(|(article, main)| !is_of_main(article, main));
        let mut items = above(tree, number).filter_map(|at| item(&tree.nodes[at]));
        let is_of_page = |kind: &str| {
            let kinds = ["Article", "Posting", "Report", "Page", "CreativeWork"];
            kinds.iter().any(|known| kind.ends_with(known))
        };
        let is_thing = items
            .next()
            .is_some_and(|kind| !is_of_page(kind) || is_work(kind) && items.any(is_work));
        is_other || is_thing || above(tree, number).any(|at| is_beside(&tree.nodes[at]))
    }
}

/// What an element says of the time that it has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    Published,
    Other,
}

fn says(node: &Node) -> Option<Says> {
    let marks = ["itemprop", "property", "class", "rel"].into_iter();
    let marks = marks.filter_map(|name| node.attribute(name));
    let marks: Vec<Vec<String>> = marks.flat_map(str::split_whitespace).map(words).collect();
    let has = |mark: &[String], known: &[&str]| mark.iter().any(|word| known.contains(&&**word));
    let is_changed = |mark: &[String]| {
        let known = [
            "modified",
            "updated",
            "update",
            "revised",
            "edited",
            "changed",
            "last",
            "end",
            "ends",
            "expires",
            "expiry",
            "expiration",
            "until",
        ];
        has(mark, &known)
    };
    let is_published = |mark: &[String]| {
        let is_said = has(mark, &["published", "pubdate"])
            || has(mark, &["pub", "publish", "publication"]) && has(mark, &["date", "time"]);
        is_said && !is_changed(mark)
    };
    if node.attribute("pubdate").is_some() || marks.iter().any(|mark| is_published(mark)) {
        return Some(Says::Published);
    }
    let is_changed = marks.iter().any(|mark| is_changed(mark));
    is_changed.then_some(Says::Other)
}

/// Says whether an element that is no `time` is marked as having that on which the page was published.
pub(super) fn has_day(node: &Node) -> bool {
    let marks = ["itemprop", "property"].into_iter();
    let mut marks = marks.filter_map(|name| node.attribute(name));
    let is_day = |mark: &str| mark.eq_ignore_ascii_case("datePublished");
    node.attribute("content").is_some()
        && marks.any(|marks| {
            let names = marks.split_whitespace();
            let mut bare = names.filter_map(|mark| mark.rsplit([':', '/', '#']).next());
            bare.any(is_day)
        })
}

/// Returns the words of a mark, in small letters: `datePublished`, `entry-date`.
fn words(mark: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in mark.chars() {
        if letter.is_uppercase() || !letter.is_alphanumeric() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| letter.is_alphanumeric()) {
            word.extend(letter.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Returns the nodes that an element stands in, the nearest first.
fn above(tree: &Tree, number: usize) -> impl Iterator<Item = usize> {
    let parent = |at: usize| tree.nodes[at].parent.filter(|parent| *parent != DOCUMENT);
    successors(parent(number), move |at| parent(*at))
}

fn is_article(tree: &Tree, number: usize) -> bool {
    tree.nodes[number].is("article")
}

/// Says whether a type of microdata is an article.
fn is_work(kind: &str) -> bool {
    kind.ends_with("Article") || kind.ends_with("Posting")
}

/// Returns the type of the thing of which microdata in an element is.
fn item(node: &Node) -> Option<&str> {
    node.attribute("itemscope")?;
    let kind = node.attribute("itemtype")?.split_whitespace().next()?;
    kind.rsplit(['/', '#']).next()
}

/// Says whether what is in an element stands beside the page's own text.
fn is_beside(node: &Node) -> bool {
    let is_whole = ["html", "body", "main"];
    let is_beside = ["aside", "nav", "template", "blockquote", "figure"];
    let marks = ["class", "id"].into_iter();
    let mut marks = marks.filter_map(|name| node.attribute(name));
    let is_named = |mark: &str| {
        let words = words(mark);
        let has = |known: &[&str]| words.iter().any(|word| known.contains(&&**word));
        // What has comments, as the whole page may, is none.
        mark == "sidebar"
            || has(&["comment", "comments", "related", "replies", "cite"])
                && !has(&["has", "no", "open", "with"])
    };
    is_beside.iter().any(|name| node.is(name))
        || !is_whole.iter().any(|name| node.is(name))
            && marks.any(|marks| marks.split_whitespace().any(is_named))
}

/// Says whether an element stands in a sentence of the text.
fn is_in_text(tree: &Tree, number: usize) -> bool {
    let blocks = ["p", "li", "dd"];
    let block = above(tree, number).find(|at| blocks.iter().any(|name| tree.nodes[*at].is(name)));
    block.is_some_and(|block| has_more_words(tree, block, MOST_WORDS))
}

fn has_more_words(tree: &Tree, block: usize, most: usize) -> bool {
    let mut left = vec![block];
    let mut words = 0;
    for _ in 0..MOST_NODES {
        let Some(number) = left.pop() else {
            return false;
        };
        if let Content::Text(text) = &tree.nodes[number].content {
            words += text.split_whitespace().take(most + 1).count();
        }
        if words > most {
            return true;
        }
        left.extend(tree.children(number).take(MOST_NODES));
        if left.len() >= MOST_NODES {
            return true;
        }
    }
    true
}
