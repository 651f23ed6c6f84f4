//! Finds what stands after a cue: to whom something is said, when and where, and what.

use std::ops::Range;

use super::cues::Cue;
use super::language::Frame;
use super::noun_phrases::Reader;
use super::tokens::Token;

/// A cue, and the words after it.
pub(super) struct Complement<'a, 't, 'c> {
    pub(super) reader: Reader<'a, 't>,
    pub(super) cue: &'c Cue,
    /// Where what is said ends at the latest.
    pub(super) to: usize,
}

impl Complement<'_, '_, '_> {
    /// Returns to whom it is said and what follows the cue.
    pub(super) fn right(&self) -> (Option<Range<usize>>, Range<usize>) {
        let reader = self.reader;
        let rules = &reader.language.rules;
        let mut at = self.cue.end;
        let mut told_to = None;
        if self.cue.frame == Frame::Tells {
            told_to = self.addressee(at);
            if let Some(told_to) = &told_to {
                at = self.after_age(told_to.end);
            }
        }
        if self.cue.frame == Frame::Judges {
            return (told_to, at..self.to);
        }
        // Told him to wait: what is said begins there.
        let is_order = told_to.is_some() && rules.to.has(reader.word(at));
        if self.is_adjunct(at) && at < self.to && !is_order {
            let ends = |at: &usize| {
                reader.sentence.is_mark(*at, ",:")
                    || reader.sentence.is_quotation(*at)
                    || *at > self.cue.end && rules.that.has(reader.word(*at))
            };
            at = (at..self.to).find(ends).unwrap_or(self.to);
        }
        while at < self.to
            && (reader.sentence.is_mark(at, ",:") || rules.introducers.has(reader.word(at)))
        {
            at += 1;
        }
        (told_to, at..self.to)
    }

    /// Goes over the age of whom something is told: told Aron Pike, 48, that …
    fn after_age(&self, at: usize) -> usize {
        let sentence = self.reader.sentence;
        let is_age = sentence.is_mark(at, ",")
            && self.reader.word(at + 1).parse::<u8>().is_ok()
            && !sentence.get(at + 2).is_some_and(Token::is_word);
        if is_age { at + 2 } else { at }
    }

    /// Returns to whom something is told.
    pub(super) fn addressee(&self, at: usize) -> Option<Range<usize>> {
        let reader = self.reader;
        let rules = &reader.language.rules;
        if reader.word(at).is_empty()
            || rules.that.has(reader.word(at))
            || rules.to.has(reader.word(at))
        {
            return None;
        }
        // Told her: …; but told her doctor: …
        let is_owner = rules.possessives.has(reader.word(at))
            && reader
                .sentence
                .get(at + 2)
                .is_some_and(|next| next.is_mark(",:") || next.is_quotation())
            && reader.language.may_be_person(reader.word(at + 1));
        if rules.objects.contains_key(reader.word(at)) && !is_owner {
            return Some(at..at + 1);
        }
        if self.is_adjunct(at) && !rules.determiners.has(reader.word(at)) {
            return None;
        }
        let mut phrase = reader.after(at, self.to)?;
        let first = reader.word(phrase.start);
        // Without an article, a small word alone is it: told reporters the plan …
        if !reader.sentence.is_capital(phrase.start)
            && !rules.determiners.has(first)
            && !rules.possessives.has(first)
        {
            phrase.end = phrase.start + 1;
        }
        phrase.end = self.addressee_end(&phrase);
        Some(phrase)
    }

    /// Returns where an addressee ends before what is told without "that": told Sky News the list had grown,
    /// told Reuters talks would resume.
    fn addressee_end(&self, phrase: &Range<usize>) -> usize {
        let reader = self.reader;
        let rules = &reader.language.rules;
        let begins = |at: &usize| {
            let (word, before) = (reader.word(*at), reader.word(at - 1));
            (rules.determiners.has(word) || rules.possessives.has(word))
                && !rules.that.has(word)
                && !rules.prepositions.has(before)
                && !rules.and.has(before)
        };
        let end = (phrase.start + 1..phrase.end).find(begins);
        let end = end.unwrap_or(phrase.end);
        let is_lower = |at: &usize| !reader.sentence.is_capital(*at);
        let small = (phrase.start + 1..end).rev().take_while(is_lower).last();
        // A clause follows of which the small words are the subject.
        let is_subject = rules.auxiliaries.has(reader.word(end));
        small
            .filter(|small| is_subject && reader.sentence.is_capital(small - 1))
            .unwrap_or(end)
    }

    pub(super) fn is_adjunct(&self, at: usize) -> bool {
        let rules = &self.reader.language.rules;
        let word = self.reader.word(at);
        rules.adjuncts.has(word)
            || rules.times.has(word)
            || self.reader.language.is_adverb(word) && !rules.negations.has(word)
    }

    /// Says whether some words may be what is judged: not the rest of a clause that puts it first, as in
    /// "what it refers to".
    pub(super) fn is_object(&self, content: &Range<usize>) -> bool {
        let reader = self.reader;
        let rules = &reader.language.rules;
        let Some(content) = self.tidy(content.clone()) else {
            return false;
        };
        let (word, next) = (reader.word(content.start), reader.word(content.start + 1));
        let is_preposition = rules.prepositions.has(word);
        let is_cut = is_preposition
            && (content.len() < 2
                || rules.prepositions.has(next)
                    && !reader.sentence.is_quotation(content.start + 1))
            || rules.conjunctions.has(word);
        !is_cut
            && !(content.len() == 1
                && (reader.pronoun(content.start).is_some() || rules.auxiliaries.has(word)))
    }

    /// Says whether it is certain that what follows is said: after "that", a colon, or in quote marks.
    pub(super) fn is_certain(&self, at: usize) -> bool {
        let before = at.saturating_sub(1);
        let is_told = |at: usize| self.reader.language.rules.that.has(self.reader.word(at));
        self.reader.sentence.is_quotation(at)
            || is_told(at)
            || before >= self.cue.end
                && (is_told(before) || self.reader.sentence.is_mark(before, ":"))
            || at >= self.to
    }

    /// Says whether what was said before who said it goes on: The plan, Ayo said, is to wait.
    pub(super) fn goes_on_saying(&self, at: usize) -> bool {
        let rules = &self.reader.language.rules;
        let word = self.reader.word(at);
        self.reader.sentence.is_quotation(at)
            || rules.auxiliaries.has(word)
            || rules.conjunctions.has(word)
            || rules.that.has(word)
    }

    /// Says whether the sentence ends with the cue, and a colon: In a letter she wrote:
    pub(super) fn introduces(&self) -> bool {
        let sentence = self.reader.sentence;
        self.to == sentence.len() && self.to > self.cue.end && sentence.is_mark(self.to - 1, ":")
    }

    pub(super) fn has_clause(&self, content: Range<usize>) -> bool {
        self.tidy(content).is_some_and(|content| content.len() > 1)
    }

    /// Leaves out marks and small words at the ends.
    pub(super) fn tidy(&self, mut content: Range<usize>) -> Option<Range<usize>> {
        let reader = self.reader;
        let is_edge = |at: usize| {
            reader
                .sentence
                .get(at)
                .is_some_and(|token| !token.is_word() && !token.is_quotation())
        };
        while content.start < content.end
            && (is_edge(content.start)
                || reader
                    .language
                    .rules
                    .openers
                    .has(reader.word(content.start)))
        {
            content.start += 1;
        }
        while content.start < content.end && is_edge(content.end - 1) {
            content.end -= 1;
        }
        (content.start < content.end).then_some(content)
    }
}
