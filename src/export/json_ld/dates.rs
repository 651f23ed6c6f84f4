//! Writes dates as schema.org takes them: ISO 8601.

use crate::model::{Certainty, Date, DateForm, Edtf, Precision};

/// Returns a day, a month, a year or a time. There is none for what ISO 8601 has no spelling for:
/// what is uncertain or about so, seasons, digits that are not known, open ends; and none for what is
/// no one date, or before the year 0, which takes an agreement there.
pub(super) fn iso(date: &Edtf) -> Option<&str> {
    match date.form() {
        DateForm::At(_) => Some(date.as_str()),
        DateForm::One(day) if is_plain(day) => Some(date.as_str()),
        DateForm::One(_)
        | DateForm::Interval(..)
        | DateForm::From(..)
        | DateForm::Until(..)
        | DateForm::LongYear(_) => None,
    }
    .filter(|text| !text.starts_with('-'))
}

/// Returns a date as [`iso`] does, or what lies between two of them.
pub(super) fn iso_interval(date: &Edtf) -> Option<&str> {
    match date.form() {
        DateForm::Interval(from, to) if is_plain(from) && is_plain(to) => {
            Some(date.as_str()).filter(|text| !text.starts_with('-') && !text.contains("/-"))
        }
        DateForm::One(_)
        | DateForm::At(_)
        | DateForm::Interval(..)
        | DateForm::From(..)
        | DateForm::Until(..)
        | DateForm::LongYear(_) => iso(date),
    }
}

fn is_plain(date: Date) -> bool {
    let is_known = matches!(
        date.precision(),
        Precision::Year(_) | Precision::Month(..) | Precision::Day(..)
    );
    is_known && date.certainty() == Certainty::Certain
}

#[cfg(test)]
mod tests {
    use super::{iso, iso_interval};
    use crate::model::Edtf;

    #[test]
    fn only_what_iso_8601_has_is_written() {
        for date in [
            "2031",
            "2031-05",
            "2031-05-16",
            "2031-05-16T08:12:00+02:00",
            "0033",
        ] {
            assert_eq!(iso(&Edtf::parse(date).unwrap()), Some(date));
        }
        for date in [
            "2031?",
            "2031-05~",
            "2031-05-16%",
            "2031-22",
            "203X",
            "20XX",
            "2031-XX",
            "2031-05-XX",
            "2031/..",
            "../2031",
            "2031/",
            "2031-05/2031-06",
            "-0043",
            "Y12345",
        ] {
            assert_eq!(iso(&Edtf::parse(date).unwrap()), None, "{date}");
        }
        let interval = |date| iso_interval(&Edtf::parse(date).unwrap()).map(str::to_owned);
        assert_eq!(
            interval("2031-05/2031-06").as_deref(),
            Some("2031-05/2031-06")
        );
        assert_eq!(interval("2031").as_deref(), Some("2031"));
        for date in [
            "2031-05~/2031-06",
            "2031/..",
            "2031-21/2031-23",
            "-0043/2031",
        ] {
            assert_eq!(interval(date), None, "{date}");
        }
    }
}
