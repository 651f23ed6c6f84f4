#![doc = include_str!("stale_evidence.md")]

use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::evidence::Record;

pub(super) static STALE_EVIDENCE: Rule = Rule::error(include_str!("stale_evidence.md"));

/// Reports a record to which no quote belongs.
pub(super) fn fault(record: &Record) -> Diagnostic {
    let (claim, text) = (&record.claim, &record.text);
    let message =
        format!("the evidence lock has a record of `{text}` in `{claim}`, which is no quote");
    Diagnostic::new(&STALE_EVIDENCE, Place::Whole, message)
        .help("run `brief verify` with the snapshots")
}
