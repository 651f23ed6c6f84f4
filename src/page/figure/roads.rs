//! The roads of the figure in words: its text alternative, and what a narrow screen shows.

use crate::analysis::figure::Node;
use crate::describe::words::capitalised;
use crate::describe::{Locale, Message, statuses};
use crate::model::ClaimId;
use crate::page::view::Subject;

/// Returns a sentence for every edge that leaves a voice: who, on what record, by which works,
/// and the claims.
pub(super) fn in_words(subject: &Subject<'_>) -> Vec<String> {
    let (locale, figure) = (subject.locale, &subject.analysis.figure);
    let arrow = format!(" {} ", subject.arrow);
    figure
        .edges
        .iter()
        .filter_map(|edge| {
            let voice = match &figure.nodes[edge.from] {
                Node::Voice(id) => capitalised(&subject.voice_in_short(*id)),
                Node::MoreVoices(ids) => {
                    capitalised(&locale.counted(Message::MoreVoices, ids.len()))
                }
                Node::Work(..) | Node::MoreWorks(_) | Node::Brief => return None,
            };
            let works = match &figure.nodes[edge.to] {
                Node::Work(id, _) => {
                    let routes = subject.analysis.routes.from(*id);
                    let route = routes.first();
                    route.map(|route| subject.names_of(&route.works).join(&arrow))
                }
                Node::MoreWorks(ids) => Some(locale.counted(Message::MoreWorks, ids.len())),
                Node::Voice(_) | Node::MoreVoices(_) | Node::Brief => None,
            };
            let brief = locale.text(Message::ThisBrief).to_owned();
            let path: Vec<String> = works.into_iter().chain([brief]).collect();
            let values = [
                ("voice", voice.into()),
                ("statuses", statuses::list(locale, edge.statuses).into()),
                ("arrow", subject.arrow.into()),
                ("path", path.join(&arrow).into()),
                ("claims", claims(locale, &edge.claims, 12).into()),
            ];
            Some(locale.with(Message::Road, values))
        })
        .collect()
}

/// Returns the first of some claims, and how many more there are: "C1, C4 and 12 more".
fn claims(locale: &Locale, claims: &[ClaimId], most: usize) -> String {
    let mut words: Vec<String> = claims.iter().take(most).map(ToString::to_string).collect();
    if claims.len() > most {
        let more = claims.len() - most;
        let figures = locale.figures(more);
        let values = [("count", more.into()), ("figures", figures.into())];
        words.push(locale.with(Message::MoreClaims, values));
        return locale.list(&words);
    }
    locale.joined(&words)
}
