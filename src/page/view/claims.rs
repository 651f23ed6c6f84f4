//! Builds the key claims, which others make, and the writer's judgements, with their quotes, their attribution and the places that use them.

use serde::Serialize;

use super::changes::{Changes, ClaimChangeView};
use crate::analysis::citations::Use;
use crate::analysis::quotes::Checks;
use crate::analysis::quotes::QuoteId;
use crate::analysis::timeline::TimelineEntry;
use crate::describe::chains::Chains;
use crate::describe::{
    Anchor, CheckInWords, Describer, Description, Message, UpdateDates, described, filled,
    is_mostly_right_to_left,
};
use crate::model::{Claim, ClaimId, Language, Quote, Report};
use crate::page::html::{Html, class_of};

#[derive(Debug, Serialize)]
pub(super) struct ClaimView<'a> {
    id: String,
    key: &'a str,
    says: Html,
    quotes: Vec<QuoteView<'a>>,
    mark: &'static str,
    record: String,
    chain: Html,
    /// The same without the place in the source.
    #[serde(skip)]
    plain_chain: Html,
    /// Where in its source it stands.
    #[serde(skip)]
    at: Option<String>,
    /// What became of the sources that it rests on.
    updates: Option<Html>,
    told_to: Option<String>,
    said: String,
    retellings: Option<String>,
    characterised: Option<Html>,
    /// The table that its statement introduces, and the one that the note does.
    table: Option<Html>,
    note_table: Option<Html>,
    note: Option<Html>,
    uses: Html,
    /// Who says so, on paper, where the claim before has the same attribution to the word.
    same: Option<SameView>,
    /// What became of it since the previous edition.
    change: Option<ClaimChangeView>,
}

impl ClaimView<'_> {
    fn has_attribution_of(&self, other: &Self) -> bool {
        self.plain_chain == other.plain_chain
            && self.at.is_some() == other.at.is_some()
            && self.updates == other.updates
            && self.record == other.record
            && self.told_to == other.told_to
            && self.said == other.said
            && self.retellings == other.retellings
    }
}

/// An attribution in short: who says so, and the claim that gives it in full.
#[derive(Debug, Serialize)]
struct SameView {
    voices: String,
    /// Where in its source this one stands.
    at: Option<String>,
    claim: String,
}

/// A quote, numbered through the brief.
#[derive(Debug, Serialize)]
struct QuoteView<'a> {
    id: String,
    open: &'a str,
    text: &'a str,
    close: &'a str,
    lang: Option<&'a str>,
    dir: Option<&'static str>,
    remarks: String,
    check: Option<CheckView>,
    /// The source's own words, of which the quote is a translation.
    original: Option<WordsView<'a>>,
}

#[derive(Debug, Serialize)]
struct WordsView<'a> {
    open: &'a str,
    text: &'a str,
    close: &'a str,
    lang: Option<&'a str>,
    /// The direction of its language, where the page's is another.
    dir: Option<&'static str>,
}

/// What was checked of a quote.
#[derive(Debug, Serialize)]
struct CheckView {
    found: String,
    /// How it goes on: on which day.
    on: String,
    /// Whether the method says so of all quotes, so that paper need not say it of each.
    on_the_same_day: bool,
    /// The source, opened at the quote.
    link: Option<String>,
}

pub(super) fn all<'a>(describer: &Describer<'a>, changes: &Changes) -> Vec<ClaimView<'a>> {
    let chains = Chains::of(*describer);
    let said = said_entries(describer);
    let mut claims: Vec<ClaimView<'a>> = reports(describer)
        .map(|(id, claim, report)| ClaimView {
            uses: uses(describer, said[id.index()], id),
            change: changes.of_claim(id),
            ..view(describer, &chains, (id, claim, report))
        })
        .collect();
    mark_runs(describer, &mut claims);
    claims
}

/// Goes through the claims that others make.
fn reports<'a>(
    describer: &Describer<'a>,
) -> impl Iterator<Item = (ClaimId, &'a Claim, &'a Report)> {
    let claims = describer.brief.claims();
    claims.filter_map(|(id, claim)| Some((id, claim, claim.report()?)))
}

/// Marks, in every run of claims with the same attribution, all but the first.
fn mark_runs(describer: &Describer<'_>, claims: &mut [ClaimView<'_>]) {
    let mut reports = reports(describer);
    for run in claims.chunk_by_mut(ClaimView::has_attribution_of) {
        let voices = reports.next().map(|(_, _, report)| &report.voices);
        if let ([first, rest @ ..], Some(voices)) = (run, voices)
            && !rest.is_empty()
        {
            let voices = describer.voices_in_short(voices);
            let claim = filled!(describer.locale, SameAs, "claim": &first.id);
            for view in rest {
                reports.next();
                view.same = Some(SameView {
                    voices: voices.clone(),
                    at: view.at.clone(),
                    claim: claim.clone(),
                });
            }
        }
    }
}

fn view<'a>(
    describer: &Describer<'a>,
    chains: &Chains<'a>,
    (id, claim, report): (ClaimId, &'a Claim, &'a Report),
) -> ClaimView<'a> {
    let record = describer.analysis.records_of(id);
    let quotes = describer.analysis.quotes.of_claim(id).iter();
    let chain = chains.of_claim(id);
    ClaimView {
        id: id.to_string(),
        key: &claim.key,
        says: Html::prose(&claim.says, &describer.typography),
        table: Html::table(describer, Some(&claim.says), &id),
        note_table: Html::table(describer, claim.note.as_ref(), &id),
        quotes: quotes.map(|id| quote(describer, report, *id)).collect(),
        mark: record.weakest().map_or("", class_of),
        record: describer.record(record),
        chain: Html::of(&describer.placed(report, chain.clone())),
        plain_chain: Html::of(&chain),
        at: describer.place_in_source(&report.at),
        updates: updates(describer, id),
        told_to: describer.told_to(id),
        said: describer.date(&report.said),
        retellings: retellings(describer, id),
        characterised: Html::of_prose(report.characterised.as_ref(), &describer.typography),
        note: Html::of_prose(claim.note.as_ref(), &describer.typography),
        uses: Html::default(),
        same: None,
        change: None,
    }
}

/// How far the claim is from its origins. Their number is left out where the summary says once that
/// every claim rests on one.
fn retellings(describer: &Describer<'_>, id: ClaimId) -> Option<String> {
    let summary = &describer.analysis.summary;
    if summary.on_one_origin == summary.reports {
        describer.retellings(id)
    } else {
        describer.retellings_and_origins(id)
    }
}

/// Returns what became of the sources that a claim rests on, if anything did.
fn updates(describer: &Describer<'_>, id: ClaimId) -> Option<Html> {
    let updates = describer.updates_behind(id, UpdateDates::InBrief);
    let separator = describer.locale.text(Message::ClauseSeparator);
    (!updates.is_empty()).then(|| Html::of(&Description::joined(updates, separator)))
}

/// What the writer judges.
#[derive(Debug, Serialize)]
pub(super) struct JudgementView<'a> {
    id: String,
    key: &'a str,
    says: Html,
    /// From which claims, how likely, how sure.
    ground: Html,
    /// What became of the sources that it rests on, by way of other claims.
    updates: Option<Html>,
    /// The table that it introduces, and the one that the note does.
    table: Option<Html>,
    note_table: Option<Html>,
    note: Option<Html>,
    uses: Html,
    change: Option<ClaimChangeView>,
}

pub(super) fn judgements<'a>(
    describer: &Describer<'a>,
    changes: &Changes,
) -> Vec<JudgementView<'a>> {
    let claims = describer.brief.claims();
    let judgements = claims.filter_map(|(id, claim)| Some((id, claim, claim.judgement()?)));
    let views = judgements.map(|(id, claim, judgement)| JudgementView {
        id: id.to_string(),
        key: &claim.key,
        says: Html::prose(&claim.says, &describer.typography),
        ground: Html::of(&describer.judgement(judgement)),
        updates: updates(describer, id),
        table: Html::table(describer, Some(&claim.says), &id),
        note_table: Html::table(describer, claim.note.as_ref(), &id),
        note: Html::of_prose(claim.note.as_ref(), &describer.typography),
        uses: uses(describer, None, id),
        change: changes.of_claim(id),
    });
    views.collect()
}

fn quote<'a>(describer: &Describer<'a>, report: &Report, id: QuoteId) -> QuoteView<'a> {
    let quote = id.in_brief(describer.brief);
    // Who speaks is plain where one alone does.
    let speaker =
        (report.voices.len() > 1).then(|| describer.voices_in_short(&quote.voices).into());
    let remarks: Vec<_> = speaker
        .into_iter()
        .chain(describer.remarks(quote))
        .collect();
    let words = words(describer, &quote.text, quote.lang.as_ref());
    QuoteView {
        id: id.to_string(),
        open: words.open,
        text: words.text,
        close: words.close,
        lang: words.lang,
        dir: words.dir,
        remarks: remarks.join(" · "),
        check: check(describer, quote),
        original: original(describer, quote),
    }
}

fn words<'a>(
    describer: &Describer<'a>,
    text: &'a str,
    language: Option<&'a Language>,
) -> WordsView<'a> {
    let (open, close) = describer.marks(language);
    // What is not said is read off the words.
    let right_to_left = match language {
        Some(language) => language.is_right_to_left(),
        None => is_mostly_right_to_left(text).unwrap_or(describer.right_to_left),
    };
    let dir = if right_to_left { "rtl" } else { "ltr" };
    WordsView {
        open,
        text,
        close,
        lang: language.map(|language| &**language),
        dir: (right_to_left != describer.right_to_left).then_some(dir),
    }
}

fn original<'a>(describer: &Describer<'a>, quote: &'a Quote) -> Option<WordsView<'a>> {
    let (text, language) = (quote.original.as_deref()?, quote.translated_from.as_ref()?);
    Some(words(describer, text, Some(language)))
}

fn check(describer: &Describer<'_>, quote: &Quote) -> Option<CheckView> {
    let CheckInWords { found, on, link } = describer.check(quote)?;
    let checks = &describer.analysis.checks;
    Some(CheckView {
        found,
        on,
        on_the_same_day: matches!(checks, Checks::Kept { day: Some(_), .. }),
        link,
    })
}

/// Returns, by claim, the entry of the timeline that says when it was made, if there is one.
fn said_entries(describer: &Describer<'_>) -> Vec<Option<usize>> {
    let mut entries = vec![None; describer.brief.claims().len()];
    for (index, entry) in describer.analysis.timeline.iter().enumerate() {
        if let TimelineEntry::Said(claims) = entry {
            for claim in claims {
                entries[claim.index()] = Some(index);
            }
        }
    }
    entries
}

/// Returns links to every place that uses a claim.
fn uses(describer: &Describer<'_>, said: Option<usize>, id: ClaimId) -> Html {
    let places = describer.analysis.citations.of_claim(id).iter();
    let said = said.map(|entry| place(describer, Message::PlaceTimeline, Anchor::Item('D', entry)));
    let links = places.filter_map(|place| link(describer, *place));
    let links: Vec<_> = links.chain(said).collect();
    if links.is_empty() {
        return Html::default();
    }
    let separator = describer.locale.text(Message::ListSeparator);
    let places = Description::joined(links, separator);
    Html::of(&described!(describer.locale, UsedIn, "places": places))
}

/// Returns a link to a place that uses the claim; none to the claim's own quotes, which stand
/// under it.
fn link<'a>(describer: &Describer<'a>, used: Use) -> Option<Description<'a>> {
    let locale = describer.locale;
    let place = |message, anchor| place(describer, message, anchor);
    Some(match used {
        Use::Quote(_) => return None,
        Use::Title => {
            let words = locale.text(Message::PlaceTitle);
            Description::link(Anchor::Section("main"), words)
        }
        Use::BottomLine(sentence) => {
            let words = filled!(locale, PlaceBottomLine, "sentence": (sentence + 1).to_string());
            Description::link(Anchor::Item('B', sentence), words)
        }
        Use::Position(voice, issue) => {
            let name = describer.voice_in_short(voice).into_owned().into();
            let about = describer.name(&describer.brief.issue(issue).name);
            let words = locale.with(
                Message::PlacePosition,
                [("voice", name), ("issue", about.into())],
            );
            Description::link(Anchor::Cell(voice, issue), words)
        }
        Use::Event(event) => place(Message::PlaceTimeline, Anchor::Item('E', event)),
        Use::Tension(tension) => place(Message::PlaceTension, Anchor::Item('T', tension)),
        Use::Gap(gap) => place(Message::PlaceGap, Anchor::Item('G', gap)),
        Use::Claim(claim) => place(Message::PlaceClaim, Anchor::Claim(claim)),
        Use::Source(source) => place(Message::PlaceSource, Anchor::Source(source)),
        Use::Voice(voice) => place(Message::PlaceVoice, Anchor::Voice(voice)),
        Use::Method => {
            let words = locale.text(Message::PlaceMethod);
            Description::link(Anchor::Section("method"), words)
        }
    })
}

/// Returns a link to what has a label.
fn place<'a>(describer: &Describer<'a>, message: Message, anchor: Anchor) -> Description<'a> {
    let values = [("label", anchor.to_string().into())];
    Description::link(anchor, describer.locale.with(message, values))
}
