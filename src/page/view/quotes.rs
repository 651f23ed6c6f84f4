//! Quotes: their words, what is to be said of them, and what was checked.

use serde::Serialize;

use super::Subject;
use crate::analysis::quotes::Checks;
use crate::analysis::quotes::QuoteId;
use crate::analysis::source_link;
use crate::describe::{Message, verification};
use crate::model::{Claim, Language, Quote, QuoteKind};

/// A quote, numbered through the brief.
#[derive(Debug, Serialize)]
pub(super) struct QuoteView<'a> {
    id: String,
    open: &'a str,
    text: &'a str,
    close: &'a str,
    lang: Option<&'a str>,
    /// The direction of its language, where the page's is another.
    dir: Option<&'static str>,
    remarks: String,
    /// What was checked.
    check: Option<CheckView>,
    original: Option<OriginalView<'a>>,
}

/// What was checked of a quote.
#[derive(Debug, Serialize)]
struct CheckView {
    found: String,
    /// How it goes on: on which day.
    on: String,
    /// Whether the method says so of all quotes, so that paper need not say it of each.
    on_the_same_day: bool,
    /// The source, opened at the quote.
    link: Option<String>,
}

/// The source's own words, of which a quote is a translation.
#[derive(Debug, Serialize)]
struct OriginalView<'a> {
    open: &'a str,
    text: &'a str,
    close: &'a str,
    lang: &'a str,
    dir: Option<&'static str>,
}

/// Builds the view of a quote.
pub(super) fn view<'a>(subject: &Subject<'a>, claim: &Claim, id: QuoteId) -> QuoteView<'a> {
    let quote = id.in_brief(subject.brief);
    let marks = quote
        .lang
        .as_ref()
        .map_or(subject.typography.quotes, |lang| {
            subject.locales.quote_marks(lang)
        });
    QuoteView {
        id: id.to_string(),
        open: marks.outer.0,
        text: &quote.text,
        close: marks.outer.1,
        lang: quote.lang.as_deref(),
        dir: quote.lang.as_ref().and_then(|lang| subject.dir(lang)),
        remarks: remarks(subject, claim, quote),
        check: check_view(subject, quote),
        original: original_view(subject, quote),
    }
}

fn check_view(subject: &Subject<'_>, quote: &Quote) -> Option<CheckView> {
    Some(CheckView {
        found: verification::found(subject.locale, quote)?,
        on: verification::on(subject.locale, quote),
        on_the_same_day: matches!(subject.analysis.checks, Checks::Kept { day: Some(_), .. }),
        link: source_link::of_quote(subject.brief, quote),
    })
}

fn original_view<'a>(subject: &Subject<'a>, quote: &'a Quote) -> Option<OriginalView<'a>> {
    let (text, lang) = (quote.original.as_deref()?, quote.translated_from.as_ref()?);
    let (open, close) = subject.locales.quote_marks(lang).outer;
    Some(OriginalView {
        open,
        text,
        close,
        lang,
        dir: subject.dir(lang),
    })
}

/// Returns what has to be said of a quote: its speaker if that is not plain, what kind it is,
/// and on which occasion it was spoken.
fn remarks(subject: &Subject<'_>, claim: &Claim, quote: &Quote) -> String {
    let mut remarks = Vec::new();
    if claim.voices.len() > 1 {
        remarks.push(subject.voice_in_short(quote.voice));
    }
    for kind in &quote.kinds {
        let words = match kind {
            QuoteKind::Full => continue,
            QuoteKind::Fragment => subject.locale.text(Message::QuoteFragment).to_owned(),
            QuoteKind::Edited => subject.locale.text(Message::QuoteEdited).to_owned(),
            QuoteKind::EditedInSource => {
                subject.locale.text(Message::QuoteEditedInSource).to_owned()
            }
            QuoteKind::Translated => translated(subject, quote.translated_from.as_ref()),
        };
        remarks.push(words);
    }
    remarks.extend(quote.occasion.as_ref().map(ToString::to_string));
    remarks.join(" · ")
}

/// Returns that a quote is translated, and from which language, by its name or else its tag.
fn translated(subject: &Subject<'_>, language: Option<&Language>) -> String {
    let Some(language) = language else {
        return subject.locale.text(Message::QuoteTranslated).to_owned();
    };
    let (tag, full_tag) = (language.primary(), &**language);
    let name = subject.locale.with(
        Message::Language,
        [("tag", tag.into()), ("full-tag", full_tag.into())],
    );
    let values = [("language", name.into())];
    subject.locale.with(Message::QuoteTranslatedFrom, values)
}
