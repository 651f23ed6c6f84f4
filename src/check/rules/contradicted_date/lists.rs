//! Collects the days, months and years that words name, one by one, in lists and in spans.

use jiff::civil::Weekday;

use super::words::{UNTIL, Words, weekday};
use crate::check::calendar::{day, month, year};
use crate::check::own_words::is_one_of;

/// What words name, each with whether a span leads to it from the one named before.
#[derive(Debug, Default)]
pub(super) struct Named {
    weekdays: Vec<(Weekday, bool)>,
    months: Vec<(i8, bool)>,
    days: Vec<(i8, bool)>,
    years: Vec<(i16, bool)>,
}

/// Returns the first and the last word of what is named at a place: a weekday, a month with its days
/// and its year, a year.
pub(super) fn extent(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let word = words.near(at, 0);
    if month(word).is_some() {
        let places = days_of(words, at);
        let first = places.first().map_or(at, |first| at.min(*first));
        let last = places.last().map_or(at, |last| at.max(*last));
        let has_year = year(words.near(last, 1)).is_some();
        return Some((first, last + usize::from(has_year)));
    }
    let is_named = weekday(word).is_some() || is_year(words, at);
    is_named.then_some((at, at))
}

/// Says whether a number of four digits is a year that stands without a month right before it.
fn is_year(words: &Words<'_>, at: usize) -> bool {
    let before = words.near(at, -1);
    let is_of_month = before == "of" && month(words.near(at, -2)).is_some();
    let is_alone = words.len() == 1;
    let stands = is_of_month || is_alone || is_one_of(before, "in early late mid year");
    stands && year(words.near(at, 0)).is_some() && !is_clock(words, at)
}

/// Says whether a number is a time: "2030 GMT".
fn is_clock(words: &Words<'_>, at: usize) -> bool {
    is_one_of(words.near(at, 1), "GMT UTC BST CET CEST EST EDT hours hrs")
}

/// A span of years into the next century is hardly longer where that is left out.
const SHORT: i16 = 20;

impl Named {
    /// Reads the word at a place, and those around it that belong to it.
    pub(super) fn read(&mut self, words: &Words<'_>, at: usize) {
        let word = words.near(at, 0);
        if let Some(weekday) = weekday(word) {
            self.weekdays.push((weekday, is_end_of_span(words, at)));
        }
        if let Some(month) = month(word) {
            let places = days_of(words, at);
            let first = places.first().map_or(at, |first| at.min(*first));
            let last = places.last().map_or(at, |last| at.max(*last));
            let is_end = !self.months.is_empty() && is_end_of_span(words, first);
            self.months.push((month, is_end));
            for (index, place) in places.iter().enumerate() {
                let day = day(words.near(*place, 0));
                let is_end = index > 0 && is_end_of_span(words, *place);
                self.days.extend(day.map(|day| (day, is_end)));
            }
            self.year(words, last + 1);
        }
        if is_year(words, at) {
            self.year(words, at);
        }
    }

    /// Reads the year at a place and those that are named with it: "2024", "2024/25", "2024 and
    /// 2025".
    fn year(&mut self, words: &Words<'_>, at: usize) {
        let Some(first) = year(words.near(at, 0)) else {
            return;
        };
        if is_clock(words, at) {
            return;
        }
        self.years.push((first, false));
        let next = words.near(at, 1);
        let joined = words
            .get(at + 1)
            .is_some_and(|token| is_dash(token.gap) || token.gap == "/");
        let short: Option<i16> = next.parse().ok().filter(|_| joined && next.len() == 2);
        if let Some(short) = short {
            let whole = first - first % 100 + short;
            if whole > first {
                self.years.push((whole, true));
            } else if whole + 100 - first <= SHORT {
                // "1999/00"; in "2025-06" the number is of a month.
                self.years.push((whole + 100, true));
            }
        } else if joined && let Some(last) = year(next) {
            self.years.push((last, true));
        } else if is_one_of(next, "and or to through")
            && let Some(last) = year(words.near(at, 2))
        {
            self.years.push((last, is_end_of_span(words, at + 2)));
        }
    }

    pub(super) fn weekdays(&self) -> Vec<Weekday> {
        filled(&self.weekdays, Weekday::next, 7)
    }

    pub(super) fn months(&self) -> Vec<i8> {
        filled(&self.months, |month| month % 12 + 1, 12)
    }

    /// Returns the days of the month; none where a span leads from one date to another.
    pub(super) fn days(&self) -> Vec<i8> {
        let is_span = self.months.iter().any(|(_, is_end)| *is_end)
            || self.weekdays.iter().any(|(_, is_end)| *is_end);
        if is_span && self.months.len() > 1 {
            return Vec::new();
        }
        filled(&self.days, |day| day + 1, 31)
    }

    pub(super) fn years(&self) -> Vec<i16> {
        filled(&self.years, |year| year + 1, 100)
    }
}

/// Returns what is named and what lies in the spans between.
fn filled<T: Copy + PartialEq>(named: &[(T, bool)], next: impl Fn(T) -> T, most: usize) -> Vec<T> {
    let mut all: Vec<T> = Vec::new();
    for (value, is_end) in named {
        if let Some(last) = all.last().copied().filter(|_| *is_end) {
            let steps = std::iter::successors(Some(next(last)), |step| Some(next(*step)));
            let between: Vec<T> = steps.take(most).take_while(|step| step != value).collect();
            // A span that runs backwards is none.
            if between.len() < most {
                all.extend(between);
            }
        }
        all.push(*value);
    }
    all
}

/// What may stand between the days of a month.
const JOINERS: &str = "and or to through thru until till";

/// Finds the days of the month that is named at a place, by their places: "16 August", "15th and
/// 16th of August", "August 15–17".
fn days_of(words: &Words<'_>, at_month: usize) -> Vec<usize> {
    let is_day = |at: usize| day(words.near(at, 0)).is_some();
    let is_joined = |at: usize| words.get(at).is_some_and(|token| is_list(token.gap));
    let mut places = Vec::new();
    let mut end = at_month;
    while is_one_of(words.near(end, -1), "of the") {
        end -= 1;
    }
    // "Aug. 5–Sept. 2"
    let is_of_month_before = |at: usize| {
        let has_day = at.checked_sub(2).is_some_and(is_day);
        month(words.near(at, -1)).is_some() && !has_day
    };
    let is_own = |at: &usize| is_day(*at) && !is_of_month_before(*at);
    while let Some(at) = end.checked_sub(1).filter(is_own) {
        places.push(at);
        end = match at.checked_sub(1) {
            Some(before) if is_one_of(words.near(before, 0), JOINERS) => before,
            Some(_) if is_joined(at) => at,
            _ => break,
        };
    }
    places.reverse();
    let mut at = at_month + 1;
    while places.first().is_none_or(|first| *first > at_month) && is_day(at) {
        places.push(at);
        at = match at + 1 {
            next if is_one_of(words.near(next, 0), JOINERS) => next + 1,
            next if is_joined(next) => next,
            _ => break,
        };
    }
    places
}

/// Says whether a span leads from what was named before to the word at a place.
fn is_end_of_span(words: &Words<'_>, at: usize) -> bool {
    let by_dash = at > 0 && words.get(at).is_some_and(|token| is_dash(token.gap));
    by_dash || is_one_of(words.near(at, -1), UNTIL)
}

fn is_dash(gap: &str) -> bool {
    matches!(
        gap.trim_start_matches('.').trim(),
        "-" | "–" | "—" | "‑" | "−"
    )
}

fn is_list(gap: &str) -> bool {
    is_dash(gap) || matches!(gap.trim(), "," | "&" | "/")
}
