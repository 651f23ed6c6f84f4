//! Tells who speaks in which source, within one claim.
//!
//! A report lists its voices, and its first reports follow from what the file says; who speaks in
//! which of them is not in the file. It is known in two cases: an outlet's own reporting stands in that
//! outlet's source, and a document carries the words of those who signed it. Whatever that leaves
//! open is taken to hang together, so that origins are never counted apart on a guess: a voice
//! that is left over may speak in every source that nobody signed, and a source that is left over
//! may carry every voice that is not an outlet's own.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::first_reports::FirstReports;

use crate::model::{Brief, Report, SourceId, VoiceId, VoiceKind};

/// Voices of a claim and sources of it: each of these voices speaks in each of these sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attribution {
    /// The voices, at least one, each once.
    pub(crate) voices: Vec<VoiceId>,
    /// The sources that carry the claim first, at least one, each once.
    pub(crate) sources: Vec<SourceId>,
}

/// Finds who speaks in which source; by claim.
///
/// Every voice and every first report of what others say is in an attribution. A judgement has none:
/// nobody speaks in a source.
pub(super) fn of(brief: &Brief, first_reports: &[Arc<FirstReports>]) -> Vec<Vec<Attribution>> {
    let mut binder = Binder {
        brief,
        voice_seen: vec![0; brief.voices().len()],
        source_seen: vec![0; brief.sources().len()],
        round: 0,
    };
    brief
        .claims()
        .zip(first_reports)
        .map(|((_, claim), first)| match claim.report() {
            Some(report) => binder.attributions(report, first),
            None => Vec::new(),
        })
        .collect()
}

struct Binder<'a> {
    brief: &'a Brief,
    /// In which round a voice was last seen: lists are searched without being gone through.
    voice_seen: Vec<usize>,
    source_seen: Vec<usize>,
    round: usize,
}

impl Binder<'_> {
    fn attributions(&mut self, report: &Report, first: &FirstReports) -> Vec<Attribution> {
        let (voices, sources) = self.distinct(report, first);
        let alone = voices.len() == 1 && self.own_source(voices[0]).is_none();
        if alone || sources.len() == 1 {
            return vec![Attribution { voices, sources }];
        }
        let mut known = Vec::new();
        let mut general = Vec::new();
        for &voice in &voices {
            match self.own_source(voice) {
                Some(source) => known.push(attribution(&[voice], &[source])),
                None => general.push(voice),
            }
        }
        let mut unsigned = Vec::new();
        for &source in &sources {
            let signed = self.signed_by(source);
            if signed.is_empty() {
                unsigned.push(source);
            } else {
                known.push(attribution(&signed, &[source]));
            }
        }
        let voices_left = beyond(
            &general,
            known.iter().flat_map(|attribution| &attribution.voices),
        );
        let sources_left = beyond(
            &unsigned,
            known.iter().flat_map(|attribution| &attribution.sources),
        );
        let guessed = match (voices_left.as_slice(), sources_left.as_slice()) {
            ([], []) => None,
            ([], rest) => Some(attribution(first_unless_empty(&general, &voices), rest)),
            (rest, []) => Some(attribution(rest, first_unless_empty(&unsigned, &sources))),
            (_, _) => Some(attribution(&general, &unsigned)),
        };
        known.extend(guessed);
        known
    }

    /// Lists the voices and the first reports of what others say, each once.
    fn distinct(&mut self, report: &Report, first: &FirstReports) -> (Vec<VoiceId>, Vec<SourceId>) {
        self.round += 1;
        let mut voices: Vec<VoiceId> = report.voices.to_vec();
        let sources = first.sources.clone();
        let round = self.round;
        let is_new = |seen: &mut usize| std::mem::replace(seen, round) != round;
        voices.retain(|id| is_new(&mut self.voice_seen[id.index()]));
        for id in &sources {
            self.source_seen[id.index()] = round;
        }
        (voices, sources)
    }

    /// Returns the source that a voice is the own reporting of, if it is one of the claim's.
    fn own_source(&self, id: VoiceId) -> Option<SourceId> {
        let VoiceKind::Outlet(source) = self.brief.voice(id).kind else {
            return None;
        };
        (self.source_seen[source.index()] == self.round).then_some(source)
    }

    fn signed_by(&self, source: SourceId) -> Vec<VoiceId> {
        let signatories = self.brief.signatories(source).iter().copied();
        signatories
            .filter(|id| self.voice_seen[id.index()] == self.round)
            .collect()
    }
}

/// Lists those of some voices or sources that are in no attribution yet.
fn beyond<'a, I: Copy + Ord + 'a>(items: &[I], attributed: impl Iterator<Item = &'a I>) -> Vec<I> {
    let attributed: BTreeSet<&I> = attributed.collect();
    let left = items.iter().filter(|item| !attributed.contains(item));
    left.copied().collect()
}

fn first_unless_empty<'a, T>(first: &'a [T], second: &'a [T]) -> &'a [T] {
    if first.is_empty() { second } else { first }
}

fn attribution(voices: &[VoiceId], sources: &[SourceId]) -> Attribution {
    Attribution {
        voices: voices.to_vec(),
        sources: sources.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Analysis;
    use crate::analysis::sample::Sample;

    fn attributions(voices: &[&str], sources: &[&str]) -> String {
        let brief = Sample::new()
            .person("ann")
            .person("bob")
            .source("times", &[])
            .source("post", &[])
            .document("letter", "ann")
            .document("reply", "bob")
            .outlet("times-own", "times")
            .outlet("post-own", "post")
            .claim("c", voices, sources)
            .build();
        let listed: Vec<String> = Analysis::of(&brief).attributions[0]
            .iter()
            .map(|attribution| {
                let voices: Vec<&str> = attribution
                    .voices
                    .iter()
                    .map(|id| &*brief.voice(*id).key)
                    .collect();
                let sources: Vec<&str> = attribution
                    .sources
                    .iter()
                    .map(|id| &*brief.source(*id).key)
                    .collect();
                format!("{} in {}", voices.join("+"), sources.join("+"))
            })
            .collect();
        listed.join("; ")
    }

    #[test]
    fn voices_speak_in_every_source_unless_known_better() {
        let cases: &[(&[&str], &[&str], &str)] = &[
            (&["ann"], &["times", "post"], "ann in times+post"),
            (&["ann", "ann"], &["times", "times"], "ann in times"),
            (&["ann", "bob"], &["times", "post"], "ann+bob in times+post"),
            (
                &["times-own", "post-own"],
                &["times", "post"],
                "times-own in times; post-own in post",
            ),
            (
                &["times-own", "ann"],
                &["times", "post"],
                "times-own in times; ann in times+post",
            ),
            (
                &["times-own", "times-own", "ann"],
                &["post", "letter"],
                "ann in letter; times-own+ann in post",
            ),
            (
                &["ann", "bob"],
                &["letter", "reply"],
                "ann in letter; bob in reply",
            ),
            (
                &["times-own", "ann"],
                &["times", "letter"],
                "times-own in times; ann in letter",
            ),
            (
                &["ann", "bob"],
                &["letter", "times"],
                "ann in letter; ann+bob in times",
            ),
            (
                &["ann", "times-own"],
                &["letter", "reply"],
                "ann in letter; ann+times-own in reply",
            ),
            (
                &["times-own", "post-own"],
                &["times", "post", "reply"],
                "times-own in times; post-own in post; times-own+post-own in reply",
            ),
            (
                &["times-own"],
                &["times", "post"],
                "times-own in times; times-own in post",
            ),
        ];
        for (voices, sources, expected) in cases {
            assert_eq!(
                attributions(voices, sources),
                *expected,
                "{voices:?} {sources:?}"
            );
        }
    }

    #[test]
    fn a_voice_without_a_source_of_its_own_has_all() {
        let brief = Sample::new()
            .person("ann")
            .anonymous("aides", Some(2))
            .document("letter", "ann")
            .document("note", "ann")
            .claim("c", &["ann", "aides"], &["letter", "note"])
            .build();
        let attributions = &Analysis::of(&brief).attributions[0];
        assert_eq!(attributions.len(), 3);
        assert_eq!(attributions[2].voices.len(), 1);
        assert_eq!(attributions[2].sources.len(), 2);
    }
}
