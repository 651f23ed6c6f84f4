#![doc = include_str!("long_bottom_line.md")]

use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::Text;

pub(super) static LONG_BOTTOM_LINE: Rule = Rule::warning(include_str!("long_bottom_line.md"));

/// How many words it may have, citations not counted.
const WORDS: usize = 60;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let sentences = cx.bottom_line.unwrap_or_default();
    let words = sentences.iter().map(|sentence| sentence.text.words()).sum();
    if words > WORDS {
        out.warn(&cx.document.allow, fault(&cx.document.bottom_line, words));
    }
}

fn fault(text: &Text, words: usize) -> Diagnostic {
    Diagnostic::new(
        &LONG_BOTTOM_LINE,
        text.place,
        format!("the bottom line has {words} words"),
    )
    .help(format!(
        "{WORDS} is the most that a reader takes in at once"
    ))
}
