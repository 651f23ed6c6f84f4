#![doc = include_str!("unreadable_include.md")]

use crate::diagnostics::{Diagnostic, Rule};
use crate::load::Text;

pub(super) static UNREADABLE_INCLUDE: Rule = Rule::error(include_str!("unreadable_include.md"));

/// Reports a file that cannot be included, and why.
pub(crate) fn unreadable(name: &Text, reason: &str) -> Diagnostic {
    let message = format!(
        "`{}` cannot be included: {reason}",
        name.value.escape_debug()
    );
    Diagnostic::new(&UNREADABLE_INCLUDE, name.place, message)
        .help("keep the file in the folder of the brief; it holds `voices` and `sources` alone")
}
