//! Writes a brief as JSON-LD: schema.org for claims, quotations, sources and people; W3C Web
//! Annotation for where the words of a quote stand.
//!
//! The context stands in the document, so that nothing is fetched to read it. Nodes are named as
//! people say them aloud (`_:C1`), and stay inside the document.

mod dates;
mod nodes;
mod sources;

use std::iter::once;

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use dates::{iso, iso_interval};
use nodes::{node, references};

use super::ordered::without_nothing;
use crate::analysis::quotes::QuoteId;
use crate::analysis::{Analysis, Edition, source_link};
use crate::describe::{Describer, Locales, plain_prose};
use crate::model::{
    Brief, Check, ClaimId, Passage, Quote, QuoteCheck, QuoteKind, Selector, SourceId, VoiceId,
    VoiceKind,
};

/// Returns a brief as one JSON-LD document, indented.
pub fn json_ld(edition: &Edition) -> String {
    written(edition, true, |document| {
        serde_json::to_string_pretty(document)
    }) + "\n"
}

/// Returns the document of the page, without indentation. It has no annotations of passages, to which the page
/// links and which would be a quarter of its data, and not the bottom line again.
pub fn json_ld_compact(edition: &Edition) -> String {
    written(edition, false, |document| serde_json::to_string(document))
}

#[expect(
    clippy::expect_used,
    reason = "writing to memory cannot fail, and keys are text"
)]
fn written(
    edition: &Edition,
    is_whole: bool,
    write: fn(&Document<'_>) -> serde_json::Result<String>,
) -> String {
    let locales = Locales::default();
    let describer = Describer::new(edition, &locales).plain();
    let context = json!({
        "@vocab": "https://schema.org/",
        "oa": "http://www.w3.org/ns/oa#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "dcterms": "http://purl.org/dc/terms/",
        "url": { "@id": "https://schema.org/url", "@type": "@id" },
    });
    let graph = Graph {
        describer: &describer,
        is_whole,
    };
    write(&Document { context, graph }).expect("all keys are text")
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "@context")]
    context: Value,
    #[serde(rename = "@graph")]
    graph: Graph<'a>,
}

struct Graph<'a> {
    describer: &'a Describer<'a>,
    /// Whether it has what stands in the page as well.
    is_whole: bool,
}

impl Serialize for Graph<'_> {
    /// Writes each node before the next is made: a large brief has very many.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let describer = self.describer;
        let (brief, analysis) = (describer.brief, describer.analysis);
        let claims = brief.claims().flat_map(|(id, claim)| {
            let passages = claim.passages().iter().filter(|_| self.is_whole);
            let passages = passages.filter_map(move |passage| rests_on(brief, id, passage));
            once(self::claim(brief, analysis, id)).chain(passages)
        });
        let quotes = analysis.quotes.all().iter();
        let quotes = quotes
            .flat_map(|quote| once(quotation(brief, *quote)).chain(annotations(brief, *quote)));
        let voices = brief.voices().map(|(id, _)| voice(describer, id));
        let retold = sources::retold(brief);
        let sources = brief.sources();
        let sources = sources.map(|(id, source)| sources::source(id, source, &retold[id.index()]));
        let issues = brief.issues().map(|(id, issue)| {
            without_nothing(json!({
                "@id": node(id),
                "@type": "Thing",
                "name": &*issue.name,
                "description": issue.question.as_deref(),
            }))
        });
        let nodes = once(report(brief, self.is_whole))
            .chain(claims)
            .chain(quotes);
        serializer.collect_seq(nodes.chain(voices).chain(sources).chain(issues))
    }
}

fn report(brief: &Brief, is_whole: bool) -> Value {
    let parts = brief.parts();
    without_nothing(json!({
        "@id": "_:brief",
        "@type": "Report",
        "headline": &*parts.title,
        "abstract": is_whole.then(|| abstract_of(brief)),
        "creator": parts.prepared_by.as_deref().map(|name| json!({ "name": name })),
        "about": &*parts.topic,
        "inLanguage": &*parts.lang,
        "temporalCoverage": iso_interval(&parts.as_of),
        "version": parts.edition.to_string(),
        "hasPart": references(brief.claims().map(|(id, _)| id)),
    }))
}

fn abstract_of(brief: &Brief) -> String {
    let sentences = brief.parts().bottom_line.iter();
    let sentences = sentences.map(|sentence| plain_prose(&sentence.text));
    sentences.collect::<Vec<_>>().join(" ")
}

fn claim(brief: &Brief, analysis: &Analysis, id: ClaimId) -> Value {
    let claim = brief.claim(id);
    let mut relays: Vec<SourceId> = Vec::new();
    let first = &analysis.first_reports_of(id).sources;
    for source in first {
        for chain in analysis.chains_of(id, *source) {
            relays.extend(chain.sources.into_iter().skip(1));
        }
    }
    relays.sort_unstable();
    relays.dedup();
    let judgement = claim.judgement();
    let steps = judgement.map(|judgement| {
        let likelihood = judgement
            .likelihood
            .map(|word| format!("likelihood: {}", word.word()));
        let confidence = judgement
            .confidence
            .map(|word| format!("confidence: {}", word.word()));
        likelihood.into_iter().chain(confidence).collect::<Vec<_>>()
    });
    without_nothing(json!({
        "@id": node(id),
        "@type": "Claim",
        "identifier": &*claim.key,
        "text": plain_prose(&claim.says),
        "genre": judgement.map(|_| "judgement of the writer"),
        "keywords": steps,
        "author": references(claim.voices().iter().copied()),
        "firstAppearance": references(first.iter().copied()),
        "appearance": references(relays),
        "isBasedOn": match judgement {
            Some(judgement) => Some(references(judgement.rests_on.iter().copied()).into()),
            None => sources::place(claim, claim.at()),
        },
        "about": references(claim.about.iter().copied()),
        "dateCreated": claim.said().date().and_then(iso),
        "citation": references(analysis.quotes.of_claim(id).iter().copied()),
    }))
}

fn quotation(brief: &Brief, id: QuoteId) -> Value {
    let quote = id.in_brief(brief);
    without_nothing(json!({
        "@id": node(id),
        "@type": "Quotation",
        "text": quote.text,
        "creator": references(quote.voices.iter().copied()),
        "inLanguage": &**quote.lang.as_ref().unwrap_or(&brief.parts().lang),
        "keywords": quote.kinds.iter().map(|kind| kind.word()).collect::<Vec<_>>(),
        "translationOfWork": translated(quote),
        "description": quote.occasion.as_deref(),
        "isBasedOn": sources::place(brief.claim(id.claim), &quote.place()),
    }))
}

/// Returns what a quote was translated from, as far as the brief has it.
fn translated(quote: &Quote) -> Option<Value> {
    let from = quote.translated_from.as_deref();
    let original = quote.original.as_deref();
    from.or(original)?;
    Some(without_nothing(json!({
        "@type": "Quotation",
        "text": original,
        "inLanguage": from,
    })))
}

/// Returns the annotations that link a claim and a quotation to the sources that carry the words:
/// to the passages in the source in which they were found, else to each first report.
fn annotations(brief: &Brief, id: QuoteId) -> Vec<Value> {
    let quote = id.in_brief(brief);
    let check = quote.verification.check();
    if let Some(check) = check
        && let (Some(source), [_, ..]) = (check.source, &*check.at)
    {
        let targets = check.at.iter().map(|at| target(source, &passage(at)));
        let targets: Vec<Value> = targets.collect();
        return vec![annotation(id, &targets, Some(check))];
    }
    let sources = brief.claim(id.claim).sources();
    let exact = words_of(quote).filter(|_| sources.len() == 1);
    let exact = exact.map(|exact| json!({ "@type": "oa:TextQuoteSelector", "oa:exact": exact }));
    let target = |source| match &exact {
        Some(exact) => target(source, exact),
        None => json!({ "@id": node(source) }),
    };
    let sources = sources.iter();
    sources
        .map(|source| annotation(id, &[target(*source)], check))
        .collect()
}

/// Returns the words that the brief says stand in the source just so, if no search found otherwise. `oa:exact`
/// is a copy of what is selected: what the writer cut, put in or translated is none, and a stretch of it may stand
/// elsewhere too.
fn words_of(quote: &Quote) -> Option<&str> {
    let words = quote.in_source();
    let is_another_text = quote.is(QuoteKind::Translated) && quote.original.is_none();
    let has_marks = words.contains(['…', '[', '［', '〔']) || words.contains("...");
    let is_edited =
        quote.is(QuoteKind::Edited) || has_marks && !quote.is(QuoteKind::EditedInSource);
    let check = quote.verification.check();
    let is_as_told = check.is_none_or(|check| check.found == Check::Exact);
    (!is_another_text && !is_edited && is_as_told).then_some(words)
}

/// Returns the annotation that links a claim to the passage on which it rests, if that was found: by its
/// place in the snapshot, and as browsers look for it.
fn rests_on(brief: &Brief, id: ClaimId, passage: &Passage) -> Option<Value> {
    let check = passage.verification.check()?;
    let (source, first, last) = (check.source?, check.at.first()?, check.at.last()?);
    let position = json!({
        "@type": "oa:TextPositionSelector", "oa:start": first.start, "oa:end": last.end,
    });
    let fragment = source_link::of_passage(brief, passage);
    let fragment = fragment.as_deref().and_then(|link| link.split_once('#'));
    let fragment = fragment
        .map(|(_, fragment)| json!({ "@type": "oa:FragmentSelector", "rdf:value": fragment }));
    let selectors: Vec<Value> = once(position).chain(fragment).collect();
    Some(json!({
        "@type": "oa:Annotation",
        "oa:motivatedBy": { "@id": "oa:linking" },
        "oa:hasBody": { "@id": node(id) },
        "oa:hasTarget": target(source, &Value::Array(selectors)),
    }))
}

fn annotation(id: QuoteId, targets: &[Value], check: Option<&QuoteCheck>) -> Value {
    let mut bodies = vec![json!({ "@id": node(id.claim) }), json!({ "@id": node(id) })];
    bodies.extend(check.map(|check| {
        json!({
            "@type": "oa:TextualBody",
            "oa:hasPurpose": { "@id": "oa:assessing" },
            "rdf:value": check.found.name(),
        })
    }));
    without_nothing(json!({
        "@type": "oa:Annotation",
        "oa:motivatedBy": { "@id": "oa:linking" },
        "oa:hasBody": bodies,
        "oa:hasTarget": targets,
        "dcterms:created": check.map(|check| check.day.as_str()),
    }))
}

fn target(source: SourceId, selector: &Value) -> Value {
    json!({
        "@type": "oa:SpecificResource",
        "oa:hasSource": { "@id": node(source) },
        "oa:hasSelector": selector,
    })
}

/// Returns the selectors of a passage, each enough by itself.
fn passage(at: &Selector) -> Value {
    json!([
        {
            "@type": "oa:TextQuoteSelector",
            "oa:exact": at.exact,
            "oa:prefix": at.prefix,
            "oa:suffix": at.suffix,
        },
        { "@type": "oa:TextPositionSelector", "oa:start": at.start, "oa:end": at.end },
    ])
}

fn voice(describer: &Describer<'_>, id: VoiceId) -> Value {
    let brief = describer.brief;
    let (kind, role, members) = match &brief.voice(id).kind {
        VoiceKind::Person { role, .. } => (Some("Person"), role.as_deref(), &[][..]),
        VoiceKind::Group { role, members, .. } => {
            (Some("Organization"), role.as_deref(), &**members)
        }
        VoiceKind::Anonymous { count, .. } if count.is_some_and(|count| count.get() == 1) => {
            (Some("Person"), None, &[][..])
        }
        VoiceKind::Outlet(_) => (Some("Organization"), None, &[][..]),
        // Several people are no organization, and a writer may be a person or a desk.
        VoiceKind::Anonymous { .. } | VoiceKind::Writer(_) => (None, None, &[][..]),
    };
    let role_name = if kind == Some("Person") {
        "jobTitle"
    } else {
        "description"
    };
    let members = members
        .iter()
        // A member may be a person, a firm, a state.
        .map(|name| json!({ "name": &**name }))
        .collect::<Vec<_>>();
    without_nothing(json!({
        "@id": node(id),
        "@type": kind,
        "identifier": &*brief.voice(id).key,
        "name": describer.voice(id),
        role_name: role,
        "member": members,
    }))
}
