#![doc = include_str!("unsupported_format.md")]

use crate::check::context::Findings;
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::Located;

pub(super) static UNSUPPORTED_FORMAT: Rule = Rule::error(include_str!("unsupported_format.md"));

const FORMAT: u64 = 1;

pub(in crate::check) fn read(format: &Located<u64>, out: &mut Findings) {
    if format.value != FORMAT {
        out.push(
            Diagnostic::new(
                &UNSUPPORTED_FORMAT,
                format.place,
                format!("format {} is not one this program reads", format.value),
            )
            .help(format!("this program reads `format: {FORMAT}`"))
            .instead(FORMAT.to_string()),
        );
    }
}
