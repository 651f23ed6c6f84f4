#![doc = include_str!("unlabelled_translation.md")]

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::load::Quote;
use crate::model::QuoteKind;

pub(super) static UNLABELLED_TRANSLATION: Rule =
    Rule::error(include_str!("unlabelled_translation.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for (_, quote) in cx.quotes().filter(|(_, quote)| quote.has_known_kinds()) {
        if let Some((place, message, help)) = fault(quote, &cx.document.lang) {
            out.push(Diagnostic::new(&UNLABELLED_TRANSLATION, place, message).help(help));
        }
    }
}

fn fault(quote: &Quote, lang: &str) -> Option<(Place, String, &'static str)> {
    let mut kinds = quote.kind.iter();
    let label = kinds.find(|kind| ***kind == QuoteKind::Translated);
    let (place, message, help) = match (label, &quote.translated_from, &quote.original) {
        (Some(label), None, _) => (
            label.place,
            "the quote does not say from which language it was translated",
            "name it: `translated_from: uk`",
        ),
        (None, Some(given), _) | (None, None, Some(given)) => (
            given.place,
            "the quote is translated and not labelled so",
            "label it: `kind: [translated]`, and name the language: `translated_from: uk`",
        ),
        (Some(_), Some(from), _) => {
            let into = quote.lang.as_ref().map_or(lang, |lang| lang);
            if !into.eq_ignore_ascii_case(from) {
                return None;
            }
            let from_shown = from.value.escape_debug();
            return Some((
                from.place,
                format!("a translation from `{from_shown}` into `{from_shown}` is none"),
                "give the language of the original here, and that of these words in `lang`",
            ));
        }
        (None, None, None) => return None,
    };
    Some((place, message.to_owned(), help))
}
