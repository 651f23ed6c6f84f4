//! Shapes claims, with what follows from them, and dates as JSON.

use serde_json::Value;

use crate::analysis::source_link;
use crate::analysis::status::RecordStatus;
use crate::describe::{Describer, plain_prose};
use crate::export::ordered::{labels, list, object};
use crate::model::{ClaimId, DateGiven, Edtf, Quote, Verification};

/// Returns a claim, its attribution and what follows from it.
pub(super) fn claim(describer: &Describer<'_>, id: ClaimId) -> Value {
    let Describer {
        brief, analysis, ..
    } = *describer;
    let claim = brief.claim(id);
    let distance = analysis.distance_of(id);
    let origins = analysis.origins.behind(analysis.ties_of(id));
    let quotes = analysis.quotes.of_claim(id).iter();
    object! {
        "id": id.to_string(),
        "key": &*claim.key,
        "says": plain_prose(&claim.says),
        "voices": labels(&claim.voices),
        "sources": labels(&claim.sources),
        "chains": list(describer.chains(id)),
        "record": list(analysis.statuses_of(id).iter().map(record)),
        "retellings": object! { "nearest": distance.nearest, "farthest": distance.farthest },
        // The origins of the brief; none where only the writer stands behind the claim.
        "origins": list(origins.into_iter().map(origin_label)),
        "origins_within": analysis.origins_of(id),
        "told_to": claim.told_to.as_deref(),
        "said": when(&claim.said),
        "about": labels(&claim.about),
        "quotes": list(quotes.map(|id| quote(describer, id.to_string(), id.in_brief(brief)))),
        "characterised": claim.characterised.as_ref().map(plain_prose),
        "note": claim.note.as_ref().map(plain_prose),
    }
}

/// Returns the word by which programs know a record.
fn record(record: RecordStatus) -> &'static str {
    match record {
        RecordStatus::OnRecord => "on record",
        RecordStatus::Anonymous => "anonymous",
        RecordStatus::Document => "document",
        RecordStatus::OutletsOwn => "outlet’s own",
        RecordStatus::Writer => "writer’s judgement",
    }
}

fn quote(describer: &Describer<'_>, id: String, quote: &Quote) -> Value {
    let language = &describer.brief.parts().lang;
    object! {
        "id": id,
        "text": &*quote.text,
        "voice": quote.voice.to_string(),
        "lang": &**quote.lang.as_ref().unwrap_or(language),
        "kinds": list(quote.kinds.iter().map(|kind| kind.word())),
        "translated_from": quote.translated_from.as_deref(),
        "original": quote.original.as_deref(),
        "occasion": quote.occasion.as_deref(),
        "verification": verification(describer, quote),
    }
}

fn verification(describer: &Describer<'_>, quote: &Quote) -> Option<Value> {
    let sought = match &quote.verification {
        Verification::NoEvidence => return None,
        Verification::NotYet => None,
        Verification::Sought(sought) => Some(sought),
    };
    let source = sought.and_then(|sought| sought.source);
    let at = sought.iter().flat_map(|sought| &sought.at).map(|at| {
        object! {
            "exact": &*at.exact,
            "prefix": &*at.prefix,
            "suffix": &*at.suffix,
            "start": at.start,
            "end": at.end,
        }
    });
    Some(object! {
        "status": sought.map_or("not-yet", |sought| sought.status.name()),
        "checked": sought.map(|sought| sought.day.as_str()),
        "source": source.map(|id| id.to_string()),
        "link": source_link::of_quote(describer.brief, quote),
        "at": list(at),
    })
}

/// Returns a date, the source's words for it, and whether the one was inferred from the other.
pub(super) fn when(given: &DateGiven) -> Value {
    let (as_given, inferred) = match given {
        DateGiven::NotGiven | DateGiven::Stated(_) => (None, false),
        DateGiven::Words(words) => (Some(&**words), false),
        DateGiven::Inferred { words, .. } => (Some(&**words), true),
    };
    object! {
        "date": given.date().map(Edtf::as_str),
        "as_given": as_given,
        "inferred": inferred,
    }
}

pub(super) fn origin_label(index: usize) -> String {
    format!("O{}", index + 1)
}
