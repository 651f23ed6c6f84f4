//! Whether words and a date can both be right.

use jiff::ToSpan;
use jiff::civil::Date;

use super::facts::{Facts, Night, Part, Phrase, Relative};
use crate::model::{Certainty, DateForm, Edtf, Moment};

/// A first and a last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) first: Date,
    /// The last, not before the first.
    pub(super) last: Date,
}

impl Days {
    pub(super) fn iter(self) -> impl Iterator<Item = Date> {
        let next = |day: &Date| day.tomorrow().ok();
        std::iter::successors(Some(self.first), next).take_while(move |day| *day <= self.last)
    }

    pub(super) fn contains(self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }
}

/// Returns the days that a date can be, if it has a first and a last. The day of a time that is told
/// with its offset from UTC is any that it was then somewhere: the offset need not be that of the
/// place where the words were said.
pub(super) fn days(date: &Edtf) -> Option<Days> {
    let on_earth = date.moment().map(Moment::days_on_earth);
    let (first, last) = on_earth.or_else(|| date.days())?;
    Some(Days { first, last })
}

/// Says whether a date is given as a sure one.
fn is_sure(date: &Edtf) -> bool {
    let is_certain = |date: crate::model::Date| date.certainty() == Certainty::Certain;
    match date.form() {
        DateForm::One(date) | DateForm::From(date, _) | DateForm::Until(_, date) => {
            is_certain(date)
        }
        DateForm::Interval(from, to) => is_certain(from) && is_certain(to),
        DateForm::At(_) | DateForm::LongYear(_) => true,
    }
}

/// Hours of the morning that may be called by the day before.
const SMALL_HOURS: u8 = 6;

/// Returns the days that a date can be called by, if it is a sure one and has a first and a last. A
/// night is called by the day on which it began.
pub(super) fn days_called(date: &Edtf, phrase: &Phrase) -> Option<Days> {
    let Days { first, last } = days(date).filter(|_| is_sure(date))?;
    let is_night = |moment: Moment| moment.offset().is_some() || moment.clock().0 < SMALL_HOURS;
    let night = phrase.night.filter(|_| date.moment().is_none_or(is_night));
    let (before, after) = match night {
        None => (0, 0),
        Some(Night::After) => (1, 0),
        Some(Night::Around) => (1, 1),
    };
    let first = first.saturating_sub(before.days());
    let last = last.saturating_add(after.days());
    Some(Days { first, last })
}

/// The longest span that is gone through day by day, about two years.
const LONGEST: i32 = 800;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Contradiction {
    Weekday,
    Month,
    Day,
    Year,
    /// The words that count from another day: this one, or the first of several.
    Relative(Date),
    /// Each fits some day, but no day fits all.
    Together,
}

/// Says what does not fit, if the date is none of those that a phrase names: what is wrong with the
/// first of them.
pub(super) fn contradiction(
    days: Days,
    phrase: &Phrase,
    issued: Option<&[Days]>,
) -> Option<Contradiction> {
    let dates = phrase.dates.iter();
    let found: Option<Vec<Contradiction>> =
        dates.map(|facts| of_one(days, facts, issued)).collect();
    found.into_iter().flatten().next()
}

/// Says what does not fit, if no day of a date fits all that the words name.
///
/// Where words name two days, as in "Saturday and Sunday", either fits. Where they give day, month
/// and year, the weekday is not looked at: if it is wrong, it is so in the source. `issued` is what
/// relative words count from; without it they are not looked at.
fn of_one(days: Days, facts: &Facts, issued: Option<&[Days]>) -> Option<Contradiction> {
    if (days.last - days.first).get_days() > LONGEST {
        return None;
    }
    let is_whole = ![&facts.days, &facts.months]
        .iter()
        .any(|named| named.is_empty())
        && !facts.years.is_empty();
    let weekday = |day: Date| is_whole || fits(&facts.weekdays, &day.weekday());
    let month = |day: Date| fits(&facts.months, &day.month());
    let of_month = |day: Date| fits(&facts.days, &day.day());
    let year = |day: Date| fits(&facts.years, &day.year());
    let relative = |day: Date| match (facts.relative, issued) {
        (Some(relative), Some(issued)) => issued.iter().any(|from| is(day, relative, *from)),
        _ => true,
    };
    let all = |day: Date| weekday(day) && month(day) && of_month(day) && year(day) && relative(day);
    if days.iter().any(all) {
        return None;
    }
    let none = |fits: &dyn Fn(Date) -> bool| !days.iter().any(fits);
    Some(if none(&year) {
        Contradiction::Year
    } else if none(&month) {
        Contradiction::Month
    } else if none(&of_month) {
        Contradiction::Day
    } else if none(&weekday) {
        Contradiction::Weekday
    } else {
        match issued.and_then(<[Days]>::first) {
            Some(from) if none(&relative) => Contradiction::Relative(from.first),
            _ => Contradiction::Together,
        }
    })
}

fn fits<T: PartialEq>(named: &[T], value: &T) -> bool {
    named.is_empty() || named.contains(value)
}

/// Says whether a day is what relative words mean, counted from some day of issue.
fn is(day: Date, relative: Relative, issued: Days) -> bool {
    match relative {
        Relative::Days(least, most) => {
            let from = issued.first.checked_add(least.days());
            let to = issued.last.checked_add(most.days());
            from.is_ok_and(|from| from <= day) && to.is_ok_and(|to| day <= to)
        }
        Relative::Week(offset, part) => {
            let in_part = match part {
                Part::Whole => true,
                Part::Earlier => day <= issued.last,
                Part::Later => issued.first <= day,
            };
            in_part && week(issued, offset).is_some_and(|week| week.contains(day))
        }
    }
}

/// Returns the days of a week, whether weeks begin on Sunday or on Monday: from the Sunday before its
/// Monday to its own Sunday. A source that was issued on a Sunday may mean either week.
fn week(issued: Days, offset: i32) -> Option<Days> {
    let back = i32::from(issued.first.weekday().to_monday_one_offset());
    let last = i32::from(issued.last.weekday().to_monday_one_offset());
    let ahead = if last == 7 { 7 } else { 7 - last };
    Some(Days {
        first: issued.first.checked_add((offset * 7 - back).days()).ok()?,
        last: issued.last.checked_add((offset * 7 + ahead).days()).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::{Contradiction, contradiction, days, days_called};
    use crate::check::rules::contradicted_date::facts::Phrase;
    use crate::model::Edtf;

    /// What is wrong with a date of these words in a source issued on Saturday 16 August 2025.
    fn of(date: &str, words: &str) -> Option<Contradiction> {
        let date = Edtf::parse(date).expect(date);
        let issued = days(&Edtf::parse("2025-08-16").unwrap()).unwrap();
        let phrase = Phrase::read(words);
        contradiction(days_called(&date, &phrase)?, &phrase, Some(&[issued]))
    }

    #[test]
    fn words_that_fit_are_sound() {
        for (date, words) in [
            ("2025-08-16", "Saturday"),
            ("2025-08-16", "on Saturday, 16 August"),
            ("2025-08-16", "today"),
            ("2025-08-15", "yesterday"),
            ("2025-08-16", "last night"),
            ("2025-08-17", "Saturday and Sunday"),
            ("2025-08-15/2025-08-18", "Sunday"),
            ("2025-08", "a Saturday in August"),
            ("2025", "March"),
            ("2025-08-12", "earlier this week"),
            ("2025-08-10", "earlier this week"),
            ("2025-08-17", "later this week"),
            ("2025-08-18", "next week"),
            ("2025-08-05", "last week"),
            ("2025-08-20", "the day after Saturday"),
        ] {
            assert_eq!(of(date, words), None, "{date} {words}");
        }
    }

    #[test]
    fn words_that_do_not_fit_are_found() {
        let issued = jiff::civil::date(2025, 8, 16);
        for (date, words, expected) in [
            ("2025-08-16", "Friday", Contradiction::Weekday),
            ("2025-08-15/2025-08-18", "Tuesday", Contradiction::Weekday),
            ("2025-08-16", "16 July", Contradiction::Month),
            ("2025-08-16", "August 15", Contradiction::Day),
            ("2025-08-16", "16 August 2024", Contradiction::Year),
            ("2025-08-16", "yesterday", Contradiction::Relative(issued)),
            (
                "2025-08-09",
                "earlier this week",
                Contradiction::Relative(issued),
            ),
            (
                "2025-08-17",
                "earlier this week",
                Contradiction::Relative(issued),
            ),
            ("2025-08-18", "this week", Contradiction::Relative(issued)),
            ("2025-08", "Friday 16 August", Contradiction::Together),
        ] {
            assert_eq!(of(date, words), Some(expected), "{date} {words}");
        }
    }

    #[test]
    fn dates_have_a_first_and_a_last_day() {
        for (date, first, last) in [
            ("2025-08-16", "2025-08-16", "2025-08-16"),
            ("2025-08-16?", "2025-08-16", "2025-08-16"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2025-08-XX", "2025-08-01", "2025-08-31"),
            ("2025", "2025-01-01", "2025-12-31"),
            ("2025-21", "2025-01-01", "2025-12-31"),
            ("202X", "2020-01-01", "2029-12-31"),
            ("2025-08-15/2025-09", "2025-08-15", "2025-09-30"),
        ] {
            let days = days(&Edtf::parse(date).expect(date)).expect(date);
            assert_eq!(days.first.to_string(), first, "{date}");
            assert_eq!(days.last.to_string(), last, "{date}");
        }
        for date in ["2025-08-16/..", "Y170000002"] {
            let date = Edtf::parse(date);
            assert_eq!(date.ok().as_ref().and_then(days), None);
        }
    }
}
