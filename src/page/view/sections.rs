//! Builds the bottom line, the timeline and the gaps.

use serde::Serialize;

use super::chains::ChainsView;
use super::whole::whole;
use crate::analysis::timeline::TimelineEntry;
use crate::describe::{Anchor, Describer, Description};
use crate::model::ClaimId;
use crate::page::html::Html;

/// A sentence of the bottom line.
#[derive(Debug, Serialize)]
pub(super) struct SentenceView {
    id: String,
    html: Html,
    chains: ChainsView,
    /// Which of the sources behind it were corrected or retracted.
    updates: Option<Html>,
    /// Whether it rests on a judgement of the writer, which came by no chain.
    is_judgement: bool,
}

pub(super) fn bottom_line(describer: &Describer<'_>) -> Vec<SentenceView> {
    let sentences = describer.brief.parts().bottom_line.iter().enumerate();
    let views = sentences.map(|(index, sentence)| SentenceView {
        id: Anchor::Item('B', index).to_string(),
        html: Html::prose(describer, &sentence.text),
        chains: ChainsView::of_claims(describer, &sentence.cites),
        updates: updates(describer, &sentence.cites),
        is_judgement: sentence
            .cites
            .iter()
            .any(|id| describer.brief.claim(*id).judgement().is_some()),
    });
    views.collect()
}

fn updates(describer: &Describer<'_>, claims: &[ClaimId]) -> Option<Html> {
    let told: Vec<_> = describer.retractions_behind(claims).into_iter().collect();
    (!told.is_empty()).then(|| Html::of(&Description::joined(told, " ")))
}

/// An event of the timeline.
#[derive(Debug, Serialize)]
pub(super) struct EventView {
    id: String,
    when: Html,
    what: Html,
    claims: Html,
}

/// Builds the events in the order of their dates. When something was said stands at its claim.
pub(super) fn timeline(describer: &Describer<'_>) -> Vec<EventView> {
    let entries = describer.analysis.timeline.iter();
    let events = entries.filter_map(|entry| match entry {
        TimelineEntry::Event(index) => Some(*index),
        TimelineEntry::Said(_) => None,
    });
    let views = events.map(|index| {
        let event = &describer.brief.parts().events[index];
        EventView {
            id: Anchor::Item('E', index).to_string(),
            when: whole(&describer.event_date(&event.when)),
            what: Html::prose(describer, &event.what),
            claims: Html::citation(&event.claims),
        }
    });
    views.collect()
}

/// What the sources do not say.
#[derive(Debug, Serialize)]
pub(super) struct GapView {
    id: String,
    question: Html,
    why: Html,
    /// The table that it introduces.
    table: Option<Html>,
    about: Html,
}

pub(super) fn gaps(describer: &Describer<'_>) -> Vec<GapView> {
    let gaps = describer.brief.parts().gaps.iter().enumerate();
    let views = gaps.map(|(index, gap)| GapView {
        id: Anchor::Item('G', index).to_string(),
        question: Html::prose(describer, &gap.question),
        why: Html::prose(describer, &gap.why),
        table: Html::table(describer, Some(&gap.why), &Anchor::Item('G', index)),
        about: Html::of(&describer.gap_links(gap)),
    });
    views.collect()
}
