#![doc = include_str!("english_words.md")]

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Rule};

pub(super) static ENGLISH_WORDS: Rule = Rule::warning(include_str!("english_words.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let (lacking, all) = cx.beside.lacking_words;
    if lacking == 0 {
        return;
    }
    let language = &cx.document.lang;
    let shown = language.value.escape_debug();
    let (message, help) = if lacking == all {
        (
            format!("the page has no words of its own in `{shown}`: they will be English"),
            "name a folder that has a file of them: `--locales DIR`",
        )
    } else {
        (
            format!(
                "of the page's own {all} messages, {lacking} have no words in `{shown}`: they will be English"
            ),
            "add them to the file of the language: `locales/en.ftl` of the program has them all",
        )
    };
    let fault = Diagnostic::new(&ENGLISH_WORDS, language.place, message).help(help);
    out.warn(&cx.document.allow, fault);
}
