#![doc = include_str!("invalid_evidence.md")]

use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::evidence::InvalidLock;

pub(super) static INVALID_EVIDENCE: Rule = Rule::error(include_str!("invalid_evidence.md"));

/// Reports a lock that is none.
pub(super) fn fault(reason: &InvalidLock) -> Diagnostic {
    let message = format!("the evidence lock cannot be read: {reason}");
    Diagnostic::new(&INVALID_EVIDENCE, Place::Whole, message)
        .help("it is the file beside the brief that ends in `.evidence.yaml`")
        .help("run `brief verify` with the snapshots to make it anew")
}
