//! `wrong-type`: a number that has to count from one.

use crate::check::context::Findings;
use crate::diagnostics::{Diagnostic, Place};
use crate::load::Located;
use crate::load::rules::WRONG_TYPE;

pub(in crate::check) fn edition(edition: &Located<u64>, out: &mut Findings) -> Option<u64> {
    if edition.value == 0 {
        out.push(
            Diagnostic::new(&WRONG_TYPE, edition.place, "there is no edition 0")
                .help("editions count from 1"),
        );
        return None;
    }
    Some(edition.value)
}

pub(super) fn count(place: Place, given: &str) -> Diagnostic {
    Diagnostic::new(
        &WRONG_TYPE,
        place,
        format!("`{}` is not a number of people", given.escape_debug()),
    )
    .help("write a number from 1, or `unknown` if the source gives none")
}
