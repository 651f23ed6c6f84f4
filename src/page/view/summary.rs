//! Puts the figures of a brief into sentences, and builds the legend.

use serde::Serialize;

use crate::analysis::status::RecordStatus;
use crate::describe::words::capitalised;
use crate::describe::{Describer, Message, filled};
use crate::page::html::class_of;

/// Fills a message that says how many, and more.
macro_rules! counted {
    ($locale:expr, $message:ident, $count:expr, $($values:tt)+) => {
        filled!($locale, $message, "count": $count, "number": $locale.number($count), $($values)+)
    };
}

pub(super) fn summary(describer: &Describer<'_>) -> String {
    let (locale, summary) = (describer.locale, &describer.analysis.summary);
    let claims = counted!(
        locale, SummaryClaims, summary.claims,
        "works": works(describer), "statuses": by_status(describer)
    );
    let resting = resting(describer);
    let origins = counted!(locale, SummaryOrigins, summary.origins, "resting": resting);
    format!("{} {}", capitalised(&claims), capitalised(&origins))
}

fn works(describer: &Describer<'_>) -> String {
    const MOST_NAMED: usize = 3;
    let locale = describer.locale;
    let count = describer.analysis.summary.works_read;
    if count > MOST_NAMED {
        return locale.counted(Message::SummaryWorks, count);
    }
    let sources = describer.brief.sources();
    let read = sources.filter(|(_, source)| source.was_read());
    let names: Vec<&str> = read.map(|(_, source)| &*source.name).collect();
    counted!(locale, SummaryWorksNamed, count, "names": locale.list(&names))
}

fn by_status(describer: &Describer<'_>) -> String {
    let by_status = describer.analysis.summary.by_status.iter();
    let counted = by_status.filter(|(_, count)| *count > 0);
    let counted = counted.map(|(status, count)| {
        let message = match status {
            RecordStatus::Anonymous => return anonymous(describer, *count),
            RecordStatus::OnRecord => Message::SummaryOnRecord,
            RecordStatus::Document => Message::SummaryDocument,
            RecordStatus::OutletsOwn => Message::SummaryOutletsOwn,
            RecordStatus::Writer => Message::SummaryWriter,
        };
        describer.locale.counted(message, *count)
    });
    describer.locale.list(&counted.collect::<Vec<_>>())
}

fn anonymous(describer: &Describer<'_>, count: usize) -> String {
    let locale = describer.locale;
    let voices = describer.analysis.summary.anonymous_people;
    let people = usize::try_from(voices.at_least()).unwrap_or(usize::MAX);
    let words = locale.number(people);
    if voices.uncounted_voices > 0 {
        counted!(
            locale, SummaryAnonymousAtLeast, count, "people-count": people, "people": words
        )
    } else {
        counted!(locale, SummaryAnonymous, count, "people-count": people, "people": words)
    }
}

fn resting(describer: &Describer<'_>) -> String {
    let (locale, summary) = (describer.locale, &describer.analysis.summary);
    match (summary.on_one_origin, summary.claims) {
        (one, all) if one == all => locale.text(Message::RestingEvery).to_owned(),
        (0, _) => locale.text(Message::RestingNone).to_owned(),
        (one, all) => counted!(locale, RestingSome, one, "all": locale.number(all)),
    }
}

/// Returns the figures of the method box.
pub(super) fn figures(describer: &Describer<'_>) -> String {
    let (works, outlets) = (works_read(describer), outlets(describer));
    capitalised(&filled!(describer.locale, Figures, "works": works, "outlets": outlets))
}

fn works_read(describer: &Describer<'_>) -> String {
    let (locale, summary) = (describer.locale, &describer.analysis.summary);
    let count = summary.works_read;
    let read = locale.counted(Message::WorksRead, count);
    match summary.works_relayed {
        0 => read,
        relayed => counted!(locale, WorksRelayed, relayed, "read": read, "read-count": count),
    }
}

fn outlets(describer: &Describer<'_>) -> String {
    const MOST_NAMED: usize = 8;
    let locale = describer.locale;
    let outlets = &describer.analysis.summary.outlets;
    match outlets.len() {
        0 => locale.text(Message::OutletsNone).to_owned(),
        count if count > MOST_NAMED => locale.counted(Message::Outlets, count),
        count => {
            let names = locale.list(&describer.sources(outlets));
            counted!(locale, OutletsNamed, count, "names": names)
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct StatusView<'a> {
    mark: &'static str,
    word: &'a str,
    meaning: &'a str,
}

/// Builds the legend: the statuses that the brief uses.
pub(super) fn legend<'a>(describer: &Describer<'a>) -> Vec<StatusView<'a>> {
    describer
        .records()
        .map(|status| StatusView {
            mark: class_of(status),
            word: describer.record_word(status),
            meaning: describer.locale.text(match status {
                RecordStatus::OnRecord => Message::MeaningOnRecord,
                RecordStatus::Anonymous => Message::MeaningAnonymous,
                RecordStatus::Document => Message::MeaningDocument,
                RecordStatus::OutletsOwn => Message::MeaningOutletsOwn,
                RecordStatus::Writer => Message::MeaningWriter,
            }),
        })
        .chain(describer.edition.previous().map(|_| StatusView {
            mark: "changed",
            word: describer.locale.text(Message::LegendChanges),
            meaning: describer.locale.text(Message::MeaningChanges),
        }))
        .collect()
}
