#![doc = include_str!("cut_negation.md")]
//! The lock has the words around a quote, up to the ends of their line. A claim that negates something itself is
//! taken to say what the source does.

use crate::characters::words;
use crate::check::context::Findings;
use crate::check::negations::{may_negate, negation_before, negation_behind};
use crate::check::sentences::sentences_in;
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::{Claim, Quote};
use crate::model::Selector;

/// On which side of a quote its source has a word.
#[derive(Clone, Copy)]
enum Side {
    Before,
    Behind,
}

pub(super) static CUT_NEGATION: Rule = Rule::warning(include_str!("cut_negation.md"));

/// Warns of a quote that stands in its source with a word that negates it right before or behind it.
pub(super) fn check(
    claim: &Claim,
    quote: &Quote,
    at: &[Selector],
    brief: &str,
    out: &mut Findings,
) {
    let text = quote.original.as_ref().unwrap_or(&quote.text);
    let of_quote = quote.lang.as_ref().map_or(brief, |lang| lang.as_str());
    let of_original = quote.original.as_ref().and(quote.translated_from.as_ref());
    let language = of_original.map_or(of_quote, |from| from.as_str());
    let is_told = |side| {
        may_negate(&claim.says, brief)
            || may_negate(sentence(&quote.text, of_quote, side), of_quote)
            || may_negate(sentence(text, language, side), language)
    };
    let (Some(first), Some(last)) = (at.first(), at.last()) else {
        return;
    };
    let before = negation_before(&first.prefix, language).map(|word| (word, Side::Before));
    // Behind a mark another part begins.
    let is_open = words(text)
        .pop()
        .is_some_and(|word| word.contains(char::is_alphanumeric));
    let behind = || negation_behind(&last.suffix, language).filter(|_| is_open);
    let found = before.or_else(|| behind().map(|word| (word, Side::Behind)));
    let Some((word, side)) = found.filter(|(_, side)| !is_told(*side)) else {
        return;
    };
    let side = match side {
        Side::Before => "before",
        Side::Behind => "behind",
    };
    let message = format!("in the source `{word}` stands right {side} these words");
    let fault = Diagnostic::new(&CUT_NEGATION, text.place, message)
        .help("take it into the quote, or say in the claim what the whole sentence says");
    out.warn(&claim.allow, fault);
}

/// Returns the sentence of a quote that stands on a side of it: another sentence says nothing of the word there.
fn sentence<'a>(text: &'a str, language: &str, side: Side) -> &'a str {
    let sentences = sentences_in(text, language).concat();
    let sentence = match side {
        Side::Before => sentences.first(),
        Side::Behind => sentences.last(),
    };
    let sentence = sentence.and_then(|range| text.get(range.clone()));
    sentence.unwrap_or(text)
}
