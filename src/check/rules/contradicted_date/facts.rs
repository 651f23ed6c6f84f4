//! What English words say of a date.

use jiff::civil::Weekday;

use crate::check::calendar::{day, month, words, year};

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

impl Facts {
    /// Reads words. What stands after "before", "since" and the like is another day than the one
    /// that is meant.
    pub(super) fn read(text: &str) -> Self {
        let words: Vec<&str> = words(text).take_while(|word| !leads_away(word)).collect();
        let mut facts = Self::default();
        for (at, word) in words.iter().enumerate() {
            let near = |step: isize| {
                let at = at.checked_add_signed(step);
                at.and_then(|at| words.get(at)).copied().unwrap_or_default()
            };
            facts.weekdays.extend(weekday(word));
            if let Some(month) = month(word) {
                facts.months.push(month);
                facts.around_month(near);
            }
            if is_year_after(near(-1)) || words.len() == 1 {
                facts.years.extend(year(word));
            }
            facts.relative = facts.relative.or_else(|| relative(word, near));
        }
        facts
    }

    /// Reads the day and the year beside a month: "16 August 2025", "16th of August", "August 16,
    /// 2025".
    fn around_month<'w>(&mut self, near: impl Fn(isize) -> &'w str) {
        let before = if near(-1) == "of" { near(-2) } else { near(-1) };
        let before = if before == "the" { "" } else { before };
        let after = near(1);
        self.days.extend(day(before).or_else(|| day(after)));
        let year_at = if day(after).is_some() { 2 } else { 1 };
        self.years.extend(year(near(year_at)));
    }

    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn leads_away(word: &str) -> bool {
    const WORDS: &str = "after After before Before since Since until Until till by By from From \
        eve than between Between";
    WORDS.split(' ').any(|entry| entry == word)
}

fn is_year_after(word: &str) -> bool {
    matches!(word, "in" | "In" | "of" | "early" | "late" | "mid" | "year")
}

fn weekday(word: &str) -> Option<Weekday> {
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

fn relative<'w>(word: &str, near: impl Fn(isize) -> &'w str) -> Option<Relative> {
    let lower = word.to_ascii_lowercase();
    let next = near(1);
    Some(match (lower.as_str(), next) {
        ("today" | "tonight", _) | ("this", "morning" | "afternoon" | "evening") => {
            Relative::Days(0, 0)
        }
        ("yesterday", _) => Relative::Days(-1, -1),
        // What is printed after midnight may call its own small hours "last night".
        ("last", "night") => Relative::Days(-1, 0),
        ("tomorrow", _) => Relative::Days(1, 1),
        ("this", "week") => Relative::Week(0, part(near(-1))),
        ("last" | "previous", "week") => Relative::Week(-1, Part::Whole),
        ("next" | "coming", "week") => Relative::Week(1, Part::Whole),
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
    use super::{Facts, Part, Relative};
    use jiff::civil::Weekday;

    #[test]
    fn days_months_and_years_are_read() {
        for text in [
            "16 August 2025",
            "August 16, 2025",
            "Aug. 16, 2025",
            "the 16th of August 2025",
            "on August 16th 2025",
        ] {
            let facts = Facts::read(text);
            assert_eq!(
                (facts.days, facts.months, facts.years),
                (vec![16], vec![8], vec![2025]),
                "{text}"
            );
        }
        assert_eq!(Facts::read("in 2025").years, [2025]);
        assert_eq!(Facts::read("2025").years, [2025]);
        assert_eq!(
            Facts::read("Saturday’s talks").weekdays,
            [Weekday::Saturday]
        );
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
        ] {
            assert!(Facts::read(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn relative_words_are_read() {
        let of = |text| Facts::read(text).relative;
        assert_eq!(of("earlier today"), Some(Relative::Days(0, 0)));
        assert_eq!(of("Yesterday evening"), Some(Relative::Days(-1, -1)));
        assert_eq!(
            of("earlier this week"),
            Some(Relative::Week(0, Part::Earlier))
        );
        assert_eq!(of("next week"), Some(Relative::Week(1, Part::Whole)));
        assert_eq!(of("this summit"), None);
    }
}
