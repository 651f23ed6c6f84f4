//! Shapes claims, with what follows from them, and dates as JSON.

use serde_json::Value;

use super::dates::when;
use super::sources;
use crate::analysis::origins::CalledBy;
use crate::analysis::record::Record;
use crate::analysis::source_link;
use crate::describe::{Describer, plain_parts, plain_prose};
use crate::export::ordered::{labels, list, object};
use crate::model::{
    Cell, ClaimId, Confidence, Likelihood, Obstacle, Passage, Prose, Quote, Verification,
};

/// Returns a claim, its attribution and what follows from it.
pub(super) fn claim(describer: &Describer<'_>, id: ClaimId) -> Value {
    let Describer {
        brief, analysis, ..
    } = *describer;
    let claim = brief.claim(id);
    let retellings = analysis.retellings_of(id);
    let origins = analysis.origins.of_claim(id).iter();
    let behind = analysis.origins.behind(id).iter();
    let quotes = analysis.quotes.of_claim(id).iter();
    let judgement = claim.judgement();
    object! {
        "id": id.to_string(),
        "key": &*claim.key,
        "says": plain_prose(&claim.says),
        "says_table": table(&claim.says),
        "voices": labels(claim.voices()),
        "sources": labels(claim.sources()),
        "found_out_by": labels(claim.found_out_by()),
        "first_reports": labels(&analysis.first_reports_of(id).sources),
        "at": sources::place(claim.at()),
        // What became of the sources that it rests on.
        "updates": sources::updates(describer, &analysis.updated_behind(brief, id)),
        "chains": list(describer.chains(id)),
        "record": list(analysis.records_of(id).iter().map(record)),
        // Nobody retold what the writer judges, and it has no origin.
        "retellings": retellings.map(|retellings| object! {
            "nearest": retellings.nearest,
            "farthest": retellings.farthest,
        }),
        // By the voices and sources that they are called by.
        "origins": list(origins.map(called_by)),
        // Those of the origins of the brief that are among its voices and first reports.
        "origins_of_brief": list(behind.map(|index| origin_label(*index))),
        "told_to": claim.told_to().map(|line| &**line),
        "said": claim.report().map(|report| when(&report.said)),
        // These of judgements alone.
        "rests_on": labels(claim.rests_on()),
        "confidence": judgement.and_then(|judgement| judgement.confidence).map(Confidence::word),
        "likelihood": judgement.and_then(|judgement| judgement.likelihood).map(Likelihood::word),
        "about": labels(&claim.about),
        "passages": passages(describer, claim.passages()),
        "quotes": list(quotes.map(|id| quote(describer, id.to_string(), id.in_brief(brief)))),
        "characterised": claim.characterised().map(plain_prose),
        "note": claim.note.as_ref().map(plain_prose),
        "note_table": claim.note.as_ref().and_then(table),
    }
}

/// Returns the labels of what an origin is called by: several are sources one of which it is.
pub(super) fn called_by(called_by: &CalledBy) -> Value {
    match called_by {
        CalledBy::Voice(id) => labels(&[*id]),
        CalledBy::Source(id) => labels(&[*id]),
        CalledBy::OneOf(ids) => labels(ids),
    }
}

/// Returns the word by which programs know a record.
fn record(record: Record) -> &'static str {
    match record {
        Record::OnRecord => "on-record",
        Record::Anonymous => "anonymous",
        Record::Document => "document",
        Record::OutletsOwn => "outlets-own",
        Record::NoSourceNamed => "no-source-named",
        Record::Writer => "writer",
    }
}

fn quote(describer: &Describer<'_>, id: String, quote: &Quote) -> Value {
    let language = &describer.brief.parts().lang;
    object! {
        "id": id,
        "text": &*quote.text,
        "voices": labels(&quote.voices),
        "lang": &**quote.lang.as_ref().unwrap_or(language),
        "kinds": list(quote.kinds.iter().map(|kind| kind.word())),
        "translated_from": quote.translated_from.as_deref(),
        "original": quote.original.as_deref(),
        "occasion": quote.occasion.as_deref(),
        "context": quote.context.as_deref(),
        "at": sources::place(&quote.place()),
        "verification": verification(&quote.verification, source_link::of_quote(describer.brief, quote)),
    }
}

/// Shapes passages, each with what was found of it.
pub(super) fn passages(describer: &Describer<'_>, passages: &[Passage]) -> Value {
    list(passages.iter().map(|passage| {
        let link = source_link::of_passage(describer.brief, passage);
        object! {
            "text": &*passage.text,
            "verification": verification(&passage.verification, link),
        }
    }))
}

fn verification(found: &Verification, link: Option<String>) -> Option<Value> {
    let check = match found {
        Verification::NoLock => return None,
        Verification::NotInLock => None,
        Verification::Checked(check) => Some(check),
    };
    let source = check.and_then(|check| check.source);
    let at = check.iter().flat_map(|check| &check.at).map(|at| {
        object! {
            "exact": &*at.exact,
            "prefix": &*at.prefix,
            "suffix": &*at.suffix,
            "start": at.start,
            "end": at.end,
        }
    });
    let pages = check.iter().flat_map(|check| &check.pages).map(|page| {
        object! {
            "number": page.number,
            "label": page.label.as_deref(),
        }
    });
    Some(object! {
        "check": check.map_or("not-yet", |check| check.found.name()),
        "reason": check.and_then(|check| check.reason).map(Obstacle::word),
        "caveats": list(check.iter().flat_map(|check| &check.caveats).map(|caveat| caveat.word())),
        "checked": check.map(|check| check.day.as_str()),
        "source": source.map(|id| id.to_string()),
        "link": link,
        "at": list(at),
        "pages": list(pages),
    })
}

/// Shapes the table that a text introduces.
pub(super) fn table(prose: &Prose) -> Option<Value> {
    let table = prose.table()?;
    let row = |cells: &[Cell]| list(cells.iter().map(|cell| plain_parts(cell)));
    Some(object! {
        "head": row(table.head()),
        "rows": list(table.rows().iter().map(|cells| row(cells))),
    })
}

pub(super) fn origin_label(index: usize) -> String {
    format!("O{}", index + 1)
}
