//! Builds the key claims, which others make, and the writer's judgements, with their quotes and their attribution.

use serde::Serialize;

use super::chains::ChainsView;
use super::changes::{Changes, ClaimChangeView};
use super::parting::{self, Beside};
use super::tensions::{self, TensionView};
use super::whole::whole;
use crate::analysis::quotes::Checks;
use crate::analysis::quotes::QuoteId;
use crate::describe::typography::DOT;
use crate::describe::{
    CheckInWords, Describer, Description, Message, UpdateDates, is_quoted_right_to_left,
};
use crate::model::{Claim, ClaimId, Language, Quote, Report};
use crate::page::html::Html;

/// Claims in a row that reached the brief in the same way, told once.
#[derive(Debug, Serialize)]
pub(super) struct RunView<'a> {
    attribution: AttributionView,
    claims: Vec<ClaimView<'a>>,
    /// Whether it may part over two sides of paper.
    may_part: bool,
}

/// Who says so, on what record, to whom, when, and by which sources it came.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct AttributionView {
    chains: ChainsView,
    record: String,
    told_to: Option<String>,
    said: Html,
    /// What became of the sources that it rests on.
    updates: Option<Html>,
    #[serde(skip)]
    height: Beside,
}

#[derive(Debug, Serialize)]
struct ClaimView<'a> {
    id: String,
    key: &'a str,
    /// What its heading says: its first words.
    heading: String,
    says: Html,
    /// Where in its source it stands.
    at: Option<Html>,
    /// Where in its source it stands: the words and the address of each link.
    passages: Vec<(String, String)>,
    quotes: Vec<QuoteView<'a>>,
    characterised: Option<Html>,
    /// The table that its statement introduces, and the one that the note does.
    table: Option<Html>,
    note_table: Option<Html>,
    note: Option<Html>,
    tensions: Vec<TensionView>,
    /// What became of it since the previous edition.
    change: Option<ClaimChangeView>,
    /// Whether a side of paper may begin with it, within its run.
    may_begin: bool,
    #[serde(skip)]
    least_height: usize,
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
    remarks: Html,
    check: Option<CheckView>,
    /// The source's own words, of which the quote is a translation.
    original: Option<WordsView<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct WordsView<'a> {
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
    /// How it goes on: on which day, unless the method says so of all quotes.
    on: String,
    /// The source, opened at the quote.
    link: Option<String>,
}

/// Builds the claims that others make, in runs of those that have one attribution.
pub(super) fn runs<'a>(describer: &Describer<'a>, changes: &Changes) -> Vec<RunView<'a>> {
    let mut runs: Vec<RunView<'a>> = Vec::new();
    for (id, claim) in describer.brief.claims() {
        let Some(report) = claim.report() else {
            continue;
        };
        let attribution = attribution(describer, id, report);
        let view = ClaimView {
            change: changes.of_claim(id),
            ..view(describer, (id, claim, report))
        };
        match runs.last_mut() {
            Some(run) if run.attribution == attribution => run.claims.push(view),
            _ => runs.push(RunView {
                attribution,
                claims: vec![view],
                may_part: false,
            }),
        }
    }
    runs.iter_mut().for_each(part);
    runs
}

fn part(run: &mut RunView<'_>) {
    let heights: Vec<_> = run.claims.iter().map(|claim| claim.least_height).collect();
    let may_begin = parting::may_begin(run.attribution.height, &heights);
    run.may_part = may_begin.contains(&true);
    for (claim, may_begin) in run.claims.iter_mut().zip(may_begin) {
        claim.may_begin = may_begin;
    }
}

fn attribution(describer: &Describer<'_>, id: ClaimId, report: &Report) -> AttributionView {
    let chains = ChainsView::of_claim(describer, id);
    let record = describer.capitalised(&describer.record(describer.analysis.records_of(id)));
    let (told_to, said) = (describer.told_to(id), describer.date(&report.said));
    let updates = updates(describer, id);
    let below: Vec<&str> = [Some(&*record), told_to.as_deref(), Some(&*said)]
        .into_iter()
        .flatten()
        .collect();
    let below = match &updates {
        Some(updates) => format!("{}{DOT}{updates}", below.join(DOT)),
        None => below.join(DOT),
    };
    AttributionView {
        height: chains.height.below(Beside::paragraph(&below)),
        chains,
        record,
        told_to,
        said: whole(&said),
        updates: updates.map(|told| Html::of(&told)),
    }
}

fn view<'a>(
    describer: &Describer<'a>,
    (id, claim, report): (ClaimId, &'a Claim, &'a Report),
) -> ClaimView<'a> {
    let quotes = describer.analysis.quotes.of_claim(id).iter();
    ClaimView {
        id: id.to_string(),
        key: &claim.key,
        heading: heading(describer, claim),
        says: Html::prose(describer, &claim.says),
        at: describer.place_in_source(&report.at).as_deref().map(whole),
        passages: describer.passages(report),
        table: Html::table(describer, Some(&claim.says), &id),
        note_table: Html::table(describer, claim.note.as_ref(), &id),
        quotes: quotes.map(|id| quote(describer, report, *id)).collect(),
        characterised: Html::of_prose(describer, report.characterised.as_ref()),
        note: Html::of_prose(describer, claim.note.as_ref()),
        tensions: tensions::of_claim(describer, id),
        change: None,
        may_begin: false,
        least_height: parting::least_height(claim, report),
    }
}

/// Returns what the heading of a claim says after its number.
fn heading(describer: &Describer<'_>, claim: &Claim) -> String {
    let beginning = describer.beginning(claim);
    describer.sentence(&beginning).into_owned()
}

/// Returns what became of the sources that a claim rests on, if anything did.
fn updates<'a>(describer: &Describer<'a>, id: ClaimId) -> Option<Description<'a>> {
    let updates = describer.updates_behind(id, UpdateDates::InBrief);
    let separator = describer.locale.text(Message::ClauseSeparator);
    (!updates.is_empty()).then(|| Description::joined(updates, separator))
}

/// What the writer judges.
#[derive(Debug, Serialize)]
pub(super) struct JudgementView<'a> {
    id: String,
    key: &'a str,
    heading: String,
    says: Html,
    /// From which claims, how likely, how sure.
    ground: Html,
    /// What became of the sources that it rests on, by way of other claims.
    updates: Option<Html>,
    /// The table that it introduces, and the one that the note does.
    table: Option<Html>,
    note_table: Option<Html>,
    note: Option<Html>,
    tensions: Vec<TensionView>,
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
        heading: heading(describer, claim),
        says: Html::prose(describer, &claim.says),
        ground: Html::of(&describer.judgement(judgement)),
        updates: updates(describer, id).map(|told| Html::of(&told)),
        table: Html::table(describer, Some(&claim.says), &id),
        note_table: Html::table(describer, claim.note.as_ref(), &id),
        note: Html::of_prose(describer, claim.note.as_ref()),
        tensions: tensions::of_claim(describer, id),
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
        remarks: whole(&remarks.join(DOT)),
        check: check(describer, quote),
        original: original(describer, quote),
    }
}

pub(super) fn words<'a>(
    describer: &Describer<'a>,
    text: &'a str,
    language: Option<&'a Language>,
) -> WordsView<'a> {
    let (open, close) = describer.marks(language);
    // What is not said is read off the words.
    let of_brief = describer.right_to_left;
    let of_letters = || is_quoted_right_to_left(text, of_brief).unwrap_or(of_brief);
    let right_to_left = language.map_or_else(of_letters, Language::is_right_to_left);
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
    let is_on_the_same_day = matches!(describer.analysis.checks, Checks::Kept { day: Some(_), .. });
    Some(CheckView {
        found,
        on: if is_on_the_same_day {
            String::new()
        } else {
            on
        },
        link,
    })
}
