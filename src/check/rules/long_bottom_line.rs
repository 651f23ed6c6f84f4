//! `long-bottom-line`: the bottom line has more than 60 words.

use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::diagnostics::{Code, Diagnostic};
use crate::load::Text;

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
        Code::LongBottomLine,
        text.place,
        format!("the bottom line has {words} words"),
    )
    .help(format!(
        "{WORDS} is the most that a reader takes in at once"
    ))
}
