//! Builds the key claims, with their quotes, their attribution and the places that use them.

use tera::Value;

use super::changes::Changes;
use crate::analysis::citations::Use;
use crate::analysis::quotes::Checks;
use crate::analysis::quotes::QuoteId;
use crate::analysis::timeline::Entry;
use crate::describe::chains::Chains;
use crate::describe::{Anchor, Check, Describer, Description, Message, described, filled};
use crate::model::{Claim, ClaimId, Language, Quote};
use crate::page::design::{Fields, fields, view};
use crate::page::html::{Html, class_of};

/// Who says so, and how it reached the brief.
#[derive(PartialEq)]
struct Attribution {
    chain: Html,
    status: String,
    told_to: Option<String>,
    said: String,
    distance: String,
}

pub(super) fn all(describer: &Describer<'_>, changes: &Changes) -> Vec<Value> {
    let chains = Chains::of(*describer);
    let said = said_entries(describer);
    let claims = describer.brief.claims();
    let claims = claims.map(|(id, claim)| (id, attribution(describer, &chains, id, claim)));
    let claims: Vec<(ClaimId, Attribution)> = claims.collect();
    let mut views = Vec::with_capacity(claims.len());
    for run in claims.chunk_by(|(_, one), (_, other)| one == other) {
        // In every run of claims with the same attribution, all but the first have it in short.
        let short = (run.len() > 1).then(|| in_short(describer, run[0].0));
        for (index, (id, attribution)) in run.iter().enumerate() {
            let mut view = view(describer, *id, attribution);
            view.extend(fields! {
                uses: uses(describer, said[id.index()], *id),
                since: changes.of_claim(*id),
                same: short.clone().filter(|_| index > 0),
            });
            views.push(view.into());
        }
    }
    views
}

fn attribution<'a>(
    describer: &Describer<'a>,
    chains: &Chains<'a>,
    id: ClaimId,
    claim: &Claim,
) -> Attribution {
    Attribution {
        chain: Html::of(&chains.of_claim(claim)),
        status: describer.record(describer.analysis.statuses_of(id)),
        told_to: describer.told_to(claim),
        said: describer.date(&claim.said),
        distance: describer.retellings_and_origins(id),
    }
}

/// Builds an attribution in short: who says so, and the claim that gives it in full.
fn in_short(describer: &Describer<'_>, full: ClaimId) -> Value {
    view! {
        voices: describer.voices_in_short(&describer.brief.claim(full).voices),
        claim: filled!(describer.locale, SameAs, "claim": full.to_string()),
    }
}

fn view(describer: &Describer<'_>, id: ClaimId, attribution: &Attribution) -> Fields {
    let claim = describer.brief.claim(id);
    let record = describer.analysis.statuses_of(id);
    let quotes = describer.analysis.quotes.of_claim(id).iter();
    let quotes = quotes.map(|id| quote(describer, claim, *id));
    fields! {
        id: id.to_string(),
        key: &*claim.key,
        says: Html::prose(&claim.says, &describer.typography),
        quotes: quotes.collect::<Vec<_>>(),
        mark: record.weakest().map_or("", class_of),
        status: &*attribution.status,
        chain: attribution.chain.clone(),
        told_to: attribution.told_to.as_deref(),
        said: &*attribution.said,
        distance: &*attribution.distance,
        characterised: Html::of_prose(claim.characterised.as_ref(), &describer.typography),
        note: Html::of_prose(claim.note.as_ref(), &describer.typography),
    }
}

fn quote(describer: &Describer<'_>, claim: &Claim, id: QuoteId) -> Value {
    let quote = id.in_brief(describer.brief);
    // Who speaks is plain where one alone does.
    let speaker = (claim.voices.len() > 1).then(|| describer.voice_in_short(quote.voice));
    let remarks: Vec<_> = speaker
        .into_iter()
        .chain(describer.remarks(quote))
        .collect();
    let mut view = words(describer, &quote.text, quote.lang.as_ref());
    view.extend(fields! {
        id: id.to_string(),
        remarks: remarks.join(" · "),
        check: check(describer, quote),
        original: original(describer, quote),
    });
    view.into()
}

fn words(describer: &Describer<'_>, text: &str, language: Option<&Language>) -> Fields {
    let (open, close) = describer.marks(language);
    // The direction of its language, where the page's is another.
    let dir = |language: &Language| {
        let right_to_left = language.is_right_to_left();
        let name = if right_to_left { "rtl" } else { "ltr" };
        (right_to_left != describer.right_to_left).then_some(name)
    };
    fields! {
        open: open,
        text: text,
        close: close,
        lang: language.map(|language| &**language),
        dir: language.and_then(dir),
    }
}

/// Builds the source's own words, of which the quote is a translation.
fn original(describer: &Describer<'_>, quote: &Quote) -> Option<Value> {
    let (text, language) = (quote.original.as_deref()?, quote.translated_from.as_ref()?);
    Some(words(describer, text, Some(language)).into())
}

fn check(describer: &Describer<'_>, quote: &Quote) -> Option<Value> {
    let Check { found, on, link } = describer.check(quote)?;
    let checks = &describer.analysis.checks;
    Some(view! {
        found: found,
        on: on,
        // The method says so of all quotes, so that paper need not say it of each.
        on_the_same_day: matches!(checks, Checks::Kept { day: Some(_), .. }),
        link: link,
    })
}

/// Returns, by claim, the entry of the timeline that says when it was made, if there is one.
fn said_entries(describer: &Describer<'_>) -> Vec<Option<usize>> {
    let mut entries = vec![None; describer.brief.claims().len()];
    for (index, entry) in describer.analysis.timeline.iter().enumerate() {
        if let Entry::Said(claims) = entry {
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
        Use::BottomLine(sentence) => {
            let words = filled!(locale, PlaceBottomLine, "sentence": (sentence + 1).to_string());
            Description::link(Anchor::Item('B', sentence), words)
        }
        Use::Cell(voice, issue) => {
            let name = describer.voice_in_short(voice).into_owned().into();
            let about = (&*describer.brief.issue(issue).name).into();
            let words = locale.with(Message::PlaceCell, [("voice", name), ("issue", about)]);
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
