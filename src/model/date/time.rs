//! Holds and reads times of day, and how far they are from UTC.

use std::fmt;

use jiff::{SignedDuration, civil};

use super::invalid::InvalidDate;

/// A time of a day, as the clocks of some place show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    local: civil::DateTime,
    /// None where the source tells the time of a place without saying which.
    offset: Option<Offset>,
}

/// How many minutes the clocks of a place are ahead of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Offset(i16);

impl Offset {
    pub(crate) const UTC: Self = Self(0);
    const LEAST: i16 = -12 * 60;
    const MOST: i16 = 14 * 60;
    /// Where people live, clocks are farthest behind in Niue and farthest ahead in Kiribati.
    const NIUE: Self = Self(-11 * 60);
    const KIRIBATI: Self = Self(Self::MOST);

    /// Returns its minutes, from -720 to 840.
    pub(crate) fn minutes(self) -> i16 {
        self.0
    }

    /// Reads `Z`, `+hh:mm`, `+hh` or nothing.
    fn parse(text: &str) -> Result<Option<Self>, InvalidDate> {
        let (sign, number) = match text.split_at_checked(1) {
            None => return Ok(None),
            Some(("Z", "")) => return Ok(Some(Self::UTC)),
            Some(("+", number)) => (1, number),
            Some(("-", number)) => (-1, number),
            Some(_) => return Err(InvalidDate::Form),
        };
        let (hours, minutes) = number.split_once(':').unwrap_or((number, "00"));
        let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
        let all = sign * (i16::from(hours) * 60 + i16::from(minutes));
        let is_minus_zero = sign < 0 && all == 0;
        if minutes > 59 || is_minus_zero || !(Self::LEAST..=Self::MOST).contains(&all) {
            return Err(InvalidDate::Offset);
        }
        Ok(Some(Self(all)))
    }
}

impl Moment {
    /// Reads a time of a day: `09:30:00+02:00`. Seconds and offset may be left out.
    pub(super) fn parse(day: civil::Date, text: &str) -> Result<Self, InvalidDate> {
        let end = text.find(['Z', '+', '-']).unwrap_or(text.len());
        let (clock, offset) = text.split_at(end);
        let parts: Result<Vec<u8>, InvalidDate> = clock.split(':').map(two_digits).collect();
        let (hour, minute, second) = match parts?.as_slice() {
            [hour, minute] => (*hour, *minute, 0),
            [hour, minute, second] => (*hour, *minute, *second),
            _ => return Err(InvalidDate::Form),
        };
        let offset = Offset::parse(offset)?;
        let part = |number: u8| i8::try_from(number).map_err(|_| InvalidDate::Time);
        let time = civil::Time::new(part(hour)?, part(minute)?, part(second)?, 0);
        let time = time.map_err(|_| InvalidDate::Time)?;
        Ok(Self {
            local: day.to_datetime(time),
            offset,
        })
    }

    /// Returns the day that it was where the time was told.
    pub(crate) fn day(self) -> civil::Date {
        self.local.date()
    }

    /// Returns hour, minute and second, on a clock of 24 hours.
    pub(crate) fn clock(self) -> (u8, u8, u8) {
        let local = self.local;
        let part = i8::unsigned_abs;
        (
            part(local.hour()),
            part(local.minute()),
            part(local.second()),
        )
    }

    pub(crate) fn offset(self) -> Option<Offset> {
        self.offset
    }

    /// Returns what the clocks of another place show then; where its own offset is not known, what
    /// its own show.
    pub(crate) fn at(self, there: Offset) -> civil::DateTime {
        let ahead = self.offset.map_or(0, |here| there.0 - here.0);
        self.local
            .saturating_add(SignedDuration::from_mins(ahead.into()))
    }

    /// Returns the same time by clocks of UTC.
    pub(super) fn utc(self) -> Self {
        Self {
            local: self.at(Offset::UTC),
            offset: self.offset.map(|_| Offset::UTC),
        }
    }

    /// Returns the first and the last day that it was then where people live.
    pub(crate) fn days_on_earth(self) -> (civil::Date, civil::Date) {
        let day = |place| self.at(place).date();
        (day(Offset::NIUE), day(Offset::KIRIBATI))
    }
}

/// Writes the time without its day, always in the same spelling: `09:30:00+02:00`.
impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute, second) = self.clock();
        write!(formatter, "{hour:02}:{minute:02}:{second:02}")?;
        match self.offset {
            None => Ok(()),
            Some(Offset::UTC) => formatter.write_str("Z"),
            Some(Offset(minutes)) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
                write!(formatter, "{sign}{hours:02}:{minutes:02}")
            }
        }
    }
}

/// Reads a number of two digits.
pub(super) fn two_digits(text: &str) -> Result<u8, InvalidDate> {
    if text.len() != 2 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(InvalidDate::Form);
    }
    text.parse().map_err(|_| InvalidDate::Form)
}

#[cfg(test)]
mod tests {
    use super::{InvalidDate, Moment, Offset};
    use jiff::civil::{Date, date};

    fn moment(time: &str) -> Result<Moment, InvalidDate> {
        Moment::parse(date(2025, 6, 20), time)
    }

    #[test]
    fn times_are_read_with_and_without_seconds_and_offset() {
        for (time, clock, minutes) in [
            ("08:12", (8, 12, 0), None),
            ("08:12:59", (8, 12, 59), None),
            ("00:00:00Z", (0, 0, 0), Some(0)),
            ("23:59+00:00", (23, 59, 0), Some(0)),
            ("08:12:00+05:30", (8, 12, 0), Some(330)),
            ("08:12-04", (8, 12, 0), Some(-240)),
            ("08:12-12:00", (8, 12, 0), Some(-720)),
            ("08:12+14:00", (8, 12, 0), Some(840)),
        ] {
            let moment = moment(time).expect(time);
            assert_eq!(moment.clock(), clock, "{time}");
            assert_eq!(moment.offset().map(Offset::minutes), minutes, "{time}");
        }
    }

    #[test]
    fn a_time_has_one_spelling() {
        for (time, expected) in [
            ("08:12", "08:12:00"),
            ("08:12+00", "08:12:00Z"),
            ("08:12:09-04", "08:12:09-04:00"),
            ("08:12-00:15", "08:12:00-00:15"),
            ("08:12:00+05:30", "08:12:00+05:30"),
        ] {
            assert_eq!(moment(time).unwrap().to_string(), expected);
        }
    }

    #[test]
    fn what_no_clock_shows_is_refused() {
        for (time, why) in [
            ("24:00:00", InvalidDate::Time),
            ("24:00", InvalidDate::Time),
            ("08:60", InvalidDate::Time),
            ("23:59:60Z", InvalidDate::Time),
            ("99:00", InvalidDate::Time),
            ("08:12+14:01", InvalidDate::Offset),
            ("08:12+15:00", InvalidDate::Offset),
            ("08:12+99:00", InvalidDate::Offset),
            ("08:12-12:01", InvalidDate::Offset),
            ("08:12-00:00", InvalidDate::Offset),
            ("08:12+01:60", InvalidDate::Offset),
            ("", InvalidDate::Form),
            ("08", InvalidDate::Form),
            ("8:12", InvalidDate::Form),
            ("0812", InvalidDate::Form),
            ("08:12:00.5", InvalidDate::Form),
            ("08:12:00:00", InvalidDate::Form),
            ("08:12z", InvalidDate::Form),
            ("08:12ZZ", InvalidDate::Form),
            ("08:12+0200", InvalidDate::Form),
            ("08:12+2", InvalidDate::Form),
            ("08:12−04:00", InvalidDate::Form),
            ("08:12 +02:00", InvalidDate::Form),
            ("08:12+03:00[Europe/Kyiv]", InvalidDate::Form),
            ("08:12Z~", InvalidDate::Form),
        ] {
            assert_eq!(moment(time), Err(why), "{time}");
        }
    }

    #[test]
    fn a_time_is_told_in_other_places() {
        let washington = moment("21:30-04:00").unwrap();
        let there = washington.at(Offset::UTC);
        assert_eq!(there, date(2025, 6, 21).at(1, 30, 0, 0));
        let not_known = moment("21:30").unwrap();
        assert_eq!(
            not_known.at(Offset(840)),
            date(2025, 6, 20).at(21, 30, 0, 0)
        );
        let last = Moment::parse(Date::MAX, "23:59-12:00").unwrap();
        assert_eq!(last.at(Offset(840)).date(), Date::MAX);
    }

    #[test]
    fn two_or_three_days_are_on_earth_at_once() {
        for (time, first, last) in [
            ("01:30Z", 19, 20),
            ("10:30Z", 19, 21),
            ("12:30Z", 20, 21),
            ("12:30+02:00", 19, 21),
            ("12:30", 20, 20),
        ] {
            let days = moment(time).unwrap().days_on_earth();
            assert_eq!(days, (date(2025, 6, first), date(2025, 6, last)), "{time}");
        }
    }
}
