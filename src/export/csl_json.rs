//! The sources as CSL-JSON, as reference managers read them.

use serde::Serialize;

use super::{csl_types, plain, pretty};
use crate::analysis::Edition;
use crate::describe::{Locales, Message};
use crate::model::{Brief, Certainty, Date, DateForm, DateGiven, Edtf, Precision, Season, Source};

/// Returns the sources of a brief, in file order.
///
/// Names are literal: which part of a name is the family's is not in the file. Works that were
/// not read say in their note through which they are known.
pub fn render(edition: &Edition, locales: &Locales) -> String {
    let brief = edition.brief();
    let items: Vec<Item<'_>> = brief
        .sources()
        .map(|(_, source)| item(brief, locales, source))
        .collect();
    pretty(&items)
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(rename = "title-short", skip_serializing_if = "Option::is_none")]
    title_short: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Name<'a>>,
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    container_title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<DateView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<DateView<'a>>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

#[derive(Serialize)]
struct Name<'a> {
    literal: &'a str,
}

#[derive(Serialize, Default)]
struct DateView<'a> {
    #[serde(rename = "date-parts", skip_serializing_if = "Vec::is_empty")]
    parts: Vec<Vec<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    season: Option<u8>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    circa: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    literal: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    raw: Option<&'a str>,
}

fn item<'a>(brief: &'a Brief, locales: &Locales, source: &'a Source) -> Item<'a> {
    let publisher = source.publisher.as_deref();
    let container = source.container_title.as_deref();
    let title = source.title.as_deref();
    Item {
        id: &source.key,
        kind: source.kind.name(),
        title,
        title_short: title
            .map(|_| &*source.name)
            .filter(|name| Some(*name) != title && Some(*name) != publisher),
        author: source
            .author
            .iter()
            .map(|name| Name { literal: name })
            .collect(),
        container_title: container
            .or_else(|| publisher.filter(|_| csl_types::is_in_periodical(source.kind))),
        publisher,
        issued: given(&source.issued),
        accessed: source.accessed.as_ref().map(date),
        url: source.url.as_deref(),
        language: source.lang.as_ref().unwrap_or(&brief.parts().lang),
        note: note(brief, locales, source),
    }
}

fn note(brief: &Brief, locales: &Locales, source: &Source) -> Option<String> {
    let relays: Vec<&str> = source
        .through
        .iter()
        .map(|id| &*brief.source(*id).name)
        .collect();
    let known = (!relays.is_empty()).then(|| {
        let locale = locales.of(&brief.parts().lang);
        let works = locale.list(&relays);
        locale.with(Message::KnownOnlyThrough, [("works", works.into())])
    });
    let remark = source.note.as_ref().map(plain::prose);
    let parts: Vec<String> = known.into_iter().chain(remark).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn given(given: &DateGiven) -> Option<DateView<'_>> {
    match given {
        DateGiven::NotGiven => None,
        DateGiven::Words(words) => Some(DateView {
            literal: Some(words),
            ..DateView::default()
        }),
        DateGiven::Stated(day) | DateGiven::Inferred { date: day, .. } => Some(date(day)),
    }
}

/// Returns a date in parts where CSL has them for it, else as EDTF.
fn date(date: &Edtf) -> DateView<'_> {
    let days = match date.form() {
        DateForm::One(day) => vec![day],
        DateForm::Interval(from, to) => vec![from, to],
        DateForm::LongYear(_) | DateForm::From(..) | DateForm::Until(..) => Vec::new(),
    };
    let season = match days.as_slice() {
        [day] => season(*day),
        _ => None,
    };
    let parts: Option<Vec<Vec<i64>>> = days.iter().map(|day| parts(*day)).collect();
    match parts {
        Some(parts) if !parts.is_empty() => DateView {
            parts,
            season,
            circa: days.iter().any(|day| day.certainty() != Certainty::Certain),
            ..DateView::default()
        },
        _ => DateView {
            raw: Some(date.as_str()),
            ..DateView::default()
        },
    }
}

fn parts(date: Date) -> Option<Vec<i64>> {
    match date.precision() {
        Precision::Day(year, month, day) => Some(vec![year.into(), month.into(), day.into()]),
        Precision::Month(year, month) | Precision::DayOfMonth(year, month) => {
            Some(vec![year.into(), month.into()])
        }
        Precision::Year(year) | Precision::Season(year, _) => Some(vec![year.into()]),
        Precision::Century(_)
        | Precision::Decade(_)
        | Precision::MonthOfYear(_)
        | Precision::DayOfYear(_) => None,
    }
}

fn season(date: Date) -> Option<u8> {
    match date.precision() {
        Precision::Season(_, season) => Some(match season {
            Season::Spring => 1,
            Season::Summer => 2,
            Season::Autumn => 3,
            Season::Winter => 4,
        }),
        Precision::Century(_)
        | Precision::Decade(_)
        | Precision::Year(_)
        | Precision::Month(..)
        | Precision::Day(..)
        | Precision::MonthOfYear(_)
        | Precision::DayOfYear(_)
        | Precision::DayOfMonth(..) => None,
    }
}
