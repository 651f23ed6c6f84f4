//! The days that a date can be.

use jiff::civil::Date;

use crate::model::Edtf;

/// A first and a last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) first: Date,
    /// The last, not before the first.
    pub(super) last: Date,
}

impl Days {
    pub(super) fn iter(self) -> impl Iterator<Item = Date> {
        let next = |day: &Date| day.tomorrow().ok();
        std::iter::successors(Some(self.first), next).take_while(move |day| *day <= self.last)
    }

    pub(super) fn contains(self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }
}

/// Returns the days that a date can be, if it has a first and a last.
pub(super) fn days(date: &Edtf) -> Option<Days> {
    let (first, last) = date.days()?;
    Some(Days { first, last })
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
        for date in ["2025-08-16/..", "Y170000002"] {
            let date = Edtf::parse(date);
            assert_eq!(date.ok().as_ref().and_then(days), None);
        }
    }
}
