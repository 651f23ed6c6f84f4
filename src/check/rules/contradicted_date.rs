#![doc = include_str!("contradicted_date.md")]
//! A date is checked against the weekday, month, day and year that the words name, and against
//! "today", "last week" and their like, counted from the day the claim's source was issued. Where
//! a date is less than a day precise, or a span, one day in it that fits is enough; so it is where a
//! time falls on two days, as the earth has places. "Thursday night" may end on Friday. "This week"
//! reaches from the Sunday before its Monday to its own Sunday, as weeks begin on either; "earlier
//! this week" ends with the day of issue. English only. Events have no source to count from. In
//! doubt nothing is said.

mod contradiction;
mod facts;
mod lists;
mod names;
#[cfg(test)]
mod phrases;
mod words;

use self::contradiction::{Contradiction, Days, contradiction, days, days_called};
use self::facts::Phrase;
use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::{Claim, Text};
use crate::model::Edtf;

pub(super) static CONTRADICTED_DATE: Rule = Rule::error(include_str!("contradicted_date.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    if !cx.is_english() {
        return;
    }
    let document = cx.document;
    let sources = document.sources.iter();
    for issued in sources.filter_map(|(_, source)| source.issued.as_ref()) {
        check_date(
            issued.date.as_ref(),
            issued.as_given.as_ref(),
            &|| None,
            out,
        );
    }
    for claim in &document.claims {
        let Some(said) = &claim.said else {
            continue;
        };
        let (date, words) = (said.date.as_ref(), said.as_given.as_ref());
        check_date(date, words, &|| issued(cx, claim), out);
    }
    for event in &document.events {
        check_date(event.date.as_ref(), event.as_given.as_ref(), &|| None, out);
    }
}

/// Returns when the sources of a claim were issued, if that is known of each.
fn issued(cx: &Context<'_>, claim: &Claim) -> Option<Vec<Days>> {
    let sources = claim.source.iter().map(|id| {
        let at = cx.index.sources.position(id)?;
        let (_, source) = cx.document.sources.0.get(at)?;
        let date = source.issued.as_ref()?.date.as_ref()?;
        Edtf::parse(date).ok().as_ref().and_then(days)
    });
    sources.collect()
}

fn check_date(
    date: Option<&Text>,
    words: Option<&Text>,
    issued: &dyn Fn() -> Option<Vec<Days>>,
    out: &mut Findings,
) {
    let (Some(date), Some(words)) = (date, words) else {
        return;
    };
    let phrase = Phrase::read(words);
    if phrase.dates.is_empty() {
        return;
    }
    let Ok(edtf) = Edtf::parse(date) else {
        return;
    };
    let Some(days) = days_called(&edtf, &phrase) else {
        return;
    };
    let from = if phrase.is_relative() { issued() } else { None };
    if let Some(found) = contradiction(days, &phrase, from.as_deref()) {
        out.push(fault(date, &edtf, words, &found));
    }
}

fn fault(date: &Text, edtf: &Edtf, words: &Text, found: &Contradiction) -> Diagnostic {
    let day = date.value.escape_debug();
    let given = words.value.escape_debug();
    let message = match found {
        Contradiction::Weekday => match edtf.days() {
            Some((first, last)) if first == last => {
                format!(
                    "{day} is a {}, the source says `{given}`",
                    first.strftime("%A")
                )
            }
            _ => format!("no day of {day} is `{given}`"),
        },
        Contradiction::Together => format!("no day of {day} is `{given}`"),
        Contradiction::Month | Contradiction::Day | Contradiction::Year => {
            format!("{day} is not `{given}`")
        }
        Contradiction::Relative(issued) => {
            format!("{day} is not `{given}`, counted from {issued}")
        }
    };
    let help = if matches!(found, Contradiction::Relative(_)) {
        "they count from the day on which the claim's source was issued"
    } else {
        "correct the one that is wrong; the words are the source's own"
    };
    Diagnostic::new(&CONTRADICTED_DATE, date.place, message)
        .also(words.place, "the source's words")
        .help(help)
}
