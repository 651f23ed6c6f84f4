#![doc = include_str!("changed_quote.md")]

use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::evidence::Record;
use crate::load::Quote;

pub(super) static CHANGED_QUOTE: Rule = Rule::error(include_str!("changed_quote.md"));

/// Reports a quote of which other words were verified, or of whose original.
pub(super) fn fault(quote: &Quote, record: &Record) -> Diagnostic {
    if *quote.text != *record.text {
        return changed("the quote", quote.text.place, &record.text, record);
    }
    let place = quote
        .original
        .as_ref()
        .map_or(quote.text.place, |original| original.place);
    let before = record.original.as_ref().unwrap_or(&record.text);
    changed("the original of the quote", place, before, record)
}

fn changed(what: &str, place: Place, before: &str, record: &Record) -> Diagnostic {
    let day = record.checked.as_str();
    if !record.status.is_verified() {
        let message = format!("{what} changed since it was looked for on {day}");
        return Diagnostic::new(&CHANGED_QUOTE, place, message)
            .help(format!("`{before}` was not found then"))
            .help("run `brief verify` with the snapshots to look for the new words");
    }
    let message = format!("{what} changed since it was verified on {day}");
    Diagnostic::new(&CHANGED_QUOTE, place, message)
        .help(format!("what was verified is `{before}`"))
        .help("take the change back, or run `brief verify` with the snapshots")
}
