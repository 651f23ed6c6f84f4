//! The days that a date can be.

use edtf::level_1::{Date as Parsed, Edtf as Form, Precision};
use jiff::civil::Date;

use crate::model::Edtf;

/// A first and a last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Days {
    /// The first.
    pub(super) first: Date,
    /// The last, not before the first.
    pub(super) last: Date,
}

impl Days {
    /// Goes through the days.
    pub(super) fn iter(self) -> impl Iterator<Item = Date> {
        let next = |day: &Date| day.tomorrow().ok();
        std::iter::successors(Some(self.first), next).take_while(move |day| *day <= self.last)
    }

    /// Says whether a day is among them.
    pub(super) fn contains(self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }
}

/// Returns the days that a date can be, if it has a first and a last.
pub(super) fn days(date: &Edtf) -> Option<Days> {
    let days = match date.parsed() {
        Form::Date(date) => of(*date)?,
        Form::DateTime(time) => of(Parsed::from_complete(time.date()))?,
        Form::Interval(from, to) => Days {
            first: of(*from)?.first,
            last: of(*to)?.last,
        },
        Form::YYear(_) | Form::IntervalFrom(..) | Form::IntervalTo(..) => return None,
    };
    (days.first <= days.last).then_some(days)
}

fn of(date: Parsed) -> Option<Days> {
    let (first, last) = match date.precision() {
        Precision::Century(year) => ((year, 1, 1), (year + 99, 12, 31)),
        Precision::Decade(year) => ((year, 1, 1), (year + 9, 12, 31)),
        // When a season is depends on the hemisphere.
        Precision::Year(year)
        | Precision::Season(year, _)
        | Precision::MonthOfYear(year)
        | Precision::DayOfYear(year) => ((year, 1, 1), (year, 12, 31)),
        Precision::Month(year, month) | Precision::DayOfMonth(year, month) => {
            let first = civil((year, month, 1))?;
            return Some(Days {
                first,
                last: first.last_of_month(),
            });
        }
        Precision::Day(year, month, day) => ((year, month, day), (year, month, day)),
    };
    Some(Days {
        first: civil(first)?,
        last: civil(last)?,
    })
}

fn civil((year, month, day): (i32, u32, u32)) -> Option<Date> {
    let year = i16::try_from(year).ok()?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::days;
    use crate::model::Edtf;

    #[test]
    fn dates_have_a_first_and_a_last_day() {
        for (date, first, last) in [
            ("2025-08-16", "2025-08-16", "2025-08-16"),
            ("2025-08-16?", "2025-08-16", "2025-08-16"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2025-08-XX", "2025-08-01", "2025-08-31"),
            ("2025", "2025-01-01", "2025-12-31"),
            ("2025-21", "2025-01-01", "2025-12-31"),
            ("202X", "2020-01-01", "2029-12-31"),
            ("2025-08-15/2025-09", "2025-08-15", "2025-09-30"),
        ] {
            let days = days(&Edtf::parse(date).expect(date)).expect(date);
            assert_eq!(days.first.to_string(), first, "{date}");
            assert_eq!(days.last.to_string(), last, "{date}");
        }
        for date in ["2025-08-16/..", "Y170000002", "2025-09/2025-08"] {
            let date = Edtf::parse(date);
            assert_eq!(date.ok().as_ref().and_then(days), None);
        }
    }
}
