//! Dates as people read them: in their own precision, inferred ones as inferred.

use std::borrow::Cow;

use super::locales::{Locale, Message};
use crate::model::{
    Certainty, Date, DateForm, DateGiven, Edtf, End, Moment, Offset, Precision, Season,
};

/// Returns a date in words, its year included.
pub(crate) fn in_full(locale: &Locale, date: &Edtf) -> String {
    let current = None;
    Setter { locale, current }.words(date)
}

/// Returns a date in words; the year is left out where it is that of the brief.
pub(crate) fn in_year(locale: &Locale, date: &Edtf, as_of: &Edtf) -> String {
    let current = as_of.civil().map(|day| day.year);
    Setter { locale, current }.words(date)
}

/// Returns a date and how it is known: `16 August`, `Saturday [16 August, inferred]`, `Saturday`,
/// `date not given`. The date and the source's words are set apart as `set_date` and `set_words` have it.
pub(crate) fn given(
    locale: &Locale,
    when: &DateGiven,
    as_of: &Edtf,
    set_date: impl Fn(String) -> String,
    set_words: impl for<'t> Fn(&'t str) -> Cow<'t, str>,
) -> String {
    match when {
        DateGiven::NotGiven => locale.text(Message::DateNotGiven).to_owned(),
        DateGiven::Words(words) => set_words(words).into_owned(),
        DateGiven::Stated(date) => set_date(in_year(locale, date, as_of)),
        DateGiven::Inferred { words, date } => {
            let date = set_date(in_year(locale, date, as_of));
            filled!(locale, DateInferred, "words": set_words(words), "date": date)
        }
    }
}

/// The form that a date takes in its sentence, in languages that have such forms.
#[derive(Clone, Copy)]
enum Case {
    /// Alone.
    Nominative,
    /// After "from" or "until".
    Genitive,
}

impl Case {
    fn name(self) -> &'static str {
        match self {
            Self::Nominative => "nominative",
            Self::Genitive => "genitive",
        }
    }
}

struct Setter<'a> {
    locale: &'a Locale,
    /// The year that need not be named.
    current: Option<i32>,
}

impl Setter<'_> {
    fn words(&self, date: &Edtf) -> String {
        match date.form() {
            DateForm::One(day) => self.one(day, Case::Nominative),
            DateForm::At(moment) => self.moment(moment),
            DateForm::LongYear(year) => self.of_year(Message::DateYear, year, Case::Nominative),
            DateForm::Interval(from, to) => self.interval(from, to),
            DateForm::From(from, End::Open) => self.open(Message::DateFrom, from),
            DateForm::From(from, End::Unknown) => self.open(Message::DateFromToUnknown, from),
            DateForm::Until(End::Open, to) => self.open(Message::DateUntil, to),
            DateForm::Until(End::Unknown, to) => self.open(Message::DateUntilFromUnknown, to),
        }
    }

    fn moment(&self, moment: Moment) -> String {
        let locale = self.locale;
        let day = moment.day();
        let part = i8::unsigned_abs;
        let date = self.day(day.year().into(), part(day.month()), part(day.day()));
        let (hour, minute, second) = moment.clock();
        let [hour, minute, second] = [hour, minute, second].map(|part| format!("{part:02}"));
        let time = if second == "00" {
            filled!(locale, TimeOfDay, "hour": hour, "minute": minute)
        } else {
            filled!(
                locale, TimeOfDayWithSeconds, "hour": hour, "minute": minute, "second": second,
            )
        };
        let zone = match moment.offset() {
            None => locale.text(Message::ZoneNotGiven).to_owned(),
            Some(Offset::UTC) => locale.text(Message::ZoneUtc).to_owned(),
            Some(offset) => filled!(locale, ZoneFromUtc, "offset": from_utc(offset)),
        };
        filled!(locale, DateTime, "date": date, "time": time, "zone": zone)
    }

    fn open(&self, message: Message, date: Date) -> String {
        let date = self.one(date, Case::Genitive);
        self.locale.with(message, [("date", date.into())])
    }

    fn one(&self, date: Date, case: Case) -> String {
        let message = match date.certainty() {
            Certainty::Certain => return self.bare(date, case),
            Certainty::Uncertain => Message::DateUncertain,
            Certainty::Approximate => Message::DateAbout,
            Certainty::ApproximateUncertain => Message::DateAboutUncertain,
        };
        let date = self.bare(date, case);
        self.locale.with(message, [("date", date.into())])
    }

    fn bare(&self, date: Date, case: Case) -> String {
        let (locale, case_name) = (self.locale, case.name());
        let year_alone = |message, year: i32| self.of_year(message, year, case);
        match date.precision() {
            Precision::Day(year, month, day) => self.day(year, month, day),
            Precision::Month(year, month) => filled!(
                locale, DateMonth, "month": self.month(Message::Month, month),
                "month-with-day": self.month(Message::MonthWithDay, month),
                "year": self.year(year), "case": case_name,
            ),
            Precision::DayOfMonth(year, month) => filled!(
                locale, DateDayOfMonth, "month-within": self.month(Message::MonthWithin, month),
                "year": self.year(year), "case": case_name,
            ),
            Precision::Season(year, season) => filled!(
                locale, DateSeason, "season": season_name(season), "year": self.year(year),
                "case": case_name,
            ),
            Precision::MonthOfYear(year) => year_alone(Message::DateMonthOfYear, year),
            Precision::DayOfYear(year) => year_alone(Message::DateDayOfYear, year),
            Precision::Year(year) => year_alone(Message::DateYear, year),
            Precision::Decade(year) if year > 0 => year_alone(Message::DateDecade, year),
            Precision::Century(year) if year > 0 => year_alone(Message::DateCentury, year),
            Precision::Decade(year) => self.years(year, 9),
            Precision::Century(year) => self.years(year, 99),
        }
    }

    fn of_year(&self, message: Message, year: impl Into<i64>, case: Case) -> String {
        let year = ("year", self.year(year).into());
        let case = ("case", case.name().into());
        self.locale.with(message, [year, case])
    }

    /// Returns a year as people count it: before the year 1 comes the year 1 before our era.
    fn year(&self, year: impl Into<i64>) -> String {
        let year = year.into();
        if year > 0 {
            return year.to_string();
        }
        filled!(self.locale, YearBeforeOurEra, "year": (1 - year).to_string())
    }

    /// Returns the years from one to the last of so many more, which are farther from the year 0.
    fn years(&self, year: i32, more: i32) -> String {
        let (from, to) = if year < 0 {
            (year - more, year)
        } else {
            (year, year + more)
        };
        filled!(self.locale, DateInterval, "from": self.year(from), "to": self.year(to))
    }

    fn day(&self, year: i32, month: u8, day: u8) -> String {
        if self.current == Some(year) {
            return self.day_alone(month, day);
        }
        filled!(
            self.locale, DateDayYear, "day": day.to_string(),
            "month-with-day": self.month(Message::MonthWithDay, month), "year": self.year(year),
        )
    }

    fn day_alone(&self, month: u8, day: u8) -> String {
        let month = self.month(Message::MonthWithDay, month);
        filled!(self.locale, DateDay, "day": day.to_string(), "month-with-day": month)
    }

    fn month(&self, message: Message, month: u8) -> String {
        let index = ("index", usize::from(month).into());
        self.locale.with(message, [index])
    }

    fn interval(&self, from: Date, to: Date) -> String {
        let sure = from.certainty() == Certainty::Certain && to.certainty() == Certainty::Certain;
        match (from.precision(), to.precision()) {
            (Precision::Day(y1, m1, d1), Precision::Day(y2, m2, d2)) if sure && y1 == y2 => {
                if m1 == m2 {
                    self.days(d1, d2, m2, y2)
                } else {
                    let (from, to) = (self.day_alone(m1, d1), self.day_alone(m2, d2));
                    self.between(from, to, y2)
                }
            }
            _ => {
                let whole = Self {
                    locale: self.locale,
                    current: None,
                };
                let date = |date| whole.one(date, Case::Nominative).into();
                let values = [("from", date(from)), ("to", date(to))];
                self.locale.with(Message::DateInterval, values)
            }
        }
    }

    fn days(&self, from: u8, to: u8, month: u8, year: i32) -> String {
        let (locale, from, to) = (self.locale, from.to_string(), to.to_string());
        let month = self.month(Message::MonthWithDay, month);
        if self.current == Some(year) {
            return filled!(locale, DateDays, "from": from, "to": to, "month-with-day": month);
        }
        filled!(
            locale, DateDaysYear, "from": from, "to": to, "month-with-day": month,
            "year": self.year(year),
        )
    }

    fn between(&self, from: String, to: String, year: i32) -> String {
        if self.current == Some(year) {
            return filled!(self.locale, DateInterval, "from": from, "to": to);
        }
        filled!(self.locale, DateIntervalYear, "from": from, "to": to, "year": self.year(year))
    }
}

/// Returns an offset in hours and minutes: "+2", "−4", "+5:30".
fn from_utc(offset: Offset) -> String {
    let minutes = offset.minutes();
    let sign = if minutes < 0 { '−' } else { '+' };
    let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
    if minutes == 0 {
        format!("{sign}{hours}")
    } else {
        format!("{sign}{hours}:{minutes:02}")
    }
}

/// Returns what locale files call a season.
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
    use crate::describe::isolation::isolated;
    use crate::describe::{Locale, Locales};
    use crate::model::{DateGiven, Edtf, Language, Line};

    fn english(locales: &Locales) -> &Locale {
        locales.of(&Language::parse("en").unwrap())
    }

    #[test]
    fn dates_keep_their_precision() {
        let locales = Locales::default();
        let english = english(&locales);
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
            ("0409", "409"),
            ("0000", "1 BC"),
            ("-0043-03-15", "15 March 44 BC"),
            ("-0043-03", "March 44 BC"),
            ("-0043-22", "summer 44 BC"),
            ("-0217/-0200", "218 BC – 201 BC"),
            ("-004X", "50 BC – 41 BC"),
            ("-01XX", "200 BC – 101 BC"),
            ("000X", "1 BC – 9"),
            ("Y-10000", "10001 BC"),
            ("2025-08-16T09:30:00Z", "16 August 2025, 09:30 (UTC)"),
            ("2025-08-16T09:30+00:00", "16 August 2025, 09:30 (UTC)"),
            (
                "2025-08-16T00:00:05+02:00",
                "16 August 2025, 00:00:05 (UTC+2)",
            ),
            ("2025-08-16T23:30-04", "16 August 2025, 23:30 (UTC−4)"),
            ("2025-08-16T23:30+05:30", "16 August 2025, 23:30 (UTC+5:30)"),
            ("2025-08-16T23:30-00:45", "16 August 2025, 23:30 (UTC−0:45)"),
            ("2025-08-16T09:30", "16 August 2025, 09:30 (zone not given)"),
        ] {
            let date = Edtf::parse(edtf).unwrap();
            assert_eq!(
                in_full(english, &date).replace('\u{A0}', " "),
                words,
                "{edtf}"
            );
        }
    }

    #[test]
    fn inferred_dates_say_so() {
        let locales = Locales::default();
        let english = english(&locales);
        let as_of = Edtf::parse("2025-08-16").unwrap();
        let date = Edtf::parse("2025-08-16").unwrap();
        assert_eq!(in_year(english, &date, &as_of), "16\u{A0}August");
        let inferred = DateGiven::Inferred {
            words: Line::parse("Saturday").unwrap(),
            date,
        };
        let plain = |when| given(english, when, &as_of, |date| date, |words| words.into());
        assert_eq!(plain(&inferred), "Saturday [16\u{A0}August, inferred]");
        let set_date = |date| format!("<{date}>");
        assert_eq!(
            given(english, &inferred, &as_of, set_date, |words| isolated(
                words, true
            )),
            "\u{2068}Saturday\u{2069} [<16\u{A0}August>, inferred]"
        );
        assert_eq!(plain(&DateGiven::NotGiven), "date not given");
    }

    /// Whatever the form of the date, its year is left out only where it is that of the brief.
    #[test]
    fn other_years_are_named() {
        let locales = Locales::default();
        let english = english(&locales);
        for (edtf, words) in [
            ("2026-01-02", "2 January"),
            ("2025-12-30", "30 December 2025"),
            ("2026-01-02T08:12Z", "2 January, 08:12 (UTC)"),
            ("2025-12-30T08:12Z", "30 December 2025, 08:12 (UTC)"),
            ("2025-12-30~", "about 30 December 2025"),
            ("2026-01-01/2026-01-02", "1–2 January"),
            ("2025-12-30/2025-12-31", "30–31 December 2025"),
            ("2025-11-30/2025-12-31", "30 November – 31 December 2025"),
            ("2026-01-30/2026-02-01", "30 January – 1 February"),
            ("2025-12-30/2026-01-02", "30 December 2025 – 2 January 2026"),
            (
                "2025-12-30?/2026-01-02",
                "30 December 2025, uncertain – 2 January 2026",
            ),
            (
                "2026-01-01?/2026-01-02",
                "1 January 2026, uncertain – 2 January 2026",
            ),
            ("2025-12/2026-01", "December 2025 – January 2026"),
            ("2025-12-30/..", "from 30 December 2025"),
            ("../2025-12-30", "until 30 December 2025"),
            ("2025-12-30/", "from 30 December 2025, end unknown"),
            ("2025-12-XX", "a day in December 2025"),
            ("2025-12", "December 2025"),
            ("2026-01", "January 2026"),
        ] {
            let date = Edtf::parse(edtf).unwrap();
            for as_of in ["2026-01-03", "2026-01-03T09:00+02:00", "2026-01", "2026"] {
                let as_of = Edtf::parse(as_of).unwrap();
                let told = in_year(english, &date, &as_of).replace('\u{A0}', " ");
                assert_eq!(told, words, "{edtf} in {as_of}");
            }
            let over_years = Edtf::parse("2025-12-31/2026-01-03").unwrap();
            let told = in_year(english, &date, &over_years);
            assert_eq!(told, in_full(english, &date), "{edtf}");
        }
    }

    #[test]
    fn ukrainian_has_its_own_words_for_times() {
        let locales = Locales::default();
        let ukrainian = locales.of(&Language::parse("uk").unwrap());
        let told = |text| in_full(ukrainian, &Edtf::parse(text).unwrap()).replace('\u{A0}', " ");
        assert_eq!(
            told("2025-06-20T08:12:00+03:00"),
            "20 червня 2025 р., 08:12 (UTC+3)"
        );
        assert_eq!(
            told("2025-06-20T08:12"),
            "20 червня 2025 р., 08:12 (часовий пояс не вказано)"
        );
    }
}
