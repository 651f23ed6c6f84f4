//! Judges the bottom line: `uncited-sentence`, `long-bottom-line`.

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Rule};

pub(super) static UNCITED_SENTENCE: Rule = Rule::error(include_str!("uncited_sentence.md"));
pub(super) static LONG_BOTTOM_LINE: Rule = Rule::warning(include_str!("long_bottom_line.md"));

/// How many words it may have, citations not counted.
const WORDS: usize = 60;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let Some(sentences) = cx.bottom_line else {
        return;
    };
    let text = &cx.document.bottom_line;
    for sentence in sentences {
        if sentence.text.cited().is_empty() {
            let place = cx.part(text, sentence.range.clone());
            out.push(
                Diagnostic::new(&UNCITED_SENTENCE, place, "this sentence cites no claim")
                    .help("end it with the claims that it rests on: `[@claim-id]`"),
            );
        }
    }
    let words: usize = sentences.iter().map(|sentence| sentence.text.words()).sum();
    if words > WORDS {
        let message = format!("the bottom line has {words} words");
        let help = format!("{WORDS} is the most that a reader takes in at once");
        let fault = Diagnostic::new(&LONG_BOTTOM_LINE, text.place, message).help(help);
        out.warn(&cx.document.allow, fault);
    }
}
