//! `stale-evidence`: the evidence lock has a record of no quote.

use crate::diagnostics::{Code, Diagnostic, Place};
use crate::evidence::Record;

/// Reports a record to which no quote belongs.
pub(super) fn fault(record: &Record) -> Diagnostic {
    let (claim, text) = (&record.claim, &record.text);
    let message =
        format!("the evidence lock has a record of `{text}` in `{claim}`, which is no quote");
    Diagnostic::new(Code::StaleEvidence, Place::Whole, message)
        .help("run `brief verify` with the snapshots")
}
