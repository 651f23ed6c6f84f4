//! Takes over what a brief uses of the files that it includes.

use std::collections::HashSet;

use crate::load::{Document, Entries, Shared, Source, Text, Voice};

/// Adds to a document the voices and sources of included files that it mentions, one by way of
/// another, and those whose ids it has already, to be reported. What a brief does not mention is for
/// other briefs.
pub(crate) fn include(document: &mut Document, included: Vec<Shared>) {
    let mut voices = Wanted::of(&document.voices);
    let mut sources = Wanted::of(&document.sources);
    for claim in &document.claims {
        let spoken = claim.quotes.iter().flat_map(|quote| quote.voice.iter());
        voices.want(claim.voice.iter().chain(spoken));
        sources.want(claim.source.iter().chain(claim.found_out_by.iter()));
    }
    voices.want(document.positions.iter().map(|position| &position.of));
    voices.want(document.gaps.iter().flat_map(|gap| gap.of.iter()));
    for (_, voice) in &document.voices {
        of_voice(voice, &mut voices, &mut sources);
    }
    for (_, source) in &document.sources {
        of_source(source, &mut sources);
    }
    let (mut all_voices, mut all_sources) = (Vec::new(), Vec::new());
    for shared in included {
        all_voices.extend(shared.voices.0.into_iter().map(Some));
        all_sources.extend(shared.sources.0.into_iter().map(Some));
    }
    // Two files that know one id are at odds, whether or not it is used here.
    voices.want_repeated(&all_voices);
    sources.want_repeated(&all_sources);
    let mut taken = (Vec::new(), Vec::new());
    // What is taken may mention others, before it or after.
    loop {
        let before = taken.0.len() + taken.1.len();
        for (at, (id, voice)) in taken_from(&mut all_voices, &mut voices) {
            of_voice(&voice, &mut voices, &mut sources);
            taken.0.push((at, (id, voice)));
        }
        for (at, (id, source)) in taken_from(&mut all_sources, &mut sources) {
            of_source(&source, &mut sources);
            taken.1.push((at, (id, source)));
        }
        if taken.0.len() + taken.1.len() == before {
            break;
        }
    }
    taken.0.sort_by_key(|(at, _)| *at);
    taken.1.sort_by_key(|(at, _)| *at);
    let entries = taken.0.into_iter().map(|(_, entry)| entry);
    document.voices.0.extend(entries);
    let entries = taken.1.into_iter().map(|(_, entry)| entry);
    document.sources.0.extend(entries);
}

/// The ids of one kind that are mentioned or defined.
struct Wanted(HashSet<String>);

impl Wanted {
    fn of<T>(entries: &Entries<T>) -> Self {
        Self(entries.iter().map(|(id, _)| id.value.clone()).collect())
    }

    fn want<'t>(&mut self, ids: impl IntoIterator<Item = &'t Text>) {
        self.0.extend(ids.into_iter().map(|id| id.value.clone()));
    }

    fn want_repeated<T>(&mut self, entries: &[Option<(Text, T)>]) {
        let mut seen = HashSet::new();
        let ids = entries.iter().flatten().map(|(id, _)| id);
        self.want(ids.filter(|id| !seen.insert(id.as_str())));
    }
}

fn of_voice(voice: &Voice, voices: &mut Wanted, sources: &mut Wanted) {
    voices.want(voice.one_of.iter().chain(&voice.speaks_for));
    sources.want(&voice.outlet);
}

fn of_source(source: &Source, sources: &mut Wanted) {
    sources.want(source.through.iter().chain(source.draws_on.iter()));
}

/// Takes the entries that are wanted out of a list, each with its place in it.
fn taken_from<T>(
    entries: &mut [Option<(Text, T)>],
    wanted: &mut Wanted,
) -> Vec<(usize, (Text, T))> {
    let mut taken = Vec::new();
    for (at, entry) in entries.iter_mut().enumerate() {
        if entry
            .as_ref()
            .is_some_and(|(id, _)| wanted.0.contains(&id.value))
        {
            taken.extend(entry.take().map(|entry| (at, entry)));
        }
    }
    taken
}
