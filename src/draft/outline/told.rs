//! Says to whom something was told, and which outlets are named beside it.

use super::{Article, Maker, Place};
use crate::capture::Record;
use crate::draft::claims::Claim;
use crate::draft::language::Pronoun;
use crate::draft::names::is_outlet;
use crate::draft::outlets::bare;

impl Maker {
    /// Returns to whom something was told: to us is to who published the article, if that is known.
    pub(super) fn told_to(&self, words: &str, (article, id): (&Article<'_>, &str)) -> String {
        let rules = &self.language.rules;
        let lower = words.to_lowercase();
        let publisher = article.record.and_then(Record::publisher);
        let name = bare(words, self.language);
        if let Some(own) = self.voices.outlets.own(name, id) {
            return own.to_owned();
        }
        match (rules.objects.get(&lower), publisher) {
            (Some(Pronoun::Own), Some(publisher)) => publisher.to_owned(),
            (Some(_), _) => format!("TODO: who is meant: {words}"),
            // The agency: some outlet that is named elsewhere.
            (None, _) if rules.outlets.has(name) => format!("TODO: who is meant: {words}"),
            // As its source is called.
            (None, _) if is_outlet(name, self.language) => name.to_owned(),
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
        for (at, name) in &place.reading.outlets {
            let is_here = claim.sentences.iter().any(|sentence| sentence.contains(at))
                && !told_to.is_some_and(|told_to| told_to.contains(at));
            let is_own = self.voices.outlets.own(name, place.id).is_some();
            if is_here && !is_own && !is_voice(name) && !named.contains(name) {
                named.push(name.clone());
            }
        }
        named
    }
}
