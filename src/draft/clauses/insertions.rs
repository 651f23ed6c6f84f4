//! Reads clauses that others are inserted in: The council, said Ayo, will meet.

use std::ops::Range;

use super::Builder;
use crate::draft::cues::Voice;
use crate::draft::language::{Frame, Pronoun};

/// So many words are no whole sentence.
const MOST_BEGUN: usize = 3;

impl Builder<'_, '_, '_> {
    /// Returns what is said before a cue that who speaks follows, and after who speaks.
    pub(super) fn around(&self, after: usize, is_quoted: bool) -> Vec<Range<usize>> {
        let reader = self.reader;
        let left = self.from()..self.cue.start;
        let is_begun = !is_quoted && self.is_begun(&left) && reader.sentence.is_mark(after, ",");
        let mut contents = vec![left];
        if is_begun {
            contents.push(after + 1..self.to);
        }
        // What says more of the speaker ends with a comma, a colon, or where the quotation goes on.
        let mut goes_on = after;
        while goes_on < self.to && !reader.sentence.is_quotation(goes_on) {
            goes_on += 1;
        }
        if goes_on < self.to {
            contents.push(goes_on..self.to);
        }
        contents
    }

    /// Says whether some words are too few for all that is said: The council, according to Ayo, will meet.
    pub(super) fn is_begun(&self, left: &Range<usize>) -> bool {
        self.tidy(left.clone())
            .is_some_and(|left| left.len() <= MOST_BEGUN)
    }

    /// Returns whom another quotes: Bell quoted Ayo as saying.
    pub(super) fn quoted(&self) -> Option<Range<usize>> {
        let before = self.cue.start.checked_sub(1)?;
        let is_as = self
            .reader
            .language
            .rules
            .as_saying
            .has(self.reader.word(before));
        let last = self
            .earlier
            .last()
            .filter(|last| is_as && last.cue.frame == Frame::Judges)?;
        let quoted = last.contents.first()?;
        let subject = self.reader.after(quoted.start, quoted.end)?;
        (subject.end <= before || last.cue.voice == Voice::Following).then_some(subject)
    }

    /// Says whether a pronoun stands behind a verb as names do, where that is usual: «…», — said he.
    pub(super) fn is_inserted_pronoun(&self, at: usize) -> bool {
        let is_personal = !matches!(
            self.reader.pronoun(at),
            Some(Pronoun::Own | Pronoun::Relative | Pronoun::Thing)
        );
        self.reader.language.rules.inserts && self.follows_quotation() && is_personal
    }

    /// Returns where what somebody is begins, before the comma before the name: …, her deputy, Ayo, said.
    pub(super) fn apposition(&self, name: usize) -> Option<usize> {
        let reader = self.reader;
        let rules = &reader.language.rules;
        let comma = name
            .checked_sub(1)
            .filter(|at| reader.sentence.is_mark(*at, ","))?;
        let phrase = reader.before(self.from(), comma)?;
        let before = phrase.start.checked_sub(1)?;
        let is_apart = reader.sentence.is_mark(before, ",") || reader.sentence.is_quotation(before);
        let first = reader.word(phrase.start);
        let is_led =
            rules.determiners.has(first) || rules.possessives.has(first) || first.ends_with("'s");
        (is_apart && is_led && reader.sentence.is_capital(name) && reader.may_speak(&phrase))
            .then_some(phrase.start)
    }
}
