//! Reads properties that are set by words: how an element is laid out, and in which letters.

use cssparser::{ParseError, Parser, match_ignore_ascii_case};

use super::super::look::{Case, Display, Tongue};
use super::declared::Value;
use super::lengths::Result;

pub(super) fn display(input: &mut Parser<'_>) -> Result<Display> {
    let mut display = None;
    let mut is_inline = false;
    let mut kinds: Vec<Option<usize>> = Vec::new();
    while let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
        // One word, or one that says how it stands and one for what is in it, besides that of a list item.
        let parts = [
            ["block", "inline", "run-in", ""],
            ["flow", "flow-root", "flex", "grid"],
            ["table", "ruby", "math", ""],
            ["list-item", "", "", ""],
        ];
        let part = parts.iter().position(|part| {
            let mut all = part.iter();
            all.any(|known| word.eq_ignore_ascii_case(known))
        });
        kinds.push(part.map(|part| if part == 2 { 1 } else { part }));
        let inner = match_ignore_ascii_case! { &word,
            "none" => Display::None,
            "table-column" | "table-column-group" => Display::Column,
            "contents" => Display::Contents,
            "inline" => { is_inline = true; Display::Inline },
            "inline-block" | "inline-table" => Display::InlineBlock,
            "math" | "ruby" | "ruby-base" | "ruby-text"
                | "ruby-base-container" | "ruby-text-container" => Display::Inline,
            "block" | "flow" | "flow-root" | "list-item" | "table" | "table-row"
                | "table-row-group" | "table-header-group" | "table-footer-group" | "table-cell"
                | "table-caption" => Display::Block,
            "flex" | "grid" | "-webkit-box" | "-webkit-flex" => Display::Flex,
            "inline-flex" | "inline-grid" | "-webkit-inline-box" | "-webkit-inline-flex"
                => Display::InlineFlex,
            _ => return Err(ParseError::unexpected_token()),
        };
        display = Some(match (display, inner) {
            (Some(Display::Flex), _) | (_, Display::Flex) => Display::Flex,
            _ => inner,
        });
    }
    let is_single = kinds.len() < 2;
    kinds.sort_unstable();
    let is_apart = kinds
        .windows(2)
        .all(|pair| pair[0].is_some() && pair[0] != pair[1]);
    if !is_single && !is_apart {
        return Err(ParseError::unexpected_token());
    }
    match display {
        Some(Display::Flex) if is_inline => Ok(Display::InlineFlex),
        Some(Display::Block) if is_inline => Ok(Display::InlineBlock),
        Some(display) => Ok(display),
        None => Err(ParseError::unexpected_token()),
    }
}

pub(super) fn case(input: &mut Parser<'_>) -> Result<Case> {
    let mut case = None;
    while let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
        let this = match_ignore_ascii_case! { &word,
            "none" | "full-width" | "full-size-kana" | "math-auto" => Case::AsWritten,
            "uppercase" => Case::Upper(Tongue::Unknown),
            "lowercase" => Case::Lower(Tongue::Unknown),
            "capitalize" => Case::Capitals,
            _ => return Err(ParseError::unexpected_token()),
        };
        case = case
            .filter(|known| *known != Case::AsWritten)
            .or(Some(this));
    }
    case.ok_or_else(ParseError::unexpected_token)
}

/// Reads a word that any property takes.
pub(super) fn for_any_property(input: &mut Parser<'_>) -> Result<Value> {
    Ok(match_ignore_ascii_case! { input.expect_ident()?,
        "inherit" => Value::Inherit,
        "initial" => Value::Initial,
        "revert" => Value::Revert,
        "revert-layer" => Value::RevertLayer,
        "unset" => Value::Unset,
        _ => return Err(ParseError::unexpected_token()),
    })
}

/// Words that say how spaces and lines are set, and which boxes there are, for all that is of interest here.
pub(super) const OF_SPACE: &[&str] = &[
    "normal",
    "nowrap",
    "pre",
    "pre-wrap",
    "pre-line",
    "break-spaces",
    "collapse",
    "preserve",
    "preserve-breaks",
    "preserve-spaces",
    "wrap",
    "balance",
    "pretty",
    "stable",
    "auto",
    "none",
    "discard-before",
    "discard-after",
    "discard-inner",
    "-moz-pre-wrap",
    "-o-pre-wrap",
];
pub(super) const BOXES: &[&str] = &["border-box", "padding-box", "content-box", "border-area"];

/// Says whether any of some words stands in a value; others than those known are an error.
pub(super) fn any_ident(input: &mut Parser<'_>, words: &[&str], others: &[&str]) -> Result<bool> {
    let is_in =
        |words: &[&str], word: &str| words.iter().any(|known| word.eq_ignore_ascii_case(known));
    let (mut is_any, mut is_first) = (false, true);
    loop {
        let word = match input.try_parse(Parser::expect_ident_cloned) {
            Ok(word) => word,
            Err(_) if is_first => return Err(ParseError::unexpected_token()),
            Err(_) => match input.try_parse(Parser::expect_comma) {
                Ok(()) => input.expect_ident_cloned()?,
                Err(_) => return Ok(is_any),
            },
        };
        is_first = false;
        let is_one = is_in(words, &word);
        if !is_one && !is_in(others, &word) {
            return Err(ParseError::unexpected_token());
        }
        is_any |= is_one;
    }
}
