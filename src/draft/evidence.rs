//! Looks for drafted quotes in their article, as `verify` does, and gives each the words around it that
//! tell where it stands.

use std::ops::Range;

use super::language::Language;
use super::read::{Read, plain};
use crate::check::is_fragment;
use crate::evidence::{Finding, Snapshot, SoughtQuote, find};

/// A quote that was found in its article.
#[derive(Clone, Debug)]
pub(super) struct Quote {
    pub(super) text: String,
    pub(super) kind: Option<&'static str>,
    pub(super) context: Option<String>,
    pub(super) finding: Finding,
}

/// So many words stand before and after a quote in its context, one try after another.
const AROUND: [usize; 3] = [2, 5, 12];

/// Returns each quote if it was found to be word for word.
pub(super) fn verified(
    snapshot: &Snapshot,
    read: &Read,
    quotes: &[Range<usize>],
    language: &Language,
) -> Vec<Option<Quote>> {
    let text = read.text.as_str();
    let mut all: Vec<Option<Quote>> = vec![None; quotes.len()];
    let tries = std::iter::once(None).chain(AROUND.map(Some));
    for words in tries {
        let left: Vec<usize> = (0..all.len())
            .filter(|index| all.get(*index).is_some_and(Option::is_none))
            .collect();
        let wanted: Vec<(usize, String, Option<String>)> = left
            .into_iter()
            .filter_map(|index| {
                let at = quotes.get(index)?;
                let quote = plain(text.get(at.clone())?)?;
                let context = words.and_then(|words| context(text, at, words));
                Some((index, quote, context))
            })
            .collect();
        let sought: Vec<SoughtQuote<'_>> = wanted
            .iter()
            .map(|(_, quote, context)| SoughtQuote {
                edited: is_marked(quote),
                context: context.as_deref(),
                ..SoughtQuote::of(quote)
            })
            .collect();
        for ((index, quote, context), finding) in wanted.iter().zip(find(snapshot, &sought)) {
            if finding.check.is_verified()
                && let Some(place) = all.get_mut(*index)
            {
                *place = Some(Quote {
                    text: quote.clone(),
                    kind: kind(quote, language),
                    context: context.clone(),
                    finding,
                });
            }
        }
    }
    all
}

/// Returns a quote with so many words before and after it.
fn context(text: &str, at: &Range<usize>, words: usize) -> Option<String> {
    let before = text.get(..at.start).unwrap_or("");
    let after = text.get(at.end..).unwrap_or("");
    let is_edge = |(_, c): &(usize, char)| c.is_whitespace();
    let start = before
        .trim_end()
        .char_indices()
        .rev()
        .filter(is_edge)
        .nth(words - 1);
    let start = start.map_or(0, |(at, c)| at + c.len_utf8());
    let spaces = after.len() - after.trim_start().len();
    let rest = after.trim_start();
    let end = rest.char_indices().filter(is_edge).nth(words);
    let end = at.end + spaces + end.map_or(rest.len(), |(at, _)| at);
    plain(text.get(start..end)?)
}

/// Says whether a quote has marks of cuts or insertions, which are its source's.
fn is_marked(quote: &str) -> bool {
    quote.contains(['…', '[', ']']) || quote.contains("...")
}

/// Returns the label of a quote: a fragment begins or ends inside a sentence.
fn kind(quote: &str, language: &Language) -> Option<&'static str> {
    let first = quote.chars().find(|c| c.is_alphanumeric());
    let begins = first.is_some_and(|c| !c.is_lowercase());
    let closed = quote.trim_end_matches(['”', '"', '’', '\'', '»', ')', ']']);
    let ends = closed.ends_with(['.', '!', '?', '…', ',', '。', '！', '？']);
    let is_whole = begins
        && (ends || language.rules.marks_outside && quote.split_whitespace().count() > 2)
        && !is_fragment(quote, language.tag);
    match (is_whole, is_marked(quote)) {
        (true, false) => None,
        (true, true) => Some("[edited-in-source]"),
        (false, false) => Some("[fragment]"),
        (false, true) => Some("[fragment, edited-in-source]"),
    }
}
