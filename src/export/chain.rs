//! The roads of a claim in words.

use crate::analysis::Analysis;
use crate::analysis::ties::Tie;
use crate::model::{Brief, ClaimId};
use crate::wording::names;
use crate::wording::words::{capitalised, list};

/// Lists the roads of a claim: who says so and, in order, every work by which it came.
pub(super) fn in_words(brief: &Brief, analysis: &Analysis, claim: ClaimId) -> Vec<String> {
    let mut roads = Vec::new();
    for tie in analysis.ties_of(claim) {
        of_tie(brief, analysis, tie, &mut roads);
    }
    roads
}

fn of_tie(brief: &Brief, analysis: &Analysis, tie: &Tie, roads: &mut Vec<String>) {
    let voices: Vec<String> = tie
        .voices
        .iter()
        .map(|id| names::voice_in_short(brief, *id))
        .collect();
    let voices = capitalised(&list(&voices));
    for &work in &tie.works {
        for route in analysis.routes.from(work) {
            let works = route.works.iter().map(|id| &*brief.source(*id).name);
            roads.push(format!(
                "{voices} → {}",
                works.collect::<Vec<_>>().join(" → ")
            ));
        }
        let left_out = analysis.routes.left_out(work);
        if left_out > 0 {
            roads.push(format!("and {left_out} more from there"));
        }
    }
}
