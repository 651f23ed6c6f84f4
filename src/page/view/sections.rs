//! Bottom line, tensions, timeline and gaps.

use serde::Serialize;

use super::Subject;
use super::attribution::is_judgement;
use crate::analysis::quotes::Side;
use crate::analysis::timeline::Entry;
use crate::describe::Message;
use crate::describe::words::capitalised;
use crate::model::{ClaimId, IssueId};
use crate::page::{dates, html};

/// A sentence of the bottom line.
#[derive(Debug, Serialize)]
pub(super) struct SentenceView {
    id: String,
    html: String,
}

/// Builds the bottom line.
pub(super) fn bottom_line(subject: &Subject<'_>) -> Vec<SentenceView> {
    let sentences = &subject.brief.parts().bottom_line;
    sentences
        .iter()
        .enumerate()
        .map(|(index, sentence)| SentenceView {
            id: format!("B{}", index + 1),
            html: subject.prose(&sentence.text),
        })
        .collect()
}

/// Claims that do not fit together.
#[derive(Debug, Serialize)]
pub(super) struct TensionView {
    id: String,
    sides: Vec<SideView>,
    note: String,
}

/// One of them.
#[derive(Debug, Serialize)]
struct SideView {
    claim: String,
    voices: String,
    says: String,
    quotes: String,
}

/// Builds the tensions.
pub(super) fn tensions(subject: &Subject<'_>) -> Vec<TensionView> {
    let tensions = subject.brief.parts().tensions.iter();
    tensions
        .zip(&subject.analysis.tensions)
        .enumerate()
        .map(|(index, (tension, sides))| TensionView {
            id: format!("T{}", index + 1),
            sides: sides
                .sides(&subject.analysis.quotes)
                .map(|side| side_view(subject, &side))
                .collect(),
            note: subject.prose(&tension.note),
        })
        .collect()
}

fn side_view(subject: &Subject<'_>, side: &Side<'_>) -> SideView {
    let claim = subject.brief.claim(side.claim);
    let voices: Vec<String> = claim
        .voices
        .iter()
        .map(|voice| subject.voice_in_short(*voice))
        .collect();
    let quotes: Vec<String> = side
        .quotes
        .iter()
        .map(|quote| format!("<a href=\"#{quote}\">{quote}</a>"))
        .collect();
    SideView {
        claim: html::citation(&[side.claim]),
        voices: format!("{}:", capitalised(&subject.locale.list(&voices))),
        says: subject.prose(&claim.says),
        quotes: quotes.join(" "),
    }
}

/// An entry of the timeline.
#[derive(Debug, Serialize)]
pub(super) struct EntryView {
    id: String,
    when: String,
    what: String,
    claims: String,
}

/// Builds the timeline.
pub(super) fn timeline(subject: &Subject<'_>) -> Vec<EntryView> {
    let entries = &subject.analysis.timeline;
    entries
        .iter()
        .enumerate()
        .map(|(index, entry)| entry_view(subject, index, entry))
        .collect()
}

fn entry_view(subject: &Subject<'_>, index: usize, entry: &Entry) -> EntryView {
    let parts = subject.brief.parts();
    let when = dates::given(subject.locale, entry.when(subject.brief), &parts.as_of);
    match entry {
        Entry::Event(event) => {
            let id = format!("E{}", event + 1);
            let event = &parts.events[*event];
            EntryView {
                id,
                when,
                what: subject.prose(&event.what),
                claims: html::citation(&event.claims),
            }
        }
        Entry::Said(claims) => EntryView {
            id: said_id(index),
            when,
            what: said_by(subject, claims),
            claims: html::citation(claims),
        },
    }
}

/// Returns the anchor of an entry that says which claims were made on a date, by its place on
/// the timeline.
pub(super) fn said_id(entry: usize) -> String {
    format!("D{}", entry + 1)
}

/// Returns who made statements on a date, as HTML.
fn said_by(subject: &Subject<'_>, claims: &[ClaimId]) -> String {
    const MOST: usize = 4;
    let mut works = Vec::new();
    for id in claims {
        let claim = subject.brief.claim(*id);
        if is_judgement(subject, claim) {
            continue;
        }
        for work in &claim.sources {
            if !works.contains(work) {
                works.push(*work);
            }
            if works.len() > MOST {
                return subject.locale.text(Message::StatedInSeveral).to_owned();
            }
        }
    }
    if works.is_empty() {
        return subject.locale.text(Message::Judged).to_owned();
    }
    let names = subject.locale.list(&subject.names_of(&works));
    let stated = subject
        .locale
        .with(Message::StatedIn, [("works", names.into())]);
    let mut out = String::new();
    html::escape(&stated, &mut out);
    out
}

/// What the sources do not say.
#[derive(Debug, Serialize)]
pub(super) struct GapView {
    id: String,
    question: String,
    why: String,
    about: String,
}

/// Builds the gaps.
pub(super) fn gaps(subject: &Subject<'_>) -> Vec<GapView> {
    let gaps = &subject.brief.parts().gaps;
    gaps.iter()
        .enumerate()
        .map(|(index, gap)| GapView {
            id: format!("G{}", index + 1),
            question: subject.prose(&gap.question),
            why: subject.prose(&gap.why),
            about: about(subject, &gap.about),
        })
        .collect()
}

/// Returns which issues a gap is about, linked, as HTML; nothing where the matrix has no columns for them.
fn about(subject: &Subject<'_>, issues: &[IssueId]) -> String {
    if issues.is_empty() || subject.analysis.positions.rows.is_empty() {
        return String::new();
    }
    let links: Vec<String> = issues
        .iter()
        .map(|id| {
            let mut link = format!("<a href=\"#{id}\">");
            html::escape(&subject.brief.issue(*id).name, &mut link);
            link.push_str("</a>");
            link
        })
        .collect();
    let links = subject.locale.list(&links);
    subject
        .locale
        .with(Message::GapAbout, [("issues", links.into())])
}
