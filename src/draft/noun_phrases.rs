//! Finds the noun phrases beside a verb: who says something.

use std::ops::Range;

use super::language::{Language, Pronoun};
use super::names::run;
use super::tokens::{Kind, Sentence, Token};

/// An insertion between commas that is longer is none.
const LONGEST_INSERTION: usize = 30;

/// A sentence and the rules of its language.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a, 't> {
    pub(super) sentence: &'a Sentence<'t>,
    pub(super) language: &'a Language,
}

impl<'a> Reader<'a, '_> {
    pub(super) fn word(&self, index: usize) -> &'a str {
        self.sentence.word(index)
    }

    pub(super) fn pronoun(&self, index: usize) -> Option<Pronoun> {
        let pronoun = self.language.rules.pronouns.get(self.word(index)).copied();
        pronoun.filter(|_| !self.is_in_capitals(index))
    }

    /// Says whether a word is in capitals: the WHO is nobody's pronoun.
    fn is_in_capitals(&self, at: usize) -> bool {
        let text = self.sentence.get(at).map_or("", |token| token.text);
        text.len() > 1 && text.chars().all(char::is_uppercase)
    }

    /// Returns the noun phrase that ends before a token, and begins at `from` or later.
    pub(super) fn before(&self, from: usize, end: usize) -> Option<Range<usize>> {
        let end = self.without_time(from, end);
        let last = end.checked_sub(1).filter(|last| *last >= from)?;
        if self.sentence.is_mark(last, ",") {
            let opening = self.insertion(from, last)?;
            let opening = self.relative_before(from, opening).unwrap_or(opening);
            // Ayo, meanwhile, who …, said
            let is_aside = opening.checked_sub(1).is_some_and(|at| {
                self.language.is_adverb(self.word(at))
                    && self.sentence.is_mark(at.saturating_sub(1), ",")
            });
            let opening = if is_aside {
                opening.saturating_sub(2)
            } else {
                opening
            };
            let phrase = self.before(from, opening)?;
            // Her deputy, Emeka Bell, said
            let name = opening + 1..last;
            let is_name = run(self.sentence, name.start, self.language) == last
                && (name.len() > 1 || self.is_of_one(&phrase));
            if is_name && !self.sentence.is_capital(phrase.end - 1) {
                return Some(name);
            }
            let outer = phrase.start.checked_sub(1).filter(|at| {
                self.sentence.is_mark(*at, ",")
                    && self.language.rules.determiners.has(self.word(phrase.start))
            });
            // Ayo, a delegate from Onitsha, Anambra, said
            let outer = outer
                .and_then(|comma| self.before(from, comma))
                .filter(|outer| self.sentence.is_capital(outer.end - 1));
            return Some(outer.unwrap_or(phrase));
        }
        if self.sentence.is_mark(last, "—–-)") {
            let opening = (from..last)
                .rev()
                .find(|at| self.sentence.is_mark(*at, "—–-("))?;
            return self.before(from, opening);
        }
        if !self.sentence.get(last)?.is_word() {
            return None;
        }
        match self.pronoun(last) {
            Some(Pronoun::Relative) => {
                let comma = last
                    .checked_sub(1)
                    .filter(|at| self.sentence.is_mark(*at, ","));
                let antecedent = self.before(from, comma.unwrap_or(last));
                return antecedent.or(Some(last..end));
            }
            Some(_) => return Some(last..end),
            None if self.is_small(last) => return None,
            None => {}
        }
        let start = self.start(from, last);
        if let Some(antecedent) = self.antecedent(from, start) {
            return Some(antecedent.start..end);
        }
        let start = self.without_lead_in(start, end)?;
        (start < end).then_some(start..end)
    }

    /// Says whether a phrase is of one person whom a name may follow: her lawyer, Ibekwe, …
    fn is_of_one(&self, phrase: &Range<usize>) -> bool {
        let rules = &self.language.rules;
        let first = self.word(phrase.start);
        let is_led =
            rules.determiners.has(first) || rules.possessives.has(first) || first.ends_with("'s");
        is_led && self.language.is_of_person(self.word(phrase.end - 1))
    }

    /// Says whether a word can end no noun phrase.
    fn is_small(&self, at: usize) -> bool {
        let rules = &self.language.rules;
        let word = self.word(at);
        !self.sentence.is_capital(at)
            && (rules.prepositions.has(word)
                || rules.subordinators.has(word)
                || rules.conjunctions.has(word)
                || rules.auxiliaries.has(word))
    }

    /// Returns the phrase that a relative clause before some words belongs to: people who have seen it.
    fn antecedent(&self, from: usize, start: usize) -> Option<Range<usize>> {
        let rules = &self.language.rules;
        let mut at = start;
        while at > from
            && (rules.auxiliaries.has(self.word(at - 1))
                || self.language.is_adverb(self.word(at - 1)))
        {
            at -= 1;
        }
        let relative = at
            .checked_sub(1)
            .filter(|at| *at > from && self.pronoun(*at) == Some(Pronoun::Relative))?;
        let is_noun = self.sentence.get(relative - 1).is_some_and(Token::is_word)
            && !self.is_small(relative - 1)
            && self.language.verb(self.word(relative - 1)).is_empty();
        if is_noun {
            self.before(from, relative)
        } else {
            None
        }
    }

    /// Goes back over when something was said: on Thursday, earlier this week.
    pub(super) fn without_time(&self, from: usize, end: usize) -> usize {
        let rules = &self.language.rules;
        let mut start = end;
        while start > from + 1 && rules.times.has(self.word(start - 1)) {
            start -= 1;
        }
        if start == end {
            return end;
        }
        while start > from + 1 {
            let word = self.word(start - 1);
            if !(rules.determiners.has(word) || rules.adjuncts.has(word)) {
                break;
            }
            start -= 1;
        }
        start
    }

    /// Returns the comma that opens the insertion which one closes.
    fn insertion(&self, from: usize, closing: usize) -> Option<usize> {
        let shortest = closing.saturating_sub(LONGEST_INSERTION).max(from);
        let opening = (shortest..closing)
            .rev()
            .find(|at| self.sentence.is_mark(*at, ","))?;
        let is_open = (opening..closing).all(|at| !self.sentence.is_quotation(at));
        is_open.then_some(opening)
    }

    /// Returns the comma that opens the relative clause of which a reason after another comma is a part: an
    /// official, who asked not to be named, because …, said.
    fn relative_before(&self, from: usize, opening: usize) -> Option<usize> {
        let rules = &self.language.rules;
        let is_relative = |at: usize| self.pronoun(at) == Some(Pronoun::Relative);
        let is_reason = rules
            .because
            .length_at(|index| self.word(opening + 1 + index));
        is_reason?;
        let comma = self.insertion(from, opening)?;
        is_relative(comma + 1).then_some(comma)
    }

    /// Returns where the words begin that may be one phrase with the one at `last`.
    fn start(&self, from: usize, last: usize) -> usize {
        let mut start = last;
        while start > from && self.joins(start - 1, start) {
            start -= 1;
        }
        while start < last
            && self
                .sentence
                .get(start)
                .is_some_and(|token| !token.is_word())
        {
            start += 1;
        }
        start
    }

    /// Says whether a token is of the phrase that the next token is of.
    fn joins(&self, at: usize, next: usize) -> bool {
        let Some(token) = self.sentence.get(at) else {
            return false;
        };
        let rules = &self.language.rules;
        match token.kind {
            Kind::Quotation(_) => false,
            Kind::Mark => {
                token.is_mark(".'’&/%$")
                    || token.is_mark("-–")
                        && token.at.end == self.sentence.bytes(&(next..next + 1)).start
            }
            Kind::Word => {
                let word = token.lower.as_str();
                if rules.conjunctions.has(word) {
                    return rules.and.has(word) && self.is_list(at);
                }
                !(rules.auxiliaries.has(word)
                    || rules.subordinators.has(word) && !self.is_in_capitals(at)
                    || self.pronoun(at).is_some()
                    || !token.is_capital() && self.language.is_adverb(word)
                    || self.is_verb_with_object(at))
            }
        }
    }

    /// Says whether names or plurals stand on both sides of an "and".
    fn is_list(&self, and: usize) -> bool {
        let Some(before) = and.checked_sub(1) else {
            return false;
        };
        let is_name = |at: usize| self.sentence.is_capital(at);
        let is_plural = |at: usize| {
            self.language.is_plural(self.word(at)) && self.language.verb(self.word(at)).is_empty()
        };
        is_name(before)
            && (is_name(and + 1) || self.language.rules.determiners.has(self.word(and + 1)))
            || is_plural(before) && !self.language.rules.determiners.has(self.word(and + 1))
    }

    /// Says whether an "and" joins a phrase with another name, which may be of somebody who says the same.
    pub(super) fn is_one_of_several(&self, phrase: &Range<usize>) -> bool {
        let is_and = |at: usize| self.language.rules.and.has(self.word(at));
        let is_plain = |at: usize| self.language.verb(self.word(at)).is_empty();
        let is_last = phrase
            .start
            .checked_sub(2)
            .is_some_and(|before| is_and(before + 1) && self.sentence.is_capital(before));
        // A title may stand before the other name.
        let mut after = phrase.end + 1..phrase.end + 4;
        let name = after.find(|at| self.sentence.is_capital(*at));
        let goes_on = name.is_some_and(|name| (phrase.end + 1..name).all(is_plain));
        is_last || is_and(phrase.end) && goes_on
    }

    /// Says whether a word is a verb in the past, and another phrase begins after it.
    fn is_verb_with_object(&self, at: usize) -> bool {
        use super::language::Form;
        let rules = &self.language.rules;
        let after = self.word(at + 1);
        let begins = self.sentence.is_capital(at + 1)
            || rules.determiners.has(after)
            || rules.possessives.has(after);
        let is_past = |verb: &super::language::VerbForm| verb.form == Form::Past;
        begins
            && !self.sentence.is_capital(at)
            && self.language.verb(self.word(at)).iter().any(is_past)
    }

    /// Leaves out what the sentence begins with before the phrase: In Iowa the mayor.
    fn without_lead_in(&self, start: usize, end: usize) -> Option<usize> {
        let rules = &self.language.rules;
        let is_lead_in = |at: usize| {
            let word = self.word(at);
            rules.prepositions.has(word)
                || rules.times.has(word)
                    && !rules.determiners.has(self.word(at))
                    && at + 1 < end
                    && at == start
        };
        if !is_lead_in(start) {
            return Some(start);
        }
        let begins = |at: &usize| {
            let word = self.word(*at);
            rules.determiners.has(word)
                || rules.possessives.has(word)
                || rules.numbers.contains_key(word)
        };
        if let Some(at) = (start + 2..end).find(begins)
            && !rules.prepositions.has(self.word(at - 1))
        {
            return Some(at);
        }
        let last = (start..end)
            .rev()
            .find(|at| rules.prepositions.has(self.word(*at)));
        let after = last.map_or(start, |at| at + 1);
        // In 2012 Ayo.
        let capital = (after..end)
            .rev()
            .take_while(|at| self.sentence.is_capital(*at) || self.sentence.is_mark(*at, "."));
        let name = capital.last().unwrap_or(after);
        (name > start + 1).then_some(name)
    }

    /// Returns the noun phrase that begins with a token, and ends before `to`.
    pub(super) fn after(&self, from: usize, to: usize) -> Option<Range<usize>> {
        let rules = &self.language.rules;
        let first = self
            .sentence
            .get(from)
            .filter(|token| token.is_word() && from < to)?;
        if self.pronoun(from).is_some() {
            return Some(from..from + 1);
        }
        let word = first.lower.as_str();
        if !first.is_capital()
            && (rules.prepositions.has(word)
                || rules.auxiliaries.has(word)
                || rules.subordinators.has(word) && !rules.determiners.has(word)
                || rules.conjunctions.has(word)
                || self.language.is_adverb(word) && !rules.determiners.has(word))
        {
            return None;
        }
        let mut end = from + 1;
        while end < to && self.goes_on(end) {
            end += 1;
        }
        while end > from + 1
            && (self.sentence.is_mark(end - 1, ".-–/")
                || rules.of.has(self.word(end - 1))
                || rules.determiners.has(self.word(end - 1)))
        {
            end -= 1;
        }
        Some(from..end)
    }

    /// Says whether a token goes on with the phrase before it.
    fn goes_on(&self, at: usize) -> bool {
        let rules = &self.language.rules;
        let Some(token) = self.sentence.get(at) else {
            return false;
        };
        let word = token.lower.as_str();
        match token.kind {
            Kind::Quotation(_) => false,
            Kind::Mark => token.is_mark(".&/'’") && self.sentence.get(at + 1).is_some(),
            Kind::Word if rules.conjunctions.has(word) => rules.and.has(word) && self.is_list(at),
            Kind::Word if rules.prepositions.has(word) => rules.links.has(word),
            Kind::Word => {
                // Олена Крук журналістам: to whom.
                let is_case = rules.inflects
                    && !token.is_capital()
                    && self.sentence.is_capital(at - 1)
                    && rules.adjuncts.has(word);
                // Radio 4's Today: a name.
                let is_owned = token.is_capital() && self.word(at - 1).ends_with("'s");
                let is_named = is_owned
                    || rules.recent.has(word)
                    || rules.definite.has(self.word(at - 1))
                    || rules.titles.has(self.word(at - 1));
                let is_time = rules.times.has(word) && !is_named;
                !(rules.auxiliaries.has(word)
                    || is_case
                    || is_time
                    || rules.subordinators.has(word) && !self.is_in_capitals(at)
                    || self.pronoun(at).is_some()
                    || !token.is_capital() && rules.adverbs.has(word))
            }
        }
    }
}
