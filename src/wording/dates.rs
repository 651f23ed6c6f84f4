//! Dates as people read them: in their own precision, inferred ones as inferred.

use edtf::level_1::{Certainty, Date, Edtf as Parsed, Precision, Season, Terminal};

use super::typography::NBSP;
use crate::model::{DateGiven, Edtf};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Returns a date in words, its year included.
pub(crate) fn in_full(date: &Edtf) -> String {
    words(date, None)
}

/// Returns a date in words; the year is left out where it is that of the brief.
pub(crate) fn in_year(date: &Edtf, as_of: &Edtf) -> String {
    words(date, as_of.civil().map(|day| day.year))
}

/// Returns a date and how it is known: `16 August`, `Saturday [16 August, inferred]`, `Saturday`,
/// `date not given`.
pub(crate) fn given(when: &DateGiven, as_of: &Edtf) -> String {
    match when {
        DateGiven::NotGiven => "date not given".to_owned(),
        DateGiven::Words(words) => words.to_string(),
        DateGiven::Stated(date) => in_year(date, as_of),
        DateGiven::Inferred { words, date } => {
            format!("{words} [{}, inferred]", in_year(date, as_of))
        }
    }
}

fn words(date: &Edtf, current: Option<i32>) -> String {
    match date.parsed() {
        Parsed::Date(day) => one(*day, current),
        Parsed::DateTime(time) => one(Date::from_complete(time.date()), current),
        Parsed::YYear(year) => year.year().to_string(),
        Parsed::Interval(from, to) => interval(*from, *to, current),
        Parsed::IntervalFrom(from, Terminal::Open) => format!("from {}", one(*from, current)),
        Parsed::IntervalFrom(from, Terminal::Unknown) => {
            format!("from {}, end unknown", one(*from, current))
        }
        Parsed::IntervalTo(Terminal::Open, to) => format!("until {}", one(*to, current)),
        Parsed::IntervalTo(Terminal::Unknown, to) => {
            format!("until {}, start unknown", one(*to, current))
        }
    }
}

fn one(date: Date, current: Option<i32>) -> String {
    let bare = bare(date, current);
    match date.certainty() {
        Certainty::Certain => bare,
        Certainty::Uncertain => format!("{bare}, uncertain"),
        Certainty::Approximate => format!("about {bare}"),
        Certainty::ApproximateUncertain => format!("about {bare}, uncertain"),
    }
}

fn bare(date: Date, current: Option<i32>) -> String {
    match date.precision() {
        Precision::Day(year, month, day) => {
            with_year(format!("{day}{NBSP}{}", name(month)), year, current)
        }
        Precision::Month(year, month) => format!("{}{NBSP}{year}", name(month)),
        Precision::DayOfMonth(year, month) => {
            format!("a day in {}{NBSP}{year}", name(month))
        }
        Precision::MonthOfYear(year) => format!("a month in {year}"),
        Precision::DayOfYear(year) => format!("a day in {year}"),
        Precision::Season(year, season) => format!("{}{NBSP}{year}", season_name(season)),
        Precision::Year(year) => year.to_string(),
        Precision::Decade(year) => format!("the {year}s"),
        Precision::Century(year) => format!("the {year}s (century)"),
    }
}

fn interval(from: Date, to: Date, current: Option<i32>) -> String {
    let sure = from.certainty() == Certainty::Certain && to.certainty() == Certainty::Certain;
    match (from.precision(), to.precision()) {
        (Precision::Day(y1, m1, d1), Precision::Day(y2, m2, d2)) if sure && y1 == y2 => {
            let days = if m1 == m2 {
                format!("{d1}–{d2}{NBSP}{}", name(m2))
            } else {
                format!("{d1}{NBSP}{} – {d2}{NBSP}{}", name(m1), name(m2))
            };
            with_year(days, y2, current)
        }
        _ => format!("{} – {}", one(from, None), one(to, None)),
    }
}

fn with_year(day: String, year: i32, current: Option<i32>) -> String {
    if current == Some(year) {
        day
    } else {
        format!("{day}{NBSP}{year}")
    }
}

fn name(month: u32) -> &'static str {
    usize::try_from(month)
        .ok()
        .and_then(|month| MONTHS.get(month.wrapping_sub(1)))
        .copied()
        .unwrap_or("")
}

fn season_name(season: Season) -> &'static str {
    match season {
        Season::Spring => "spring",
        Season::Summer => "summer",
        Season::Autumn => "autumn",
        Season::Winter => "winter",
    }
}

#[cfg(test)]
mod tests {
    use super::{given, in_full, in_year};
    use crate::model::{DateGiven, Edtf, Line};

    #[test]
    fn dates_keep_their_precision() {
        for (edtf, words) in [
            ("2025-08-16", "16 August 2025"),
            ("2025-08", "August 2025"),
            ("2025", "2025"),
            ("2025-XX-XX", "a day in 2025"),
            ("2025-08-16~", "about 16 August 2025"),
            ("2025?", "2025, uncertain"),
            ("202X", "the 2020s"),
            ("2025-22", "summer 2025"),
            ("2025-08-11/2025-08-15", "11–15 August 2025"),
            ("2025-07-30/2025-08-02", "30 July – 2 August 2025"),
            ("2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025"),
            ("2025-08/..", "from August 2025"),
            ("../2025-08-01", "until 1 August 2025"),
        ] {
            let date = Edtf::parse(edtf).unwrap();
            assert_eq!(in_full(&date).replace('\u{A0}', " "), words, "{edtf}");
        }
    }

    #[test]
    fn inferred_dates_say_so() {
        let as_of = Edtf::parse("2025-08-16").unwrap();
        let date = Edtf::parse("2025-08-16").unwrap();
        assert_eq!(in_year(&date, &as_of), "16\u{A0}August");
        let inferred = DateGiven::Inferred {
            words: Line::parse("Saturday").unwrap(),
            date,
        };
        assert_eq!(
            given(&inferred, &as_of),
            "Saturday [16\u{A0}August, inferred]"
        );
        assert_eq!(given(&DateGiven::NotGiven, &as_of), "date not given");
    }
}
