//! Reads the dates of tags: the day as the tag has it, in the zone of its clock.

use jiff::fmt::rfc2822;

use crate::model::Edtf;

/// A day, month or year, as EDTF has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) date: Edtf,
    /// Whether a time in UTC was given: where the work appeared, another day may have been.
    pub(super) is_utc: bool,
}

/// Returns the date that a text means, if it is one for programs. No tag has seasons: 2023-24 is two years.
pub(super) fn read(text: &str) -> Option<Moment> {
    let text = text.trim();
    let date = Edtf::parse(text).ok().or_else(|| Edtf::respelled(text));
    let date = date.or_else(|| Edtf::parse(&with_hyphens(text)?).ok());
    let date = date.or_else(|| {
        let zoned = rfc2822::parse(text).ok()?;
        Edtf::parse(&zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()).ok()
    })?;
    if date.has_season() {
        return None;
    }
    match date.as_str().split_once('T') {
        None => Some(Moment {
            date,
            is_utc: false,
        }),
        Some((day, time)) => Some(Moment {
            date: Edtf::parse(day).ok()?,
            // Midnight is how programs write a day without a time.
            is_utc: ["Z", "+00:00", "-00:00"].iter().any(|zone| {
                let clock = time.strip_suffix(zone);
                clock.is_some_and(|clock| clock != "00:00:00")
            }),
        }),
    }
}

/// Returns a date of digits alone or with slashes, `20250816` or `2025/08/16`, with hyphens.
fn with_hyphens(text: &str) -> Option<String> {
    let digits = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if digits(text, 8) || digits(text, 14) {
        let (year, rest) = text.split_at_checked(4)?;
        let (month, rest) = rest.split_at_checked(2)?;
        return Some(format!("{year}-{month}-{}", rest.get(..2)?));
    }
    let (year, rest) = text.split_once('/')?;
    let parts: Vec<&str> = rest.split('/').collect();
    let are_numbers = parts.iter().all(|part| digits(part, 1) || digits(part, 2));
    (digits(year, 4) && parts.len() <= 2 && are_numbers).then(|| {
        let parts: Vec<String> = parts.iter().map(|part| format!("{part:0>2}")).collect();
        format!("{year}-{}", parts.join("-"))
    })
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn dates_of_tags_are_read_as_they_say_the_day() {
        for (text, day) in [
            ("2026-11-21", "2026-11-21"),
            ("2026-11", "2026-11"),
            ("2026-11-21T23:30:00-05:00", "2026-11-21"),
            ("2026-11-21T23:30:00.123+0200", "2026-11-21"),
            ("2026-11-21 09:15:00 UTC", "2026-11-21"),
            ("2026/11/21", "2026-11-21"),
            ("2026/3", "2026-03"),
            ("20261121", "2026-11-21"),
            ("20261121093000", "2026-11-21"),
            ("Sat, 21 Nov 2026 23:30:00 -0500", "2026-11-21"),
        ] {
            let moment = read(text);
            let moment = moment.as_ref().map(|moment| moment.date.as_str());
            assert_eq!(moment, Some(day), "{text}");
        }
        for words in [
            "November 21, 2026",
            "yesterday",
            "",
            "21/11/2026",
            "2026-13-41",
            "2023-24",
            "2023/24",
            "10:30",
            "PT5M",
        ] {
            assert_eq!(read(words), None, "{words}");
        }
    }

    #[test]
    fn a_time_in_utc_may_be_another_day_elsewhere() {
        for text in [
            "2026-11-21T02:30:00Z",
            "2026-11-21T02:30:00+00:00",
            "2026-11-21T00:00:45Z",
            "Sat, 21 Nov 2026 02:30:00 GMT",
            "Sat, 21 Nov 2026 02:30:00 +0000",
        ] {
            assert!(read(text).unwrap().is_utc, "{text}");
        }
        for text in [
            "2026-11-21T00:00:00Z",
            "2026-11-21T02:30:00+02:00",
            "Sat, 21 Nov 2026 02:30:00 -0500",
        ] {
            assert!(!read(text).unwrap().is_utc, "{text}");
        }
    }
}
