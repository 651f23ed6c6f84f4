//! What English words say of a date. In doubt they say nothing.

use jiff::civil::Weekday;

use super::lists::{Named, extent};
use super::names::is_name;
use super::words::{Token, UNTIL, Words, is_of_calendar};
use crate::check::calendar::{day, month, year};
use crate::check::own_words::is_one_of;

/// What a phrase says: nothing, or something of dates, each of which may be the one that is meant.
#[derive(Debug, Default)]
pub(super) struct Phrase {
    pub(super) dates: Vec<Facts>,
    pub(super) night: Option<Night>,
}

/// What words say together of one date, or of a list or span of dates.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) weekdays: Vec<Weekday>,
    pub(super) months: Vec<i8>,
    pub(super) days: Vec<i8>,
    pub(super) years: Vec<i16>,
    pub(super) relative: Option<Relative>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relative {
    /// Days after it: the least and the most.
    Days(i32, i32),
    /// Weeks after its own, and which part of it.
    Week(i32, Part),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    /// Up to the day itself.
    Earlier,
    /// From the day itself.
    Later,
}

/// A part of a day that may be called by the day before it, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Night {
    /// It begins on the day that is named: "late on Thursday", "Thursday night".
    After,
    /// It begins or ends on the day that is named: "overnight on Friday", "midnight on Friday".
    Around,
}

/// What follows them is another day than the one that is meant, or no exact one.
const LEAD_AWAY: &str = "after before since by from eve than between ahead following prior despite \
    within about around circa roughly response reaction reacting responding anniversary";
/// What may stand between words that say together what one date is. "Friday and 3 July" are two.
const TOGETHER: &str = "to through thru until till the of on in a an at morning afternoon evening \
    night noon early late mid last this next";

/// What is longer is no date in the words of a source.
const MOST_WORDS: usize = 50;

impl Phrase {
    /// Reads a phrase.
    pub(super) fn read(text: &str) -> Self {
        let words = Words::of(text);
        if words.len() > MOST_WORDS {
            return Self::default();
        }
        let mut phrase = Self {
            dates: Vec::new(),
            night: night(&words),
        };
        let mut open = (Named::default(), None);
        let mut end = None;
        for (at, Token { word, .. }) in words.iter().enumerate() {
            if leads_away(&words, at) {
                break;
            }
            if is_one_of(word, UNTIL) && !is_in_span(&words, at) {
                match end {
                    None => break,
                    Some(_) if is_of_calendar(words.near(at, 1)) => {}
                    // "Friday until late on Sunday"
                    Some(_) => return Self::default(),
                }
            }
            let relative = relative_to_issue(&words, at);
            let more = usize::from(is_one_of(word, "this last next"));
            let extent = extent(&words, at).or(relative.map(|_| (at, at + more)));
            let Some((first, last)) = extent.filter(|_| !is_name(&words, at)) else {
                continue;
            };
            let between = end.map(|end: usize| end + 1..first);
            if between.is_some_and(|mut places| {
                places.any(|place| !is_one_of(words.near(0, place.cast_signed()), TOGETHER))
            }) {
                phrase.dates.push(Facts::of(std::mem::take(&mut open)));
            }
            end = end.max(Some(last));
            open.0.read(&words, at);
            open.1 = open.1.or(relative);
        }
        if end.is_some() {
            phrase.dates.push(Facts::of(open));
        }
        phrase
    }

    /// Says whether something is counted from the day of issue.
    pub(super) fn is_relative(&self) -> bool {
        self.dates.iter().any(|facts| facts.relative.is_some())
    }
}

impl Facts {
    fn of((named, relative): (Named, Option<Relative>)) -> Self {
        Self {
            weekdays: named.weekdays(),
            months: named.months(),
            days: named.days(),
            years: named.years(),
            relative,
        }
    }
}

/// Says whether a word such as "to" stands between two days of a month, or before no date at all.
fn is_in_span(words: &Words<'_>, at: usize) -> bool {
    day(words.near(at, -1)).is_some()
        || words.near(at, 0) == "to" && !is_of_calendar(words.near(at, 1))
}

fn leads_away(words: &Words<'_>, at: usize) -> bool {
    let (word, next) = (words.near(at, 0), words.near(at, 1));
    is_one_of(word, LEAD_AWAY)
        // "the week of 11 August", "within days of Friday’s vote"
        || is_one_of(word, "week weeks weekend days hours")
            && is_one_of(next, "of beginning ending commencing starting")
        // "up to Friday", "the run-up to the vote", "as of Friday"
        || word == "up" && next == "to"
        || is_one_of(word, "as") && next == "of"
}

fn night(words: &Words<'_>) -> Option<Night> {
    if words.has("overnight midnight") {
        return Some(Night::Around);
    }
    let late = |at: &usize| words.near(*at, 0).eq_ignore_ascii_case("late");
    let is_of_night = |at: usize| {
        let next = words.near(at, 1);
        // "late July", "late in 2025"
        next != "in" && month(next).is_none() && year(next).is_none()
    };
    let is_late = (0..words.len()).filter(late).any(is_of_night);
    (is_late || words.has("night nights small wee")).then_some(Night::After)
}

fn relative_to_issue(words: &Words<'_>, at: usize) -> Option<Relative> {
    let (word, before, next) = (words.near(at, 0), words.near(at, -1), words.near(at, 1));
    let is_counted_on = words.has("ago") || is_one_of(before, "week fortnight month year");
    // "USA Today"
    let is_in_a_name = at > 0 && word.starts_with(|first: char| first.is_uppercase());
    if is_counted_on || is_in_a_name || is_one_of(next, "week weeks") && word.ends_with("day") {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let is_night = night(words).is_some();
    let day = |least: i32| Relative::Days(least, if is_night { least + 1 } else { least });
    Some(match (lower.as_str(), next) {
        ("today", _) | ("this", "morning" | "afternoon" | "evening") => day(0),
        ("tonight", _) => Relative::Days(0, 1),
        ("yesterday", _) => day(-1),
        // What is printed after midnight may call its own small hours "last night".
        ("last", "night") => Relative::Days(-1, 0),
        ("tomorrow", _) => day(1),
        // "in the last week" are the seven days before.
        (_, "week") if is_one_of(before, "the past") => return None,
        ("this", "week") => Relative::Week(0, part(before)),
        ("last", "week") => Relative::Week(-1, Part::Whole),
        ("next", "week") => Relative::Week(1, Part::Whole),
        _ => return None,
    })
}

fn part(before: &str) -> Part {
    match before {
        "earlier" | "Earlier" => Part::Earlier,
        "later" | "Later" => Part::Later,
        _ => Part::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::{Facts, Night, Part, Phrase, Relative};
    use jiff::civil::Weekday;

    /// What a phrase says of its one date.
    fn facts(text: &str) -> Facts {
        let mut dates = Phrase::read(text).dates;
        assert!(dates.len() < 2, "{text}: {dates:?}");
        dates.pop().unwrap_or_default()
    }

    #[test]
    fn days_months_and_years_are_read() {
        for text in [
            "16 August 2025",
            "August 16, 2025",
            "Aug. 16, 2025",
            "the 16th of August 2025",
            "on August 16th 2025",
            "on 16 August of 2025",
        ] {
            let read = facts(text);
            assert_eq!(
                (read.days, read.months, read.years),
                (vec![16], vec![8], vec![2025]),
                "{text}"
            );
        }
        assert_eq!(facts("in 2025").years, [2025]);
        assert_eq!(facts("2025").years, [2025]);
        assert_eq!(facts("in 2024-25").years, [2024, 2025]);
        assert_eq!(facts("in 1999/00").years, [1999, 2000]);
        assert_eq!(facts("in 2025-06").years, [2025]);
        assert_eq!(facts("in 2024 and 2025").years, [2024, 2025]);
        let long = "today ".repeat(100_000);
        assert!(Phrase::read(&long).dates.is_empty());
    }

    #[test]
    fn lists_and_spans_are_read() {
        for (text, days) in [
            ("15–17 August", vec![15, 16, 17]),
            ("August 15-17", vec![15, 16, 17]),
            ("15 to 17 August", vec![15, 16, 17]),
            ("15th and 17th of August", vec![15, 17]),
            ("Aug. 15, 16 and 18", vec![15, 16, 18]),
            ("15 August to 2 September", vec![]),
            ("16 August 9 p.m.", vec![16]),
        ] {
            assert_eq!(facts(text).days, days, "{text}");
        }
        assert_eq!(facts("July to September").months, [7, 8, 9]);
        assert_eq!(facts("November–January").months, [11, 12, 1]);
        let weekdays = |text| facts(text).weekdays;
        let friday_to_sunday = [Weekday::Friday, Weekday::Saturday, Weekday::Sunday];
        assert_eq!(weekdays("Friday through Sunday"), friday_to_sunday);
        assert_eq!(weekdays("Friday-Sunday"), friday_to_sunday);
        assert_eq!(weekdays("Friday until Sunday"), friday_to_sunday);
    }

    #[test]
    fn each_date_is_read_by_itself() {
        for (text, count) in [
            ("Friday and Sunday", 2),
            ("August 14 and August 16", 2),
            ("dated Aug. 15, released Saturday", 2),
            ("Wednesday 13 and Friday 15 August", 2),
            ("yesterday and today", 2),
            ("Friday the 15th of August 2025", 1),
            ("Wednesday last week", 1),
            ("Monday, 11 August to Friday, 15 August", 1),
            ("Friday until late on Sunday", 0),
        ] {
            let dates = Phrase::read(text).dates;
            assert_eq!(dates.len(), count, "{text}: {dates:?}");
        }
    }

    #[test]
    fn numbers_and_words_that_are_no_dates_are_left() {
        for text in [
            "at 2000 GMT",
            "it may be",
            "they march",
            "16 people",
            "the day after Saturday",
            "since 15 August",
            "the sun",
            "told the Sunday Times",
            "when Theresa May resigned",
            "the treaty of 1994",
        ] {
            assert!(Phrase::read(text).dates.is_empty(), "{text}");
        }
        assert_eq!(facts("Saturday’s talks").weekdays, [Weekday::Saturday]);
        assert!(facts("16 August 2030 GMT").years.is_empty());
    }

    #[test]
    fn relative_words_are_read() {
        let of = |text| facts(text).relative;
        assert_eq!(of("earlier today"), Some(Relative::Days(0, 0)));
        assert_eq!(of("Yesterday evening"), Some(Relative::Days(-1, -1)));
        assert_eq!(of("late yesterday"), Some(Relative::Days(-1, 0)));
        assert_eq!(
            of("earlier this week"),
            Some(Relative::Week(0, Part::Earlier))
        );
        assert_eq!(of("next week"), Some(Relative::Week(1, Part::Whole)));
        for text in ["this summit", "in the last week", "a year ago today"] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn nights_are_known() {
        let of = |text| Phrase::read(text).night;
        assert_eq!(of("Thursday night"), Some(Night::After));
        assert_eq!(of("late on Thursday"), Some(Night::After));
        assert_eq!(of("overnight on Friday"), Some(Night::Around));
        assert_eq!(of("Thursday evening"), None);
    }
}
