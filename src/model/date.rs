//! Holds dates in their own precision: EDTF (ISO 8601-2), levels 0 and 1.

mod parse;

use std::fmt;

use jiff::civil;

use super::Line;

/// Why a text is not an EDTF date of level 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidDate {
    /// It does not have the form of a date.
    Form,
    /// It has the form of a date, but there is no such day or time.
    OutOfRange,
    /// It is an interval that ends before it begins.
    Reversed,
    /// Its offset from UTC is one that no place has, or `-00:00`.
    Offset,
}

/// A date as EDTF has it: a day, a month, a year, a season, an interval, uncertain or approximate, in
/// the precision in which it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edtf {
    text: String,
    form: DateForm,
}

/// What an EDTF date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateForm {
    /// One date. Of a day with a time, the day.
    One(Date),
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
    /// Returns the date as EDTF.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns what the date is.
    pub(crate) fn form(&self) -> DateForm {
        self.form
    }

    /// Returns the day, month or year, where the date is one of these and not an interval.
    pub(crate) fn civil(&self) -> Option<CivilDate> {
        let DateForm::One(date) = self.form else {
            return None;
        };
        date.civil()
    }

    /// Returns the first and the last day that the date can be, if both are known.
    pub(crate) fn days(&self) -> Option<(civil::Date, civil::Date)> {
        match self.form {
            DateForm::One(date) => Some((date.first, date.last)),
            DateForm::Interval(from, to) => Some((from.first, to.last)),
            DateForm::From(..) | DateForm::Until(..) | DateForm::LongYear(_) => None,
        }
    }

    /// Returns what dates sort by: the year, month and day with which the date begins; what is not
    /// known of them is 0.
    pub fn earliest(&self) -> (i64, u8, u8) {
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
            DateForm::LongYear(year) => (year, 0, 0),
        }
    }
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
