//! `unsupported-format`: the format version is not one this program reads.

use crate::check::findings::Findings;
use crate::diagnostics::{Code, Diagnostic};
use crate::load::Located;

/// The version of the format.
const FORMAT: u64 = 1;

/// Reports another version than this program reads.
pub(in crate::check) fn read(format: &Located<u64>, out: &mut Findings) {
    if format.value != FORMAT {
        out.push(
            Diagnostic::new(
                Code::UnsupportedFormat,
                format.place,
                format!("format {} is not one this program reads", format.value),
            )
            .help(format!("this program reads `format: {FORMAT}`")),
        );
    }
}
