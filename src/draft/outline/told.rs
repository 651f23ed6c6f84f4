//! Says to whom something was told, and which outlets are named beside it.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::{Maker, Place};
use crate::capture::Record;
use crate::draft::claims::Claim;
use crate::draft::language::Pronoun;
use crate::draft::outlets::bare;
use crate::draft::read::plain;
use crate::draft::speakers::SpeakerKind;

impl Maker {
    /// Returns to whom something was told: to us is to who published the article, if that is known.
    pub(super) fn told_to(&self, words: &str, place: &Place<'_>) -> String {
        let rules = &self.language.rules;
        let lower = words.to_lowercase();
        let publisher = place.article.record.and_then(Record::publisher);
        let name = bare(words, self.language);
        if let Some(own) = self.voices.outlets.own(name, place.id, self.language) {
            return own.to_owned();
        }
        match (rules.objects.get(&lower), publisher) {
            (Some(Pronoun::Own), Some(publisher)) => publisher.to_owned(),
            (Some(_), _) => format!("TODO: who is meant: {words}"),
            // The agency: some outlet that is named elsewhere.
            (None, _) if rules.outlets.has(name) => format!("TODO: who is meant: {words}"),
            // As its source is called.
            (None, _) if place.reading.is_outlet(name, self.language) => name.to_owned(),
            (None, _) => words.to_owned(),
        }
    }

    /// Returns the outlets that the sentences of a claim name, but for its voices, those to whom it was told and the
    /// article's own.
    pub(super) fn named(&self, claim: &Claim, place: &Place<'_>, voices: &[usize]) -> Vec<String> {
        let mut named: Vec<String> = Vec::new();
        let is_voice = |name: &str| {
            let mut voices = voices
                .iter()
                .filter_map(|voice| self.voices.all.get(*voice));
            voices.any(|voice| voice.name == name)
        };
        let told_to = claim.told_to.as_ref();
        named.extend(told_to.and_then(|told_to| self.unknown(told_to, place)));
        for (at, name) in &place.reading.outlets {
            // Whether NPA is an outlet is left open where it is told something.
            let is_told = told_to.is_some_and(|told_to| told_to.contains(at))
                && !place.reading.initials.are_doubtful(name);
            let is_here = claim.sentences.iter().any(|sentence| sentence.contains(at)) && !is_told;
            let is_relay = claim
                .relay
                .and_then(|relay| place.reading.speakers.get(relay))
                .is_some_and(|relay| relay.name == *name && relay.kind == SpeakerKind::Outlet);
            let is_own = self
                .voices
                .outlets
                .own(name, place.id, self.language)
                .is_some();
            if is_here && !is_own && !is_relay && !is_voice(name) && !named.contains(name) {
                named.push(name.clone());
            }
        }
        named
    }

    /// Returns the words by which an outlet, or what may be one, has a claim from somebody: citing an official.
    pub(super) fn cited(&self, claim: &Claim, place: &Place<'_>) -> Option<String> {
        let reading = place.reading;
        let speaker = reading.speakers.get(claim.speaker?)?;
        let text = place.read.text.as_str();
        let is_quoted = |at: usize| claim.quotes.iter().any(|quote| quote.contains(&at));
        let mut cited = claim.sentences.iter().filter_map(|sentence| {
            let words = text.get(sentence.clone())?;
            let mut starts = words.split_word_bound_indices();
            let (at, _) = starts.find(|(at, word)| {
                let is_citing = self.language.rules.citing.has(&word.to_lowercase());
                is_citing && !is_quoted(sentence.start + at)
            })?;
            let from = words.get(at..)?;
            plain(from.split([',', ';', '.', '“', '"', '«']).next()?)
        });
        reading.may_be_outlet(speaker).then(|| cited.next())?
    }

    /// Returns the name to which something was told, if it is a single one of which the article does not say what it
    /// is: told Interfax.
    fn unknown(&self, told_to: &Range<usize>, place: &Place<'_>) -> Option<String> {
        let rules = &self.language.rules;
        let name = plain(place.read.text.get(told_to.clone())?)?;
        let lower = name.to_lowercase();
        let is_body = [
            &rules.groups,
            &rules.organisations,
            &rules.titles,
            &rules.no_names,
        ];
        let is_known = name.contains(' ')
            || !name.starts_with(char::is_uppercase)
            || rules.inflects
            || self.language.is_plural(&lower)
            || is_body.iter().any(|list| list.has(&lower))
            || rules.objects.contains_key(&lower)
            || place.reading.is_outlet(&name, self.language)
            || place.reading.initials.are_doubtful(&name)
            || !place.reading.names.long(&name).is_empty()
            || self
                .voices
                .outlets
                .own(&name, place.id, self.language)
                .is_some();
        (!is_known).then_some(name)
    }
}
