//! Reads dates: EDTF (ISO 8601-2), levels 0 and 1.

use jiff::civil;

use super::time::{Moment, two_digits};
use super::{Certainty, Date, DateForm, Edtf, End, InvalidDate, Precision, Season};

/// The shape of a date of level 1.
macro_rules! date {
    () => {
        "-?([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(-([0-9]{2}|XX)(-([0-9]{2}|XX))?)?[?~%]?"
    };
}

impl Edtf {
    /// What [`Edtf::parse`] accepts and little more, as a regular expression of ECMA-262: the
    /// shape of dates, times and intervals, whether or not there is such a day.
    pub const PATTERN: &str = concat!(
        "^(",
        date!(),
        "(T[0-9]{2}(:[0-9]{2}){1,2}(Z|[+-][0-9]{2}(:[0-9]{2})?)?)?|(",
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
        let form = if let Some(year) = text.strip_prefix('Y') {
            DateForm::LongYear(long_year(year)?)
        } else if let Some((from, to)) = text.split_once('/').filter(|_| !text.contains('[')) {
            interval(from, to)?
        } else if let Some((day, time)) = text.split_once('T') {
            let moment = day_and_time(day, time)?;
            return Ok(Self {
                text: format!("{day}T{moment}"),
                form: DateForm::At(moment),
            });
        } else {
            DateForm::One(Date::parse(text)?)
        };
        Ok(Self {
            text: text.to_owned(),
            form,
        })
    }
}

impl Date {
    fn parse(text: &str) -> Result<Self, InvalidDate> {
        let (text, certainty) = match text.split_at_checked(text.len().saturating_sub(1)) {
            Some((text, "?")) => (text, Certainty::Uncertain),
            Some((text, "~")) => (text, Certainty::Approximate),
            Some((text, "%")) => (text, Certainty::ApproximateUncertain),
            Some(_) | None => (text, Certainty::Certain),
        };
        let (sign, digits) = match text.strip_prefix('-') {
            Some(digits) => (-1, digits),
            None => (1, text),
        };
        let mut parts = digits.splitn(3, '-');
        let year = parts.next().ok_or(InvalidDate::Form)?;
        let month = Part::parse(parts.next())?;
        let day = Part::parse(parts.next())?;
        let precision = precision(sign, year, month, day)?;
        let (first, last) = precision.days()?;
        Ok(Self {
            precision,
            certainty,
            first,
            last,
        })
    }
}

impl Precision {
    /// Returns the first and the last day that it can be.
    fn days(self) -> Result<(civil::Date, civil::Date), InvalidDate> {
        let (first, last) = match self {
            Self::Century(year) => years(year, 99),
            Self::Decade(year) => years(year, 9),
            Self::Year(year)
            | Self::Season(year, _)
            | Self::MonthOfYear(year)
            | Self::DayOfYear(year) => years(year, 0),
            Self::Month(year, month) | Self::DayOfMonth(year, month) => {
                let first = civil_date((year, month, 1))?;
                return Ok((first, first.last_of_month()));
            }
            Self::Day(year, month, day) => ((year, month, day), (year, month, day)),
        };
        Ok((civil_date(first)?, civil_date(last)?))
    }
}

/// Returns the first and the last day of a year and of those that it stands for, which are farther
/// from the year 0.
fn years(year: i32, more: i32) -> ((i32, u8, u8), (i32, u8, u8)) {
    let other = if year < 0 { year - more } else { year + more };
    ((year.min(other), 1, 1), (year.max(other), 12, 31))
}

fn civil_date((year, month, day): (i32, u8, u8)) -> Result<civil::Date, InvalidDate> {
    let date = || {
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        civil::Date::new(i16::try_from(year).ok()?, month, day).ok()
    };
    date().ok_or(InvalidDate::OutOfRange)
}

/// A month or a day of a date.
#[derive(Clone, Copy)]
enum Part {
    /// It is not part of the date.
    Absent,
    /// The date has one that is not known: `XX`.
    Unknown,
    Known(u8),
}

impl Part {
    fn parse(text: Option<&str>) -> Result<Self, InvalidDate> {
        match text {
            None => Ok(Self::Absent),
            Some("XX") => Ok(Self::Unknown),
            Some(digits) => two_digits(digits).map(Self::Known),
        }
    }
}

/// Reads a year, some digits of which may be unknown, with its month and day.
fn precision(sign: i32, year: &str, month: Part, day: Part) -> Result<Precision, InvalidDate> {
    let known = year.trim_end_matches('X');
    if year.len() != 4 || !known.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(InvalidDate::Form);
    }
    let number: i32 = known.parse().map_err(|_| InvalidDate::Form)?;
    if sign < 0 && number == 0 {
        return Err(InvalidDate::Form);
    }
    match (known.len(), month, day) {
        (2, Part::Absent, Part::Absent) => Ok(Precision::Century(sign * number * 100)),
        (3, Part::Absent, Part::Absent) => Ok(Precision::Decade(sign * number * 10)),
        (4, _, _) => of_year(sign * number, month, day),
        _ => Err(InvalidDate::Form),
    }
}

fn of_year(year: i32, month: Part, day: Part) -> Result<Precision, InvalidDate> {
    use Part::{Absent, Known, Unknown};
    Ok(match (month, day) {
        (Absent, _) => Precision::Year(year),
        (Unknown, Absent) => Precision::MonthOfYear(year),
        (Unknown, Unknown) => Precision::DayOfYear(year),
        (Unknown, Known(_)) => return Err(InvalidDate::Form),
        (Known(21), Absent) => Precision::Season(year, Season::Spring),
        (Known(22), Absent) => Precision::Season(year, Season::Summer),
        (Known(23), Absent) => Precision::Season(year, Season::Autumn),
        (Known(24), Absent) => Precision::Season(year, Season::Winter),
        (Known(month), Absent) => Precision::Month(year, month),
        (Known(month), Unknown) => Precision::DayOfMonth(year, month),
        (Known(month), Known(day)) => Precision::Day(year, month, day),
    })
}

/// Reads a year of more than four digits, after its `Y`.
fn long_year(text: &str) -> Result<i64, InvalidDate> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_long = digits.len() > 4 && !digits.starts_with('0');
    if !is_long || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(InvalidDate::Form);
    }
    text.parse().map_err(|_| InvalidDate::Form)
}

fn interval(from: &str, to: &str) -> Result<DateForm, InvalidDate> {
    let is_time = |end: &str| end.contains('T');
    if is_time(from) || is_time(to) {
        return Err(InvalidDate::TimeInInterval);
    }
    let end = |text| match text {
        ".." => Some(End::Open),
        "" => Some(End::Unknown),
        _ => None,
    };
    match (end(from), end(to)) {
        (None, None) => {
            let (from, to) = (Date::parse(from)?, Date::parse(to)?);
            if to.last < from.first {
                return Err(InvalidDate::Reversed);
            }
            Ok(DateForm::Interval(from, to))
        }
        (None, Some(to)) => Ok(DateForm::From(Date::parse(from)?, to)),
        (Some(from), None) => Ok(DateForm::Until(from, Date::parse(to)?)),
        (Some(_), Some(_)) => Err(InvalidDate::Form),
    }
}

fn day_and_time(day: &str, time: &str) -> Result<Moment, InvalidDate> {
    let date = Date::parse(day)?;
    match (date.precision, date.certainty) {
        (Precision::Day(..), Certainty::Certain) => Moment::parse(date.first, time),
        _ => Err(InvalidDate::Form),
    }
}
