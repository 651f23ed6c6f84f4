#![doc = include_str!("unfinished.md")]

use crate::diagnostics::{Diagnostic, Place, Rule};

pub(crate) static UNFINISHED: Rule = Rule::error(include_str!("unfinished.md"));

/// What stands for a text that is still to be written.
const MARK: &str = "TODO";

/// Says whether a text is still to be written. Others may begin with the word: in Spanish, it is one.
pub(in crate::load) fn is_unfinished(text: &str) -> bool {
    let rest = text.trim().strip_prefix(MARK);
    rest.is_some_and(|rest| {
        let words = rest.trim_start();
        rest.starts_with(':') || words.starts_with("[@") || !words.contains(char::is_alphanumeric)
    })
}

pub(in crate::load) fn fault(place: Place) -> Diagnostic {
    Diagnostic::new(&UNFINISHED, place, "this is still to be written")
        .help("write it; `brief build --draft` shows the page with its gaps until then")
}
