//! Tells which of two dates is the earlier, where that is certain.

use jiff::{ToSpan as _, civil};

use super::{Certainty, Date, DateForm, Edtf, End, Offset};

/// What a date certainly lies in. The order of the fields is the order of dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Span {
    first: civil::Date,
    last: civil::Date,
    /// The time, and whether it says by which clocks.
    time: Option<(civil::DateTime, bool)>,
}

impl Span {
    /// Returns where it begins, by clocks of UTC if it names its own.
    pub(crate) fn begins_in_utc(&self) -> civil::DateTime {
        let midnight = self.first.at(0, 0, 0, 0);
        self.time.map_or(midnight, |(time, _)| time)
    }

    /// Says whether all of it is earlier than all of another. Times are compared where both or
    /// neither name their clocks; else the days are, as they are written.
    pub(crate) fn is_before(&self, other: &Self) -> bool {
        match (self.time, other.time) {
            (Some((one, zoned)), Some((another, also_zoned))) if zoned == also_zoned => {
                one < another
            }
            _ => self.last < other.first,
        }
    }
}

impl Edtf {
    /// Returns what the date certainly lies in; none where the date itself is uncertain or
    /// approximate, or an end of it is not known.
    pub(crate) fn span(&self) -> Option<Span> {
        self.span_of(|date| date.certainty == Certainty::Certain)
    }

    fn span_of(&self, is_taken: fn(&Date) -> bool) -> Option<Span> {
        let days = |first, last| Span {
            first,
            last,
            time: None,
        };
        match self.form {
            DateForm::One(date) => is_taken(&date).then(|| days(date.first, date.last)),
            DateForm::At(moment) => Some(Span {
                first: moment.day(),
                last: moment.day(),
                time: Some((moment.at(Offset::UTC), moment.offset().is_some())),
            }),
            DateForm::Interval(from, to) => {
                (is_taken(&from) && is_taken(&to)).then(|| days(from.first, to.last))
            }
            DateForm::From(date, End::Open) => {
                is_taken(&date).then(|| days(date.first, civil::Date::MAX))
            }
            DateForm::Until(End::Open, date) => {
                is_taken(&date).then(|| days(civil::Date::MIN, date.last))
            }
            DateForm::From(_, End::Unknown)
            | DateForm::Until(End::Unknown, _)
            | DateForm::LongYear(_) => None,
        }
    }

    /// Returns what the date lies in as it is written, uncertain or not.
    pub(crate) fn written_span(&self) -> Option<Span> {
        self.span_of(|_| true)
    }

    /// Says whether the date is certainly earlier than another wherever on earth each is told: by
    /// more than a day, unless both have a time and name their clocks.
    pub(crate) fn is_long_before(&self, other: &Self) -> bool {
        let spans = self.span().zip(other.span());
        spans.is_some_and(|(one, other)| match (one.time, other.time) {
            (Some((_, true)), Some((_, true))) => one.is_before(&other),
            _ => one.last.saturating_add(1.day()) < other.first,
        })
    }

    /// Says whether the date is certainly earlier than another.
    pub(crate) fn is_before(&self, other: &Self) -> bool {
        let spans = self.span().zip(other.span());
        spans.is_some_and(|(one, other)| one.is_before(&other))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Edtf;

    #[test]
    fn only_what_is_certainly_earlier_is_before() {
        for (one, other, is_before) in [
            ("2025-05-19", "2025-06-19", true),
            ("2025-06-19", "2025-05-19", false),
            ("2025-06-19", "2025-06-19", false),
            ("2025-05", "2025-06-01", true),
            ("2025-06", "2025-06-19", false),
            ("2024", "2025-01-01", true),
            ("2025-05-01/2025-05-31", "2025-06", true),
            ("2025-05-01/2025-06-19", "2025-06-19", false),
            ("../2025-06-18", "2025-06-19", true),
            ("/2025-06-18", "2025-06-19", false),
            ("2025-06-19", "2025-06-20/..", true),
            ("2025-06-19", "2025-06-20/", false),
            ("2025-06-19T09:00:00Z", "2025-06-19T18:00:00Z", true),
            ("2025-06-19T09:00:00Z", "2025-06-19T10:30:00+02:00", false),
            ("2025-06-19T09:00:00", "2025-06-19T18:00:00", true),
            ("2025-06-19T09:00:00", "2025-06-19T18:00:00Z", false),
            ("2025-06-19T09:00:00", "2025-06-20T18:00:00Z", true),
            ("2025-06-19", "2025-06-19T18:00:00+02:00", false),
            ("2025-06-19", "2025-06-20T01:00:00+02:00", true),
            ("2025-06-19T23:00:00-05:00", "2025-06-20", true),
            (
                "2025-06-20T01:00:00+02:00",
                "2025-06-19T20:00:00-04:00",
                true,
            ),
            ("2025-05-19~", "2025-06-19", false),
            ("2025-05-19?", "2025-06-19", false),
            ("2025-05-01/2025-05-31%", "2025-06-19", false),
        ] {
            let [one_date, other_date] = [one, other].map(|text| Edtf::parse(text).unwrap());
            assert_eq!(one_date.is_before(&other_date), is_before, "{one} {other}");
        }
    }
}
