//! `faulty-previous`: the previous edition has errors.

use crate::diagnostics::{Code, Diagnostic};
use crate::load::Text;

/// Reports a previous edition that is no brief.
pub(super) fn fault(name: &Text, errors: usize) -> Diagnostic {
    let ending = if errors == 1 { "" } else { "s" };
    let message = format!("`{}` has {errors} error{ending}", name.value.escape_debug());
    Diagnostic::new(Code::FaultyPrevious, name.place, message)
        .help("`brief check` says of that file what is wrong")
}
