#![doc = include_str!("undescribed_anonymous.md")]

use crate::diagnostics::{Diagnostic, Rule};
use crate::load::Text;

pub(super) static UNDESCRIBED_ANONYMOUS: Rule =
    Rule::error(include_str!("undescribed_anonymous.md"));

pub(in crate::check) fn fault(id: &Text) -> Diagnostic {
    Diagnostic::new(
        &UNDESCRIBED_ANONYMOUS,
        id.place,
        format!(
            "`{}` is anonymous and not described",
            id.value.escape_debug()
        ),
    )
    .help("give the source's own description: `described_as: senior administration officials`")
}
