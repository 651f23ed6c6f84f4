//! Counts how many times a claim was retold before it reached this brief.

use super::attribution::Attribution;
use super::first_reports::FirstReports;
use super::record::{Record, alike, is_own_text};
use crate::model::{Brief, Claim, SourceId, VoiceId, VoiceKind};

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

/// Counts the retellings of a voice of a claim; of an outlet that names nobody they are not known.
fn of_voice(
    brief: &Brief,
    claim: &Claim,
    first: &FirstReports,
    (voice, source): (VoiceId, SourceId),
) -> Option<usize> {
    let sources = first.shortest(source);
    let is_own = is_own_text(brief, voice, source);
    match Record::of(brief, claim, voice, source) {
        Record::NoSourceNamed | Record::Writer => None,
        Record::OutletsOwn if brief.voice(voice).kind == VoiceKind::Outlet(source) => {
            Some(sources - 1)
        }
        Record::OnRecord | Record::Document if is_own => Some(sources - 1),
        Record::OutletsOwn | Record::OnRecord | Record::Document | Record::Anonymous => {
            Some(sources)
        }
    }
}

/// Counts the retellings of a claim; nothing where those of a voice are not known, and nothing of a
/// judgement, which nobody retold.
pub(super) fn of_claim(
    brief: &Brief,
    claim: &Claim,
    first: &FirstReports,
    attributions: &[Attribution],
) -> Option<Retellings> {
    let mut found: Option<Retellings> = None;
    for attribution in attributions {
        for source in extremes(brief, first, &attribution.sources) {
            for voice in &attribution.voices {
                let count = of_voice(brief, claim, first, (*voice, source))?;
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
/// They are the nearest and the farthest of those that are alike.
fn extremes(brief: &Brief, first: &FirstReports, sources: &[SourceId]) -> Vec<SourceId> {
    let length = |id: &SourceId| first.shortest(*id);
    let mut picked = Vec::new();
    for alike in alike(brief, sources) {
        picked.extend(alike.iter().copied().min_by_key(length));
        picked.extend(alike.iter().copied().max_by_key(length));
    }
    picked
}

#[cfg(test)]
mod tests {
    use super::Retellings;
    use crate::analysis::Analysis;
    use crate::analysis::sample::Sample;
    use crate::model::ClaimId;

    /// Lists the outlets whose own findings these voices are.
    fn owners<'a>(voices: &[&'a str]) -> Vec<&'a str> {
        let outlets = voices.iter();
        outlets
            .filter_map(|voice| voice.strip_suffix("-own"))
            .collect()
    }

    #[test]
    fn where_nobody_is_named_nothing_is_known() {
        let brief = Sample::new()
            .person("ann")
            .source("newsmax", &[])
            .outlet("newsmax-own", "newsmax")
            .claim("a", &["newsmax-own"], &["newsmax"])
            .claim("b", &["newsmax-own", "ann"], &["newsmax"])
            .build();
        let analysis = Analysis::of(&brief);
        for claim in [0, 1] {
            assert_eq!(analysis.retellings_of(ClaimId::nth(claim)), None);
        }
    }

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
                .found_out_by(&owners(voices))
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
