//! The words of a text, to be compared without regard to case.

use std::ops::Range;

/// Words and where they stand. Hyphens and apostrophes join a word.
#[derive(Default)]
pub(in crate::check) struct Tokens<'a> {
    text: &'a str,
    words: Vec<Range<usize>>,
}

impl<'a> Tokens<'a> {
    /// Splits a text into words, into the same memory as the one before.
    pub(in crate::check) fn read(&mut self, text: &'a str) {
        self.text = text;
        self.words.clear();
        let mut start = None;
        for (at, byte) in text.bytes().enumerate() {
            // Bytes outside ASCII are letters, or the apostrophe `’`, or quote marks and dashes,
            // which `get` takes off.
            let joins = byte.is_ascii_alphanumeric() || matches!(byte, b'\'' | b'-') || byte >= 128;
            match (joins, start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    self.words.push(from..at);
                    start = None;
                }
                _ => {}
            }
        }
        if let Some(from) = start {
            self.words.push(from..text.len());
        }
    }

    /// Returns how many words there are.
    pub(in crate::check) fn len(&self) -> usize {
        self.words.len()
    }

    /// Returns a word without the marks around it; past the ends, an empty one.
    pub(in crate::check) fn get(&self, at: Option<usize>) -> &'a str {
        at.and_then(|at| self.words.get(at))
            .and_then(|range| self.text.get(range.clone()))
            .unwrap_or_default()
            .trim_matches(|c: char| !c.is_alphanumeric())
    }

    /// Says whether a word begins with one of these letters, or with a mark, so that it needs a
    /// closer look.
    pub(in crate::check) fn can_begin(&self, at: usize, letters: &[u8]) -> bool {
        let byte = self
            .words
            .get(at)
            .and_then(|range| self.text.as_bytes().get(range.start));
        byte.is_some_and(|byte| {
            !byte.is_ascii_alphanumeric() || letters.contains(&byte.to_ascii_lowercase())
        })
    }

    /// Returns where a word stands, without the marks around it.
    pub(in crate::check) fn range(&self, at: usize) -> Range<usize> {
        let start = self.words.get(at).map_or(0, |range| range.start);
        let raw = self.words.get(at).cloned().unwrap_or_default();
        let raw = self.text.get(raw).unwrap_or_default();
        let word = self.get(Some(at));
        let start = start + raw.find(word).unwrap_or(0);
        start..start + word.len()
    }

    /// Says whether nothing but spaces stands between a word and the next.
    pub(in crate::check) fn adjoins_next(&self, at: usize) -> bool {
        match (self.words.get(at), self.words.get(at + 1)) {
            (Some(this), Some(next)) => {
                let end = self.range(at).end;
                this.end <= next.start
                    && self
                        .text
                        .get(end..self.range(at + 1).start)
                        .is_some_and(|between| between.trim().is_empty())
            }
            _ => false,
        }
    }

    /// Says whether these words stand here, one directly after the other.
    pub(in crate::check) fn follow(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(step, word)| {
            self.get(Some(at + step)).eq_ignore_ascii_case(word)
                && (step + 1 == words.len() || self.adjoins_next(at + step))
        })
    }
}

/// Says whether a word stands before nouns alone, so that what follows is no verb.
pub(in crate::check) fn is_determiner(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "the", "a", "an", "his", "her", "its", "their", "our", "your", "my", "this", "that",
        "these", "those", "any", "some", "no", "both", "all", "each", "every", "other", "newly",
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen",
    ];
    WORDS.iter().any(|entry| entry.eq_ignore_ascii_case(word))
        || word.starts_with(|c: char| c.is_ascii_digit())
}
