#![doc = include_str!("unreadable_previous.md")]

use crate::diagnostics::{Diagnostic, Rule};
use crate::load::Text;

pub(super) static UNREADABLE_PREVIOUS: Rule = Rule::error(include_str!("unreadable_previous.md"));

/// Reports a file that could not be read.
pub(super) fn fault(name: &Text, reason: &str) -> Diagnostic {
    let message = format!("`{}` cannot be read: {reason}", name.value.escape_debug());
    Diagnostic::new(&UNREADABLE_PREVIOUS, name.place, message)
        .help("keep the previous edition in the folder of this one, or leave `previous` out")
}
