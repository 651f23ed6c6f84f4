//! Reads from a page the words that its print leaves out: of headings and links, also those that are
//! there only for who hears the page.

use std::cell::RefCell;
use std::collections::BTreeMap;

use html5ever::Attribute;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// The elements that have no end.
const VOID: &[&str] = &[
    "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
];
/// The elements that begin no block.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "cite", "code", "del", "em", "i", "ins", "q", "small", "span",
    "strong", "sub", "sup", "svg", "time",
];
/// The classes of what is heard and not seen.
const HIDDEN: &[&str] = &["unseen", "visually-hidden"];

#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) language: String,
    pub(super) headings: Vec<Heading>,
    pub(super) links: Vec<Link>,
    /// The headings by the ids of what they head.
    pub(super) names: BTreeMap<String, String>,
    /// All its texts, in order.
    pub(super) pieces: Vec<Piece>,
    /// The cells of each table, in order: the words of one that shows none, and nothing of others.
    pub(super) tables: Vec<Vec<String>>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Heading {
    pub(super) level: usize,
    pub(super) text: String,
    /// What of it is seen.
    pub(super) seen: String,
    /// How many links come before it.
    pub(super) links: usize,
}

/// A text that no tag interrupts.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) is_seen: bool,
    /// The number of the block that it stands in.
    pub(super) block: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Link {
    pub(super) target: String,
    pub(super) text: String,
}

/// Reads a page that this program made.
pub(super) fn words(html: &str) -> Words {
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    // It asks for a pause at the end of a script only, of which there are none.
    drop(tokenizer.feed(&input));
    tokenizer.end();
    tokenizer.sink.0.into_inner().words
}

#[derive(Default)]
struct Sink(RefCell<Reader>);

#[derive(Default)]
struct Reader {
    words: Words,
    open: Vec<Open>,
    block: usize,
    /// Whether a tag stands between the last text and what comes.
    is_apart: bool,
}

/// An element that is open.
struct Open {
    name: String,
    id: Option<String>,
    target: Option<String>,
    /// Whether it is heard and not seen.
    is_unseen: bool,
    /// Whether it is neither.
    is_apart: bool,
    /// How many links came before it.
    links: usize,
    text: String,
    seen: String,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut reader = self.0.borrow_mut();
        if let Token::TagToken(tag) = token {
            let is_style = tag.kind == TagKind::StartTag && &*tag.name == "style";
            reader.tag(&tag);
            if is_style {
                return TokenSinkResult::RawData(RawKind::Rawtext);
            }
        } else if let Token::CharacterTokens(text) = token {
            reader.text(&text);
        }
        TokenSinkResult::Continue
    }
}

impl Reader {
    fn tag(&mut self, tag: &Tag) {
        self.is_apart = true;
        if !INLINE.contains(&&*tag.name) && !self.is_in_drawing() {
            self.block += 1;
        }
        if tag.kind == TagKind::EndTag {
            while let Some(open) = self.open.pop() {
                let is_own = *open.name == *tag.name;
                self.close(open);
                if is_own {
                    return;
                }
            }
            return;
        }
        let attribute = |name: &str| {
            let mut own = tag.attrs.iter();
            let found = own.find(|own: &&Attribute| *own.name.local == *name);
            found.map(|found| found.value.to_string())
        };
        if &*tag.name == "html" {
            self.words.language = attribute("lang").unwrap_or_default();
        }
        if tag.self_closing || VOID.contains(&&*tag.name) {
            return;
        }
        let class = attribute("class").unwrap_or_default();
        let above = self.open.last();
        let is_apart = above.is_some_and(|above| above.is_apart)
            || ["popover", "hidden"]
                .iter()
                .any(|name| attribute(name).is_some())
            || attribute("aria-hidden").is_some_and(|hidden| hidden == "true")
            || &*tag.name == "button";
        let is_unseen = above.is_some_and(|above| above.is_unseen)
            || class
                .split_ascii_whitespace()
                .any(|own| HIDDEN.contains(&own));
        self.open.push(Open {
            name: tag.name.to_string(),
            id: attribute("id"),
            target: attribute("href").filter(|_| &*tag.name == "a"),
            is_unseen,
            is_apart,
            links: self.words.links.len(),
            text: String::new(),
            seen: String::new(),
        });
        if &*tag.name == "table" && !is_apart {
            self.words.tables.push(Vec::new());
        }
    }

    fn is_in_drawing(&self) -> bool {
        self.open.iter().any(|open| open.name == "svg")
    }

    fn text(&mut self, text: &str) {
        let is_new = std::mem::take(&mut self.is_apart);
        if let Some(open) = self.open.last_mut()
            && !open.is_apart
        {
            open.text.push_str(text);
            if !open.is_unseen {
                open.seen.push_str(text);
            }
            match self.words.pieces.last_mut().filter(|_| !is_new) {
                Some(piece) => piece.text.push_str(text),
                None => self.words.pieces.push(Piece {
                    text: text.to_owned(),
                    is_seen: !open.is_unseen,
                    block: self.block,
                }),
            }
        }
    }

    fn close(&mut self, open: Open) {
        if open.is_apart {
            return;
        }
        let text = spaced(&open.text);
        let seen = spaced(&open.seen);
        if let Some(target) = open.target {
            let text = text.clone();
            self.words.links.push(Link { target, text });
        }
        let level = open
            .name
            .strip_prefix('h')
            .and_then(|level| level.parse().ok());
        if let Some(level) = level {
            let above = self.open.iter().rev().find_map(|above| above.id.as_ref());
            for id in open.id.iter().chain(above) {
                let names = &mut self.words.names;
                names.entry(id.clone()).or_insert_with(|| text.clone());
            }
            self.words.headings.push(Heading {
                level,
                text,
                seen,
                links: open.links,
            });
        } else if ["td", "th"].contains(&open.name.as_str())
            && let Some(cells) = self.words.tables.last_mut()
        {
            cells.push(if seen.is_empty() { text } else { String::new() });
        }
        if let Some(above) = self.open.last_mut() {
            above.text.push_str(&open.text);
            above.seen.push_str(&open.seen);
        }
    }
}

/// Writes all runs of spaces as one, and none at the ends.
pub(super) fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Link, words};

    #[test]
    fn headings_are_read_with_what_is_only_heard() {
        let words = words(
            "<html lang=uk><style>a{content:'<h1>no</h1>'}</style><h2 id=top class='visually-hidden'>\
             Bottom\nline</h2><p><a href='#C4'>C4</a></p><article id=C4><h3><a href='#C4'>C4</a>\
             <span class=visually-hidden>: Trams &amp;\n trains</span></h3></article>",
        );
        assert_eq!(words.language, "uk");
        let read = words.headings.iter().map(|heading| {
            let (text, seen) = (heading.text.as_str(), heading.seen.as_str());
            (heading.level, text, seen, heading.links)
        });
        let expected = [
            (2, "Bottom line", "", 0),
            (3, "C4: Trams & trains", "C4", 1),
        ];
        assert_eq!(read.collect::<Vec<_>>(), expected);
        assert_eq!(words.names["C4"], "C4: Trams & trains");
        assert_eq!(words.names["top"], "Bottom line");
    }

    #[test]
    fn what_is_not_printed_is_left_out() {
        let words = words(
            "<a href=x>one<svg aria-hidden=true><path/><text>two</text></svg></a><button>three</button>\
             <div popover><h2>four</h2><a href=y>five</a></div><p>six<br>seven",
        );
        let link = Link {
            target: "x".to_owned(),
            text: "one".to_owned(),
        };
        assert_eq!(words.links, [link]);
        assert!(words.headings.is_empty());
    }

    #[test]
    fn cells_are_read_that_show_nothing() {
        let words = words(
            "<table><tr><th><span class=visually-hidden>Voice</span></th><th>Issue</th></tr>\
             <tr><th>Ann</th><td><span class=unseen>no statement</span></td></tr></table>\
             <table><tr><th>Source</th><th>Words</th></tr></table>",
        );
        let expected = [vec!["Voice", "", "", "no statement"], vec!["", ""]];
        assert_eq!(words.tables, expected);
    }
}
