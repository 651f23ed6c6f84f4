//! `unreadable-previous`: the previous edition cannot be read.

use crate::diagnostics::{Code, Diagnostic};
use crate::load::Text;

/// Reports a file that could not be read.
pub(super) fn fault(name: &Text, reason: &str) -> Diagnostic {
    let message = format!("`{}` cannot be read: {reason}", name.value.escape_debug());
    Diagnostic::new(Code::UnreadablePrevious, name.place, message)
        .help("keep the previous edition in the folder of this one, or leave `previous` out")
}
