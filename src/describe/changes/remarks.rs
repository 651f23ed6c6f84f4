//! What works are, and what is said of quotes: every part that is compared.

use super::apart::{Naming, joined};
use super::described::{date, named, voice};
use crate::analysis::Edition;
use crate::describe::{Locale, Locales, Message};
use crate::model::{Edtf, Language, Quote, QuoteKind, SourceId};

/// Returns what a work of two editions is called, and what of it differs.
pub(super) fn works(
    locale: &Locale,
    naming: Naming,
    (old, before): (&Edition, SourceId),
    (new, after): (&Edition, SourceId),
) -> (String, String) {
    let as_of = &new.brief().parts().as_of;
    joined(
        naming,
        work(locale, naming, (old, before), as_of),
        work(locale, naming, (new, after), as_of),
    )
}

fn work(
    locale: &Locale,
    naming: Naming,
    (edition, id): (&Edition, SourceId),
    as_of: &Edtf,
) -> [Option<String>; 8] {
    let source = edition.brief().source(id);
    let kind = source.kind.name();
    let in_words = locale.with(Message::WorkType, [("type", kind.into())]);
    let text = |text: &Option<crate::model::Line>| text.as_ref().map(ToString::to_string);
    [
        Some(source.name.to_string()),
        named(locale, source.author.iter().map(ToString::to_string)),
        text(&source.title).filter(|title| **title != *source.name),
        text(&source.container_title),
        text(&source.publisher).filter(|publisher| **publisher != *source.name),
        Some(naming.with(in_words, kind)),
        Some(date(locale, naming, &source.issued, as_of)),
        source.url.as_ref().map(ToString::to_string),
    ]
}

/// Returns whose words a quote of two editions is, and what of the rest that is said of it differs.
pub(super) fn quotes(
    locales: &Locales,
    locale: &Locale,
    naming: Naming,
    (old, before): (&Edition, &Quote),
    (new, after): (&Edition, &Quote),
) -> (String, String) {
    joined(
        naming,
        remarks(locales, locale, naming, (old, before)),
        remarks(locales, locale, naming, (new, after)),
    )
}

fn remarks(
    locales: &Locales,
    locale: &Locale,
    naming: Naming,
    (edition, quote): (&Edition, &Quote),
) -> [Option<String>; 5] {
    let kinds = quote.kinds.iter().filter_map(|kind| match kind {
        QuoteKind::Full => None,
        QuoteKind::Fragment => Some(locale.text(Message::QuoteFragment).to_owned()),
        QuoteKind::Edited => Some(locale.text(Message::QuoteEdited).to_owned()),
        QuoteKind::EditedInSource => Some(locale.text(Message::QuoteEditedInSource).to_owned()),
        QuoteKind::Translated => Some(translated(locale, quote.translated_from.as_ref())),
    });
    let original = quote.original.as_ref().map(|original| {
        let brief = &edition.brief().parts().lang;
        let lang = quote.translated_from.as_ref().unwrap_or(brief);
        let (open, close) = locales.quote_marks(lang).outer;
        format!("{open}{original}{close}")
    });
    [
        Some(voice(locale, naming, edition, quote.voice)),
        named(locale, kinds),
        quote.lang.as_ref().map(ToString::to_string),
        quote.occasion.as_ref().map(ToString::to_string),
        original,
    ]
}

/// Returns that a quote is translated, and from which language, by its tag.
fn translated(locale: &Locale, language: Option<&Language>) -> String {
    let Some(language) = language else {
        return locale.text(Message::QuoteTranslated).to_owned();
    };
    let values = [("language", (&**language).into())];
    locale.with(Message::QuoteTranslatedFrom, values)
}
