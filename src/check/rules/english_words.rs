#![doc = include_str!("english_words.md")]

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Rule};

pub(super) static ENGLISH_WORDS: Rule = Rule::warning(include_str!("english_words.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    if !cx.beside.lacks_words {
        return;
    }
    let language = &cx.document.lang;
    let message = format!(
        "the page has no words of its own in `{}`: they will be English",
        language.value.escape_debug()
    );
    let help = "name a folder that has a file of them: `--locales DIR`";
    let fault = Diagnostic::new(&ENGLISH_WORDS, language.place, message).help(help);
    out.warn(&cx.document.allow, fault);
}
