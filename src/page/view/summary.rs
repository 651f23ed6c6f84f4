//! Puts the figures of a brief into sentences, and builds the legend.

use serde::Serialize;

use crate::analysis::status::RecordStatus;
use crate::describe::words::capitalised;
use crate::describe::{Describer, Message, Value, filled};
use crate::page::html::class_of;

/// Returns the source summary: two sentences.
pub(super) fn summary(describer: &Describer<'_>) -> String {
    let summary = &describer.analysis.summary;
    let claims = counted_with(
        describer,
        Message::SummaryClaims,
        summary.claims,
        [
            ("works", works(describer).into()),
            ("statuses", by_status(describer).into()),
        ],
    );
    let origins = counted_with(
        describer,
        Message::SummaryOrigins,
        summary.origins,
        [("resting", resting(describer).into())],
    );
    format!("{} {}", capitalised(&claims), capitalised(&origins))
}

/// Returns a message that says how many, and more.
fn counted_with<const N: usize>(
    describer: &Describer<'_>,
    message: Message,
    count: usize,
    values: [(&'static str, Value<'_>); N],
) -> String {
    let number = describer.locale.number(count);
    let counted = [("count", count.into()), ("number", number.into())];
    let all: Vec<_> = counted.into_iter().chain(values).collect();
    describer.locale.with_all(message, &all)
}

fn works(describer: &Describer<'_>) -> String {
    const MOST_NAMED: usize = 3;
    let count = describer.analysis.summary.works_read;
    if count > MOST_NAMED {
        return describer.locale.counted(Message::SummaryWorks, count);
    }
    let read: Vec<&str> = describer
        .brief
        .sources()
        .filter(|(_, source)| source.was_read())
        .map(|(_, source)| &*source.name)
        .collect();
    let names = describer.locale.list(&read);
    counted_with(
        describer,
        Message::SummaryWorksNamed,
        count,
        [("names", names.into())],
    )
}

fn by_status(describer: &Describer<'_>) -> String {
    let counted: Vec<String> = describer
        .analysis
        .summary
        .by_status
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(status, count)| match status {
            RecordStatus::OnRecord => describer.locale.counted(Message::SummaryOnRecord, *count),
            RecordStatus::Anonymous => anonymous(describer, *count),
            RecordStatus::Document => describer.locale.counted(Message::SummaryDocument, *count),
            RecordStatus::OutletsOwn => {
                describer.locale.counted(Message::SummaryOutletsOwn, *count)
            }
            RecordStatus::Writer => describer.locale.counted(Message::SummaryWriter, *count),
        })
        .collect();
    describer.locale.list(&counted)
}

fn anonymous(describer: &Describer<'_>, count: usize) -> String {
    let people = describer.analysis.summary.anonymous_people;
    let message = if people.uncounted_voices > 0 {
        Message::SummaryAnonymousAtLeast
    } else {
        Message::SummaryAnonymous
    };
    let people = usize::try_from(people.at_least()).unwrap_or(usize::MAX);
    let words = describer.locale.number(people);
    counted_with(
        describer,
        message,
        count,
        [("people-count", people.into()), ("people", words.into())],
    )
}

fn resting(describer: &Describer<'_>) -> String {
    let summary = &describer.analysis.summary;
    match (summary.on_one_origin, summary.claims) {
        (one, all) if one == all => describer.locale.text(Message::RestingEvery).to_owned(),
        (0, _) => describer.locale.text(Message::RestingNone).to_owned(),
        (one, all) => {
            let all = describer.locale.number(all);
            counted_with(describer, Message::RestingSome, one, [("all", all.into())])
        }
    }
}

/// Returns the figures of the method box.
pub(super) fn figures(describer: &Describer<'_>) -> String {
    capitalised(&filled!(
        describer.locale, Figures, "works": works_read(describer),
        "outlets": outlets(describer),
    ))
}

fn works_read(describer: &Describer<'_>) -> String {
    let summary = &describer.analysis.summary;
    let read = describer
        .locale
        .counted(Message::WorksRead, summary.works_read);
    if summary.works_relayed == 0 {
        return read;
    }
    counted_with(
        describer,
        Message::WorksRelayed,
        summary.works_relayed,
        [
            ("read", read.into()),
            ("read-count", summary.works_read.into()),
        ],
    )
}

fn outlets(describer: &Describer<'_>) -> String {
    const MOST_NAMED: usize = 8;
    let outlets = &describer.analysis.summary.outlets;
    match outlets.len() {
        0 => describer.locale.text(Message::OutletsNone).to_owned(),
        count if count > MOST_NAMED => describer.locale.counted(Message::Outlets, count),
        count => {
            let names = describer.locale.list(&describer.sources(outlets));
            counted_with(
                describer,
                Message::OutletsNamed,
                count,
                [("names", names.into())],
            )
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
    RecordStatus::ALL
        .into_iter()
        .filter(|status| {
            let statuses = &describer.analysis.statuses;
            statuses.iter().any(|of_claim| of_claim.contains(*status))
        })
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
