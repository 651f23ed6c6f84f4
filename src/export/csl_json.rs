//! Writes the sources as CSL-JSON, as reference managers read them.

use serde_json::Value;

use super::ordered::{list, object, pretty, without_nothing};
use crate::analysis::Edition;
use crate::describe::{Describer, Locales, Message, UpdateDates, dates, filled, plain_prose};
use crate::model::{
    CSL_TAGS, Certainty, Date, DateForm, DateGiven, Doi, Edtf, Precision, Season, Source,
};

/// Returns the sources of a brief, in file order.
///
/// Names are literal: which part of a name is the family's is not in the file. Sources that were
/// not read say in their note through which they are known.
pub fn csl_json(edition: &Edition) -> String {
    let locales = Locales::default();
    let describer = Describer::new(edition, &locales).plain();
    let sources = edition.brief().sources();
    pretty(&list(sources.map(|(_, source)| item(&describer, source))))
}

fn item<'a>(describer: &Describer<'a>, source: &'a Source) -> Value {
    let publisher = source.publisher.as_deref();
    let title = source.title.as_deref();
    let short = Some(&*source.name);
    let short = short.filter(|name| Some(*name) != title && Some(*name) != publisher);
    let periodical = publisher.filter(|_| source.kind.is_named_by_its_container());
    let language = source.lang.as_ref();
    without_nothing(object! {
        "id": &*source.key,
        "type": source.kind.word(),
        "title": title.map(literal),
        "title-short": short.map(literal),
        "author": list(source.author.iter().map(|name| object! { "literal": literal(name) })),
        "container-title": source.container_title.as_deref().or(periodical).map(literal),
        "publisher": publisher.map(literal),
        "authority": source.authority.as_deref().map(literal),
        "event-title": source.event_title.as_deref().map(literal),
        "volume": source.volume.as_deref().map(literal),
        "issue": source.issue.as_deref().map(literal),
        "page": source.pages.as_deref().map(literal),
        "number": source.number.as_deref().map(literal),
        "issued": given(&source.issued),
        "accessed": source.accessed.as_ref().map(date),
        "URL": source.url.as_deref(),
        "DOI": source.doi.as_ref().map(Doi::as_str),
        "archive_location": source.archived.as_ref().map(|copy| &*copy.url),
        "language": &**language.unwrap_or(&describer.brief.parts().lang),
        "note": note(describer, source),
    })
}

/// Returns a text in which nothing is markup: CSL-JSON takes tags for emphasis, and readers of it
/// take entities for characters. Other marks stay as they are.
fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        let after = text.get(at + letter.len_utf8()..).unwrap_or("");
        let name = after.strip_prefix('/').unwrap_or(after);
        let end = name.find(|c: char| !c.is_ascii_alphabetic());
        let name = end.and_then(|end| name.get(..end)).unwrap_or("");
        let opens_tag = CSL_TAGS.iter().any(|tag| name.eq_ignore_ascii_case(tag));
        let ends_entity = || {
            let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
            end.is_some_and(|end| end > 0 && after.get(end..).unwrap_or("").starts_with(';'))
        };
        match letter {
            '<' if opens_tag => out.push_str("&lt;"),
            '&' if ends_entity() => out.push_str("&amp;"),
            _ => out.push(letter),
        }
    }
    out
}

fn note<'a>(describer: &Describer<'a>, source: &'a Source) -> Option<String> {
    let known = (!source.was_read()).then(|| {
        let relays = describer.sources(&source.through);
        let relays = describer.locale.list(&relays);
        filled!(describer.locale, KnownOnlyThrough, "sources": relays)
    });
    let remark = source.note.as_ref().map(plain_prose);
    let updates = describer
        .what_became_of(source, UpdateDates::Alone)
        .into_iter();
    let updates = updates.map(|words| words.to_string());
    let times = times(describer, source);
    let copy = source.archived.as_ref().and_then(|copy| copy.date.as_ref());
    let copy = copy.map(|date| {
        let date = dates::in_full(describer.locale, date);
        let words = [("date", date.into())];
        describer.locale.with(Message::ExportArchivedAt, words)
    });
    let known = known.into_iter().chain(updates).chain(times).chain(copy);
    let parts: Vec<String> = known.chain(remark).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Returns the times of day of a source's dates, for which CSL's dates have no place.
fn times(describer: &Describer<'_>, source: &Source) -> impl Iterator<Item = String> {
    let dates = [
        (Message::ExportIssuedAt, source.issued.date()),
        (Message::ExportAccessedAt, source.accessed.as_ref()),
    ];
    dates.into_iter().filter_map(|(message, date)| {
        let date = date.filter(|date| date.moment().is_some())?;
        let date = dates::in_full(describer.locale, date);
        Some(describer.locale.with(message, [("date", date.into())]))
    })
}

fn given(given: &DateGiven) -> Option<Value> {
    match given {
        DateGiven::NotGiven => None,
        DateGiven::Words(words) => Some(object! { "literal": &**words }),
        DateGiven::Stated(day) | DateGiven::Inferred { date: day, .. } => Some(date(day)),
    }
}

/// Returns a date in parts where CSL has them for it, else as EDTF. Of a time, the day.
fn date(date: &Edtf) -> Value {
    if let Some(moment) = date.moment() {
        let day = moment.day();
        let parts: [i64; 3] = [
            of_csl(day.year().into()),
            day.month().into(),
            day.day().into(),
        ];
        return object! { "date-parts": list([list(parts)]) };
    }
    let days = match date.form() {
        DateForm::One(day) => vec![day],
        DateForm::Interval(from, to) => vec![from, to],
        DateForm::At(_) | DateForm::LongYear(_) | DateForm::From(..) | DateForm::Until(..) => {
            Vec::new()
        }
    };
    let certainty = days.first().map(Date::certainty);
    let is_circa = certainty == Some(Certainty::Approximate);
    // CSL has a flag for what is approximate, and none for what is uncertain, nor for one end alone.
    let has_flag = is_circa || certainty == Some(Certainty::Certain);
    let is_said = has_flag && days.iter().all(|day| Some(day.certainty()) == certainty);
    let parts = |day: &Date| parts(*day, days.len() > 1);
    let parts: Option<Vec<Value>> = days.iter().map(parts).collect();
    let Some(parts) = parts.filter(|_| is_said) else {
        // Other programs read `raw`, where 2024-21 may be two years.
        return if date.has_season() {
            object! { "edtf": date.as_str() }
        } else {
            object! { "raw": date.as_str() }
        };
    };
    let season = match days.as_slice() {
        [day] => season(*day),
        _ => None,
    };
    without_nothing(object! {
        "date-parts": parts,
        "season": season,
        "circa": is_circa.then_some(true),
    })
}

/// Returns the parts of a date. A season is one of them in an interval alone: else it has a field of its own.
fn parts(date: Date, is_in_interval: bool) -> Option<Value> {
    let numbers = |parts: &[i64]| list(parts.iter().copied());
    match date.precision() {
        Precision::Day(year, month, day) => {
            Some(numbers(&[of_csl(year), month.into(), day.into()]))
        }
        Precision::Month(year, month) | Precision::DayOfMonth(year, month) => {
            Some(numbers(&[of_csl(year), month.into()]))
        }
        Precision::Season(year, _) if is_in_interval => {
            Some(numbers(&[of_csl(year), 20 + season(date)?]))
        }
        Precision::Year(year) | Precision::Season(year, _) => Some(numbers(&[of_csl(year)])),
        Precision::Century(_)
        | Precision::Decade(_)
        | Precision::MonthOfYear(_)
        | Precision::DayOfYear(_) => None,
    }
}

/// Returns a year as CSL counts it, which has no year 0: 44 BC is -44.
fn of_csl(year: i32) -> i64 {
    let year = i64::from(year);
    if year < 1 { year - 1 } else { year }
}

fn season(date: Date) -> Option<i64> {
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
