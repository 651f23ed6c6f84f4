//! Reads the words between commas: a name, a noun of somebody, or what says more of one.

use std::ops::Range;

use super::{Part, Several};
use crate::draft::language::{Form, Pronoun};
use crate::draft::mentions::{Mention, read};
use crate::draft::names::is_outlet;

/// An older person speaks seldom.
const OLDEST: u32 = 120;

impl Several<'_, '_> {
    pub(in crate::draft) fn part(self, words: &Range<usize>) -> Option<Part> {
        let rules = &self.reader.language.rules;
        let language = self.reader.language;
        let first = self.reader.word(words.start);
        let is_small = !self.reader.sentence.is_capital(words.start);
        if words.len() == 1 {
            match self.reader.pronoun(words.start) {
                Some(Pronoun::Relative | Pronoun::Own) => return None,
                Some(_) => return Some(Part::Pronoun),
                None => {}
            }
            if first
                .parse()
                .is_ok_and(|age: u32| (1..=OLDEST).contains(&age))
            {
                return Some(Part::Aside);
            }
        }
        let is_verb = language
            .verb(first)
            .iter()
            .any(|verb| matches!(verb.form, Form::Gerund | Form::Participle | Form::Past));
        let says_more = self.is_with(words.start)
            || rules.prepositions.has(first) && is_small
            || self.reader.pronoun(words.start) == Some(Pronoun::Relative)
            || is_small
                && (is_verb
                    || language.is_participle(first)
                    || rules.gerund_endings.end(first)
                    || language.is_adverb(first) && words.len() == 1);
        if says_more && words.start > 0 {
            return Some(Part::Aside);
        }
        self.phrase(words)
    }

    /// Says whether words say who else may say the same: along with.
    pub(super) fn is_with(self, start: usize) -> bool {
        let beside = &self.reader.language.rules.beside;
        let length = beside.length_at(|index| self.reader.word(start + index));
        length.is_some()
    }

    /// Reads words as a noun phrase of somebody who may speak, and as nothing else.
    fn phrase(self, words: &Range<usize>) -> Option<Part> {
        let rules = &self.reader.language.rules;
        let sentence = self.reader.sentence;
        let start = words.start + usize::from(rules.both.has(self.reader.word(words.start)));
        let is_name = |at: usize| sentence.is_capital(at) && !self.is_no_name(at);
        let is_led = self.is_led(start);
        let mut head_end = words.end;
        let (mut first_small, mut last_small) = (None, None);
        let mut has_name = false;
        for at in start..words.end {
            let token = sentence.get(at)?;
            let word = self.reader.word(at);
            if !token.is_word() {
                if !token.is_mark(".-–'’&/") {
                    return None;
                }
                continue;
            }
            if is_name(at) && !(at == start && is_led) {
                has_name |= at < head_end;
                continue;
            }
            let is_preposition = rules.prepositions.has(word);
            if is_preposition && at == start {
                return None;
            }
            let is_led_again = at > start
                && (rules.determiners.has(word) || rules.possessives.has(word))
                && !rules.prepositions.has(self.reader.word(at - 1));
            if rules.auxiliaries.has(word)
                || rules.subordinators.has(word) && !is_preposition
                || self.reader.pronoun(at).is_some() && !(at == start && is_led)
                || is_led_again
            {
                return None;
            }
            if is_preposition {
                head_end = head_end.min(at);
            } else if at < head_end && !rules.particles.has(word) && !(at == start && is_led) {
                first_small = first_small.or(Some(at));
                last_small = Some(at);
            }
        }
        let last = head_end.checked_sub(1).filter(|last| *last >= start)?;
        // Where nouns have cases, what belongs to the first one follows it.
        let noun = if rules.inflects {
            first_small
        } else {
            last_small
        };
        let is_of_person = noun.is_none_or(|at| self.may_be_one(at));
        let is_office = rules.offices.has(self.reader.word(last));
        let is_titled = rules.inflects && rules.titles.has(self.reader.word(start));
        if is_name(last) && has_name && !is_office {
            return (is_of_person || is_titled).then_some(Part::Name);
        }
        let is_noun = is_office || last_small == Some(last) && is_of_person;
        is_noun.then_some(if is_led || self.is_owned(words) {
            Part::Described
        } else {
            Part::Bare
        })
    }

    /// Says whether a word that a sentence begins with has its capital from that alone.
    fn is_no_name(self, at: usize) -> bool {
        let rules = &self.reader.language.rules;
        let word = self.reader.word(at);
        at == 0
            && (rules.no_names.has(word)
                || rules.prepositions.has(word)
                || rules.inflects && rules.titles.has(word)
                || self.reader.language.is_adverb(word)
                || self.names.long(word).is_empty()
                    && self.reader.language.may_speak(word)
                    && !rules.outlets.has(word))
    }

    pub(super) fn is_led(self, at: usize) -> bool {
        let rules = &self.reader.language.rules;
        let word = self.reader.word(at);
        rules.determiners.has(word)
            || rules.possessives.has(word)
            || rules.numbers.contains_key(word)
    }

    pub(super) fn is_indefinite(self, words: &Range<usize>) -> bool {
        self.reader
            .language
            .rules
            .indefinite
            .has(self.reader.word(words.start))
    }

    /// Says whether an owner stands before the noun of a phrase: his deputy, Ayo's deputy.
    pub(super) fn is_owned(self, words: &Range<usize>) -> bool {
        let rules = &self.reader.language.rules;
        rules.possessives.has(self.reader.word(words.start))
            || words.clone().any(|at| self.reader.word(at).ends_with("'s"))
    }

    /// Says whether a noun may be one of people or of a group.
    fn may_be_one(self, at: usize) -> bool {
        let language = self.reader.language;
        let word = self.reader.word(at);
        !language.rules.documents.has(word)
            && (language.may_speak(word) || language.may_be_person(word))
    }

    /// Says whether a part of a list is somebody by itself: neither Jane, of Jane and Peter Dodd, is, nor
    /// the president, of the president and founder.
    pub(super) fn is_whole(self, words: &Range<usize>, part: Part) -> bool {
        match part {
            Part::Pronoun | Part::Described => true,
            // Where there are no articles, a noun by itself is somebody.
            Part::Bare => self.reader.language.rules.inflects,
            Part::Aside => false,
            Part::Name => match read(self.reader, self.names, words, self.text) {
                Some(Mention::Name { name, role, .. }) => {
                    let language = self.reader.language;
                    let last = name.rsplit(' ').next().unwrap_or(&name);
                    let is_short = !name.contains(' ');
                    let is_initials =
                        is_short && last.len() > 1 && !last.contains(char::is_lowercase);
                    let is_title = language.rules.titles.has(&last.to_lowercase());
                    let is_known = !self.names.long(&name).is_empty();
                    !is_title
                        && if self.is_group(words) {
                            self.is_led(words.start)
                        } else {
                            !is_short
                                || role.is_some()
                                || is_known
                                || is_initials
                                || is_outlet(&name, language)
                        }
                }
                _ => false,
            },
        }
    }
}
