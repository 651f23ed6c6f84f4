//! Puts the figures of a brief into sentences, and builds the legend.

use std::borrow::Cow;

use serde::Serialize;

use crate::analysis::record::Record;
use crate::analysis::summary::outlet_name;
use crate::describe::{Describer, Locale, Message, filled};
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
        locale, SummaryClaims, summary.reports,
        "sources": sources(describer), "records": by_record(describer)
    );
    let resting = resting(describer);
    let origins = counted!(locale, SummaryOrigins, summary.origins, "resting": resting);
    let mut sentences = vec![
        describer.capitalised(&claims),
        describer.capitalised(&origins),
    ];
    if describer.has_judgements() {
        let judgements = summary.claims - summary.reports;
        sentences.push(locale.counted(Message::SummaryJudgements, judgements));
    }
    sentences.join(" ")
}

fn sources(describer: &Describer<'_>) -> String {
    const MOST_NAMED: usize = 3;
    let locale = describer.locale;
    let count = describer.analysis.summary.sources_read;
    if count > MOST_NAMED {
        return locale.counted(Message::SummarySources, count);
    }
    let sources = describer.brief.sources();
    let read = sources.filter(|(_, source)| source.was_read());
    let names: Vec<_> = read.map(|(id, _)| describer.source(id)).collect();
    counted!(locale, SummarySourcesNamed, count, "names": locale.list(&names))
}

fn by_record(describer: &Describer<'_>) -> String {
    let by_record = describer.analysis.summary.by_record.iter();
    let counted = by_record.filter(|(_, count)| *count > 0);
    let counted = counted.filter_map(|(record, count)| {
        let message = match record {
            Record::Anonymous => return Some(anonymous(describer, *count)),
            Record::OnRecord => Message::SummaryOnRecord,
            Record::Document => Message::SummaryDocument,
            Record::OutletsOwn => Message::SummaryOutletsOwn,
            Record::NoSourceNamed => Message::SummaryNoSourceNamed,
            // Counted apart.
            Record::Writer => return None,
        };
        Some(describer.locale.counted(message, *count))
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
    match (summary.on_one_origin, summary.reports) {
        (one, all) if one == all => locale.text(Message::RestingEvery).to_owned(),
        (0, _) => locale.text(Message::RestingNone).to_owned(),
        (one, all) => counted!(locale, RestingSome, one, "all": locale.number(all)),
    }
}

/// Returns the figures of the method box. That nothing is confirmed is for nobody to say: two claims
/// may say the same.
pub(super) fn figures(describer: &Describer<'_>) -> String {
    let (sources, outlets) = (sources_read(describer), outlets(describer));
    describer
        .capitalised(&filled!(describer.locale, Figures, "sources": sources, "outlets": outlets))
}

fn sources_read(describer: &Describer<'_>) -> String {
    let (locale, summary) = (describer.locale, &describer.analysis.summary);
    let count = summary.sources_read;
    let read = locale.counted(Message::SourcesRead, count);
    match summary.sources_not_read {
        0 => read,
        relayed => counted!(locale, SourcesNotRead, relayed, "read": read, "read-count": count),
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
            let names = outlets.iter().map(|id| {
                let name = outlet_name(describer.brief.source(*id));
                name.map_or_else(|| describer.source(*id), |name| describer.name(name))
            });
            let names = locale.list(&names.collect::<Vec<_>>());
            counted!(locale, OutletsNamed, count, "names": names)
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct LegendView<'a> {
    mark: &'static str,
    word: &'a str,
    meaning: Cow<'a, str>,
}

/// Builds the legend: the records and the steps of likelihood that the brief uses.
pub(super) fn legend<'a>(describer: &Describer<'a>) -> Vec<LegendView<'a>> {
    describer
        .records()
        .map(|record| LegendView {
            mark: class_of(record),
            word: describer.record_word(record),
            meaning: meaning(describer.locale, record).into(),
        })
        .chain(describer.likelihoods().map(|likelihood| LegendView {
            mark: "likelihood",
            word: describer.likelihood_word(likelihood),
            meaning: describer.likelihood_meaning(likelihood).into(),
        }))
        .chain(describer.edition.previous().map(|_| LegendView {
            mark: "changed",
            word: describer.locale.text(Message::LegendChanges),
            meaning: describer.locale.text(Message::MeaningChanges).into(),
        }))
        .collect()
}

fn meaning(locale: &Locale, record: Record) -> &str {
    locale.text(match record {
        Record::OnRecord => Message::MeaningOnRecord,
        Record::Anonymous => Message::MeaningAnonymous,
        Record::Document => Message::MeaningDocument,
        Record::OutletsOwn => Message::MeaningOutletsOwn,
        Record::NoSourceNamed => Message::MeaningNoSourceNamed,
        Record::Writer => Message::MeaningWriter,
    })
}
