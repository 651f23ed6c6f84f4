#![doc = include_str!("faulty_previous.md")]

use crate::diagnostics::{Diagnostic, Rule};
use crate::load::Text;

pub(super) static FAULTY_PREVIOUS: Rule = Rule::error(include_str!("faulty_previous.md"));

/// Reports a previous edition that is no brief.
pub(super) fn fault(name: &Text, errors: usize) -> Diagnostic {
    let ending = if errors == 1 { "" } else { "s" };
    let message = format!("`{}` has {errors} error{ending}", name.value.escape_debug());
    Diagnostic::new(&FAULTY_PREVIOUS, name.place, message)
        .help("`brief check` says of that file what is wrong")
}
