//! Writes the sources as CSL-JSON, as reference managers read them.

use edtf::level_1::{Certainty, Date, Edtf as Parsed, Precision, Season};
use serde::Serialize;

use super::pretty::pretty;
use crate::analysis::Edition;
use crate::describe::{Describer, Locales, Message, plain_prose};
use crate::model::{DateGiven, Edtf, Source, SourceType};

/// Returns the sources of a brief, in file order.
///
/// Names are literal: which part of a name is the family's is not in the file. Works that were
/// not read say in their note through which they are known.
pub fn csl_json(edition: &Edition) -> String {
    let locales = Locales::default();
    let describer = Describer::new(edition, &locales);
    let sources = edition.brief().sources();
    let items: Vec<Item<'_>> = sources
        .map(|(_, source)| item(&describer, source))
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

fn item<'a>(describer: &Describer<'a>, source: &'a Source) -> Item<'a> {
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
        container_title: container.or_else(|| publisher.filter(|_| is_in_periodical(source.kind))),
        publisher,
        issued: given(&source.issued),
        accessed: source.accessed.as_ref().map(date),
        url: source.url.as_deref(),
        language: source
            .lang
            .as_ref()
            .unwrap_or(&describer.brief.parts().lang),
        note: note(describer, source),
    }
}

fn note(describer: &Describer<'_>, source: &Source) -> Option<String> {
    let known = (!source.was_read()).then(|| {
        let relays = describer.sources(&source.through);
        let relays = describer.locale.list(&relays);
        let values = [("works", relays.into())];
        describer.locale.with(Message::KnownOnlyThrough, values)
    });
    let remark = source.note.as_ref().map(plain_prose);
    let parts: Vec<String> = known.into_iter().chain(remark).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Says whether the title of the larger work is, where none is given, the publisher's name.
fn is_in_periodical(kind: SourceType) -> bool {
    matches!(
        kind,
        SourceType::ArticleMagazine
            | SourceType::ArticleNewspaper
            | SourceType::Broadcast
            | SourceType::PostWeblog
            | SourceType::Webpage
    )
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
    let days = match date.parsed() {
        Parsed::Date(day) => vec![*day],
        Parsed::DateTime(time) => vec![Date::from_complete(time.date())],
        Parsed::Interval(from, to) => vec![*from, *to],
        Parsed::YYear(_) | Parsed::IntervalFrom(..) | Parsed::IntervalTo(..) => Vec::new(),
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
