//! Reads dates: EDTF (ISO 8601-2), levels 0 and 1.

use jiff::civil;

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
        let form = if let Some(year) = text.strip_prefix('Y') {
            DateForm::LongYear(long_year(year)?)
        } else if let Some((from, to)) = text.split_once('/') {
            interval(from, to)?
        } else if let Some((day, time)) = text.split_once('T') {
            DateForm::One(day_and_time(day, time)?)
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

fn two_digits(text: &str) -> Result<u8, InvalidDate> {
    if text.len() != 2 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(InvalidDate::Form);
    }
    text.parse().map_err(|_| InvalidDate::Form)
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

/// Reads a day with a time, and returns the day.
fn day_and_time(day: &str, time: &str) -> Result<Date, InvalidDate> {
    if day.len() != 10 {
        return Err(InvalidDate::Form);
    }
    let date = Date::parse(day)?;
    let (clock, offset) = time.split_at_checked(8).ok_or(InvalidDate::Form)?;
    let parts: Vec<&str> = clock.split(':').collect();
    let (Precision::Day(..), [hour, minute, second]) = (date.precision, parts.as_slice()) else {
        return Err(InvalidDate::Form);
    };
    let time = (two_digits(hour)?, two_digits(minute)?, two_digits(second)?);
    let offset = minutes_of_offset(offset)?;
    // A leap second is always the last second of a day.
    if !matches!(time, (..=23, ..=59, ..=59) | (23, 59, 60)) {
        return Err(InvalidDate::OutOfRange);
    }
    match offset {
        None | Some((1, ..=840) | (-1, 1..=720)) => Ok(date),
        Some(_) => Err(InvalidDate::Offset),
    }
}

/// Reads an offset from UTC, `+hh:mm` or `+hh`: its sign and its minutes.
fn minutes_of_offset(text: &str) -> Result<Option<(i8, u16)>, InvalidDate> {
    let (sign, offset) = match text.split_at_checked(1) {
        None | Some(("Z", "")) => return Ok(None),
        Some(("+", offset)) => (1, offset),
        Some(("-", offset)) => (-1, offset),
        Some(_) => return Err(InvalidDate::Form),
    };
    let (hours, minutes) = offset.split_once(':').unwrap_or((offset, "00"));
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    if minutes > 59 {
        return Err(InvalidDate::Offset);
    }
    Ok(Some((sign, u16::from(hours) * 60 + u16::from(minutes))))
}

#[cfg(test)]
mod tests {
    use super::{Edtf, InvalidDate};

    // The cases of levels 0 and 1 of edtf.js 4.11.1 (test/parser.js and test/interval.js at commit
    // 811a00d, BSD-2-Clause).

    const VALID: &str = "2016 0409 0023 0007 0000 9999 -0002 -9999 2016-05 2016-01 2016-12 \
        2016-05-01 2016-05-13 2016-05-29 2016-05-30 2016-05-31 2016-05-02T16:54:59 \
        2016-05-02T16:54:59Z 2016-05-02T16:54:59+02:30 2016-05-02T16:54:59+00:00 \
        2016-05-02T16:54:59+14:00 2016-05-02T16:54:59+13:30 2016-05-02T16:54:59+12:00 \
        2016-05-02T16:54:59+04:10 2016-05-02T16:54:59-00:15 2016-05-02T16:54:59-11:59 \
        2016-05-02T16:54:59-12:00 2016-05-02T16:54:59+14 2016-05-02T16:54:59-12 1980/1994 \
        1980-08/1994 2004-02-01/2005 2004-06/2006-08 2004-02-01/2005-02-08 2016? 2016~ 2016% \
        2016-05? 2016-05~ 2016-05% 2016-05-03? 2016-05-03~ 2016-05-03% 2016-05-XX 2016-XX 19XX \
        198X Y170002 Y10000 Y-170002 Y-10000 2001-21 2001-22 2001-23 2001-24 1980?/1994~ ../2016 \
        2016-05/.. 2004-06-01/.. /2016-05 /1960-11 /2015 /1960 2016-05-31/..";

    /// Valid there, and not taken here: `docs/format.md` says why.
    const NOT_TAKEN: &str = "2016-05-02T16:54:59.042 2016-05-02T24:00:00 \
        2016-05-02T16:54:59.04200000 2016-05-02T16:54:59.4 2016-05-02T16:54:59.42 \
        2016-05-02T16:54:59.042123 2016-05-02T16:54:59.042Z 2016-05-02T16:54:59+0230 \
        2016-05-02T16:54:59+0000 2016-05-02T16:54:59+1400 2016-05-02T16:54:59-1200 19 00 -04 XXXX \
        XXXX-XX XXXX-XX-XX / ../..";

    const INVALID: &str = "-0000 12345 2016-13 2016-00 2016-05-00 2016-05-32 2016-02-30 2016-02-31 \
        2016-04-31 2016-06-31 2016-09-31 2016-11-31 2016-05-02T24:00:01 2016-05-02T00:61:00 \
        2016-05-02T01:01:60 2016-05-02T12:00:00-00:00 2016-05-02T12:00:00-12:01 \
        2016-05-02T12:00:00-13:00 2016-05-02T12:00:00-14:00 2016-05-02T12:00:00+14:01 \
        2016-05-02T12:00:00-0000 2016-05-02T12:00:00-2000 2016-05-02T12:00:00-1201 \
        2016-05-02T12:00:00-1300 2016-05-02T12:00:00-1400 2016-05-02T12:00:00+1401 \
        2016-05-02T12:00:00-00 2016-05-02T12:00:00-13 2016-05-02T12:00:00-14 \
        2016-05-02T12:00:00+15 -00 2016-13-XX Y9999 Y00001 Y-9999 Y-00001 2001/2000 -";

    /// Of level 2 or 3 there.
    const HIGHER: &str = "?2001 2001~-09 2001-?09~-09 2004?-06-~11 156X-12-31 15XX-12-25 15XX-12-XX \
        15XX-01-3X 15XX-XX-25 1500-1X-25 15XX-X2 1XXX-XX 1XXX-12 1XX3 Y17E7 Y-17E7 1950S2 \
        Y17101000S3 Y-17101E3S3 2001-25 2001-36 2001-39 193 019 -193 197~ 197? 197% 19~ 19? 19% \
        2004-06-~01/2004-06-~20 [1667,1668,1670..1672] [..1760-12-03] [1760-12..] {1667,1670..1672} \
        {1760..} {..1760} 2001?-23 2001-33? 20XX-41 2018-01?/2018-33";

    #[test]
    fn what_edtf_js_takes_is_taken_and_what_it_refuses_is_refused() {
        for date in VALID.split(' ') {
            assert!(Edtf::parse(date).is_ok(), "{date}");
        }
        for cases in [NOT_TAKEN, INVALID, HIGHER] {
            for date in cases.split(' ') {
                assert!(Edtf::parse(date).is_err(), "{date}");
            }
        }
        assert!(Edtf::parse("").is_err());
    }

    /// Uncertain seasons and seasons in intervals are level 3 in edtf.js alone; days that are not
    /// known in intervals are level 2.
    #[test]
    fn a_little_more_is_taken() {
        for date in [
            "2001-23?",
            "2018-21/2018-23",
            "2018/2018-23",
            "2004-06-XX/2004-07-03",
            "2016-12-31T23:59:60Z",
        ] {
            assert!(Edtf::parse(date).is_ok(), "{date}");
        }
    }

    #[test]
    fn what_is_wrong_is_told_apart() {
        for (date, why) in [
            ("2025-02-29", InvalidDate::OutOfRange),
            ("2025-21-XX", InvalidDate::OutOfRange),
            ("2025-8-16", InvalidDate::Form),
            ("2025-08-16T9:30:00", InvalidDate::Form),
            ("2025-08-16/2025-08-15", InvalidDate::Reversed),
            ("2025-09/2025-08", InvalidDate::Reversed),
            ("2025-08-16T09:30:00+15:00", InvalidDate::Offset),
            ("2025-08-16T09:30:00+01:60", InvalidDate::Offset),
            ("2025-02-29/2024", InvalidDate::OutOfRange),
        ] {
            assert_eq!(Edtf::parse(date).map(|_| ()), Err(why), "{date}");
        }
    }

    /// An end that may be after the beginning is no fault.
    #[test]
    fn an_interval_may_begin_and_end_in_one_month_or_year() {
        for date in ["2025-08-16/2025-08", "2025-23/2025-21", "-01XX/-0150"] {
            assert!(Edtf::parse(date).is_ok(), "{date}");
        }
    }

    #[test]
    fn dates_sort_by_where_they_begin() {
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
            "2025-08-16T09:30:00Z",
            "2025-08-17/..",
            "../2025-08-18",
            "Y20000",
        ];
        let keys = dates.map(|date| Edtf::parse(date).unwrap().earliest());
        assert!(keys.is_sorted(), "{keys:?}");
    }
}
