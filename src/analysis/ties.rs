//! Tells who speaks in which work, within one claim.
//!
//! A claim lists its voices and the works that carry it first; who of them speaks in which work
//! is not in the file. It is known in two cases: an outlet's own reporting stands in that
//! outlet's work, and a document carries the words of those who signed it. Whatever that leaves
//! open is taken to hang together, so that origins are never counted apart on a guess: a voice
//! that is left over may speak in every work that nobody signed, and a work that is left over
//! may carry every voice that is not an outlet's own.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Brief, Claim, Line, SourceId, VoiceId, VoiceKind};

/// Voices of a claim and works of it: each of these voices speaks in each of these works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tie {
    /// The voices, at least one, each once.
    pub(crate) voices: Vec<VoiceId>,
    /// The works that carry the claim first, at least one, each once.
    pub(crate) works: Vec<SourceId>,
}

impl Tie {
    /// Says whether the tie is the writer's own: a judgement from these works, no report.
    pub(crate) fn is_judgement(&self, brief: &Brief) -> bool {
        self.voices.iter().all(|id| brief.voice(*id).is_writer())
    }
}

/// Ties the voices of every claim to its works; by claim.
///
/// Every voice and every work of a claim is in a tie, except that the writer is in none where
/// others speak too: a judgement is no report, and joins no works.
pub(super) fn of(brief: &Brief) -> Vec<Vec<Tie>> {
    let mut binder = Binder {
        brief,
        signatories: signatories(brief),
        voice_seen: vec![0; brief.voices().len()],
        work_seen: vec![0; brief.sources().len()],
        round: 0,
    };
    brief
        .claims()
        .map(|(_, claim)| binder.ties(claim))
        .collect()
}

/// Finds, for every document, the named voices that signed it: a person or a group whose name
/// is among its authors or, if it has none, is its publisher.
fn signatories(brief: &Brief) -> Vec<Vec<VoiceId>> {
    let mut by_name: BTreeMap<&str, Vec<VoiceId>> = BTreeMap::new();
    for (id, voice) in brief.voices() {
        if let VoiceKind::Person { name, .. } | VoiceKind::Group { name, .. } = &voice.kind {
            by_name.entry(name).or_default().push(id);
        }
    }
    let signed_by = |names: &[Line]| -> Vec<VoiceId> {
        let signed = names.iter().filter_map(|name| by_name.get(&**name));
        signed.flatten().copied().collect()
    };
    brief
        .sources()
        .map(|(_, source)| match source.author.as_slice() {
            _ if !source.kind.is_document() => Vec::new(),
            [] => signed_by(source.publisher.as_slice()),
            authors => signed_by(authors),
        })
        .collect()
}

struct Binder<'a> {
    brief: &'a Brief,
    signatories: Vec<Vec<VoiceId>>,
    /// In which round a voice was last seen: lists are searched without being gone through.
    voice_seen: Vec<usize>,
    work_seen: Vec<usize>,
    round: usize,
}

impl Binder<'_> {
    fn ties(&mut self, claim: &Claim) -> Vec<Tie> {
        let (voices, works) = self.distinct(claim);
        let alone = voices.len() == 1 && self.own_work(voices[0]).is_none();
        if alone || works.len() == 1 {
            return vec![Tie { voices, works }];
        }
        let mut known = Vec::new();
        let mut general = Vec::new();
        for &voice in &voices {
            match self.own_work(voice) {
                Some(work) => known.push(tie(&[voice], &[work])),
                None => general.push(voice),
            }
        }
        let mut unsigned = Vec::new();
        for &work in &works {
            let signed = self.signed_by(work);
            if signed.is_empty() {
                unsigned.push(work);
            } else {
                known.push(tie(&signed, &[work]));
            }
        }
        let voices_left = beyond(&general, known.iter().flat_map(|tie| &tie.voices));
        let works_left = beyond(&unsigned, known.iter().flat_map(|tie| &tie.works));
        let guessed = match (voices_left.as_slice(), works_left.as_slice()) {
            ([], []) => None,
            ([], rest) => Some(tie(first_unless_empty(&general, &voices), rest)),
            (rest, []) => Some(tie(rest, first_unless_empty(&unsigned, &works))),
            (_, _) => Some(tie(&general, &unsigned)),
        };
        known.extend(guessed);
        known
    }

    /// Lists the voices and the works of a claim, each once, the writer only if alone.
    fn distinct(&mut self, claim: &Claim) -> (Vec<VoiceId>, Vec<SourceId>) {
        self.round += 1;
        let mut voices: Vec<VoiceId> = claim.voices.to_vec();
        let mut works: Vec<SourceId> = claim.sources.to_vec();
        let is_writer = |id: &VoiceId| self.brief.voice(*id).is_writer();
        if !voices.iter().all(is_writer) {
            voices.retain(|id| !is_writer(id));
        }
        let round = self.round;
        let is_new = |seen: &mut usize| std::mem::replace(seen, round) != round;
        voices.retain(|id| is_new(&mut self.voice_seen[id.index()]));
        works.retain(|id| is_new(&mut self.work_seen[id.index()]));
        (voices, works)
    }

    /// Returns the work that a voice is the own reporting of, if it is one of the claim's.
    fn own_work(&self, id: VoiceId) -> Option<SourceId> {
        let VoiceKind::Outlet(work) = self.brief.voice(id).kind else {
            return None;
        };
        (self.work_seen[work.index()] == self.round).then_some(work)
    }

    fn signed_by(&self, work: SourceId) -> Vec<VoiceId> {
        let signatories = self.signatories[work.index()].iter().copied();
        signatories
            .filter(|id| self.voice_seen[id.index()] == self.round)
            .collect()
    }
}

/// Lists those of some voices or works that are in no tie yet.
fn beyond<'a, I: Copy + Ord + 'a>(items: &[I], tied: impl Iterator<Item = &'a I>) -> Vec<I> {
    let tied: BTreeSet<&I> = tied.collect();
    let left = items.iter().filter(|item| !tied.contains(item));
    left.copied().collect()
}

fn first_unless_empty<'a, T>(first: &'a [T], second: &'a [T]) -> &'a [T] {
    if first.is_empty() { second } else { first }
}

fn tie(voices: &[VoiceId], works: &[SourceId]) -> Tie {
    Tie {
        voices: voices.to_vec(),
        works: works.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::sample::Sample;

    fn ties(voices: &[&str], works: &[&str]) -> String {
        let brief = Sample::new()
            .person("ann")
            .person("bob")
            .writer("desk")
            .work("times", &[])
            .work("post", &[])
            .document("letter", "ann")
            .document("reply", "bob")
            .outlet("times-own", "times")
            .outlet("post-own", "post")
            .claim("c", voices, works)
            .build();
        let listed: Vec<String> = super::of(&brief)[0]
            .iter()
            .map(|tie| {
                let voices: Vec<&str> =
                    tie.voices.iter().map(|id| &*brief.voice(*id).key).collect();
                let works: Vec<&str> = tie.works.iter().map(|id| &*brief.source(*id).key).collect();
                format!("{} in {}", voices.join("+"), works.join("+"))
            })
            .collect();
        listed.join("; ")
    }

    #[test]
    fn voices_speak_in_every_work_unless_known_better() {
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
            (&["desk", "ann"], &["times", "post"], "ann in times+post"),
            (&["desk"], &["times", "post"], "desk in times+post"),
        ];
        for (voices, works, expected) in cases {
            assert_eq!(ties(voices, works), *expected, "{voices:?} {works:?}");
        }
    }

    #[test]
    fn a_voice_without_a_work_of_its_own_has_all() {
        let brief = Sample::new()
            .person("ann")
            .anonymous("aides", Some(2))
            .document("letter", "ann")
            .document("note", "ann")
            .claim("c", &["ann", "aides"], &["letter", "note"])
            .build();
        let ties = &super::of(&brief)[0];
        assert_eq!(ties.len(), 3);
        assert_eq!(ties[2].voices.len(), 1);
        assert_eq!(ties[2].works.len(), 2);
    }
}
