//! `absent-quote`: a quote does not stand in its source.

use crate::diagnostics::{Code, Diagnostic};
use crate::evidence::Record;
use crate::load::Text;

/// Reports a quote that was looked for and not found.
pub(super) fn fault(quote: &Text, record: &Record) -> Diagnostic {
    let day = record.checked.as_str();
    let message = format!("when it was looked for on {day}, the quote was not in its source");
    Diagnostic::new(Code::AbsentQuote, quote.place, message).help(
        "mend the quote, then run `brief verify` with the snapshots: it shows the nearest passage",
    )
}
