#![doc = include_str!("unlabelled_translation.md")]

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::load::Text;
use crate::model::QuoteKind;

pub(super) static UNLABELLED_TRANSLATION: Rule =
    Rule::error(include_str!("unlabelled_translation.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for (_, quote) in cx.quotes() {
        let label = quote
            .kind
            .iter()
            .find(|kind| ***kind == QuoteKind::Translated);
        match (label, &quote.translated_from) {
            (Some(label), None) => out.push(no_language(label.place)),
            (None, Some(from)) => out.push(no_label(from.place)),
            (_, Some(from)) => {
                let into = quote.lang.as_ref().unwrap_or(&cx.document.lang);
                if into.eq_ignore_ascii_case(from) {
                    out.push(same_language(from));
                }
            }
            (None, None) => {
                if let Some(original) = &quote.original {
                    out.push(no_label(original.place));
                }
            }
        }
    }
}

fn no_language(place: Place) -> Diagnostic {
    Diagnostic::new(
        &UNLABELLED_TRANSLATION,
        place,
        "the quote does not say from which language it was translated",
    )
    .help("name it: `translated_from: uk`")
}

fn no_label(place: Place) -> Diagnostic {
    Diagnostic::new(
        &UNLABELLED_TRANSLATION,
        place,
        "the quote is translated and not labelled so",
    )
    .help("label it: `kind: [translated]`, and name the language: `translated_from: uk`")
}

fn same_language(from: &Text) -> Diagnostic {
    Diagnostic::new(
        &UNLABELLED_TRANSLATION,
        from.place,
        format!(
            "a translation from `{0}` into `{0}` is none",
            from.value.escape_debug()
        ),
    )
    .help("give the language of the original here, and that of these words in `lang`")
}
