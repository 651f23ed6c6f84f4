//! Reads what style sheets write before and after elements.

use std::collections::HashMap;
use std::rc::Rc;

use cssparser::{ParseError, Parser, Token, match_ignore_ascii_case};

use super::super::tree::Node;
use super::super::variables::{Settled, Variables};
use super::element::Matched;
use super::lengths::{Result, any_token};
use crate::characters::has_no_word_spaces;

/// What a style sheet adds before or after an element.
#[derive(Clone)]
pub(in super::super) struct Added {
    pub(in super::super) words: String,
    /// Whether a quote without it leaves out words that a reader surely sees in its line.
    pub(in super::super) is_left_out: bool,
    /// Whether it lies over all of what it is added to.
    pub(in super::super) covers: bool,
    /// Whether what it is added to is not seen.
    pub(in super::super) is_alone: bool,
    /// Whether nothing parts it from the text before it, and after it.
    pub(in super::super) joins: [bool; 2],
}

/// Functions in what is written are not read any deeper.
const MOST_DEEP: usize = 4;

/// Stand for a picture, for the number of a counter, and for words that are not known.
const PICTURE: &str = "\u{FFFC}";
pub(in super::super) const NUMBER: char = '\u{E001}';
const UNKNOWN: char = '\u{E002}';

/// Signs that make another number of one behind them, and of one before them.
pub(in super::super) const BEFORE: &str = "-−–‐‑+±~≈<>≤≥.$€£¥₹₽₴";
pub(in super::super) const AFTER: &str = "%‰‱°+$€£¥₹₽₴";

/// A text that a style sheet writes.
#[derive(Clone, Debug, Default)]
pub(super) struct Written(Vec<Piece>);

#[derive(Clone, Debug)]
enum Piece {
    Text(String),
    /// The value of an attribute, or that value read as a text of a style sheet, and what is written otherwise.
    Attribute {
        name: String,
        is_read: bool,
        otherwise: Written,
    },
    /// A number in a style of counters.
    Number(Option<String>),
    /// The quote mark that opens, or the one that closes.
    Quote {
        opens: bool,
    },
    Picture,
    Unknown,
}

/// What texts of style sheets depend on besides the element.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) variables: Option<&'a Rc<Variables>>,
    /// Words that styles of counters write for numbers.
    pub(super) counters: &'a HashMap<String, String>,
    /// What counts how much is written.
    pub(super) page: &'a Matched<'a>,
}

/// Says whether a text has words: one letter may be a picture in a font of its own, if it is no word in its script,
/// and numbers are those of notes and verses.
pub(in super::super) fn has_words(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    let is_word = |c: char| c == UNKNOWN || c.is_alphabetic() && has_no_word_spaces(c);
    letters.nth(1).is_some() || text.contains(is_word)
}

/// Says whether a text has words that are not known.
pub(in super::super::super) fn has_unknown(text: &str) -> bool {
    text.contains(UNKNOWN)
}

/// Says whether a text has a word or a number that is known, or words that are not.
pub(super) fn has_any_word(text: &str) -> bool {
    text.contains(|c: char| c.is_alphanumeric() || c == UNKNOWN)
}

/// Says whether it matters how a text is shown: of marks it does only beside numbers.
pub(super) fn may_matter(text: &str) -> bool {
    let is_sign = |c: char| c == NUMBER || BEFORE.contains(c) || AFTER.contains(c);
    has_any_word(text) || text.contains(is_sign)
}

impl Written {
    /// What is not known.
    pub(super) fn unknown() -> Self {
        Self(vec![Piece::Unknown])
    }

    /// The mark before a quote, or after it.
    pub(super) fn quote(opens: bool) -> Self {
        Self(vec![Piece::Quote { opens }])
    }

    /// Reads the value of `content`. What browsers would not read is an error.
    pub(super) fn read(input: &mut Parser<'_>) -> Result<Self> {
        read(input, 0)
    }

    /// Says whether there is anything of it, if only an empty box.
    pub(super) fn is_made(&self) -> bool {
        !self.0.is_empty()
    }

    /// Says whether it is a picture, which stands in place of what an element holds.
    pub(super) fn is_picture(&self) -> bool {
        matches!(*self.0, [Piece::Picture])
    }

    /// Says whether it has words at some elements.
    pub(super) fn may_have_words(&self) -> bool {
        self.0.iter().any(|piece| match piece {
            Piece::Text(text) => text.contains(char::is_alphanumeric),
            Piece::Picture => false,
            Piece::Attribute { .. } | Piece::Number(_) | Piece::Quote { .. } | Piece::Unknown => {
                true
            }
        })
    }

    /// Returns the text, at an element.
    pub(super) fn at(&self, node: &Node, around: Around<'_>) -> String {
        self.within(node, around, 0)
    }

    fn within(&self, node: &Node, around: Around<'_>, depth: usize) -> String {
        let pieces = self.0.iter().filter(|_| depth <= MOST_DEEP);
        let piece = |piece: &Piece| match piece {
            _ if !around.page.write(0) => String::new(),
            Piece::Text(text) => kept(text, around),
            Piece::Attribute {
                name,
                is_read,
                otherwise,
            } => {
                let value = node.attribute(name);
                let value = value.filter(|value| around.page.write(value.len()));
                let value = match value.filter(|_| *is_read) {
                    Some(css) => read(&mut Parser::new(css), depth)
                        .ok()
                        .map(|written| written.within(node, around, depth + 1)),
                    None => value.map(str::to_owned),
                };
                value.unwrap_or_else(|| otherwise.within(node, around, depth + 1))
            }
            Piece::Number(style) => {
                let words = style.as_ref().and_then(|style| around.counters.get(style));
                words.map_or_else(|| NUMBER.to_string(), |words| kept(words, around))
            }
            Piece::Quote { opens } => quote(*opens, around),
            Piece::Picture => PICTURE.to_owned(),
            Piece::Unknown => UNKNOWN.to_string(),
        };
        pieces.map(piece).collect()
    }
}

/// Returns a text to be written, unless the page has written more than it may.
fn kept(text: &str, around: Around<'_>) -> String {
    let kept = around.page.write(text.len()).then(|| text.to_owned());
    kept.unwrap_or_default()
}

/// Returns the words that stand for a quote mark, or a mark.
fn quote(opens: bool, around: Around<'_>) -> String {
    let known = around.variables.map(|variables| variables.value("quotes"));
    let Some(Settled::Text(text) | Settled::Fallback(text)) = known else {
        return PICTURE.to_owned();
    };
    if !around.page.write(text.len()) {
        return PICTURE.to_owned();
    }
    let marks = strings(&mut Parser::new(&text));
    let mut marks = marks.into_iter().skip(usize::from(!opens)).step_by(2);
    marks
        .find(|mark| has_words(mark))
        .unwrap_or_else(|| PICTURE.to_owned())
}

fn read(input: &mut Parser<'_>, depth: usize) -> Result<Written> {
    let mut pieces = Vec::new();
    let mut is_none = false;
    loop {
        let before = input.state();
        match input.next().cloned() {
            Ok(Token::QuotedString(text)) => pieces.push(Piece::Text(text.to_string())),
            Ok(Token::Ident(word)) => match_ignore_ascii_case! { &word,
                "open-quote" => pieces.push(Piece::Quote { opens: true }),
                "close-quote" => pieces.push(Piece::Quote { opens: false }),
                "no-open-quote" | "no-close-quote" => pieces.push(Piece::Text(String::new())),
                "none" | "normal" | "inherit" | "initial" | "unset" | "revert"
                    if pieces.is_empty() && !is_none => is_none = true,
                "-moz-alt-content" => pieces.push(Piece::Picture),
                _ => return Err(ParseError::unexpected_token()),
            },
            Ok(Token::Function(name)) if depth < MOST_DEEP => {
                let name = name.to_ascii_lowercase();
                let block = input.parse_nested_block(|input| function(&name, input, depth + 1));
                pieces.extend(block?);
            }
            Ok(Token::UnquotedUrl(_)) => pieces.push(Piece::Picture),
            // What follows is for screen readers.
            Ok(Token::Delim('/')) if !pieces.is_empty() => {
                any_token(input, |_| false);
                break;
            }
            Ok(Token::Delim('!')) => {
                input.reset(&before);
                break;
            }
            Err(_) => break,
            Ok(_) => return Err(ParseError::unexpected_token()),
        }
    }
    if is_none == pieces.is_empty() {
        Ok(Written(pieces))
    } else {
        Err(ParseError::unexpected_token())
    }
}

/// Reads what a function writes. Of one that nobody knows it is what stands in it.
fn function(name: &str, input: &mut Parser<'_>, depth: usize) -> Result<Vec<Piece>> {
    let text = |text: String| Piece::Text(text);
    match name {
        "attr" => return attribute(input, depth).map(|piece| vec![piece]),
        "counter" | "counters" => {
            input.expect_ident()?;
            let mut pieces = Vec::new();
            let mut style = None;
            while let Ok(token) = input.next().cloned() {
                match token {
                    Token::QuotedString(between) => pieces.push(text(between.to_string())),
                    Token::Ident(name) if &*name == "none" => return Ok(pieces),
                    Token::Ident(name) => style = Some(name.to_string()),
                    Token::Function(_) => {
                        let inside = input.parse_nested_block(|input| Ok(strings(input)));
                        let inside: Result<Vec<String>> = inside;
                        pieces.extend(inside?.into_iter().map(text));
                    }
                    _ => {}
                }
            }
            pieces.push(Piece::Number(style));
            return Ok(pieces);
        }
        "url" | "src" | "image" | "image-set" | "-webkit-image-set" | "cross-fade"
        | "-webkit-cross-fade" => {}
        _ if name.ends_with("gradient") => {}
        "if" => {
            let mut pieces = vec![Piece::Unknown];
            pieces.extend(strings(input).into_iter().map(text));
            return Ok(pieces);
        }
        _ if name.starts_with("--") => {
            any_token(input, |_| false);
            return Ok(vec![Piece::Unknown]);
        }
        _ => return Ok(strings(input).into_iter().map(text).collect()),
    }
    while input.next().is_ok() {}
    Ok(vec![Piece::Picture])
}

/// Reads which attribute is written: `data-x`, `data-x raw-string`, `data-x type(<string>), "otherwise"`.
fn attribute(input: &mut Parser<'_>, depth: usize) -> Result<Piece> {
    let name = input.expect_ident_cloned()?.to_ascii_lowercase();
    let mut is_read = false;
    let mut otherwise = Written::default();
    while let Ok(token) = input.next() {
        match token {
            Token::Function(_) => is_read = true,
            Token::Comma => {
                otherwise = read(input, depth).unwrap_or_default();
                while input.next().is_ok() {}
            }
            _ => {}
        }
    }
    Ok(Piece::Attribute {
        name,
        is_read,
        otherwise,
    })
}

/// Reads all texts, in functions, too.
fn strings(input: &mut Parser<'_>) -> Vec<String> {
    let mut found = Vec::new();
    while let Ok(token) = input.next().cloned() {
        match token {
            Token::QuotedString(text) => found.push(text.to_string()),
            Token::Function(_) | Token::ParenthesisBlock => {
                let inside = input.parse_nested_block(|input| Ok(strings(input)));
                let inside: Result<Vec<String>> = inside;
                found.extend(inside.unwrap_or_default());
            }
            _ => {}
        }
    }
    found
}

/// Reads a style of counters: returns the words that it writes for numbers, if it writes any. Which of several, the
/// number decides.
pub(super) fn counter_style(input: &mut Parser<'_>) -> Option<String> {
    let mut name = String::new();
    let mut symbols = Vec::new();
    while let Ok(token) = input.next().cloned() {
        match token {
            Token::Semicolon => name.clear(),
            Token::Ident(text) if name.is_empty() => name = text.to_ascii_lowercase(),
            Token::Ident(text) | Token::QuotedString(text)
                if ["symbols", "additive-symbols", "negative", "pad"].contains(&&*name) =>
            {
                symbols.push(text.to_string());
            }
            _ => {}
        }
    }
    let has_any = symbols.iter().any(|symbol| has_words(symbol));
    has_any.then(|| match symbols.as_slice() {
        [one] => one.clone(),
        _ => UNKNOWN.to_string(),
    })
}
