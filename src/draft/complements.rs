//! Finds what stands after a cue: to whom something is said, when and where, and what.

use std::ops::Range;

use super::cues::Cue;
use super::language::Frame;
use super::noun_phrases::Reader;

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
                at = told_to.end;
            }
        }
        if self.cue.frame == Frame::Judges {
            return (told_to, at..self.to);
        }
        if self.is_adjunct(at) && at < self.to {
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
        if rules.objects.has(reader.word(at)) {
            return Some(at..at + 1);
        }
        if self.is_adjunct(at) {
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
        Some(phrase)
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
