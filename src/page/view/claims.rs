//! The key claims, with their attribution and the places that use them.

use serde::Serialize;

use super::Subject;
use super::attribution::{self, Roads};
use super::changes::{Changes, SinceView};
use super::quotes::{self, QuoteView};
use super::sections;
use crate::analysis::citations::Use;
use crate::analysis::timeline::Entry;
use crate::describe::{Message, Value, statuses};
use crate::model::{Claim, ClaimId};
use crate::page::{dates, html};

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
    told_to: Option<String>,
    said: String,
    distance: String,
    characterised: Option<String>,
    note: Option<String>,
    uses: String,
    /// Who says so, on paper, where the claim before has the same attribution to the word.
    same: Option<SameView>,
    /// What became of it since the edition before.
    since: Option<SinceView>,
}

impl ClaimView<'_> {
    fn attribution(&self) -> (&str, &str, Option<&str>, &str, &str) {
        (
            &self.chain,
            &self.status,
            self.told_to.as_deref(),
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

/// Builds the views of all claims.
pub(super) fn all<'a>(subject: &Subject<'a>, changes: &Changes) -> Vec<ClaimView<'a>> {
    let roads = Roads::of(subject);
    let said = said_entries(subject);
    let mut claims: Vec<ClaimView<'a>> = subject
        .brief
        .claims()
        .map(|(id, _)| view(subject, &roads, said[id.index()], id))
        .collect();
    mark_runs(subject, &mut claims);
    for ((id, _), claim) in subject.brief.claims().zip(&mut claims) {
        claim.since = changes.of_claim(id);
    }
    claims
}

/// Marks, in every run of claims with the same attribution, all but the first.
fn mark_runs(subject: &Subject<'_>, claims: &mut [ClaimView<'_>]) {
    let mut ids = subject.brief.claims();
    for run in claims.chunk_by_mut(|one, next| one.attribution() == next.attribution()) {
        let voices = ids.next().map_or_else(String::new, |(_, claim)| {
            let voices = claim.voices.iter();
            let names: Vec<String> = voices.map(|id| subject.voice_in_short(*id)).collect();
            subject.locale.list(&names)
        });
        if let [first, rest @ ..] = run {
            for claim in rest {
                ids.next();
                claim.same = Some(SameView {
                    voices: voices.clone(),
                    claim: subject
                        .locale
                        .with(Message::SameAs, [("claim", (&first.id).into())]),
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
    let record = subject.analysis.statuses[id.index()];
    ClaimView {
        id: id.to_string(),
        key: &claim.key,
        says: subject.prose(&claim.says),
        quotes: subject
            .analysis
            .quotes
            .of_claim(id)
            .iter()
            .map(|quote| quotes::view(subject, claim, *quote))
            .collect(),
        mark: record.weakest().map_or("", attribution::mark),
        status: statuses::list(subject.locale, record),
        chain: roads.chain(subject, claim),
        told_to: claim
            .told_to
            .as_deref()
            .filter(|told_to| !chain_says(subject, claim, told_to))
            .map(|told_to| {
                let values = [("audience", told_to.into())];
                subject.locale.with(Message::ToldTo, values)
            }),
        said: dates::given(subject.locale, &claim.said, &subject.brief.parts().as_of),
        distance: statuses::distance(subject.locale, subject.analysis, id),
        characterised: claim.characterised.as_ref().map(|text| subject.prose(text)),
        note: claim.note.as_ref().map(|text| subject.prose(text)),
        uses: uses(subject, said, id),
        same: None,
        since: None,
    }
}

/// Says whether the chain already shows to whom a claim was said: its first work is theirs.
fn chain_says(subject: &Subject<'_>, claim: &Claim, told_to: &str) -> bool {
    claim.sources.iter().all(|work| {
        let source = subject.brief.source(*work);
        &*source.name == told_to
            || source.publisher.as_deref() == Some(told_to)
            || ends_in_word(&source.name, told_to)
    })
}

fn ends_in_word(text: &str, word: &str) -> bool {
    let before = text.strip_suffix(word);
    before.is_some_and(|before| before.ends_with(char::is_whitespace))
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
        let words = labelled(subject, Message::PlaceTimeline, &entry);
        links.push(format!("<a href=\"#{entry}\">{words}</a>"));
    }
    if links.is_empty() {
        return String::new();
    }
    let places = subject.locale.joined(&links);
    subject
        .locale
        .with(Message::UsedIn, [("places", places.into())])
}

/// Returns a link to a place that uses the claim; none to the claim's own quotes, which stand
/// under it.
fn link(subject: &Subject<'_>, place: Use) -> Option<String> {
    let (brief, locale) = (subject.brief, subject.locale);
    let of_label = |message, label: String| {
        let words = labelled(subject, message, &label);
        (label, words)
    };
    let numbered =
        |message, letter: char, index: usize| of_label(message, format!("{letter}{}", index + 1));
    let (anchor, words) = match place {
        Use::Quote(_) => return None,
        Use::BottomLine(sentence) => {
            let sentence = (sentence + 1).to_string();
            let anchor = format!("B{sentence}");
            let values = [("sentence", sentence.into())];
            (anchor, locale.with(Message::PlaceBottomLine, values))
        }
        Use::Cell(voice, issue) => {
            let anchor = super::positions::cell_id(voice, issue);
            let voice = Value::from(subject.voice_in_short(voice));
            let issue = Value::from(&*brief.issue(issue).name);
            let values = [("voice", voice), ("issue", issue)];
            (anchor, locale.with(Message::PlaceCell, values))
        }
        Use::Event(event) => numbered(Message::PlaceTimeline, 'E', event),
        Use::Tension(tension) => numbered(Message::PlaceTension, 'T', tension),
        Use::Gap(gap) => numbered(Message::PlaceGap, 'G', gap),
        Use::Claim(claim) => of_label(Message::PlaceClaim, claim.to_string()),
        Use::Source(source) => of_label(Message::PlaceSource, source.to_string()),
        Use::Voice(voice) => of_label(Message::PlaceVoice, voice.to_string()),
        Use::Method => (
            "method".to_owned(),
            locale.text(Message::PlaceMethod).to_owned(),
        ),
    };
    let mut out = format!("<a href=\"#{anchor}\">");
    html::escape(&words, &mut out);
    out.push_str("</a>");
    Some(out)
}

fn labelled(subject: &Subject<'_>, message: Message, label: &str) -> String {
    subject.locale.with(message, [("label", label.into())])
}
