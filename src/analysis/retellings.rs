//! Counts how many times a claim was retold before it reached this brief.

use super::attribution::Attribution;
use super::first_reports::FirstReports;
use super::record::Record;
use crate::model::{Brief, SourceId, VoiceId, VoiceKind};

/// How often a claim was retold, over the shortest chain from each of its first reports: what was read
/// itself is not farther because it was read in a relay, too.
///
/// A retelling is a source between the voice and this brief that is not the voice's own. A named
/// voice's document or speech and an outlet's own report are their own words: no retelling. So 0 is
/// first-hand (a document that was read), 1 second-hand (an official,
/// quoted by a paper that was read; or a document, quoted by such a paper), 2 third-hand (an
/// official, quoted by a paper that is known through another), and so on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Retellings {
    pub(crate) nearest: usize,
    /// The retellings of the voice that is farthest; the same where all have as many.
    pub(crate) farthest: usize,
}

fn of_voice(brief: &Brief, first: &FirstReports, voice: VoiceId, source: SourceId) -> usize {
    let sources = first.shortest(source);
    let (speaker, kind) = (brief.voice(voice), brief.source(source).kind);
    match Record::of(speaker, brief.source(source)) {
        Record::Writer => 0,
        Record::Document => sources - 1,
        Record::OutletsOwn if speaker.kind == VoiceKind::Outlet(source) => sources - 1,
        Record::OnRecord if kind.is_document() || kind.is_occasion() => sources - 1,
        Record::OutletsOwn | Record::OnRecord | Record::Anonymous => sources,
    }
}

/// Counts the retellings of a claim; none of a judgement, which nobody retold.
pub(super) fn of_claim(
    brief: &Brief,
    first: &FirstReports,
    attributions: &[Attribution],
) -> Option<Retellings> {
    let mut found: Option<Retellings> = None;
    for attribution in attributions {
        for source in extremes(brief, first, &attribution.sources) {
            for voice in &attribution.voices {
                let count = of_voice(brief, first, *voice, source);
                let so_far = found.get_or_insert(Retellings {
                    nearest: count,
                    farthest: count,
                });
                so_far.nearest = so_far.nearest.min(count);
                so_far.farthest = so_far.farthest.max(count);
            }
        }
    }
    found
}

/// Picks the sources that can be nearest or farthest, so that voices are not multiplied by sources.
///
/// They are the nearest and the farthest of each sort that [`of_voice`] tells apart: documents,
/// occasions and reports. An outlet's own report needs no place among them: it has an attribution
/// to itself.
fn extremes(brief: &Brief, first: &FirstReports, sources: &[SourceId]) -> Vec<SourceId> {
    let sort = |id: &SourceId| {
        let kind = brief.source(*id).kind;
        (kind.is_document(), kind.is_occasion())
    };
    let length = |id: &SourceId| first.shortest(*id);
    let mut picked = Vec::with_capacity(6);
    for wanted in [(true, false), (false, true), (false, false)] {
        let alike = || sources.iter().copied().filter(|id| sort(id) == wanted);
        picked.extend(alike().min_by_key(length));
        picked.extend(alike().max_by_key(length));
    }
    picked
}

#[cfg(test)]
mod tests {
    use super::Retellings;
    use crate::analysis::Analysis;
    use crate::analysis::sample::Sample;
    use crate::model::ClaimId;

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
            (&["ann"], &["letter", "nbc"], 0, 2),
            (&["ann", "aides"], &["far"], 3, 3),
            (&["newsmax-own", "ann"], &["newsmax", "nbc"], 0, 2),
            (&["newsmax-own"], &["newsmax", "far"], 0, 3),
        ];
        for (voices, sources, nearest, farthest) in cases {
            let brief = Sample::new()
                .person("ann")
                .anonymous("aides", None)
                .source("far", &["nbc"])
                .source("nbc", &["newsmax"])
                .source("newsmax", &[])
                .document("letter", "ann")
                .document_through("post", "ann", &["newsmax"])
                .outlet("nbc-own", "nbc")
                .outlet("newsmax-own", "newsmax")
                .claim("c", voices, sources)
                .build();
            let expected = Retellings {
                nearest: *nearest,
                farthest: *farthest,
            };
            let retellings = Analysis::of(&brief).retellings_of(ClaimId::nth(0));
            assert_eq!(retellings, Some(expected), "{voices:?} {sources:?}");
        }
    }
}
