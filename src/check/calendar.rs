//! Knows what words in English and numbers say of the calendar.

use crate::model::{Edtf, Moment, Offset};

/// Splits words at everything that is neither a letter nor a digit.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// Returns the month of an English name or abbreviation with a capital, from 1.
pub(super) fn month(word: &str) -> Option<i8> {
    Some(match word {
        "January" | "Jan" => 1,
        "February" | "Feb" => 2,
        "March" | "Mar" => 3,
        "April" | "Apr" => 4,
        "May" => 5,
        "June" | "Jun" => 6,
        "July" | "Jul" => 7,
        "August" | "Aug" => 8,
        "September" | "Sept" | "Sep" => 9,
        "October" | "Oct" => 10,
        "November" | "Nov" => 11,
        "December" | "Dec" => 12,
        _ => return None,
    })
}

/// Returns a day of a month, with or without its ordinal ending.
pub(super) fn day(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = word.get(digits.len()..)?;
    if !matches!(ending, "" | "st" | "nd" | "rd" | "th") || digits.len() > 2 {
        return None;
    }
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

/// Returns a year of four digits.
pub(super) fn year(word: &str) -> Option<i16> {
    (word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| word.parse().ok())
        .flatten()
}

/// Returns the EDTF dates that a text can mean: none, one, or two where day and month can change
/// places.
pub(super) fn propose(text: &str) -> Vec<String> {
    if let Some(date) = Edtf::respelled(text) {
        return vec![date.to_string()];
    }
    let words: Vec<&str> = words(text).collect();
    let small = |at: usize| words.get(at).and_then(|word| day(word));
    let name = |at: usize| words.get(at).and_then(|word| month(&capitalised(word)));
    let year = |at: usize| words.get(at).and_then(|word| year(word));
    let dates = match words.len() {
        3 => [
            (year(0), small(1), small(2)),
            (year(2), name(1), small(0)),
            (year(2), name(0), small(1)),
            (year(2), small(1), small(0)),
            (year(2), small(0), small(1)),
        ]
        .into_iter()
        .filter_map(|(year, month, day)| Some(format!("{:04}-{:02}-{:02}", year?, month?, day?)))
        .collect(),
        2 => [(year(0), small(1)), (year(1), name(0)), (year(1), small(0))]
            .into_iter()
            .filter_map(|(year, month)| Some(format!("{:04}-{:02}", year?, month?)))
            .collect(),
        _ => Vec::new(),
    };
    let mut sound: Vec<String> = dates;
    sound.retain(|date| Edtf::parse(date).is_ok());
    sound.dedup();
    sound
}

/// Returns a word with a capital, as the names of months have one.
fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().map(|c| c.to_ascii_uppercase());
    first
        .into_iter()
        .chain(chars.map(|c| c.to_ascii_lowercase()))
        .collect()
}

/// Says whether words give a date as precisely as the date itself: year, month and day, in any
/// order, the month by name in any language or by number. Then nothing is inferred.
pub(super) fn states(text: &str, date: &Edtf) -> bool {
    if Edtf::parse(text).as_ref() == Ok(date) {
        return true;
    }
    let Some(civil) = date.civil() else {
        return false;
    };
    let words: Vec<&str> = words(text).collect();
    let has = |find: &dyn Fn(&str) -> bool| words.iter().any(|word| find(word));
    let has_year = has(&|word| year(word).map(i32::from) == Some(civil.year));
    let has_month = civil.month.is_none_or(|wanted| {
        let wanted = i8::try_from(wanted).ok();
        has(&|word| match month(word) {
            Some(month) => Some(month) == wanted,
            None => word.parse().ok() == wanted || word.chars().count() > 2 && is_foreign(word),
        })
    });
    let has_day = civil.day.is_none_or(|wanted| {
        let wanted = i8::try_from(wanted).ok();
        has(&|word| day(word) == wanted)
    });
    has_year && has_month && has_day && date.moment().is_none_or(|moment| has_time(&words, moment))
}

/// Says whether words give a time as the date does: hour and minute on a clock of 24 hours and, if the
/// date says how far it is from UTC, that it is UTC.
fn has_time(words: &[&str], moment: Moment) -> bool {
    let (hour, minute, second) = moment.clock();
    let has = |number: u8| words.iter().any(|word| word.parse() == Ok(number));
    let has_second = second == 0 || has(second);
    let is_in_zone = match moment.offset() {
        None => true,
        Some(Offset::UTC) => words.iter().any(|word| matches!(*word, "GMT" | "UTC")),
        Some(_) => false,
    };
    has(hour) && has(minute) && has_second && is_in_zone
}

/// Says whether a word may be the name of a month in another language: no English day.
fn is_foreign(word: &str) -> bool {
    word.chars().all(char::is_alphabetic) && !word.ends_with("day") && word != "the"
}

#[cfg(test)]
mod tests {
    use super::{propose, states};
    use crate::model::Edtf;

    #[test]
    fn usual_forms_are_understood() {
        for (text, expected) in [
            ("16/08/2025", vec!["2025-08-16"]),
            ("08/16/2025", vec!["2025-08-16"]),
            ("7/8/2025", vec!["2025-08-07", "2025-07-08"]),
            ("16.8.2025", vec!["2025-08-16"]),
            ("16 August 2025", vec!["2025-08-16"]),
            ("august 16th, 2025", vec!["2025-08-16"]),
            ("2025-8-16", vec!["2025-08-16"]),
            ("2025/08/16", vec!["2025-08-16"]),
            ("8/2025", vec!["2025-08"]),
            ("August 2025", vec!["2025-08"]),
            ("2025-8", vec!["2025-08"]),
            ("31/02/2025", vec![]),
            ("2025-08-16 9:30", vec!["2025-08-16T09:30:00"]),
            ("2025-08-16T24:00:00Z", vec!["2025-08-17T00:00:00Z"]),
            ("Saturday", vec![]),
        ] {
            assert_eq!(propose(text), expected, "{text}");
        }
    }

    #[test]
    fn full_dates_are_stated_and_others_inferred() {
        for (words, date, expected) in [
            ("16 August 2025", "2025-08-16", true),
            ("Saturday, August 16, 2025", "2025-08-16", true),
            ("16.08.2025", "2025-08-16", true),
            ("16 серпня 2025", "2025-08-16", true),
            ("2025-08-16", "2025-08-16", true),
            ("2025-08-15/2025-08-16", "2025-08-15/2025-08-16", true),
            ("August 2025", "2025-08", true),
            ("in 2025", "2025", true),
            ("Saturday", "2025-08-16", false),
            ("16 August", "2025-08-16", false),
            ("August 2025", "2025-08-16", false),
            ("Saturday 16, 2025", "2025-08-16", false),
            ("last year", "2024", false),
            ("16 August 2025, 09:30 GMT", "2025-08-16T09:30Z", true),
            ("16 August 2025, 09:30", "2025-08-16T09:30:00", true),
            ("16 August 2025, 09:30", "2025-08-16T09:30+02:00", false),
            ("16 August 2025", "2025-08-16T09:30Z", false),
            ("2025-08-16T09:30+02:00", "2025-08-16T09:30+02:00", true),
        ] {
            let parsed = Edtf::parse(date).expect(date);
            assert_eq!(states(words, &parsed), expected, "{words} {date}");
        }
    }
}
