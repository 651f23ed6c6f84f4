#![doc = include_str!("unfinished.md")]

use crate::diagnostics::{Diagnostic, Place, Rule};

pub(crate) static UNFINISHED: Rule = Rule::error(include_str!("unfinished.md"));

pub(in crate::load) fn fault(place: Place) -> Diagnostic {
    Diagnostic::new(&UNFINISHED, place, "this is still to be written")
        .help("write it; `brief build --draft` shows the page with its gaps until then")
}
