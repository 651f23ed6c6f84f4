//! The roads of the figure in words: its text alternative, and what a narrow screen shows.

use crate::analysis::figure::Node;
use crate::model::ClaimId;
use crate::page::names;
use crate::page::view::Subject;
use crate::page::words::{Count, capitalised, list};
use crate::wording::statuses;

/// Returns a sentence for every edge that leaves a voice: who, on what record, by which works,
/// and the claims.
pub(super) fn in_words(subject: &Subject<'_>) -> Vec<String> {
    let figure = &subject.analysis.figure;
    figure
        .edges
        .iter()
        .filter_map(|edge| {
            let voice = match &figure.nodes[edge.from] {
                Node::Voice(id) => capitalised(&names::voice_in_short(subject.brief, *id)),
                Node::MoreVoices(ids) => capitalised(&Count(ids.len(), "more voice").to_string()),
                Node::Work(..) | Node::MoreWorks(_) | Node::Brief => return None,
            };
            let statuses: Vec<&str> = edge.statuses.iter().map(statuses::status).collect();
            let works = match &figure.nodes[edge.to] {
                Node::Work(id, _) => subject.analysis.routes.from(*id).first().map(|route| {
                    let names: Vec<&str> = route
                        .works
                        .iter()
                        .map(|work| &*subject.brief.source(*work).name)
                        .collect();
                    format!(" → {}", names.join(" → "))
                }),
                Node::MoreWorks(ids) => Some(format!(" → {}", Count(ids.len(), "more work"))),
                Node::Voice(_) | Node::MoreVoices(_) | Node::Brief => None,
            };
            Some(format!(
                "{voice} ({}){} → this brief: {}",
                list(&statuses),
                works.unwrap_or_default(),
                claims(&edge.claims, 12)
            ))
        })
        .collect()
}

/// Returns the first of some claims, and how many more there are: "C1, C4 and 12 more".
pub(super) fn claims(claims: &[ClaimId], most: usize) -> String {
    let mut words: Vec<String> = claims.iter().take(most).map(ToString::to_string).collect();
    if claims.len() > most {
        words.push(format!("{} more", claims.len() - most));
        return list(&words);
    }
    words.join(", ")
}
