//! Tells who may say something, and whom a sentence is about.

use std::ops::Range;

use super::language::{Form, Pronoun};
use super::names::run;
use super::noun_phrases::Reader;
use super::tokens::Token;

/// What somebody is has so many words at most.
const MOST_OF_A_ROLE: usize = 3;

impl Reader<'_, '_> {
    /// Says whether a phrase is a name, or its noun is of those that may say something.
    pub(super) fn may_speak(self, phrase: &Range<usize>) -> bool {
        let last = self.head(phrase).last().unwrap_or(phrase.start);
        self.sentence.is_capital(last) || self.language.may_speak(self.word(last))
    }

    /// Says whether words in quote marks are a name among other words: the head of «Tamar Hydro» Emil Krastin.
    pub(super) fn is_name_quoted(self, at: usize) -> bool {
        let is_word = |token: &Token<'_>| token.is_word();
        let quoted = self.sentence.get(at).filter(|token| token.is_quotation());
        let words = quoted.map_or("", |token| token.text);
        let words = words.trim_matches(|c: char| !c.is_alphanumeric() && !".!?,".contains(c));
        let is_before = at.checked_sub(1).is_some_and(|before| {
            self.sentence.get(before).is_some_and(is_word)
                && self.language.verb(self.word(before)).is_empty()
        });
        is_before
            && self.sentence.get(at + 1).is_some_and(is_word)
            && words.starts_with(char::is_uppercase)
            && words.split_whitespace().count() <= MOST_OF_A_ROLE
            && words.ends_with(char::is_alphanumeric)
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
        // Прийшла мерка: no name, but a verb.
        let is_past = at == 0 && name == 1 && rules.past_endings.end(word);
        if is_past && (name..to).any(|at| reader.sentence.is_capital(at)) {
            at += 1;
            continue;
        }
        if name > at {
            return Some(at..named_behind(reader, name, to).unwrap_or(name));
        }
        at += 1;
    }
    None
}

/// Returns where a name ends that follows what somebody is, which begins with a name: Sky pundit Gary Moyle.
fn named_behind(reader: Reader<'_, '_>, start: usize, to: usize) -> Option<usize> {
    let is_small = |at: &usize| {
        let is_word = !reader.word(*at).is_empty() && !reader.sentence.is_capital(*at);
        is_word && reader.language.verb(reader.word(*at)).is_empty()
    };
    let name = start
        + (start..to)
            .take(MOST_OF_A_ROLE)
            .take_while(is_small)
            .count();
    let noun = name.checked_sub(1).filter(|noun| *noun >= start)?;
    let end = run(reader.sentence, name, reader.language);
    (end > name && reader.language.may_be_person(reader.word(noun))).then_some(end)
}
