//! `changed-quote`: a quote changed since it was verified.

use crate::diagnostics::{Code, Diagnostic};
use crate::evidence::Record;
use crate::load::Text;

/// Reports a quote of which other words were verified.
pub(super) fn fault(quote: &Text, record: &Record) -> Diagnostic {
    let (text, day) = (&record.text, record.checked.as_str());
    let message = format!("the quote changed since it was verified on {day}");
    Diagnostic::new(Code::ChangedQuote, quote.place, message)
        .help(format!("what was verified is `{text}`"))
        .help("take the change back, or run `brief verify` with the snapshots")
}
