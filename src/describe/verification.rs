//! What was checked of a quote, in words.

use super::{Locale, Message, dates};
use crate::analysis::quotes::Checks;
use crate::model::{Quote, QuoteKind, QuoteStatus, Sought, Verification};

/// Returns what was found of a quote; nothing where the brief keeps no evidence, which the method
/// says once.
pub(crate) fn found(locale: &Locale, quote: &Quote) -> Option<String> {
    let sought = match &quote.verification {
        Verification::NoEvidence => return None,
        Verification::NotYet => return Some(locale.text(Message::QuoteNotYet).to_owned()),
        Verification::Sought(sought) => sought,
    };
    let found = |message| locale.with(message, [("words", words(quote).into())]);
    Some(match sought.status {
        QuoteStatus::Exact => found(Message::QuoteWordForWord),
        QuoteStatus::Typographic => found(Message::QuoteButForTypography),
        QuoteStatus::Edited => found(Message::QuoteButForEdits),
        QuoteStatus::Ambiguous => locale.text(Message::QuoteAmbiguous).to_owned(),
        QuoteStatus::CannotCheck => locale.text(reason(quote, sought)).to_owned(),
        QuoteStatus::Absent => locale.text(Message::QuoteAbsent).to_owned(),
    })
}

/// Returns how that goes on, where the day of the check matters.
pub(crate) fn on(locale: &Locale, quote: &Quote) -> String {
    match &quote.verification {
        Verification::Sought(sought) if sought.status.is_verified() => {
            let date = dates::in_full(locale, &sought.day);
            locale.with(Message::QuoteCheckedOn, [("date", date.into())])
        }
        Verification::Sought(_) | Verification::NotYet | Verification::NoEvidence => String::new(),
    }
}

/// Returns what was done to check the quotes of a brief, as one sentence; nothing where it has
/// none.
pub(crate) fn of_all(locale: &Locale, checks: &Checks) -> Option<String> {
    let (day, works) = match checks {
        Checks::NoQuotes => return None,
        Checks::NoEvidence => return Some(locale.text(Message::QuotesUnchecked).to_owned()),
        Checks::Kept { works, .. } if works.is_empty() => {
            return Some(locale.text(Message::QuotesNoCopy).to_owned());
        }
        Checks::Kept { day, works } => (day, works),
    };
    let count = ("count", works.len().into());
    let labels: Vec<String> = works.iter().map(ToString::to_string).collect();
    let works = ("works", locale.list(&labels).into());
    Some(match day {
        None => locale.with(Message::QuotesChecked, [count, works]),
        Some(day) => {
            let date = ("date", dates::in_full(locale, day).into());
            locale.with(Message::QuotesCheckedOn, [count, works, date])
        }
    })
}

/// Says which words stand in the source. Of a translation "word for word" would be taken to say
/// how it was made.
fn words(quote: &Quote) -> &'static str {
    match (quote.is(QuoteKind::Translated), &quote.original) {
        (true, Some(_)) => "original",
        (true, None) => "translation",
        (false, _) => "quote",
    }
}

fn reason(quote: &Quote, sought: &Sought) -> Message {
    if sought.source.is_none() {
        Message::QuoteNoCopy
    } else if quote.is(QuoteKind::Translated) && quote.original.is_none() {
        Message::QuoteNoOriginal
    } else {
        Message::QuoteCannotCheck
    }
}
