#![doc = include_str!("unverified_quote.md")]

use crate::diagnostics::{Diagnostic, Rule};
use crate::evidence::Record;
use crate::load::Quote;
use crate::model::{QuoteKind, QuoteStatus};

pub(super) static UNVERIFIED_QUOTE: Rule = Rule::warning(include_str!("unverified_quote.md"));

/// Reports a quote that was not found and may stand there all the same.
pub(super) fn fault(quote: &Quote, record: Option<&Record>) -> Diagnostic {
    let lacks_original = quote.original.is_none()
        && quote
            .kind
            .iter()
            .any(|kind| **kind == QuoteKind::Translated);
    let message = match record.map(|record| record.status) {
        Some(QuoteStatus::Ambiguous) => "the quote stands in several places of its source",
        Some(_) if lacks_original => "the translated quote could not be looked for in its source",
        Some(_) => "the quote could not be looked for in its source",
        None => "the quote has not been looked for in its source",
    };
    let help = match record {
        Some(_) if lacks_original => {
            "give the words that it was made of, `original: …`, then run `brief verify`"
        }
        Some(_) | None => {
            "run `brief verify` with the snapshots; a quote that is short or frequent needs `context`"
        }
    };
    Diagnostic::new(&UNVERIFIED_QUOTE, quote.text.place, message).help(help)
}
