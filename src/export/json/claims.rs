//! Shapes claims, with what follows from them, and dates as JSON.

use serde::Serialize;

use crate::analysis::source_link;
use crate::analysis::status::RecordStatus;
use crate::describe::{Describer, plain_prose};
use crate::model::{ClaimId, DateGiven, Edtf, Quote, Selector, Verification};

/// A claim, its attribution and what follows from it.
#[derive(Serialize)]
pub(super) struct ClaimView<'a> {
    id: String,
    key: &'a str,
    says: String,
    voices: Vec<String>,
    sources: Vec<String>,
    chains: Vec<String>,
    record: Vec<&'static str>,
    retellings: RetellingsView,
    /// The origins of the brief that it rests on; none where only the writer stands behind it.
    origins: Vec<String>,
    /// How many there are within this claim alone.
    origins_within: usize,
    told_to: Option<&'a str>,
    said: WhenView<'a>,
    about: Vec<String>,
    quotes: Vec<QuoteView<'a>>,
    characterised: Option<String>,
    note: Option<String>,
}

/// How often a claim was retold.
#[derive(Serialize)]
struct RetellingsView {
    nearest: usize,
    farthest: usize,
}

/// Words as they were spoken or written.
#[derive(Serialize)]
struct QuoteView<'a> {
    id: String,
    text: &'a str,
    voice: String,
    lang: &'a str,
    kinds: Vec<&'static str>,
    translated_from: Option<&'a str>,
    original: Option<&'a str>,
    occasion: Option<&'a str>,
    verification: Option<VerificationView<'a>>,
}

/// Whether a quote was found to be its source's words.
#[derive(Default, Serialize)]
struct VerificationView<'a> {
    status: &'static str,
    checked: Option<&'a str>,
    source: Option<String>,
    link: Option<String>,
    at: &'a [Selector],
}

/// A date, the source's words for it, and whether the one was inferred from the other.
#[derive(Serialize)]
pub(super) struct WhenView<'a> {
    date: Option<&'a str>,
    as_given: Option<&'a str>,
    inferred: bool,
}

/// Returns a claim.
pub(super) fn claim<'a>(describer: &Describer<'a>, id: ClaimId) -> ClaimView<'a> {
    let Describer {
        brief, analysis, ..
    } = *describer;
    let claim = brief.claim(id);
    let distance = analysis.distance_of(id);
    let origins = analysis.origins.behind(analysis.ties_of(id));
    let quotes = analysis.quotes.of_claim(id).iter();
    ClaimView {
        id: id.to_string(),
        key: &claim.key,
        says: plain_prose(&claim.says),
        voices: labels(&claim.voices),
        sources: labels(&claim.sources),
        chains: describer.chains(id),
        record: analysis.statuses_of(id).iter().map(record).collect(),
        retellings: RetellingsView {
            nearest: distance.nearest,
            farthest: distance.farthest,
        },
        origins: origins.into_iter().map(origin_label).collect(),
        origins_within: analysis.origins_of(id),
        told_to: claim.told_to.as_deref(),
        said: when(&claim.said),
        about: labels(&claim.about),
        quotes: quotes
            .map(|id| quote(describer, id.to_string(), id.in_brief(brief)))
            .collect(),
        characterised: claim.characterised.as_ref().map(plain_prose),
        note: claim.note.as_ref().map(plain_prose),
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

fn quote<'a>(describer: &Describer<'a>, id: String, quote: &'a Quote) -> QuoteView<'a> {
    let language = &describer.brief.parts().lang;
    QuoteView {
        id,
        text: &quote.text,
        voice: quote.voice.to_string(),
        lang: quote.lang.as_ref().unwrap_or(language),
        kinds: quote.kinds.iter().map(|kind| kind.word()).collect(),
        translated_from: quote.translated_from.as_deref(),
        original: quote.original.as_deref(),
        occasion: quote.occasion.as_deref(),
        verification: match &quote.verification {
            Verification::NoEvidence => None,
            Verification::NotYet => Some(VerificationView {
                status: "not-yet",
                ..VerificationView::default()
            }),
            Verification::Sought(sought) => Some(VerificationView {
                status: sought.status.name(),
                checked: Some(sought.day.as_str()),
                source: sought.source.map(|id| id.to_string()),
                link: source_link::of_quote(describer.brief, quote),
                at: &sought.at,
            }),
        },
    }
}

/// Returns a date.
pub(super) fn when(given: &DateGiven) -> WhenView<'_> {
    let (as_given, inferred) = match given {
        DateGiven::NotGiven | DateGiven::Stated(_) => (None, false),
        DateGiven::Words(words) => (Some(&**words), false),
        DateGiven::Inferred { words, .. } => (Some(&**words), true),
    };
    WhenView {
        date: given.date().map(Edtf::as_str),
        as_given,
        inferred,
    }
}

/// Returns the label of an origin.
pub(super) fn origin_label(index: usize) -> String {
    format!("O{}", index + 1)
}

/// Returns labels.
pub(super) fn labels<T: ToString>(ids: &[T]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}
