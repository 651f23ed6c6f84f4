//! `unverified-quote`: a quote has not been found in its source.

use crate::diagnostics::{Code, Diagnostic};
use crate::evidence::{Record, Status};
use crate::load::Text;

/// Reports a quote that was not found and may stand there all the same.
pub(super) fn fault(quote: &Text, record: Option<&Record>) -> Diagnostic {
    let message = match record.map(|record| record.status) {
        Some(Status::Ambiguous) => "the quote stands in several places of its source",
        Some(_) => "the quote could not be looked for in its source",
        None => "the quote has not been looked for in its source",
    };
    Diagnostic::new(Code::UnverifiedQuote, quote.place, message).help(
        "run `brief verify` with the snapshots; a quote that is short or frequent needs `context`",
    )
}
