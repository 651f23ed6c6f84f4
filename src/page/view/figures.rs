//! The figures of a brief in sentences, and the legend.

use serde::Serialize;

use super::Subject;
use super::attribution::mark;
use crate::analysis::status::RecordStatus;
use crate::describe::words::capitalised;
use crate::describe::{Message, Value, statuses};

/// Returns a message that speaks of "this source" or "these sources", by how many were read.
pub(super) fn of_read(subject: &Subject<'_>, message: Message) -> String {
    let count = subject.analysis.summary.works_read;
    subject.locale.with(message, [("count", count.into())])
}

/// Returns the source summary: two sentences.
pub(super) fn summary(subject: &Subject<'_>) -> String {
    let summary = &subject.analysis.summary;
    let claims = counted_with(
        subject,
        Message::SummaryClaims,
        summary.claims,
        [
            ("works", works(subject).into()),
            ("statuses", by_status(subject).into()),
        ],
    );
    let origins = counted_with(
        subject,
        Message::SummaryOrigins,
        summary.origins,
        [("resting", resting(subject).into())],
    );
    format!("{} {}", capitalised(&claims), capitalised(&origins))
}

/// Returns a message that says how many, and more.
fn counted_with<const N: usize>(
    subject: &Subject<'_>,
    message: Message,
    count: usize,
    values: [(&'static str, Value<'_>); N],
) -> String {
    let number = subject.locale.number(count);
    let counted = [("count", count.into()), ("number", number.into())];
    let all: Vec<_> = counted.into_iter().chain(values).collect();
    subject.locale.with_all(message, &all)
}

fn works(subject: &Subject<'_>) -> String {
    const MOST_NAMED: usize = 3;
    let count = subject.analysis.summary.works_read;
    if count > MOST_NAMED {
        return subject.locale.counted(Message::SummaryWorks, count);
    }
    let read: Vec<&str> = subject
        .brief
        .sources()
        .filter(|(_, source)| source.was_read())
        .map(|(_, source)| &*source.name)
        .collect();
    let names = subject.locale.list(&read);
    counted_with(
        subject,
        Message::SummaryWorksNamed,
        count,
        [("names", names.into())],
    )
}

fn by_status(subject: &Subject<'_>) -> String {
    let counted: Vec<String> = subject
        .analysis
        .summary
        .by_status
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(status, count)| match status {
            RecordStatus::OnRecord => subject.locale.counted(Message::SummaryOnRecord, *count),
            RecordStatus::Anonymous => anonymous(subject, *count),
            RecordStatus::Document => subject.locale.counted(Message::SummaryDocument, *count),
            RecordStatus::OutletsOwn => subject.locale.counted(Message::SummaryOutletsOwn, *count),
            RecordStatus::Writer => subject.locale.counted(Message::SummaryWriter, *count),
        })
        .collect();
    subject.locale.list(&counted)
}

fn anonymous(subject: &Subject<'_>, count: usize) -> String {
    let people = subject.analysis.summary.anonymous_people;
    let message = if people.uncounted_voices > 0 {
        Message::SummaryAnonymousAtLeast
    } else {
        Message::SummaryAnonymous
    };
    let people = usize::try_from(people.at_least()).unwrap_or(usize::MAX);
    let words = subject.locale.number(people);
    counted_with(
        subject,
        message,
        count,
        [("people-count", people.into()), ("people", words.into())],
    )
}

fn resting(subject: &Subject<'_>) -> String {
    let summary = &subject.analysis.summary;
    match (summary.on_one_origin, summary.claims) {
        (one, all) if one == all => subject.locale.text(Message::RestingEvery).to_owned(),
        (0, _) => subject.locale.text(Message::RestingNone).to_owned(),
        (one, all) => {
            let all = subject.locale.number(all);
            counted_with(subject, Message::RestingSome, one, [("all", all.into())])
        }
    }
}

/// Returns the figures of the method box.
pub(super) fn figures(subject: &Subject<'_>) -> String {
    let values = [
        ("works", works_read(subject).into()),
        ("outlets", outlets(subject).into()),
    ];
    capitalised(&subject.locale.with(Message::Figures, values))
}

fn works_read(subject: &Subject<'_>) -> String {
    let summary = &subject.analysis.summary;
    let read = subject
        .locale
        .counted(Message::WorksRead, summary.works_read);
    if summary.works_relayed == 0 {
        return read;
    }
    counted_with(
        subject,
        Message::WorksRelayed,
        summary.works_relayed,
        [
            ("read", read.into()),
            ("read-count", summary.works_read.into()),
        ],
    )
}

fn outlets(subject: &Subject<'_>) -> String {
    const MOST_NAMED: usize = 8;
    let outlets = &subject.analysis.summary.outlets;
    match outlets.len() {
        0 => subject.locale.text(Message::OutletsNone).to_owned(),
        count if count > MOST_NAMED => subject.locale.counted(Message::Outlets, count),
        count => {
            let names = subject.locale.list(&subject.names_of(outlets));
            counted_with(
                subject,
                Message::OutletsNamed,
                count,
                [("names", names.into())],
            )
        }
    }
}

/// A record status of the legend.
#[derive(Debug, Serialize)]
pub(super) struct StatusView<'a> {
    mark: &'static str,
    word: &'a str,
    meaning: &'a str,
}

/// Builds the legend: the statuses that the brief uses.
pub(super) fn legend<'a>(subject: &Subject<'a>) -> Vec<StatusView<'a>> {
    RecordStatus::ALL
        .into_iter()
        .filter(|status| {
            let statuses = &subject.analysis.statuses;
            statuses.iter().any(|of_claim| of_claim.contains(*status))
        })
        .map(|status| StatusView {
            mark: mark(status),
            word: statuses::status(subject.locale, status),
            meaning: subject.locale.text(match status {
                RecordStatus::OnRecord => Message::MeaningOnRecord,
                RecordStatus::Anonymous => Message::MeaningAnonymous,
                RecordStatus::Document => Message::MeaningDocument,
                RecordStatus::OutletsOwn => Message::MeaningOutletsOwn,
                RecordStatus::Writer => Message::MeaningWriter,
            }),
        })
        .chain(subject.edition.previous().map(|_| StatusView {
            mark: "changed",
            word: subject.locale.text(Message::LegendChanges),
            meaning: subject.locale.text(Message::MeaningChanges),
        }))
        .collect()
}
