#![doc = include_str!("absent_quote.md")]

use crate::diagnostics::{Diagnostic, Rule};
use crate::evidence::Record;
use crate::load::Text;

pub(super) static ABSENT_QUOTE: Rule = Rule::error(include_str!("absent_quote.md"));

/// Reports a quote that was looked for and not found.
pub(super) fn fault(quote: &Text, record: &Record) -> Diagnostic {
    let day = record.checked.as_str();
    let message = format!("when it was looked for on {day}, the quote was not in its source");
    Diagnostic::new(&ABSENT_QUOTE, quote.place, message).help(
        "mend the quote, then run `brief verify` with the snapshots: it shows the nearest passage",
    )
}
