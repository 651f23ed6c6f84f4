//! Parses pages of HTML within bounds, so that none takes longer than its length allows.
//!
//! `html5ever` looks through all open elements at most tags, and through all attributes of a tag at
//! each. So what a page opens and does not close is held back as browsers hold it back, and what no
//! page has is cut before it is parsed.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{Tracer, TreeBuilder, TreeBuilderOpts};
use html5ever::{LocalName, TokenizerResult};

use super::attributes::with_few;
use super::elements::is_block;
use super::tree::{Builder, Tree};

/// So many elements may be open at once. In browsers, too, what is deeper stands at this depth.
const DEEPEST: usize = 512;
/// A page may have this many nodes, and one more for each byte. Tags that cross each other make
/// more: the formatting that they leave open is made anew in each block.
const FEWEST_NODES: usize = 10_000;
/// No page has more: each node takes many times the memory of its bytes.
const MOST_NODES: usize = 1_000_000;

/// A comment that stands where a block begins or ends that is not in the tree. No page has it.
pub(super) const EDGE: &str = "\0";

/// What the parser made of a page.
pub(super) struct Parsed {
    pub(super) tree: Tree,
    /// The encodings that the page declares, in order, by their labels.
    encodings: Vec<StrTendril>,
    /// How often the parser looked at an element: its work.
    #[cfg(test)]
    looks: u64,
}

/// Returns the labels of the encodings that a page declares, in order.
pub(in super::super) fn declared(html: &str) -> Vec<StrTendril> {
    parse(html).encodings
}

/// Builds the tree of a page, as a browser without scripts does.
pub(super) fn parse(html: &str) -> Parsed {
    parse_within(html, most_nodes(html.len()))
}

/// Builds the tree of a page that may have so many nodes.
pub(super) fn parse_within(html: &str, most_nodes: usize) -> Parsed {
    let options = TreeBuilderOpts {
        scripting_enabled: false,
        ..TreeBuilderOpts::default()
    };
    let bounded = Bounded {
        builder: TreeBuilder::new(Builder::new(), options),
        most_nodes,
        room: Cell::new(DEEPEST),
        has_room: Cell::new(true),
        dropped: RefCell::default(),
        is_cut: Cell::new(false),
    };
    let tokenizer = Tokenizer::new(bounded, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(&*with_few(html)));
    let mut encodings = Vec::new();
    loop {
        match tokenizer.feed(&queue) {
            TokenizerResult::EncodingIndicator(label) => encodings.push(label),
            TokenizerResult::Script(_) => {}
            TokenizerResult::Done => break,
        }
    }
    tokenizer.end();
    let is_cut = tokenizer.sink.is_cut.get();
    let builder = tokenizer.sink.builder.sink;
    #[cfg(test)]
    let looks = builder.looks.get();
    let mut tree = builder.into_tree();
    tree.is_cut = is_cut;
    Parsed {
        tree,
        encodings,
        #[cfg(test)]
        looks,
    }
}

/// Returns how many nodes a page may have, by its length.
pub(super) fn most_nodes(bytes: usize) -> usize {
    (FEWEST_NODES + bytes).min(MOST_NODES)
}

/// Holds back tags that would open more elements than may be open.
struct Bounded {
    builder: TreeBuilder<usize, Builder>,
    most_nodes: usize,
    /// How many tags may come before the open elements are counted again.
    room: Cell<usize>,
    /// Whether there may be room again since they were counted.
    has_room: Cell<bool>,
    dropped: RefCell<Dropped>,
    is_cut: Cell<bool>,
}

/// The start tags that were held back and have no end tag yet.
#[derive(Default)]
struct Dropped {
    names: Vec<LocalName>,
    counts: HashMap<LocalName, usize>,
}

impl Dropped {
    fn push(&mut self, name: LocalName) {
        *self.counts.entry(name.clone()).or_default() += 1;
        self.names.push(name);
    }

    /// Ends an element that was held back, and those in it; says whether there was one, and
    /// whether a block ended.
    fn end(&mut self, name: &LocalName) -> Option<bool> {
        self.counts.get(name).filter(|count| **count > 0)?;
        let mut ends_block = false;
        while let Some(last) = self.names.pop() {
            if let Some(count) = self.counts.get_mut(&last) {
                *count -= 1;
            }
            ends_block |= is_block(&last);
            if last == *name {
                break;
            }
        }
        Some(ends_block)
    }

    fn clear(&mut self) {
        self.names.clear();
        self.counts.clear();
    }
}

/// Counts what the parser keeps open.
struct Count(Cell<usize>);

impl Tracer for Count {
    type Handle = usize;

    fn trace_handle(&self, _: &usize) {
        self.0.set(self.0.get() + 1);
    }
}

impl Bounded {
    fn open(&self) -> usize {
        let count = Count(Cell::new(0));
        self.builder.trace_handles(&count);
        count.0.get()
    }

    /// Says whether one more element may be opened.
    fn may_open(&self) -> bool {
        if self.room.get() == 0 && self.has_room.get() {
            self.has_room.set(false);
            self.room.set(DEEPEST.saturating_sub(self.open()));
        }
        let room = self.room.get();
        self.room.set(room.saturating_sub(1));
        room > 0
    }

    /// Notes that a block would have begun or ended.
    fn edge(&self, line: u64) -> TokenSinkResult<usize> {
        let edge = Token::CommentToken(StrTendril::from(EDGE));
        self.builder.process_token(edge, line)
    }

    fn start_tag(&self, tag: Tag, line: u64) -> TokenSinkResult<usize> {
        if self.may_open() {
            self.has_room.set(true);
            return self.builder.process_token(Token::TagToken(tag), line);
        }
        if passes(&tag.name) {
            self.is_cut.set(self.open() > 2 * DEEPEST);
            return self.builder.process_token(Token::TagToken(tag), line);
        }
        let is_block = is_block(&tag.name);
        if !tag.self_closing {
            self.dropped.borrow_mut().push(tag.name);
        }
        if is_block {
            return self.edge(line);
        }
        TokenSinkResult::Continue
    }

    fn end_tag(&self, tag: Tag, line: u64) -> TokenSinkResult<usize> {
        let ended = self.dropped.borrow_mut().end(&tag.name);
        match ended {
            Some(true) => return self.edge(line),
            Some(false) => return TokenSinkResult::Continue,
            None => {}
        }
        self.has_room.set(true);
        let holds_back = !self.dropped.borrow().names.is_empty();
        let before = if holds_back { self.open() } else { 0 };
        let result = self.builder.process_token(Token::TagToken(tag), line);
        if holds_back && self.open() < before {
            // What was held back stood in what ended.
            self.dropped.borrow_mut().clear();
        }
        result
    }
}

/// Says whether the tokeniser or the line needs to know of an element at any depth: it holds no
/// others, or its text is no markup.
fn passes(name: &LocalName) -> bool {
    matches!(
        &**name,
        "area"
            | "base"
            | "body"
            | "br"
            | "col"
            | "embed"
            | "head"
            | "hr"
            | "html"
            | "iframe"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "noembed"
            | "noframes"
            | "param"
            | "plaintext"
            | "script"
            | "source"
            | "style"
            | "textarea"
            | "title"
            | "track"
            | "wbr"
            | "xmp"
    )
}

impl TokenSink for Bounded {
    type Handle = usize;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<usize> {
        if self.builder.sink.count() > self.most_nodes {
            self.is_cut.set(true);
        }
        match token {
            Token::EOFToken => self.builder.process_token(token, line),
            _ if self.is_cut.get() => TokenSinkResult::Continue,
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => self.start_tag(tag, line),
            Token::TagToken(tag) => self.end_tag(tag, line),
            Token::DoctypeToken(_)
            | Token::CommentToken(_)
            | Token::CharacterTokens(_)
            | Token::NullCharacterToken
            | Token::ParseError(_) => self.builder.process_token(token, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}

#[cfg(test)]
#[expect(clippy::format_collect, reason = "tests need no speed")]
mod tests {
    use super::super::tree::{Content, Tree};
    use super::{MOST_NODES, Parsed, most_nodes, parse};

    /// Returns the parser's work on a page that a function makes of a size, and the page's nodes.
    fn work(page: impl Fn(usize) -> String, size: usize) -> (u64, usize) {
        let parsed = parse(&page(size));
        (parsed.looks, parsed.tree.nodes.len())
    }

    type Page = (&'static str, fn(usize) -> String);

    /// What is nested, crossed or repeated takes twice the work where it is twice as long.
    #[test]
    fn work_grows_in_line_with_the_page() {
        let pages: &[Page] = &[
            ("nested", |n| "<div>".repeat(n)),
            ("nested in line", |n| "<span>x".repeat(n)),
            ("nested and named", |n| {
                (0..n).map(|i| format!("<b id={i}>")).collect()
            }),
            ("nested with blocks", |n| "<p><b>x".repeat(n)),
            ("crossed", |n| "<b><p>x</b>".repeat(n)),
            ("crossed twice", |n| "<a><b><p>x</a></b>".repeat(n)),
            ("ends of nothing", |n| "<div>".repeat(n) + &"</p>".repeat(n)),
            ("ends of another", |n| {
                "<div>".repeat(n) + &"</span></div>".repeat(n)
            }),
            ("tables", |n| "<table><tr><td>".repeat(n)),
            ("fostered", |n| "<table>".to_owned() + &"<b>x<i>".repeat(n)),
            ("foreign", |n| "<svg>".to_owned() + &"<g>x".repeat(n)),
            ("foreign titles", |n| {
                "<svg>".to_owned() + &"<style>x".repeat(n)
            }),
            ("templates", |n| "<template>".repeat(n)),
            ("shadow trees", |n| {
                "<div><template shadowrootmode=open>".repeat(n)
            }),
            ("shadow trees side by side", |n| {
                "<div><template shadowrootmode=open>x</template></div>".repeat(n)
            }),
            ("choices", |n| "<select><option>".repeat(n)),
            ("forms", |n| "<form><input>".repeat(n)),
            ("bodies", |n| {
                (0..n).map(|i| format!("<body a{i}>")).collect()
            }),
        ];
        for (name, page) in pages {
            let (once, nodes) = work(page, 4_000);
            let (twice, more) = work(page, 8_000);
            assert!(twice < once * 5 / 2 + 100_000, "{name}: {once}, {twice}");
            assert!(more < nodes * 5 / 2 + 1_000, "{name}: {nodes}, {more}");
        }
    }

    fn has_text(tree: &Tree, words: &str) -> bool {
        tree.nodes
            .iter()
            .any(|node| matches!(&node.content, Content::Text(text) if text.contains(words)))
    }

    #[test]
    fn words_at_any_depth_are_read() {
        let Parsed { tree, .. } = parse(&("<div>".repeat(50_000) + "We will begin."));
        assert!(has_text(&tree, "We will begin."));
        assert!(!tree.is_cut);
    }

    #[test]
    fn what_ends_what_was_held_back_ends_nothing_else() {
        let page = format!("<p>{}x{}<em>y", "<i>".repeat(2_000), "</i>".repeat(2_000));
        let Parsed { tree, .. } = parse(&page);
        let y = tree.nodes.iter().find(|node| node.is("em")).unwrap();
        assert!(tree.nodes[y.parent.unwrap()].is("p"));
    }

    #[test]
    fn a_page_that_makes_too_many_nodes_is_cut() {
        let formats: String = (0..100).map(|i| format!("<b id={i}>")).collect();
        let Parsed { tree, .. } = parse(&format!("<p>{formats}{}", "<p>x".repeat(20_000)));
        assert!(tree.is_cut);
    }

    #[test]
    fn no_page_has_nodes_without_end() {
        assert_eq!(most_nodes(1_000), 11_000);
        assert_eq!(most_nodes(64 << 20), MOST_NODES);
    }
}
