#![doc = include_str!("cut_negation.md")]
//! The lock has the words around a quote, up to the ends of their line. A claim that negates something itself is
//! taken to say what the source does.

use crate::characters::words;
use crate::check::context::Findings;
use crate::check::negations::{may_negate, negation_before, negation_behind};
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::{Claim, Quote};
use crate::model::Selector;

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
    let is_told = || {
        may_negate(&claim.says, brief)
            || may_negate(&quote.text, of_quote)
            || may_negate(text, language)
    };
    let (Some(first), Some(last)) = (at.first(), at.last()) else {
        return;
    };
    let before = negation_before(&first.prefix, language).map(|word| (word, "before"));
    // Behind a mark another part begins.
    let is_open = words(text)
        .pop()
        .is_some_and(|word| word.contains(char::is_alphanumeric));
    let behind = || negation_behind(&last.suffix, language).filter(|_| is_open);
    let found = before.or_else(|| behind().map(|word| (word, "behind")));
    let Some((word, side)) = found.filter(|_| !is_told()) else {
        return;
    };
    let message = format!("in the source `{word}` stands right {side} these words");
    let fault = Diagnostic::new(&CUT_NEGATION, text.place, message)
        .help("take it into the quote, or say in the claim what the whole sentence says");
    out.warn(&claim.allow, fault);
}
