//! `invalid-evidence`: the evidence lock cannot be read.

use crate::diagnostics::{Code, Diagnostic, Place};
use crate::evidence::InvalidLock;

/// Reports a lock that is none.
pub(super) fn fault(reason: &InvalidLock) -> Diagnostic {
    let message = format!("the evidence lock cannot be read: {reason}");
    Diagnostic::new(Code::InvalidEvidence, Place::Whole, message)
        .help("it is the file beside the brief that ends in `.evidence.yaml`")
        .help("run `brief verify` with the snapshots to make it anew")
}
