//! Counts how many times a claim was retold before it reached this brief.

use super::chain::Routes;
use super::status::RecordStatus;
use super::ties::Tie;
use crate::model::{Brief, SourceId, VoiceId, VoiceKind};

/// How often a claim was retold, over the shortest route of each work it is tied to.
///
/// A retelling is a work between the voice and this brief that is not the voice's own. A named
/// voice's document or speech, an outlet's own work and the writer's judgement are their own
/// words: no retelling. So 0 is first-hand (a document that was read), 1 second-hand (an official, quoted
/// by a paper that was read; or a document, quoted by such a paper), 2 third-hand (an official,
/// quoted by a paper that is known through another), and so on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Distance {
    pub(crate) nearest: usize,
    /// The retellings of the voice that is farthest; the same where the claim has one distance.
    pub(crate) farthest: usize,
}

pub(crate) fn retellings(brief: &Brief, routes: &Routes, voice: VoiceId, work: SourceId) -> usize {
    let works = routes.shortest(work);
    let (speaker, kind) = (brief.voice(voice), brief.source(work).kind);
    match RecordStatus::of(speaker, brief.source(work)) {
        RecordStatus::Writer => 0,
        RecordStatus::Document => works - 1,
        RecordStatus::OutletsOwn if speaker.kind == VoiceKind::Outlet(work) => works - 1,
        RecordStatus::OnRecord if kind.is_document() || kind.is_occasion() => works - 1,
        RecordStatus::OutletsOwn | RecordStatus::OnRecord | RecordStatus::Anonymous => works,
    }
}

pub(super) fn of_claim(brief: &Brief, routes: &Routes, ties: &[Tie]) -> Distance {
    let mut distance = Distance {
        nearest: usize::MAX,
        farthest: 0,
    };
    for tie in ties {
        for work in extremes(brief, routes, &tie.works) {
            for voice in &tie.voices {
                let count = retellings(brief, routes, *voice, work);
                distance.nearest = distance.nearest.min(count);
                distance.farthest = distance.farthest.max(count);
            }
        }
    }
    distance
}

/// Picks the works that can be nearest or farthest, so that voices are not multiplied by works.
///
/// They are the nearest and the farthest of each sort that [`retellings`] tells apart: documents,
/// occasions and reports. An outlet's own work needs no place among them: it has a tie to itself.
fn extremes(brief: &Brief, routes: &Routes, works: &[SourceId]) -> Vec<SourceId> {
    let sort = |id: &SourceId| {
        let kind = brief.source(*id).kind;
        (kind.is_document(), kind.is_occasion())
    };
    let distance = |id: &SourceId| routes.shortest(*id);
    let mut picked = Vec::with_capacity(6);
    for wanted in [(true, false), (false, true), (false, false)] {
        let alike = || works.iter().copied().filter(|id| sort(id) == wanted);
        picked.extend(alike().min_by_key(distance));
        picked.extend(alike().max_by_key(distance));
    }
    picked
}

#[cfg(test)]
mod tests {
    use super::Distance;
    use crate::analysis::chain::{Relays, Routes};
    use crate::analysis::sample::Sample;
    use crate::analysis::ties;

    #[test]
    fn own_words_are_no_retelling() {
        let cases: &[(&[&str], &[&str], usize, usize)] = &[
            (&["ann"], &["letter"], 0, 0),
            (&["ann"], &["newsmax"], 1, 1),
            (&["ann"], &["nbc"], 2, 2),
            (&["ann"], &["post"], 1, 1),
            (&["aides"], &["letter"], 1, 1),
            (&["nbc-own"], &["nbc"], 1, 1),
            (&["newsmax-own"], &["newsmax"], 0, 0),
            (&["nbc-own"], &["newsmax"], 1, 1),
            (&["desk"], &["nbc"], 0, 0),
            (&["ann"], &["letter", "nbc"], 0, 2),
            (&["ann", "aides"], &["far"], 3, 3),
            (&["newsmax-own", "ann"], &["newsmax", "nbc"], 0, 2),
            (&["newsmax-own"], &["newsmax", "far"], 0, 3),
        ];
        for (voices, works, nearest, farthest) in cases {
            let brief = Sample::new()
                .person("ann")
                .anonymous("aides", None)
                .writer("desk")
                .work("far", &["nbc"])
                .work("nbc", &["newsmax"])
                .work("newsmax", &[])
                .document("letter", "ann")
                .document_through("post", "ann", &["newsmax"])
                .outlet("nbc-own", "nbc")
                .outlet("newsmax-own", "newsmax")
                .claim("c", voices, works)
                .build();
            let routes = Routes::of(&Relays::of(&brief));
            let expected = Distance {
                nearest: *nearest,
                farthest: *farthest,
            };
            let distance = super::of_claim(&brief, &routes, &ties::of(&brief)[0]);
            assert_eq!(distance, expected, "{voices:?} {works:?}");
        }
    }
}
