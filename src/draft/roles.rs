//! Reads what the words beside a name say that somebody is, and whom one speaks for.

use std::ops::Range;

use super::mentions::{Mention, read};
use super::several::{Part, Several};

/// Whom somebody speaks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Principal {
    pub(super) mention: Mention,
    /// Whether it stands before the noun, as names of groups do: a Northport Rail spokesman.
    pub(super) is_before: bool,
}

pub(super) struct Roles<'a, 't> {
    pub(super) several: Several<'a, 't>,
}

impl Roles<'_, '_> {
    /// Returns the words that say what somebody is, beside the name: Ayo, the mayor, …; the mayor, Ayo, ….
    pub(super) fn beside(&self, name: &Range<usize>) -> Option<Range<usize>> {
        self.following(name.end).or_else(|| self.preceding(name))
    }

    fn following(&self, name_end: usize) -> Option<Range<usize>> {
        let sentence = self.several.reader.sentence;
        let rules = &self.several.reader.language.rules;
        let mut comma = name_end;
        loop {
            if !sentence.is_mark(comma, ",") {
                return None;
            }
            let start = comma + 1;
            let ends = |at: &usize| sentence.is_mark(*at, ",.;") || sentence.is_quotation(*at);
            let end = (start..sentence.len()).find(ends).unwrap_or(sentence.len());
            let words = start..end;
            match self.several.part(&words) {
                // Ayo, 54, …
                Some(Part::Aside) if words.len() == 1 => comma = end,
                Some(Part::Described | Part::Bare) => {
                    let next = end + 1;
                    let goes_on = sentence.is_mark(end, ",")
                        && (rules.and.has(self.several.reader.word(next))
                            || rules.determiners.has(self.several.reader.word(next))
                            || sentence.is_capital(next));
                    let is_role =
                        !goes_on && !self.has_owner(&words) && !self.several.is_of_several(&words);
                    return is_role.then_some(words);
                }
                _ => return None,
            }
        }
    }

    fn preceding(&self, name: &Range<usize>) -> Option<Range<usize>> {
        let sentence = self.several.reader.sentence;
        let comma = name
            .start
            .checked_sub(1)
            .filter(|at| sentence.is_mark(*at, ","))?;
        let is_closed = sentence.is_mark(name.end, ",") || name.end + 1 >= sentence.len();
        let words = self.several.last_part(comma)?;
        let is_role = self.several.part(&words) == Some(Part::Described);
        (is_role && is_closed && !self.has_owner(&words)).then_some(words)
    }

    /// Says whether a pronoun says whose it is: her deputy.
    fn has_owner(&self, words: &Range<usize>) -> bool {
        let possessives = &self.several.reader.language.rules.possessives;
        possessives.has(self.several.reader.word(words.start))
    }

    pub(super) fn without_article(&self, words: &Range<usize>) -> Range<usize> {
        let rules = &self.several.reader.language.rules;
        let first = self.several.reader.word(words.start);
        let has_article = rules.definite.has(first) || rules.indefinite.has(first);
        words.start + usize::from(has_article && words.len() > 1)..words.end
    }

    /// Returns whom one speaks for whom some words call a spokesperson: a spokesman for the ministry.
    pub(super) fn principal(&self, words: &Range<usize>) -> Option<Principal> {
        let Several {
            reader,
            names,
            text,
        } = self.several;
        let rules = &reader.language.rules;
        let noun = words
            .clone()
            .find(|at| rules.speakers_for.has(reader.word(*at)))?;
        if rules.behalf.has(reader.word(noun + 1)) {
            let phrase = reader.after(noun + 2, words.end)?;
            let mention = read(reader, names, &phrase, text)?;
            return Some(Principal {
                mention,
                is_before: false,
            });
        }
        let (owner, is_before) = self.owner(words.start..noun)?;
        let mention = read(reader, names, &owner, text)?;
        Some(Principal { mention, is_before })
    }

    /// Returns who is named before the noun of a spokesperson, and whether that is without a possessive.
    fn owner(&self, words: Range<usize>) -> Option<(Range<usize>, bool)> {
        let reader = self.several.reader;
        let rules = &reader.language.rules;
        let before = self.without_article(&words);
        let last = before
            .end
            .checked_sub(1)
            .filter(|last| *last >= before.start)?;
        let word = reader.word(last);
        if word.ends_with("'s") {
            return Some((words.start..last + 1, false));
        }
        let is_name = |at: &usize| reader.sentence.is_capital(*at);
        let is_group =
            rules.groups.has(word) || rules.organisations.has(word) || rules.things.has(word);
        let start = if is_name(&last) {
            (before.start..=last).rev().take_while(is_name).last()?
        } else {
            last
        };
        (is_name(&last) || is_group).then_some((start..last + 1, true))
    }
}
