//! `undescribed-anonymous`: an anonymous voice has no description.

use crate::diagnostics::{Code, Diagnostic};
use crate::load::Text;

/// An anonymous voice without `described_as`.
pub(in crate::check) fn fault(id: &Text) -> Diagnostic {
    Diagnostic::new(
        Code::UndescribedAnonymous,
        id.place,
        format!(
            "`{}` is anonymous and not described",
            id.value.escape_debug()
        ),
    )
    .help("give the source's own description: `described_as: senior administration officials`")
}
