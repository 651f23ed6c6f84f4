//! Judges the bottom line: `uncited-sentence`, `long-bottom-line`.

use crate::characters::first_words;
use crate::check::bare_citations::with_meant;
use crate::check::context::{Context, Findings};
use crate::check::sentences::Cut;
use crate::diagnostics::{Diagnostic, Rule};

pub(super) static UNCITED_SENTENCE: Rule = Rule::error(include_str!("uncited_sentence.md"));
pub(super) static LONG_BOTTOM_LINE: Rule = Rule::warning(include_str!("long_bottom_line.md"));

/// How many words it may have, citations not counted.
const WORDS: usize = 60;

/// Judges its sentences, if its Markdown is sound.
pub(super) fn check(cx: &Context<'_>, sentences: Option<&[Cut]>, out: &mut Findings) {
    let Some(sentences) = sentences else {
        return;
    };
    let text = &cx.document.bottom_line;
    let last = sentences.len().saturating_sub(1);
    for (at, sentence) in sentences.iter().enumerate() {
        if sentence.text.cited().is_empty() {
            let place = cx.part(text, sentence.range.clone());
            let message = if place == text.place && sentences.len() > 1 {
                // Where it stands is not known: its first words say which it is.
                let words = sentence.text.plain();
                let first = first_words(&words, 6).unwrap_or(&words).trim_end();
                format!("the sentence `{}` cites no claim", first.escape_debug())
            } else {
                "this sentence cites no claim".to_owned()
            };
            let fault = Diagnostic::new(&UNCITED_SENTENCE, place, message)
                .help("end it with the claims that it rests on: `[@claim-id]`");
            let fault = with_meant(cx, fault, text, sentence.range.clone());
            out.push(if at < last && ends_shortly(&sentence.text.plain()) {
                fault.help("if the sentence goes on here, put a no-break space after the full stop")
            } else {
                fault
            });
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

/// Says whether a sentence ends with a word as short as an abbreviation and a full stop.
fn ends_shortly(sentence: &str) -> bool {
    let word = sentence
        .strip_suffix('.')
        .and_then(|words| words.split(' ').next_back());
    word.is_some_and(|word| word.chars().count() <= 5)
}
