//! The roads of a claim in words.

use crate::analysis::Analysis;
use crate::analysis::ties::Tie;
use crate::describe::typography::arrow;
use crate::describe::words::capitalised;
use crate::describe::{Locale, Message, names};
use crate::model::{Brief, ClaimId};

/// Lists the roads of a claim: who says so and, in order, every work by which it came.
pub(super) fn in_words(
    locale: &Locale,
    brief: &Brief,
    analysis: &Analysis,
    claim: ClaimId,
) -> Vec<String> {
    let mut roads = Vec::new();
    for tie in analysis.ties_of(claim) {
        of_tie(locale, brief, analysis, tie, &mut roads);
    }
    roads
}

fn of_tie(locale: &Locale, brief: &Brief, analysis: &Analysis, tie: &Tie, roads: &mut Vec<String>) {
    let voices: Vec<String> = tie
        .voices
        .iter()
        .map(|id| names::voice_in_short(locale, brief, *id))
        .collect();
    let voices = capitalised(&locale.list(&voices));
    let arrow = format!(" {} ", arrow(&brief.parts().lang));
    for &work in &tie.works {
        for route in analysis.routes.from(work) {
            let works = route.works.iter().map(|id| &*brief.source(*id).name);
            let steps = std::iter::once(&*voices).chain(works);
            roads.push(steps.collect::<Vec<_>>().join(&arrow));
        }
        let left_out = analysis.routes.left_out(work);
        if left_out > 0 {
            let count = usize::try_from(left_out).unwrap_or(usize::MAX);
            let figures = locale.figures(count);
            let values = [("count", count.into()), ("figures", figures.into())];
            roads.push(locale.with(Message::ExportMoreRoads, values));
        }
    }
}
