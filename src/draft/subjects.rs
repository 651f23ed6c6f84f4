//! Tells who may say something, and whom a sentence is about.

use std::ops::Range;

use super::language::{Form, Pronoun};
use super::names::run;
use super::noun_phrases::Reader;

impl Reader<'_, '_> {
    /// Says whether a phrase is a name, or its noun is of those that may say something.
    pub(super) fn may_speak(self, phrase: &Range<usize>) -> bool {
        let last = self.head(phrase).last().unwrap_or(phrase.start);
        self.sentence.is_capital(last) || self.language.may_speak(self.word(last))
    }

    /// Says whether what says something is a poll, a report or their like.
    pub(super) fn is_document(self, phrase: &Range<usize>) -> bool {
        let documents = &self.language.rules.documents;
        self.head(phrase).any(|at| documents.has(self.word(at)))
    }

    /// Says whether the noun of a phrase, which is not its last word, stands for several.
    pub(super) fn is_of_several(self, phrase: &Range<usize>) -> bool {
        let relative = |at: &usize| self.pronoun(*at) == Some(Pronoun::Relative);
        let noun = self.head(phrase).take_while(|at| !relative(at)).last();
        noun.is_some_and(|noun| noun + 1 < phrase.end && self.language.is_plural(self.word(noun)))
    }

    /// Returns the words of a phrase up to its first preposition.
    fn head(self, phrase: &Range<usize>) -> impl Iterator<Item = usize> {
        let start = phrase.start;
        let prepositions = &self.language.rules.prepositions;
        phrase
            .clone()
            .take_while(move |at| *at == start || !prepositions.has(self.word(*at)))
    }
}

/// Returns the first phrase of a sentence that may be its subject.
pub(super) fn main_subject(reader: Reader<'_, '_>, to: usize) -> Option<Range<usize>> {
    let rules = &reader.language.rules;
    let mut at = 0;
    while at < to {
        let word = reader.word(at);
        if rules.prepositions.has(word) || rules.subordinators.has(word) && at == 0 {
            // A lead-in ends with a comma.
            let comma = (at..to)
                .take(14)
                .find(|at| reader.sentence.is_mark(*at, ","));
            at = comma.unwrap_or(at) + 1;
            continue;
        }
        if reader
            .pronoun(at)
            .is_some_and(|pronoun| pronoun != Pronoun::Relative)
            || rules.determiners.has(word)
        {
            let phrase = reader.after(at, to)?;
            let is_verb = |at: &usize| {
                reader
                    .language
                    .verb(reader.word(*at))
                    .iter()
                    .any(|verb| verb.form != Form::Base)
            };
            let end = (phrase.start + 2..phrase.end)
                .find(is_verb)
                .unwrap_or(phrase.end);
            return Some(phrase.start..end);
        }
        let name = run(reader.sentence, at, reader.language);
        if name > at {
            return Some(at..name);
        }
        at += 1;
    }
    None
}
