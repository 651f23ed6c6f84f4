//! The key claims, with their quotes, attribution and the places that use them.

use serde::Serialize;

use super::Subject;
use super::attribution::{self, Roads};
use super::sections;
use crate::analysis::citations::Use;
use crate::analysis::quotes::QuoteId;
use crate::analysis::timeline::Entry;
use crate::model::{Claim, ClaimId, Language, Quote, QuoteKind};
use crate::page::words::list;
use crate::page::{dates, html, names, typography};
use crate::wording;

/// A claim.
#[derive(Debug, Serialize)]
pub(super) struct ClaimView<'a> {
    id: String,
    key: &'a str,
    says: String,
    quotes: Vec<QuoteView<'a>>,
    mark: &'static str,
    status: String,
    chain: String,
    told_to: Option<&'a str>,
    said: String,
    distance: String,
    characterised: Option<String>,
    note: Option<String>,
    uses: String,
    /// Who says so, on paper, where the claim before has the same attribution to the word.
    same: Option<SameView>,
}

impl ClaimView<'_> {
    fn attribution(&self) -> (&str, &str, Option<&str>, &str, &str) {
        (
            &self.chain,
            &self.status,
            self.told_to,
            &self.said,
            &self.distance,
        )
    }
}

/// An attribution in short: who says so, and the claim that gives it in full.
#[derive(Debug, Serialize)]
struct SameView {
    voices: String,
    claim: String,
}

/// A quote, numbered through the brief.
#[derive(Debug, Serialize)]
pub(super) struct QuoteView<'a> {
    id: String,
    open: &'static str,
    text: &'a str,
    close: &'static str,
    lang: Option<&'a str>,
    right_to_left: bool,
    remarks: String,
}

/// Builds the views of all claims.
pub(super) fn all<'a>(subject: &Subject<'a>) -> Vec<ClaimView<'a>> {
    let roads = Roads::of(subject);
    let said = said_entries(subject);
    let mut claims: Vec<ClaimView<'a>> = subject
        .brief
        .claims()
        .map(|(id, _)| view(subject, &roads, said[id.index()], id))
        .collect();
    mark_runs(subject, &mut claims);
    claims
}

/// Marks, in every run of claims with the same attribution, all but the first.
fn mark_runs(subject: &Subject<'_>, claims: &mut [ClaimView<'_>]) {
    let mut ids = subject.brief.claims();
    for run in claims.chunk_by_mut(|one, next| one.attribution() == next.attribution()) {
        let voices = ids.next().map_or_else(String::new, |(_, claim)| {
            let voices = claim.voices.iter();
            let names: Vec<String> = voices
                .map(|id| names::voice_in_short(subject.brief, *id))
                .collect();
            list(&names)
        });
        if let [first, rest @ ..] = run {
            for claim in rest {
                ids.next();
                claim.same = Some(SameView {
                    voices: voices.clone(),
                    claim: first.id.clone(),
                });
            }
        }
    }
}

fn view<'a>(
    subject: &Subject<'a>,
    roads: &Roads,
    said: Option<usize>,
    id: ClaimId,
) -> ClaimView<'a> {
    let claim = subject.brief.claim(id);
    let statuses = subject.analysis.statuses[id.index()];
    let words: Vec<&str> = statuses.iter().map(wording::statuses::status).collect();
    ClaimView {
        id: id.to_string(),
        key: &claim.key,
        says: subject.prose(&claim.says),
        quotes: subject
            .analysis
            .quotes
            .of_claim(id)
            .iter()
            .map(|quote| quote_view(subject, claim, *quote))
            .collect(),
        mark: statuses.weakest().map_or("", attribution::mark),
        status: list(&words),
        chain: roads.chain(subject, claim),
        told_to: claim
            .told_to
            .as_deref()
            .filter(|told_to| !chain_says(subject, claim, told_to)),
        said: dates::given(&claim.said, &subject.brief.parts().as_of),
        distance: wording::statuses::distance(subject.analysis, id),
        characterised: claim.characterised.as_ref().map(|text| subject.prose(text)),
        note: claim.note.as_ref().map(|text| subject.prose(text)),
        uses: uses(subject, said, id),
        same: None,
    }
}

/// Says whether the chain already shows to whom a claim was said: its first work is theirs.
fn chain_says(subject: &Subject<'_>, claim: &Claim, told_to: &str) -> bool {
    claim.sources.iter().all(|work| {
        let source = subject.brief.source(*work);
        &*source.name == told_to
            || source.publisher.as_deref() == Some(told_to)
            || source.name.ends_with(&format!(" to {told_to}"))
    })
}

fn quote_view<'a>(subject: &Subject<'a>, claim: &Claim, id: QuoteId) -> QuoteView<'a> {
    let quote = id.in_brief(subject.brief);
    let marks = quote
        .lang
        .as_ref()
        .map_or(subject.marks, typography::quote_marks);
    QuoteView {
        id: id.to_string(),
        open: marks.outer.0,
        text: &quote.text,
        close: marks.outer.1,
        lang: quote.lang.as_deref(),
        right_to_left: quote.lang.as_ref().is_some_and(Language::is_right_to_left),
        remarks: remarks(subject, claim, quote),
    }
}

/// Returns what has to be said of a quote: its speaker if that is not plain, what kind it is,
/// and on which occasion it was spoken.
fn remarks(subject: &Subject<'_>, claim: &Claim, quote: &Quote) -> String {
    let mut remarks = Vec::new();
    if claim.voices.len() > 1 {
        remarks.push(names::voice_in_short(subject.brief, quote.voice));
    }
    for kind in &quote.kinds {
        let words = match kind {
            QuoteKind::Full => continue,
            QuoteKind::Fragment => "fragment".to_owned(),
            QuoteKind::Edited => "edited here".to_owned(),
            QuoteKind::EditedInSource => "[ ] in the source".to_owned(),
            QuoteKind::Translated => quote.translated_from.as_ref().map_or_else(
                || "translated".to_owned(),
                |language| format!("translated from {}", language_name(language)),
            ),
        };
        remarks.push(words);
    }
    remarks.extend(quote.occasion.as_ref().map(ToString::to_string));
    remarks.join(" · ")
}

/// Returns a language's English name, or its tag where the table has none.
fn language_name(language: &Language) -> String {
    let name = match language.primary().as_str() {
        "ar" => "Arabic",
        "be" => "Belarusian",
        "de" => "German",
        "en" => "English",
        "es" => "Spanish",
        "fr" => "French",
        "he" => "Hebrew",
        "it" => "Italian",
        "ja" => "Japanese",
        "pl" => "Polish",
        "pt" => "Portuguese",
        "ro" => "Romanian",
        "ru" => "Russian",
        "tr" => "Turkish",
        "uk" => "Ukrainian",
        "zh" => "Chinese",
        _ => return language.to_string(),
    };
    name.to_owned()
}

/// Returns, by claim, the entry of the timeline that says when it was made, if there is one.
fn said_entries(subject: &Subject<'_>) -> Vec<Option<usize>> {
    let mut entries = vec![None; subject.brief.claims().len()];
    for (index, entry) in subject.analysis.timeline.iter().enumerate() {
        if let Entry::Said(claims) = entry {
            for claim in claims {
                entries[claim.index()] = Some(index);
            }
        }
    }
    entries
}

/// Returns links to every place that uses a claim.
fn uses(subject: &Subject<'_>, said: Option<usize>, id: ClaimId) -> String {
    let mut links: Vec<String> = subject
        .analysis
        .citations
        .of_claim(id)
        .iter()
        .filter_map(|place| link(subject, *place))
        .collect();
    if let Some(entry) = said {
        let entry = sections::said_id(entry);
        links.push(format!("<a href=\"#{entry}\">timeline {entry}</a>"));
    }
    if links.is_empty() {
        return String::new();
    }
    format!("Used in {}", links.join(", "))
}

/// Returns a link to a place that uses the claim; none to the claim's own quotes, which stand
/// under it.
fn link(subject: &Subject<'_>, place: Use) -> Option<String> {
    let brief = subject.brief;
    let (anchor, words) = match place {
        Use::Quote(_) => return None,
        Use::BottomLine(sentence) => (
            format!("B{}", sentence + 1),
            format!("bottom line {}", sentence + 1),
        ),
        Use::Cell(voice, issue) => (
            super::positions::cell_id(voice, issue),
            format!(
                "{} on {}",
                names::voice_in_short(brief, voice),
                brief.issue(issue).name
            ),
        ),
        Use::Event(event) => numbered("timeline", 'E', event),
        Use::Tension(tension) => numbered("tension", 'T', tension),
        Use::Gap(gap) => numbered("gap", 'G', gap),
        Use::Claim(claim) => (claim.to_string(), format!("claim {claim}")),
        Use::Source(source) => (source.to_string(), format!("source {source}")),
        Use::Voice(voice) => (voice.to_string(), format!("voice {voice}")),
        Use::Method => ("method".to_owned(), "method".to_owned()),
    };
    let mut out = format!("<a href=\"#{anchor}\">");
    html::escape(&words, &mut out);
    out.push_str("</a>");
    Some(out)
}

fn numbered(noun: &str, letter: char, index: usize) -> (String, String) {
    let label = format!("{letter}{}", index + 1);
    let words = format!("{noun} {label}");
    (label, words)
}
