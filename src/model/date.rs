//! Holds dates in their own precision: EDTF (ISO 8601-2), levels 0 and 1.

mod invalid;
mod order;
mod parse;
#[cfg(test)]
mod published;
mod respelled;
mod time;

use std::fmt;

use jiff::civil;

pub use invalid::InvalidDate;
pub(crate) use time::{Moment, Offset};

use super::Line;

/// A date as EDTF has it: a time, a day, a month, a year, a season, an interval, uncertain or
/// approximate, in the precision in which it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edtf {
    text: String,
    form: DateForm,
}

/// What an EDTF date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateForm {
    One(Date),
    /// A day with a time of day.
    At(Moment),
    /// From one date to another.
    Interval(Date, Date),
    /// From a date on.
    From(Date, End),
    /// Up to a date.
    Until(End, Date),
    /// A year of more than four digits.
    LongYear(i64),
}

/// An end of an interval that has no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Open,
    Unknown,
}

/// A date that is no interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Date {
    precision: Precision,
    certainty: Certainty,
    first: civil::Date,
    last: civil::Date,
}

/// What is known of a date: years in astronomical numbering, then months and days from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Precision {
    /// A hundred years, by the one that ends in 00.
    Century(i32),
    /// Ten years, by the one that ends in 0.
    Decade(i32),
    Year(i32),
    /// A season of a year. When it is depends on the hemisphere.
    Season(i32, Season),
    Month(i32, u8),
    Day(i32, u8, u8),
    /// Some month of a year.
    MonthOfYear(i32),
    /// Some day of a year.
    DayOfYear(i32),
    /// Some day of a month.
    DayOfMonth(i32, u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// What dates are put in order by: where they begin. What is less precise comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Beginning {
    day: (i64, u8, u8),
    time: Option<civil::Time>,
}

/// How sure a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Certainty {
    Certain,
    /// It may be another date, `?`.
    Uncertain,
    /// It is about this date, `~`.
    Approximate,
    /// Both, `%`.
    ApproximateUncertain,
}

/// A day of the calendar, or the month or year that is all that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CivilDate {
    /// The year, astronomical numbering.
    pub(crate) year: i32,
    /// The month, 1 to 12.
    pub(crate) month: Option<u8>,
    /// The day, 1 to 31.
    pub(crate) day: Option<u8>,
}

impl Edtf {
    /// Returns the date as EDTF: as it was written, but a time always with seconds and in one
    /// spelling, so that the same is told alike.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns what the date is.
    pub(crate) fn form(&self) -> DateForm {
        self.form
    }

    /// Returns the time and its day, if the date has a time.
    pub(crate) fn moment(&self) -> Option<Moment> {
        if let DateForm::At(moment) = self.form {
            Some(moment)
        } else {
            None
        }
    }

    /// Returns the day, month or year, where the date is one of these and not an interval.
    pub(crate) fn civil(&self) -> Option<CivilDate> {
        match self.form {
            DateForm::One(date) => date.civil(),
            DateForm::At(moment) => {
                let (year, month, day) = parts(moment.day());
                let (month, day) = (Some(month), Some(day));
                Some(CivilDate { year, month, day })
            }
            DateForm::Interval(..)
            | DateForm::From(..)
            | DateForm::Until(..)
            | DateForm::LongYear(_) => None,
        }
    }

    /// Says whether it is a season, or begins or ends with one.
    pub(crate) fn has_season(&self) -> bool {
        let dates = match self.form {
            DateForm::One(date) | DateForm::From(date, _) | DateForm::Until(_, date) => {
                [date, date]
            }
            DateForm::Interval(from, to) => [from, to],
            DateForm::At(_) | DateForm::LongYear(_) => return false,
        };
        let mut precisions = dates.iter().map(Date::precision);
        precisions.any(|precision| matches!(precision, Precision::Season(..)))
    }

    /// Returns the first and the last day that the date can be, if both are known.
    pub(crate) fn days(&self) -> Option<(civil::Date, civil::Date)> {
        match self.form {
            DateForm::One(date) => Some((date.first, date.last)),
            DateForm::At(moment) => Some((moment.day(), moment.day())),
            DateForm::Interval(from, to) => Some((from.first, to.last)),
            DateForm::From(..) | DateForm::Until(..) | DateForm::LongYear(_) => None,
        }
    }

    /// Returns what dates are put in order by. Times are told by clocks of this offset, so that one
    /// is before another if it was before it; days and times without an offset are taken to be of
    /// that place.
    pub(crate) fn begins(&self, offset: Offset) -> Beginning {
        let Some(moment) = self.moment() else {
            let (day, time) = (self.earliest(), None);
            return Beginning { day, time };
        };
        let there = moment.at(offset);
        let (year, month, day) = parts(there.date());
        Beginning {
            day: (year.into(), month, day),
            time: Some(there.time()),
        }
    }

    /// Returns when the date begins, by clocks of UTC: year, month and day, then hour, minute and
    /// second. What is not known is 0.
    pub fn earliest_in_utc(&self) -> ((i64, u8, u8), (u8, u8, u8)) {
        let clock = self.moment().map(|moment| moment.utc().clock());
        (self.begins(Offset::UTC).day, clock.unwrap_or_default())
    }

    /// Returns the year, month and day with which the date begins; what is not known of them is 0.
    fn earliest(&self) -> (i64, u8, u8) {
        match self.form {
            DateForm::One(date)
            | DateForm::Interval(date, _)
            | DateForm::From(date, _)
            | DateForm::Until(_, date) => {
                let known = date.civil();
                let month = known.and_then(|known| known.month).unwrap_or(0);
                let day = known.and_then(|known| known.day).unwrap_or(0);
                (date.first.year().into(), month, day)
            }
            DateForm::At(moment) => {
                let (year, month, day) = parts(moment.day());
                (year.into(), month, day)
            }
            DateForm::LongYear(year) => (year, 0, 0),
        }
    }
}

/// Returns year, month and day.
fn parts(day: civil::Date) -> (i32, u8, u8) {
    let part = i8::unsigned_abs;
    (day.year().into(), part(day.month()), part(day.day()))
}

impl fmt::Display for Edtf {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl Date {
    /// Returns what is known of the date.
    pub(crate) fn precision(&self) -> Precision {
        self.precision
    }

    /// Returns how sure the date is.
    pub(crate) fn certainty(&self) -> Certainty {
        self.certainty
    }

    fn civil(&self) -> Option<CivilDate> {
        let (year, month, day) = match self.precision {
            Precision::Year(year) => (year, None, None),
            Precision::Month(year, month) | Precision::DayOfMonth(year, month) => {
                (year, Some(month), None)
            }
            Precision::Day(year, month, day) => (year, Some(month), Some(day)),
            Precision::Century(_)
            | Precision::Decade(_)
            | Precision::Season(..)
            | Precision::MonthOfYear(_)
            | Precision::DayOfYear(_) => return None,
        };
        Some(CivilDate { year, month, day })
    }
}

/// A date together with how it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateGiven {
    /// The source does not say.
    NotGiven,
    /// The source says so in these words, and no date is drawn from them.
    Words(Line),
    /// The source gives the date itself.
    Stated(Edtf),
    /// The source uses other words, from which the writer infers the date.
    Inferred {
        /// The source's words.
        words: Line,
        /// The writer's inference.
        date: Edtf,
    },
}

impl DateGiven {
    /// Returns the date, stated or inferred.
    pub fn date(&self) -> Option<&Edtf> {
        match self {
            Self::Stated(date) | Self::Inferred { date, .. } => Some(date),
            Self::NotGiven | Self::Words(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Edtf, Offset};

    fn date(text: &str) -> Edtf {
        Edtf::parse(text).expect(text)
    }

    #[test]
    fn dates_are_ordered_by_where_they_begin() {
        let dates = [
            "Y-20000",
            "-01XX",
            "-0102",
            "0000",
            "202X",
            "2025",
            "2025-21",
            "2025-08",
            "2025-08-XX",
            "2025-08-16",
            "2025-08-16T00:00:00Z",
            "2025-08-16T09:30:00Z",
            "2025-08-16T09:31Z",
            "2025-08-17/..",
            "../2025-08-18",
            "Y20000",
        ];
        let places = dates.map(|text| date(text).begins(Offset::UTC));
        assert!(places.is_sorted(), "{places:?}");
    }

    /// In the order of clocks of UTC+2, whichever clocks the times were told by.
    #[test]
    fn times_are_ordered_by_the_instant() {
        let zone = date("2025-06-20T09:00:00+02:00").moment().unwrap();
        let zone = zone.offset().unwrap();
        let dates = [
            "2025-06-19",
            "2025-06-19T20:00:00Z",
            "2025-06-19T23:00:00",
            "2025-06-20",
            "2025-06-20T00:10:00+02:00",
            "2025-06-19T18:30:00-04:00",
            "2025-06-19T22:45:00Z",
            "2025-06-20T00:50:00",
            "2025-06-20T09:00:00+03:00",
            "2025-06-20T08:12:00+02:00",
        ];
        let places = dates.map(|text| date(text).begins(zone));
        assert!(places.is_sorted(), "{places:?}");
    }

    #[test]
    fn a_date_begins_by_clocks_of_utc() {
        let begins = |text| date(text).earliest_in_utc();
        assert_eq!(
            begins("2025-06-20T01:12:30+02:00"),
            ((2025, 6, 19), (23, 12, 30))
        );
        assert_eq!(begins("2025-06"), ((2025, 6, 0), (0, 0, 0)));
    }
}
