//! Splits a phrase into words, and knows those of the calendar.

use jiff::civil::Weekday;

use crate::check::calendar::{day, month, year};
use crate::check::own_words::is_one_of;

/// A word and what parts it from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub(super) word: &'t str,
    pub(super) gap: &'t str,
}

/// The words of a text.
pub(super) struct Words<'t>(Vec<Token<'t>>);

impl<'t> Words<'t> {
    /// Splits a text at everything that is neither a letter nor a digit.
    pub(super) fn of(text: &'t str) -> Self {
        let mut tokens = Vec::new();
        let mut rest = text;
        while let Some(start) = rest.find(char::is_alphanumeric) {
            let (gap, from) = rest.split_at(start);
            let end = from.find(|c: char| !c.is_alphanumeric());
            let (word, after) = from.split_at(end.unwrap_or(from.len()));
            tokens.push(Token { word, gap });
            rest = after;
        }
        Self(tokens)
    }

    /// Returns a word by how far it is from another; the empty one where there is none.
    pub(super) fn near(&self, at: usize, step: isize) -> &'t str {
        let at = at.checked_add_signed(step);
        at.and_then(|at| self.0.get(at))
            .map_or("", |token| token.word)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Token<'t>> {
        self.0.iter().copied()
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<Token<'t>> {
        self.0.get(at).copied()
    }

    pub(super) fn has(&self, words: &str) -> bool {
        let mut all = self.0.iter();
        all.any(|token| is_one_of(token.word, words))
    }
}

/// They lead away, or join the ends of a span.
pub(super) const UNTIL: &str = "until till to through thru";

pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "Monday" | "Mondays" | "Mon" => Weekday::Monday,
        "Tuesday" | "Tuesdays" | "Tue" | "Tues" => Weekday::Tuesday,
        "Wednesday" | "Wednesdays" | "Wed" => Weekday::Wednesday,
        "Thursday" | "Thursdays" | "Thu" | "Thur" | "Thurs" => Weekday::Thursday,
        "Friday" | "Fridays" | "Fri" => Weekday::Friday,
        "Saturday" | "Saturdays" | "Sat" => Weekday::Saturday,
        "Sunday" | "Sundays" | "Sun" => Weekday::Sunday,
        _ => return None,
    })
}

/// Says whether a word names a day, a month or a year, or a part of one.
pub(super) fn is_of_calendar(word: &str) -> bool {
    weekday(word).is_some() || month(word).is_some() || day(word).is_some() || year(word).is_some()
}
