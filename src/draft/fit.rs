//! Tells whether a text seems to be in a language: by the letters that it alone has in its script, else by
//! how many of its words are small ones.

use super::language::Language;

/// Of fewer words nothing can be told.
const FEWEST_WORDS: usize = 20;

/// English news has 23 small words of 100 or more; other languages in the same letters, at most 14 that look
/// like English ones.
const LEAST_SMALL: usize = 18;

/// Of so many letters of 100, Ukrainian has five that Russian and Bulgarian have not.
const LEAST_OWN: usize = 2;

impl Language {
    /// Says whether a text may be in it; nothing speaks against that if the text is short.
    pub(super) fn may_be_of(&self, text: &str) -> bool {
        let own = self.rules.own_letters.as_str();
        if own.is_empty() {
            return self.has_small_words(text);
        }
        let letters = text.chars().filter(|c| c.is_alphabetic());
        let letters = letters.flat_map(char::to_lowercase);
        let (mut all, mut owned, mut alien) = (0_usize, 0_usize, 0_usize);
        for letter in letters {
            all += 1;
            owned += usize::from(own.contains(letter));
            alien += usize::from(self.rules.alien_letters.contains(letter));
        }
        let is_short = text.split_whitespace().take(FEWEST_WORDS).count() < FEWEST_WORDS;
        is_short || owned * 100 >= all * LEAST_OWN && alien < owned
    }

    fn has_small_words(&self, text: &str) -> bool {
        let (mut all, mut small) = (0_usize, 0_usize);
        for word in text.split(|c: char| !(c.is_alphabetic() || matches!(c, '\'' | '’'))) {
            if !word.is_empty() {
                all += 1;
                small += usize::from(self.is_small(&word.to_lowercase().replace('’', "'")));
            }
        }
        all < FEWEST_WORDS || small * 100 >= all * LEAST_SMALL
    }

    fn is_small(&self, word: &str) -> bool {
        let rules = &self.rules;
        let lists = [
            &rules.determiners,
            &rules.possessives,
            &rules.prepositions,
            &rules.conjunctions,
            &rules.subordinators,
            &rules.auxiliaries,
        ];
        lists.iter().any(|list| list.has(word)) || rules.pronouns.contains_key(word)
    }
}
