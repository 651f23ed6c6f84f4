//! Dates in their own precision: EDTF (ISO 8601-2), level 1.

use std::fmt;

use edtf::level_1::{Certainty, Component, Date, Edtf as Parsed, Precision, Terminal};

use super::Line;

/// The shape of a date of level 1.
macro_rules! date {
    () => {
        "-?([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(-([0-9]{2}|XX)(-([0-9]{2}|XX))?)?[?~%]?"
    };
}

/// A text that is not an EDTF date of level 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidDate {
    /// It has the form of a date, but there is no such day.
    OutOfRange,
    /// It has not the form of a date.
    Form,
}

/// A date as EDTF level 1 has it: a day, a month, a year, a season, an interval, uncertain or
/// approximate, in the precision in which it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edtf {
    text: String,
    parsed: Parsed,
}

/// A day of the calendar, or the month or year that is all that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CivilDate {
    /// The year, astronomical numbering.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day, 1 to 31.
    pub day: Option<u8>,
}

impl Edtf {
    /// What [`Edtf::parse`] accepts and little more, as a regular expression of ECMA-262: the
    /// shape of dates, times and intervals, whether or not there is such a day.
    pub const PATTERN: &str = concat!(
        "^(",
        date!(),
        "(T[0-9:]+(Z|[+-][0-9:]+)?)?|(",
        date!(),
        "|\\.\\.)?/(",
        date!(),
        "|\\.\\.)?|Y-?[1-9][0-9]{4,})$"
    );

    /// Parses a date.
    ///
    /// # Errors
    /// The text is not EDTF level 1.
    pub fn parse(text: &str) -> Result<Self, InvalidDate> {
        match Parsed::parse(text) {
            Ok(parsed) => Ok(Self {
                text: text.to_owned(),
                parsed,
            }),
            Err(edtf::ParseError::OutOfRange) => Err(InvalidDate::OutOfRange),
            Err(_) => Err(InvalidDate::Form),
        }
    }

    /// Returns the date as EDTF.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the parsed date.
    pub fn parsed(&self) -> &Parsed {
        &self.parsed
    }

    /// Returns the day, month or year, where the date is one of these and not an interval.
    pub fn civil(&self) -> Option<CivilDate> {
        match &self.parsed {
            Parsed::Date(date) => civil(*date),
            Parsed::DateTime(time) => civil(Date::from_complete(time.date())),
            Parsed::YYear(_)
            | Parsed::Interval(..)
            | Parsed::IntervalFrom(..)
            | Parsed::IntervalTo(..) => None,
        }
    }

    /// Returns the first and the last date of an interval; an open or unknown end is none.
    pub fn interval(&self) -> Option<(Option<Date>, Option<Date>)> {
        match &self.parsed {
            Parsed::Interval(from, to) => Some((Some(*from), Some(*to))),
            Parsed::IntervalFrom(from, Terminal::Open | Terminal::Unknown) => {
                Some((Some(*from), None))
            }
            Parsed::IntervalTo(Terminal::Open | Terminal::Unknown, to) => Some((None, Some(*to))),
            Parsed::DateTime(_) | Parsed::Date(_) | Parsed::YYear(_) => None,
        }
    }

    /// Returns how sure the date is.
    pub fn certainty(&self) -> Certainty {
        match &self.parsed {
            Parsed::Date(date) => date.certainty(),
            Parsed::DateTime(_)
            | Parsed::YYear(_)
            | Parsed::Interval(..)
            | Parsed::IntervalFrom(..)
            | Parsed::IntervalTo(..) => Certainty::Certain,
        }
    }

    /// Returns what dates sort by: the first day that the date can be.
    pub fn earliest(&self) -> (i64, u8, u8) {
        let of = |date: &Date| {
            civil(*date).map_or((i64::from(date.year()), 0, 0), |date| {
                (
                    i64::from(date.year),
                    date.month.unwrap_or(0),
                    date.day.unwrap_or(0),
                )
            })
        };
        match &self.parsed {
            Parsed::Date(date) | Parsed::Interval(date, _) | Parsed::IntervalFrom(date, _) => {
                of(date)
            }
            Parsed::IntervalTo(_, date) => of(date),
            Parsed::DateTime(time) => of(&Date::from_complete(time.date())),
            Parsed::YYear(year) => (year.year(), 0, 0),
        }
    }
}

fn civil(date: Date) -> Option<CivilDate> {
    let value = |component: Option<Component>| {
        component
            .and_then(Component::value)
            .and_then(|value| u8::try_from(value).ok())
    };
    match date.precision() {
        Precision::Day(..)
        | Precision::Month(..)
        | Precision::Year(_)
        | Precision::DayOfMonth(..) => Some(CivilDate {
            year: date.year(),
            month: value(date.month()),
            day: value(date.day()),
        }),
        Precision::Century(_)
        | Precision::Decade(_)
        | Precision::Season(..)
        | Precision::MonthOfYear(_)
        | Precision::DayOfYear(_) => None,
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
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
