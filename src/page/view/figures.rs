//! The figures of a brief in sentences, and the legend.

use serde::Serialize;

use super::Subject;
use super::attribution::mark;
use crate::analysis::status::RecordStatus;
use crate::page::words::{Count, Number, capitalised, list};
use crate::wording::statuses;

/// How origins are counted, for a reader who never heard of it.
pub(super) const ORIGINS_EXPLAINED: &str = "Accounts that share a first report or a speaker are \
    one origin, however many outlets repeat them. First-hand is the speaker’s own text; each \
    outlet in between adds a hand.";

/// Returns "this source" or "these sources", by how many were read.
pub(super) fn these_sources(subject: &Subject<'_>) -> &'static str {
    if subject.analysis.summary.works_read == 1 {
        "this source"
    } else {
        "these sources"
    }
}

/// Returns the source summary in one sentence.
pub(super) fn summary(subject: &Subject<'_>) -> String {
    let summary = &subject.analysis.summary;
    let read: Vec<String> = subject
        .brief
        .sources()
        .filter(|(_, source)| source.was_read())
        .take(4)
        .map(|(_, source)| source.name.to_string())
        .collect();
    let named = if summary.works_read > 3 {
        String::new()
    } else {
        format!(" ({})", list(&read))
    };
    let claims = capitalised(&Count(summary.claims, "claim").to_string());
    let works = if summary.works_read == 1 {
        "source"
    } else {
        "sources"
    };
    format!(
        "{claims} from {} {works} read{named}: {}. {}; {}.",
        Number(summary.works_read),
        by_status(subject),
        capitalised(&format!(
            "{} in all",
            Count(summary.origins, "distinct origin")
        )),
        on_one_origin(subject),
    )
}

fn by_status(subject: &Subject<'_>) -> String {
    let counted: Vec<String> = subject
        .analysis
        .summary
        .by_status
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(status, count)| {
            let people = match status {
                RecordStatus::Anonymous => people(subject),
                RecordStatus::OnRecord
                | RecordStatus::Document
                | RecordStatus::OutletsOwn
                | RecordStatus::Writer => String::new(),
            };
            format!("{} {}{people}", Number(*count), rest_on(*status))
        })
        .collect();
    list(&counted)
}

fn people(subject: &Subject<'_>) -> String {
    let people = subject.analysis.summary.anonymous_people;
    let count = usize::try_from(people.at_least()).unwrap_or(usize::MAX);
    let noun = if count == 1 { "person" } else { "people" };
    if people.uncounted_voices > 0 {
        format!(" (at least {} {noun})", Number(count))
    } else {
        format!(" ({} {noun})", Number(count))
    }
}

fn rest_on(status: RecordStatus) -> &'static str {
    match status {
        RecordStatus::OnRecord => "on record",
        RecordStatus::Anonymous => "anonymous",
        RecordStatus::Document => "in a document",
        RecordStatus::OutletsOwn => "an outlet’s own",
        RecordStatus::Writer => "the writer’s judgement",
    }
}

fn on_one_origin(subject: &Subject<'_>) -> String {
    let summary = &subject.analysis.summary;
    match (summary.on_one_origin, summary.claims) {
        (one, all) if one == all => "every claim rests on one".to_owned(),
        (0, _) => "no claim rests on one alone".to_owned(),
        (one, all) => format!(
            "{} of {} claims rest on one alone",
            Number(one),
            Number(all)
        ),
    }
}

/// Returns the figures of the method box.
pub(super) fn figures(subject: &Subject<'_>) -> String {
    let summary = &subject.analysis.summary;
    let outlets: Vec<&str> = summary
        .outlets
        .iter()
        .take(8)
        .map(|id| &*subject.brief.source(*id).name)
        .collect();
    let named = if outlets.is_empty() {
        "no outlet named".to_owned()
    } else if summary.outlets.len() > outlets.len() {
        format!("{} named", Count(summary.outlets.len(), "outlet"))
    } else {
        format!(
            "{} named ({})",
            Count(summary.outlets.len(), "outlet"),
            list(&outlets)
        )
    };
    let relayed = match (summary.works_relayed, summary.works_read) {
        (0, _) => String::new(),
        (relayed, 1) => format!(", {} known only through it", Number(relayed)),
        (relayed, _) => format!(", {} known only through them", Number(relayed)),
    };
    let sentence = format!(
        "{} read{relayed}; {named}. Nothing is confirmed elsewhere in this brief.",
        Count(summary.works_read, "work"),
    );
    capitalised(&sentence)
}

/// A record status of the legend.
#[derive(Debug, Serialize)]
pub(super) struct StatusView {
    mark: &'static str,
    word: &'static str,
    meaning: &'static str,
}

/// Builds the legend: the statuses that the brief uses.
pub(super) fn legend(subject: &Subject<'_>) -> Vec<StatusView> {
    RecordStatus::ALL
        .into_iter()
        .filter(|status| {
            let statuses = &subject.analysis.statuses;
            statuses.iter().any(|of_claim| of_claim.contains(*status))
        })
        .map(|status| StatusView {
            mark: mark(status),
            word: statuses::status(status),
            meaning: meaning(status),
        })
        .collect()
}

fn meaning(status: RecordStatus) -> &'static str {
    match status {
        RecordStatus::OnRecord => "a named voice, as reported",
        RecordStatus::Anonymous => "a voice that is not named",
        RecordStatus::Document => "a named voice’s own text",
        RecordStatus::OutletsOwn => "a report that names no voice",
        RecordStatus::Writer => "a judgement of this brief",
    }
}
