//! Shapes sources, what became of them and places in them as nodes of schema.org.

use serde_json::{Value, json};

use super::dates::iso;
use super::nodes::{node, references};
use crate::export::ordered::without_nothing;
use crate::model::{
    Brief, Claim, Doi, Locator, LocatorLabel, Source, SourceId, SourceType, Update,
};

/// Returns, by source, the sources that it retells: those that are known through it, and those that
/// it draws on.
pub(super) fn retold(brief: &Brief) -> Vec<Vec<SourceId>> {
    let mut retold = vec![Vec::new(); brief.sources().len()];
    for (id, source) in brief.sources() {
        for relay in &source.through {
            retold[relay.index()].push(id);
        }
        retold[id.index()].extend(&source.draws_on);
    }
    for sources in &mut retold {
        sources.sort_unstable();
        sources.dedup();
    }
    retold
}

pub(super) fn source(id: SourceId, source: &Source, retold: &[SourceId]) -> Value {
    let authors = source.author.iter().map(|name| json!({ "name": &**name }));
    let organization =
        |name: Option<&str>| name.map(|name| json!({ "@type": "Organization", "name": name }));
    let event = source.event_title.as_deref();
    let number = source.number.as_deref();
    let is_report = source.kind == SourceType::Report;
    without_nothing(json!({
        "@id": node(id),
        "@type": kind(source.kind),
        "identifier": identifiers(source, number.filter(|_| !is_report)),
        "name": source.title.as_deref().unwrap_or(&source.name),
        "author": authors.collect::<Vec<_>>(),
        "publisher": organization(source.publisher.as_deref()),
        "sourceOrganization": organization(source.authority.as_deref()),
        "isPartOf": container(source),
        "pagination": source.pages.as_deref(),
        "reportNumber": number.filter(|_| is_report),
        "recordedAt": event.map(|name| json!({ "@type": "Event", "name": name })),
        "datePublished": source.issued.date().and_then(iso),
        "inLanguage": source.lang.as_deref(),
        "url": source.url.as_deref(),
        "sameAs": source.doi.as_ref().map(Doi::link),
        "archivedAt": source.archived.as_ref().map(|copy| &*copy.url),
        "correction": source.updates.iter().map(correction).collect::<Vec<_>>(),
        "isBasedOn": references(retold.iter().copied()),
    }))
}

/// Returns the key in the file; after it, the number of a work that has one.
fn identifiers(source: &Source, number: Option<&str>) -> Value {
    let Some(number) = number else {
        return (&*source.key).into();
    };
    json!([&*source.key, { "@type": "PropertyValue", "propertyID": "number", "value": number }])
}

/// Returns the larger work, and which volume and issue of it.
fn container(source: &Source) -> Option<Value> {
    let (volume, issue) = (source.volume.as_deref(), source.issue.as_deref());
    let title = source.container_title.as_deref();
    title.or(volume).or(issue)?;
    let kind = match (volume, issue) {
        (_, Some(_)) => "PublicationIssue",
        (Some(_), None) => "PublicationVolume",
        (None, None) => "CreativeWork",
    };
    // `volumeNumber` is of a volume alone.
    let in_volume = volume.filter(|_| issue.is_some());
    Some(without_nothing(json!({
        "@type": kind,
        "name": title,
        "issueNumber": issue,
        "volumeNumber": volume.filter(|_| issue.is_none()),
        "isPartOf": in_volume.map(|volume| {
            json!({ "@type": "PublicationVolume", "volumeNumber": volume })
        }),
    })))
}

fn correction(update: &Update) -> Value {
    without_nothing(json!({
        "@type": "CorrectionComment",
        "name": update.kind.word(),
        "text": update.note.as_deref(),
        "datePublished": update.date.as_ref().and_then(iso),
    }))
}

/// Returns the part of a claim's one source that locators lead to.
pub(super) fn place(claim: &Claim, at: &[Locator]) -> Option<Value> {
    let [source] = claim.sources() else {
        return None;
    };
    let others = at.iter().filter(|at| at.label != LocatorLabel::Page);
    let others = others.map(|at| {
        json!({
            "@type": "PropertyValue",
            "propertyID": at.label.word(),
            "value": &*at.value,
        })
    });
    let page = at.iter().find(|at| at.label == LocatorLabel::Page);
    (!at.is_empty()).then(|| {
        without_nothing(json!({
            "@type": "CreativeWork",
            "isPartOf": { "@id": node(source) },
            "pagination": page.map(|at| &*at.value),
            "identifier": others.collect::<Vec<_>>(),
        }))
    })
}

fn kind(kind: SourceType) -> &'static str {
    use SourceType as Kind;
    if kind == Kind::ArticleNewspaper {
        "NewsArticle"
    } else if matches!(kind, Kind::Article | Kind::ArticleMagazine) {
        "Article"
    } else if kind == Kind::Post {
        "SocialMediaPosting"
    } else if kind == Kind::Report {
        "Report"
    } else if kind == Kind::Webpage {
        "WebPage"
    } else if matches!(kind, Kind::Legislation | Kind::Bill) {
        "Legislation"
    } else if kind == Kind::Dataset {
        "Dataset"
    } else if kind == Kind::ArticleJournal {
        "ScholarlyArticle"
    } else {
        "CreativeWork"
    }
}
